import { readFileSync } from 'node:fs'
import type { Environment, Host } from '../../model/host.ts'

/** As much of GITHUB_EVENT_PATH as matters here; the sender decides what is in it. */
interface Event {
  readonly number?: unknown
  readonly pull_request?: {
    readonly number?: unknown
    readonly head?: { readonly sha?: unknown; readonly repo?: { readonly full_name?: unknown } | null }
  }
  readonly issue?: { readonly number?: unknown; readonly pull_request?: unknown }
  readonly workflow_run?: {
    readonly head_sha?: unknown
    readonly head_repository?: { readonly full_name?: unknown } | null
  }
}

/** What is known of the run before anything is read. */
export interface RunOrigin {
  readonly facts: Host['facts']
  /** The number of the pull request this run is for. */
  readonly pullRequest?: number
}

/** The folder that actions/checkout fills, also where a step was started deeper. */
export function checkoutOf({ GITHUB_WORKSPACE: workspace }: Environment): string {
  return workspace === undefined || workspace === '' ? process.cwd() : workspace
}

/** Facts of the run, from the runner's variables and its event file. */
export function readOrigin(environment: Environment): RunOrigin {
  const event = readEvent(environment.GITHUB_EVENT_PATH)
  const { GITHUB_REPOSITORY: repository, GITHUB_REF: ref, GITHUB_RUN_ID: runId } = environment
  const server = environment.GITHUB_SERVER_URL ?? 'https://github.com'
  const commit = text(event?.pull_request?.head?.sha) ?? environment.GITHUB_SHA
  const pullRequest = numberOf(event, ref)
  return {
    facts: {
      host: 'github',
      actor: environment.GITHUB_TRIGGERING_ACTOR ?? environment.GITHUB_ACTOR ?? 'unknown',
      ...(repository === undefined ? {} : { repository: `${server}/${repository}` }),
      ...(commit === undefined ? {} : { commit }),
      ...(ref === undefined ? {} : { ref }),
      ...(repository === undefined || runId === undefined
        ? {}
        : { url: `${server}/${repository}/actions/runs/${runId}` }),
      trusted: isTrusted(environment, event),
    },
    ...(pullRequest === undefined ? {} : { pullRequest }),
  }
}

/**
 * Whether what is checked out was approved by somebody who may write to the repository. On the events that outsiders can start
 * it has to be known; where the event file does not say it, it is not.
 */
function isTrusted({ GITHUB_EVENT_NAME: name, GITHUB_REPOSITORY: repository }: Environment, event: Event | undefined) {
  switch (name ?? '') {
    // Runs with the secrets of the base repository; what it checks out may be anybody's.
    case 'pull_request_target':
      return false
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return repository !== undefined && event?.pull_request?.head?.repo?.full_name === repository
    case 'workflow_run':
      return repository !== undefined && event?.workflow_run?.head_repository?.full_name === repository
    // The event of a comment on a pull request does not say where the pull request comes from.
    case 'issue_comment':
      return event?.issue !== undefined && event.issue.pull_request === undefined
    default:
      return true
  }
}

function numberOf(event: Event | undefined, ref: string | undefined): number | undefined {
  const number =
    event?.pull_request?.number ?? (event?.issue?.pull_request === undefined ? undefined : event.issue.number)
  if (typeof number === 'number') return number
  const found = /^refs\/pull\/(\d+)\//.exec(ref ?? '')?.[1]
  return found === undefined ? undefined : Number(found)
}

function readEvent(path: string | undefined): Event | undefined {
  if (path === undefined || path === '') return undefined
  try {
    const event: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof event === 'object' && event !== null ? event : undefined
  } catch {
    // Not there or not JSON: isTrusted draws the conclusion.
    return undefined
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
