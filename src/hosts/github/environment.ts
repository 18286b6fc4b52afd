import type { Environment } from '../../model/host.ts'
import { Secret } from '../../model/secret.ts'

/**
 * What the runner hands to an action and no child of it needs; whoever has them speaks as this job:
 * artifacts and caches (ACTIONS_RUNTIME_*, *_URL), a cloud identity (ACTIONS_ID_TOKEN_REQUEST_*), and the files in which the
 * variables, PATH, outputs and clean-up of later steps are written (GITHUB_ENV …), which a build or a hook could forge.
 */
export const runnerTokens: readonly string[] = [
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_RUNTIME_URL',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_URL',
  'ACTIONS_RESULTS_URL',
  'ACTIONS_CACHE_URL',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
]

/** Inputs hold secrets (`secrets`, `kubeconfig`, `github-token`), state the paths that `post` removes. */
const ours = /^(?:INPUT|STATE)_/

/** What processes inherit: all of the job's environment but that. */
export function withoutRunnerTokens(environment: Environment): Environment {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !ours.test(name) && !runnerTokens.includes(name)),
  )
}

/** What BuildKit finds GitHub's cache service with; only a build with `type=gha` is given it. The token alone is secret. */
const cacheNames = [
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_RESULTS_URL',
  'ACTIONS_CACHE_URL',
  'ACTIONS_CACHE_SERVICE_V2',
] as const

export function cacheTokensOf(environment: Environment): Readonly<Record<string, Secret>> {
  return Object.fromEntries(
    cacheNames.flatMap((name): readonly (readonly [string, Secret])[] => {
      const value = environment[name]
      return value === undefined || value === '' ? [] : [[name, new Secret(name, value)]]
    }),
  )
}
