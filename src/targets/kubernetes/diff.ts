import type { Bundle, BundleComponent } from '../../model/bundle.ts'
import type { Change, Reason } from '../../model/change.ts'
import type { Live, LiveComponent, Release } from '../../model/live.ts'
import { fieldReasons, unexplained } from '../reasons.ts'
import { rollGateway, whyRestart } from '../roll-gateway.ts'
import { compareObjects, label, type ObjectVerdict, objectChanges } from './diff-objects.ts'
import { goodReleases } from './live-objects.ts'
import { type PrunableObject, prunable } from './prunable.ts'

/** Component of what belongs to none. */
const shared = 'stack'

/** Deletes come after every other wave: the gateway has let go of a plugin before that goes. */
const deleteWave = 3

/** One component, what is compared of it, and what it leaves behind. */
interface Comparison {
  readonly wanted: BundleComponent
  readonly live?: LiveComponent
  readonly recorded?: Release['components'][number]
  /** Runs in another slot than the one it shall run in. */
  readonly moves: boolean
  readonly verdicts: readonly ObjectVerdict[]
  readonly leftovers: readonly PrunableObject[]
  readonly revision: number
}

/**
 * Bundle × Live → one change per component and one per shared object that changes (named `Kind/name`), in the order of waves,
 * then of names. Pure.
 */
export function diffStack(bundle: Bundle, live: Live): readonly Change[] {
  const verdicts = compareObjects(bundle, live)
  const going = prunable(bundle, live).objects
  const comparisons = bundle.components.map((wanted) => compare(wanted, live, verdicts, going))
  const changes = comparisons.map(changeOf)
  const whyRoll = (plugin: Change) => whyGatewayRolls(plugin, comparisons)
  const rolled = changes.map((change, at) =>
    restartToo(rollGateway(change, changes, bundle, live, whyRoll), comparisons[at]),
  )
  return [
    ...rolled.map((change, at) => explain(change, comparisons[at]?.recorded === undefined)),
    ...sharedChanges(verdicts),
    ...removals(bundle, live, going),
  ].toSorted((a, b) => a.wave - b.wave || (a.service < b.service ? -1 : a.service > b.service ? 1 : 0))
}

function compare(
  wanted: BundleComponent,
  live: Live,
  verdicts: readonly ObjectVerdict[],
  going: readonly PrunableObject[],
): Comparison {
  const release = goodReleases(live).at(-1)
  // By name: with `rolling: parallel` the same plugin is another workload.
  const recorded = release?.components.find(({ name, role }) => name === wanted.name && role === wanted.role)
  const runs = live.components.find(({ service }) => service === wanted.service)
  const elsewhere = live.components.find(
    ({ component, service }) => component === wanted.name && service !== wanted.service,
  )
  return {
    wanted,
    ...(runs && { live: runs }),
    ...(recorded && { recorded }),
    moves: runs === undefined && elsewhere !== undefined,
    verdicts: verdicts.filter((verdict) => verdict.wanted.component === wanted.name),
    leftovers: going.filter(({ owningComponent }) => owningComponent === wanted.name),
    revision: release?.revision ?? 0,
  }
}

function changeOf(comparison: Comparison): Change {
  const { live, leftovers, moves, recorded, revision, verdicts, wanted } = comparison
  const fixed = leftovers.filter(({ contentNamed }) => !contentNamed)
  const objects = [
    ...objectChanges(verdicts),
    ...fixed.map((object) => ({ object: label(object), action: 'delete' as const })),
  ]
  const change = {
    component: wanted.name,
    service: wanted.service,
    wave: wanted.wave,
    pending: wanted.pending,
    objects,
  }
  if (live === undefined && !moves) {
    const why = `it is part of release ${revision} and is not there any more`
    return { ...change, action: 'create', reasons: recorded === undefined ? [] : [{ field: 'drift', why }] }
  }
  const drift = [...verdicts.flatMap((verdict) => verdict.drift), ...runsOtherwise(comparison)]
  const differs = moves || live?.hash !== wanted.hash || wanted.pending.length > 0
  if (differs || objects.length > 0) {
    const fields = fieldReasons(recorded?.fields, wanted)
    const left = fixed.map((object) => ({ field: label(object), why: 'it is not wanted any more' }))
    const missing = differs ? [] : createdReasons(verdicts, revision)
    return { ...change, action: 'update', reasons: [...fields, ...drift, ...missing, ...(moves ? [] : left)] }
  }
  if (live?.readiness === 'failed')
    return { ...change, action: 'restart', reasons: [{ field: 'drift', why: live.message }] }
  return { ...change, action: 'unchanged', reasons: [] }
}

/** Field of a gateway whose pods say by a hash which plugins they were started with; what became of those is said in words. */
const pluginsField = 'plugins'

/** What runs is not what the release made: a run that failed, or a hand. */
function runsOtherwise({ live, recorded, revision, wanted }: Comparison): readonly Reason[] {
  if (live === undefined || recorded === undefined || recorded.service !== wanted.service) return []
  if (live.hash === recorded.hash) return []
  return [{ field: 'drift', why: `what runs is not what release ${revision} made` }]
}

/** An object that only now comes to a component that runs: new, or removed by somebody. */
function createdReasons(verdicts: readonly ObjectVerdict[], revision: number): readonly Reason[] {
  return verdicts.flatMap(({ action, wanted }) =>
    action === 'create' ? [{ field: label(wanted), why: `it is not there (release ${revision} is live)` }] : [],
  )
}

function explain({ objects = [], ...change }: Change, unrecorded: boolean): Change {
  const told = change.reasons.filter(({ field }) => field !== pluginsField)
  const others = { field: pluginsField, why: 'its plugins are not the ones it was started with' }
  const left = change.reasons.length > 0 ? others : unexplained(unrecorded)
  const reasons = change.action === 'update' && told.length === 0 ? [left] : told
  return { ...change, reasons, ...(objects.length > 0 && { objects }) }
}

/** Only what brings new pods takes the gateway along: another number of them, or another Service, does not. */
function whyGatewayRolls(plugin: Change, comparisons: readonly Comparison[]): Reason | undefined {
  const comparison = comparisons.find(({ wanted }) => wanted.service === plugin.service)
  if (plugin.action !== 'update' || comparison === undefined) return whyRestart(plugin)
  const { moves, wanted } = comparison
  if (moves) {
    const slot = /-(r\d)$/.exec(wanted.service)?.[1]
    const where = slot === undefined ? `to ${wanted.service}` : `to revision ${slot}`
    return {
      field: 'plugin moved',
      why: `plugin ${wanted.name} moves ${where}; the old one serves until the gateway has moved`,
    }
  }
  return bringsPods(comparison) ? whyRestart(plugin) : undefined
}

/** What is written of it makes new pods; pods that are to be made again for another reason are restarted beside that. */
function restartToo(change: Change, comparison: Comparison | undefined): Change {
  const losesSessions = change.reasons.some(({ field }) => field === 'plugin restarted')
  if (change.action !== 'update' || !losesSessions || comparison === undefined || bringsPods(comparison)) return change
  return { ...change, action: 'restart' }
}

function bringsPods({ live, verdicts, wanted }: Comparison): boolean {
  if (live?.hash !== wanted.hash || wanted.pending.length > 0) return true
  return verdicts.some(({ drift }) => drift.some(({ field }) => field.startsWith('spec.template.')))
}

function sharedChanges(verdicts: readonly ObjectVerdict[]): readonly Change[] {
  return verdicts.flatMap((verdict) => {
    const { action, drift, wanted } = verdict
    if (wanted.component !== shared || action === 'unchanged') return []
    // Nobody wrote a name for it.
    const name = label(wanted)
    const change = { component: name, service: name, wave: wanted.wave, pending: wanted.pending, action }
    const reasons = action === 'update' && drift.length === 0 ? [unexplained(false)] : drift
    return [{ ...change, reasons, objects: objectChanges([verdict]) }]
  })
}

/** Components that are not in the configuration any more, and shared objects that are not needed. */
function removals(bundle: Bundle, live: Live, going: readonly PrunableObject[]): readonly Change[] {
  const orphaned = going.filter(
    ({ owningComponent }) => !bundle.components.some(({ name }) => name === owningComponent),
  )
  const names = [...new Set(orphaned.map(({ owningComponent }) => owningComponent))]
  return names.flatMap((name): readonly Change[] => {
    const objects = orphaned.filter(({ owningComponent }) => owningComponent === name)
    const change = { action: 'delete', component: name, wave: deleteWave, pending: [] } as const
    const deletes = objects.map((object) => ({ object: label(object), action: 'delete' as const }))
    if (name === shared) {
      const reasons = [{ field: 'component', why: 'it is not needed any more' }]
      const fixed = objects.filter(({ contentNamed }) => !contentNamed)
      return fixed.map((object) => {
        const its = label(object)
        return {
          ...change,
          component: its,
          service: its,
          reasons,
          objects: [{ object: its, action: 'delete' as const }],
        }
      })
    }
    const service = live.components.find(({ component }) => component === name)?.service
    // Only contents of a component that went earlier: nothing to tell anybody of, the next prune takes them.
    if (service === undefined && objects.every(({ contentNamed }) => contentNamed)) return []
    const reasons = [{ field: 'component', why: 'it is not in the configuration' }]
    return [{ ...change, service: service ?? objects[0]?.name ?? name, reasons, objects: deletes }]
  })
}
