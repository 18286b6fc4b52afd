import { dirname, resolve } from 'node:path'

/** gitlab-ci-local has a folder of its own for them. */
const ofGitlabCiLocal = '/tmp/gitlab-ci-local-file-variables-'

/**
 * Whether a path is that of a variable of GitLab's type "File": the variable holds a path, and the runner writes the content there,
 * outside the checkout, into `<project folder>.tmp` (docs.gitlab.com/ci/variables, "Use file type CI/CD variables").
 *
 * @param project  CI_PROJECT_DIR.
 */
export function isGitlabFile(path: string, project: string | undefined): boolean {
  const folder = dirname(resolve(path))
  return folder.startsWith(ofGitlabCiLocal) || (Boolean(project) && folder === `${resolve(project ?? '')}.tmp`)
}
