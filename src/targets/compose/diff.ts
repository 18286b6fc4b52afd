import type { Bundle, BundleComponent } from '../../model/bundle.ts'
import type { Change, Reason } from '../../model/change.ts'
import type { Live, LiveComponent, Release } from '../../model/live.ts'
import { fieldReasons, unexplained } from '../reasons.ts'
import { rollGateway } from '../roll-gateway.ts'

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
