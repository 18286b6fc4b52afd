import type { Bundle, BundleComponent } from '../../model/bundle.ts'
import type { Change, Reason } from '../../model/change.ts'
import type { Live, LiveComponent, Release } from '../../model/live.ts'
import { fieldReasons } from '../reasons.ts'

/** Deletes come after every other wave: the gateway has let go of a plugin before that goes. */
const deleteWave = 3

/** Bundle × Live → one change per component, in the order of waves, then of names. Pure. */
export function diffStack(bundle: Bundle, live: Live): readonly Change[] {
  const release = live.state.releases.findLast(({ status }) => status === 'live')
  const changes = bundle.components.map((component) =>
    compareComponent(
      component,
      live.components.find(({ service }) => service === component.service),
      release,
    ),
  )
  const rolled = changes.map((change) => rollGateway(change, changes, bundle, live))
  return [...rolled, ...findOrphans(bundle, live)].toSorted(
    (a, b) => a.wave - b.wave || (a.service < b.service ? -1 : a.service > b.service ? 1 : 0),
  )
}

function compareComponent(
  wanted: BundleComponent,
  live: LiveComponent | undefined,
  release: Release | undefined,
): Change {
  const { service, wave, pending } = wanted
  const change = { component: wanted.name, service, wave, pending }
  const recorded = release?.components.find((component) => component.service === service)
  if (live === undefined) {
    const why = `it is part of release ${release?.revision ?? 0} and is not there any more`
    return { ...change, action: 'create', reasons: recorded === undefined ? [] : [{ field: 'drift', why }] }
  }
  const drift = driftReasons(live, recorded?.hash, release?.revision)
  if (pending.length > 0 || live.hash !== wanted.hash) {
    const reasons = [...fieldReasons(recorded?.fields, wanted), ...drift]
    return {
      ...change,
      action: 'update',
      reasons: reasons.length > 0 ? reasons : [unexplained(recorded === undefined)],
    }
  }
  const ill = illReasons(live)
  if (ill.length > 0) return { ...change, action: 'restart', reasons: ill }
  return { ...change, action: 'unchanged', reasons: [] }
}

function unexplained(unrecorded: boolean): Reason {
  const why = unrecorded
    ? 'it runs, and no finished release says what it was made from'
    : 'the manifest is written differently by this version of the tool or by a changed template'
  return { field: 'manifest', why }
}

/** What runs is not what the release made. */
function driftReasons(
  live: LiveComponent,
  recorded: string | undefined,
  revision: number | undefined,
): readonly Reason[] {
  if (live.containers.length > 1) return [{ field: 'drift', why: live.message }]
  if (recorded === undefined || live.hash === recorded) return []
  return [{ field: 'drift', why: `what runs is not what release ${revision ?? 0} made` }]
}

/** The right thing, in a state that does not mend itself. */
function illReasons(live: LiveComponent): readonly Reason[] {
  if (live.containers.length > 1) return [{ field: 'drift', why: live.message }]
  if (live.readiness === 'failed' || live.readiness === 'stopped') return [{ field: 'drift', why: live.message }]
  return []
}

/**
 * A gateway does not survive the restart of a plugin (CONTRACT §6): it rolls after one that changes in this run,
 * and after one that started later than itself (a crash, an engine that came up again, a run that was killed).
 */
function rollGateway(change: Change, changes: readonly Change[], bundle: Bundle, live: Live): Change {
  const role = (service: string) => bundle.components.find((component) => component.service === service)?.role
  if (role(change.service) !== 'gateway' || change.action === 'create') return change
  const started = newestStart(live, change.service)
  const restarting = changes.flatMap((other) => {
    if (role(other.service) !== 'plugin') return []
    const why = pluginRestart(other, started, newestStart(live, other.service))
    return why === undefined ? [] : [{ field: 'plugin restarted', why }]
  })
  if (restarting.length === 0) return change
  const action = change.action === 'unchanged' ? 'restart' : change.action
  return { ...change, action, reasons: [...change.reasons, ...restarting] }
}

function pluginRestart(plugin: Change, gateway: string | undefined, started: string | undefined): string | undefined {
  if (plugin.action === 'create') return `plugin ${plugin.component} starts`
  if (plugin.action !== 'unchanged')
    return `plugin ${plugin.component} restarts; calls through it fail closed until the gateway is back`
  if (gateway === undefined || started === undefined || started <= gateway) return undefined
  return `plugin ${plugin.component} started after the gateway did`
}

/** ISO 8601 in UTC, to the millisecond: these compare as text. */
function newestStart(live: Live, service: string): string | undefined {
  const component = live.components.find((candidate) => candidate.service === service)
  return component?.containers
    .flatMap(({ startedAt }) => startedAt ?? [])
    .toSorted()
    .at(-1)
}

function findOrphans(bundle: Bundle, live: Live): readonly Change[] {
  return live.components
    .filter(({ service }) => !bundle.components.some((component) => component.service === service))
    .map(({ service, component }) => ({
      action: 'delete',
      component: component ?? service,
      service,
      wave: deleteWave,
      reasons: [{ field: 'component', why: 'it is not in the configuration' }],
      pending: [],
    }))
}
