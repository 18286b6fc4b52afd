import { basename, dirname } from 'node:path'

/**
 * GitLab's file variables: the variable holds the path of a file with the value, `<project folder>.tmp/NAME`, which the runner
 * writes outside the checkout (docs.gitlab.com/ci/variables, "Use file type CI/CD variables"). Told by its place, so that a
 * variable whose value is meant to be a path is not read.
 *
 * @returns the path of the file; undefined where the variable is an ordinary one.
 */
export function fileVariable(
  variable: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const { CI_PROJECT_DIR, MCP_DEPLOY_HOST, GITLAB_CI } = environment
  const path = environment[variable]
  if (path === undefined || (GITLAB_CI !== 'true' && MCP_DEPLOY_HOST !== 'gitlab')) return undefined
  if (basename(path) !== variable) return undefined
  const folder = dirname(path)
  // gitlab-ci-local has a folder of its own for them.
  const isTheirs = folder === `${CI_PROJECT_DIR ?? ''}.tmp` || folder.startsWith('/tmp/gitlab-ci-local-file-variables-')
  return isTheirs ? path : undefined
}
