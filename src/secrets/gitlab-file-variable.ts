import { basename } from 'node:path'
import { isGitlabFile } from '../model/gitlab-file-variable.ts'
import type { Environment } from '../model/host.ts'
import { ownOf } from '../model/own.ts'

/**
 * A file variable of GitLab that a secret's name asks for. The host gives the content of those whose own name says that they are
 * secret, to the log in of Vault and the like too; any other is a path for whoever inherits it, and its content only for who asks here.
 * One under another name is meant to be a path.
 *
 * @returns the path of the file; undefined where the variable is an ordinary one.
 */
export function fileVariable(variable: string, environment: Environment): string | undefined {
  const { CI_PROJECT_DIR, MCP_DEPLOY_HOST, GITLAB_CI } = environment
  const path = ownOf(environment, variable)
  if (path === undefined || (GITLAB_CI !== 'true' && MCP_DEPLOY_HOST !== 'gitlab')) return undefined
  return basename(path) === variable && isGitlabFile(path, CI_PROJECT_DIR) ? path : undefined
}
