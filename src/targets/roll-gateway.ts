import type { Bundle } from '../model/bundle.ts'
import type { Change, Reason } from '../model/change.ts'
import type { Live } from '../model/live.ts'

const field = 'plugin restarted'

/**
 * A gateway does not survive the restart of a plugin (CONTRACT §6): it rolls after one that changes in this run,
 * and after one that started later than itself (a crash, an engine that came up again, a run that was killed). Pure.
 *
 * @param whyRoll  Why a plugin's change in this run takes the gateway along; undefined where it does not.
 */
export function rollGateway(
  change: Change,
  changes: readonly Change[],
  bundle: Bundle,
  live: Live,
  whyRoll: (plugin: Change) => Reason | undefined = whyRestart,
): Change {
  const role = (service: string) => bundle.components.find((component) => component.service === service)?.role
  if (role(change.service) !== 'gateway' || change.action === 'create') return change
  const started = startsOf(live, change.service).at(0)
  const restarting = changes.flatMap((other) => {
    if (role(other.service) !== 'plugin') return []
    return whyRoll(other) ?? whyLater(other, started, startsOf(live, other.service).at(-1)) ?? []
  })
  if (restarting.length === 0) return change
  const action = change.action === 'unchanged' ? 'restart' : change.action
  return { ...change, action, reasons: [...change.reasons, ...restarting] }
}

/** For plugins that every change restarts. */
export function whyRestart({ action, component }: Change): Reason | undefined {
  if (action === 'unchanged') return undefined
  if (action === 'create') return { field, why: `plugin ${component} starts` }
  return { field, why: `plugin ${component} restarts; calls through it fail closed until the gateway is back` }
}

function whyLater({ component }: Change, gateway: string | undefined, started: string | undefined): Reason | undefined {
  if (gateway === undefined || started === undefined || started <= gateway) return undefined
  return { field, why: `plugin ${component} started after the gateway did` }
}

/** Oldest first. ISO 8601 in UTC, all with or all without milliseconds: these compare as text. */
function startsOf(live: Live, service: string): readonly string[] {
  const component = live.components.find((candidate) => candidate.service === service)
  return component?.containers.flatMap(({ startedAt }) => startedAt ?? []).toSorted() ?? []
}
