import type { BundleComponent } from '../../model/bundle.ts'
import type { Change } from '../../model/change.ts'
import type { ApplyInput, ApplyOutcome, ComponentFailure } from '../../model/target.ts'
import { stopIfInterrupted } from '../interrupted.ts'
import { makeComposer } from './compose-up.ts'
import type { Place } from './engine.ts'
import { describeFailure, type Fallen } from './failure.ts'
import { ensureImages, toNeed } from './images.ts'
import { inspectProject } from './inspect.ts'
import { composeLabels } from './names.ts'
import { findTakenPorts } from './port-conflict.ts'
import { prepareVolumes } from './prepare-volumes.ts'
import { pruneContents, removeServices } from './prune.ts'
import { waitUntilReady } from './wait.ts'

/**
 * Brings the changes about: images, contents, then wave after wave, each ready before the next; prune last. Every step
 * may be repeated, so a run that was killed anywhere is repaired by the next one.
 *
 * @param stillOurs  Throws when the lock was lost; asked before every wave.
 */
export async function applyChanges(place: Place, input: ApplyInput, stillOurs: () => void): Promise<ApplyOutcome> {
  const { bundle, changes } = input
  const seconds: Record<string, number> = {}
  const started = new Set(changes.filter(isStart).map(({ service }) => service))
  const changed = bundle.components.filter(({ service }) => started.has(service))

  const { images, failures } = await ensureImages(place, changed.map(toNeed))
  if (failures.length > 0) return { ok: false, failures, seconds }
  const taken = await findTakenPorts(place, bundle, changed)
  if (taken.length > 0) return { ok: false, failures: taken, seconds }
  const composer = await makeComposer(place, bundle, input.secrets, 'compose')
  if (changed.length > 0) await composer.check()
  stillOurs()
  await prepareVolumes(place, bundle, changed, images)

  const waves = [...new Set(changed.map(({ wave }) => wave))].toSorted((a, b) => a - b)
  for (const wave of waves) {
    stopIfInterrupted(place.io)
    stillOurs()
    const members = bundle.components.filter((component) => component.wave === wave)
    const services = members.map(({ service }) => service).filter((service) => started.has(service))
    const complaint = await composer.up(services)
    stopIfInterrupted(place.io)
    if (complaint !== undefined)
      return { ok: false, failures: await blame(place, members, started, complaint), seconds }
    if (!input.wait && wave === waves.at(-1)) continue

    const waited = await waitUntilReady(place, {
      components: members,
      started,
      timeoutSeconds: input.timeoutSeconds,
    })
    for (const service of services) seconds[service] = waited.seconds[service] ?? 0
    if (waited.fallen.length > 0) return { ok: false, failures: await describeAll(place, waited.fallen), seconds }
  }
  stillOurs()
  await removeServices(
    place,
    changes.filter(({ action }) => action === 'delete').map(({ service }) => service),
  )
  await pruneContents(
    place,
    bundle.contents.map(({ name }) => name),
  )
  return { ok: true, seconds }
}

const isStart = ({ action }: Change) => action === 'create' || action === 'update' || action === 'restart'

/** Compose itself refused: its last words, and the containers that did not come to life. */
async function blame(
  place: Place,
  members: readonly BundleComponent[],
  started: ReadonlySet<string>,
  complaint: string,
): Promise<readonly ComponentFailure[]> {
  const containers = await inspectProject(place)
  const reason = complaint.trim().split('\n').slice(-3).join(' · ').trim()
  const candidates = members.filter(({ service }) => started.has(service))
  const fallen = candidates.flatMap((component): readonly Fallen[] => {
    const container = containers.findLast(({ Config }) => Config.Labels?.[composeLabels.service] === component.service)
    if (container?.State.Status === 'running') return []
    const own = container?.State.Error ? container.State.Error : reason
    return [{ component: component.name, service: component.service, reason: own, ...(container && { container }) }]
  })
  const named = fallen.filter(({ service, container }) => container?.State.Error || complaint.includes(`-${service}-`))
  if (named.length > 0) return await describeAll(place, named)
  const [first] = candidates
  if (fallen.length > 0 || first === undefined) return await describeAll(place, fallen)
  return await describeAll(place, [{ component: first.name, service: first.service, reason }])
}

async function describeAll(place: Place, fallen: readonly Fallen[]): Promise<readonly ComponentFailure[]> {
  return await Promise.all(fallen.map(async (one) => await describeFailure(place, one)))
}
