import type { Live } from '../model/live.ts'
import type { Problem } from '../model/problem.ts'
import type { ApplyOutcome } from '../model/target.ts'

/** One problem per component that did not come up, with its last words and its events. */
export function componentProblems(outcome: ApplyOutcome): readonly Problem[] {
  if (outcome.ok) return []
  return outcome.failures.map((failure) => ({
    severity: 'error' as const,
    code: 'COMPONENT_FAILED' as const,
    message: `${failure.component} (${failure.service}): ${failure.reason}`,
    hint: failure.hint,
    ...(failure.lastLog.length === 0 ? {} : { frame: failure.lastLog.map((line) => `  | ${line}`).join('\n') }),
    ...(failure.events === undefined ? {} : { events: failure.events }),
  }))
}

/** What runs as it should be and is not ready, after all the waiting: live, but not healthy. */
export function unreadyProblems(live: Live, timeoutSeconds: number): readonly Problem[] {
  return live.components
    .filter(({ readiness }) => readiness !== 'ready')
    .map(({ component, message, readiness, service }) => {
      const waited = readiness === 'progressing' ? `; not ready after ${timeoutSeconds} seconds` : ''
      const name = component === undefined || component === service ? service : `${component} (${service})`
      return {
        severity: 'error' as const,
        code: 'VERIFY_FAILED' as const,
        message: `${name}: ${message}${waited}`,
        hint: `mcp-deploy logs${readiness === 'progressing' ? ', or give it longer with --timeout' : ''}`,
      }
    })
}
