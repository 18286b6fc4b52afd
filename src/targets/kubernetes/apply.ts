import type { BundleComponent } from '../../model/bundle.ts'
import type { Change } from '../../model/change.ts'
import type { BundleObject, InventoryEntry } from '../../model/kubernetes.ts'
import type { ApplyInput, ApplyOutcome, ComponentFailure } from '../../model/target.ts'
import { stopIfInterrupted } from '../interrupted.ts'
import type { Place } from './api.ts'
import { applyObjects, type Written } from './apply-objects.ts'
import { chooseWritten, makeInventory } from './choose-written.ts'
import { isDrift } from './examine.ts'
import { describeFailure } from './failure.ts'
import { inParallel } from './in-parallel.ts'
import { loadImages } from './load-images.ts'
import { leavesRevision, letGatewaysLeave } from './old-gateways.ts'
import { pruneObjects } from './prune.ts'
import { refreshVersions } from './refresh-versions.ts'
import { restartWorkload } from './restart.ts'
import { openWaiter, type Waiter } from './wait.ts'

/** Between the namespace and its configuration: made among other objects, new Services take the server three times as long. */
const servicesWave = -1.5

/** Kinds that become ready, or not. */
const workloadKinds = ['Deployment', 'StatefulSet']

/**
 * Brings the changes about in waves, each ready before the next: namespace, configuration, infrastructure, plugins, gateway,
 * what follows it; prune last. Every step may be repeated, so a run that was killed anywhere is repaired by the next one.
 *
 * @param stillOurs  Throws when the lock was lost; asked before every wave.
 */
export async function applyChanges(place: Place, input: ApplyInput, stillOurs: () => void): Promise<ApplyOutcome> {
  const restarts = input.changes.filter(({ action }) => action === 'restart')
  const objects = chooseWritten(input.bundle, input.changes, input.live)
  const started = new Set(objects.filter(({ kind }) => workloadKinds.includes(kind)).map(({ name }) => name))
  const failures = await loadImages(
    place,
    input.bundle.components.filter(({ service }) => started.has(service)),
  )
  if (failures.length > 0) return { ok: false, failures, seconds: {} }
  const waiter: { open?: Waiter } = {}
  try {
    return await applyWaves(place, input, stillOurs, { objects, restarts, waiter })
  } finally {
    await waiter.open?.close()
  }
}

interface Work {
  readonly objects: readonly BundleObject[]
  readonly restarts: readonly Change[]
  readonly waiter: { open?: Waiter }
}

async function applyWaves(
  place: Place,
  input: ApplyInput,
  stillOurs: () => void,
  { objects, restarts, waiter }: Work,
): Promise<ApplyOutcome> {
  const { bundle, live, secrets } = input
  const existing = new Set(live.kubernetes?.objects.map(({ key }) => key))
  const entries = new Map<string, InventoryEntry>()
  const seconds: Record<string, number> = {}
  const kinds = kindsOf(bundle.kubernetes?.objects ?? [])
  const waveOf = ({ kind, key, wave }: BundleObject) => (kind === 'Service' && !existing.has(key) ? servicesWave : wave)
  const waves = [...new Set([...objects.map(waveOf), ...restarts.map(({ wave }) => wave)])].toSorted((a, b) => a - b)
  const last = waves.findLast((wave) => hasStarts(wave, objects, restarts))

  for (const wave of waves) {
    stopIfInterrupted(place.io)
    stillOurs()
    const waits = hasStarts(wave, objects, restarts) && (input.wait || mustWait(input, wave === last))
    // Opened before the wave is written, so that nothing of it is missed.
    if (waits) waiter.open ??= await openWaiter(place)
    waiter.open?.mark()
    const members = objects.filter((object) => waveOf(object) === wave)
    const written = await applyObjects(place, members, {
      secrets,
      existing,
      force: ({ key }) => input.forceConflicts === true || isDrift(live, key),
    })
    for (const [key, entry] of written.entries) entries.set(key, entry)
    if (written.refused.length > 0) return { ok: false, failures: refusals(bundle.components, written, place), seconds }
    const restarted = new Set(restarts.flatMap((one) => (one.wave === wave ? [one.service] : [])))
    const rolled = (bundle.kubernetes?.objects ?? []).filter(
      ({ kind, name }) => restarted.has(name) && kind === kinds.get(name),
    )
    await inParallel(rolled, async (object) => {
      entries.set(object.key, await restartWorkload(place, object))
    })
    if (!waits || waiter.open === undefined) continue

    const components = bundle.components.filter((component) => component.wave === wave)
    const waited = await waiter.open.untilReady({
      components,
      generations: generationsOf(entries, kinds),
      kinds,
      timeoutSeconds: input.timeoutSeconds,
    })
    Object.assign(seconds, startedOnly(waited.seconds, entries, kinds))
    if (waited.fallen.length > 0) {
      const failures = await Promise.all(waited.fallen.map((fallen) => describeFailure(place, fallen)))
      return { ok: false, failures, seconds }
    }
  }
  if (leavesRevision(bundle, live)) await letGatewaysLeave(place, bundle)
  stopIfInterrupted(place.io)
  stillOurs()
  await pruneObjects(place, bundle, live)
  const inventory = await refreshVersions(place, bundle, makeInventory(bundle, entries, live))
  return { ok: true, seconds, inventory }
}

/** Workloads' names are the components' services: service → kind. */
function kindsOf(objects: readonly BundleObject[]): ReadonlyMap<string, string> {
  return new Map(objects.flatMap(({ kind, name }) => (workloadKinds.includes(kind) ? [[name, kind] as const] : [])))
}

/**
 * Without `wait` a first deploy waits for nothing: gateways start again until their plugins are there. A gateway that runs
 * rolls only when its plugins are ready, and a revision that is left goes only when no gateway uses it any more.
 */
function mustWait({ bundle, live }: ApplyInput, isLast: boolean): boolean {
  const there = new Set(live.kubernetes?.objects.map(({ key }) => key))
  const workloads = (bundle.kubernetes?.objects ?? []).filter(({ kind }) => workloadKinds.includes(kind))
  const gateway = bundle.components.find(({ role }) => role === 'gateway')
  if (!workloads.some(({ key, component }) => component === gateway?.name && there.has(key))) return false
  return !isLast || leavesRevision(bundle, live)
}

function hasStarts(wave: number, objects: readonly BundleObject[], restarts: readonly Change[]): boolean {
  const started = objects.some((object) => object.wave === wave && workloadKinds.includes(object.kind))
  return started || restarts.some((restart) => restart.wave === wave)
}

function generationsOf(entries: ReadonlyMap<string, InventoryEntry>, kinds: ReadonlyMap<string, string>) {
  return new Map(
    [...kinds].flatMap(([service, kind]) => {
      const generation = entries.get(`apps/v1/${kind}/${service}`)?.generation
      return generation === undefined ? [] : [[service, generation] as const]
    }),
  )
}

/** What ran before has no start to measure. */
function startedOnly(
  seconds: Readonly<Record<string, number>>,
  entries: ReadonlyMap<string, InventoryEntry>,
  kinds: ReadonlyMap<string, string>,
): Readonly<Record<string, number>> {
  const started = generationsOf(entries, kinds)
  return Object.fromEntries(Object.entries(seconds).filter(([service]) => started.has(service)))
}

/** One failure per component, with the first of its objects that the server refused. */
function refusals(
  components: readonly BundleComponent[],
  { refused }: Written,
  place: Place,
): readonly ComponentFailure[] {
  const names = [...new Set(refused.map(({ object }) => object.component))]
  return names.flatMap((component) => {
    const own = refused.filter(({ object }) => object.component === component)
    const [first, ...more] = own
    if (first === undefined) return []
    const service = components.find(({ name }) => name === component)?.service ?? first.object.name
    const others = more.length === 0 ? '' : ` (and ${more.length} more of its objects)`
    const reason = place.io.redactor.redact(`${first.refusal.reason}${others}`)
    return [{ component, service, reason, lastLog: [], hint: first.refusal.hint }]
  })
}
