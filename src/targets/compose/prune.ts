import { askEngine, linesOf, type Place, runEngine } from './engine.ts'
import { composeLabels } from './names.ts'
import { listContentVolumes } from './volumes.ts'

/** Seconds a container is given to end by itself. */
const graceSeconds = 10

/** Stops and removes the containers of services that are not wanted any more. Their data volumes stay. */
export async function removeServices(place: Place, services: readonly string[]): Promise<readonly string[]> {
  const removed: string[] = []
  for (const service of services) {
    const ids = await containersOf(place, [`${composeLabels.service}=${service}`])
    await removeContainers(place, ids)
    if (ids.length > 0) removed.push(service)
  }
  return removed
}

/** Ids of the project's containers, one-off runs included, that carry these labels too. */
export async function containersOf(place: Place, wanted: readonly string[]): Promise<readonly string[]> {
  const filters = [`${composeLabels.project}=${place.project}`, ...wanted].flatMap((one) => [
    '--filter',
    `label=${one}`,
  ])
  return linesOf((await askEngine(place, ['ps', '--all', '--quiet', '--no-trunc', ...filters])).stdout)
}

export async function removeContainers(place: Place, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await runEngine(place, ['stop', '--time', String(graceSeconds), ...ids])
  await runEngine(place, ['rm', '--force', ...ids])
}

/**
 * Removes content volumes that the release which is live now does not mount. A roll-back needs none of them:
 * it fills its own again from the state.
 */
export async function pruneContents(place: Place, wanted: readonly string[]): Promise<void> {
  const old = (await listContentVolumes(place)).filter((name) => !wanted.includes(name))
  // One that is still in use is refused by the engine and goes with the next deploy.
  if (old.length > 0) await runEngine(place, ['volume', 'rm', ...old])
}
