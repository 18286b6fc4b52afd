import type { Environment, Host } from '../../model/host.ts'

/** Facts of a GitLab job, from the variables that GitLab sets for it. */
export function factsOf(environment: Environment): Host['facts'] {
  const repository = environment.CI_PROJECT_PATH || undefined
  const commit = environment.CI_COMMIT_SHA || undefined
  const ref = refOf(environment)
  const url = environment.CI_JOB_URL || undefined
  return {
    host: 'gitlab',
    actor: environment.GITLAB_USER_LOGIN || 'gitlab',
    ...(repository === undefined ? {} : { repository }),
    ...(commit === undefined ? {} : { commit }),
    ...(ref === undefined ? {} : { ref }),
    ...(url === undefined ? {} : { url }),
    trusted: isTrusted(environment),
  }
}

/** Written as git does, as on every host. */
function refOf(environment: Environment): string | undefined {
  const { CI_COMMIT_BRANCH: branch, CI_COMMIT_REF_NAME: name, CI_COMMIT_TAG: tag } = environment
  if (tag) return `refs/tags/${tag}`
  if (environment.CI_MERGE_REQUEST_REF_PATH) return environment.CI_MERGE_REQUEST_REF_PATH
  return branch ? `refs/heads/${branch}` : name || undefined
}

/**
 * Whether those who may change this project wrote what runs. A member can start a fork's merge request in the project
 * itself: then the fork's files run beside the project's variables. A merge train and a child pipeline keep the variables of
 * the merge request, so these count, not CI_PIPELINE_SOURCE alone. Where an id is missing nobody can tell: not trusted.
 */
function isTrusted(environment: Environment): boolean {
  const { CI_PIPELINE_SOURCE: source, CI_PROJECT_ID: project } = environment
  if (source === 'external_pull_request_event' || environment.CI_EXTERNAL_PULL_REQUEST_IID) {
    const from = environment.CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY
    return Boolean(from) && from === environment.CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY
  }
  const isMergeRequest =
    source === 'merge_request_event' ||
    Object.keys(environment).some((name) => name.startsWith('CI_MERGE_REQUEST_') && environment[name])
  return !isMergeRequest || (Boolean(project) && environment.CI_MERGE_REQUEST_SOURCE_PROJECT_ID === project)
}
