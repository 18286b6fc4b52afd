import { forgetStack } from '../forget-stack.ts'
import { askEngine, linesOf, type Place, runEngine } from './engine.ts'
import { removeHelpers } from './fill-volumes.ts'
import { composeLabels } from './names.ts'
import { containersOf, pruneContents, removeContainers } from './prune.ts'
import { readState, removeState, writeState } from './state-store.ts'
import { listVolumes } from './volumes.ts'

export interface DestroyOptions {
  readonly volumes: boolean
  /** Generated secrets that open what is in the kept volumes. */
  readonly keepSecrets: readonly string[]
}

/**
 * Removes what can be made again. Without `volumes` the data stays, and with it the secrets that open it.
 * Where nothing is there, nothing is done.
 *
 * @returns what was removed, as lines for people.
 */
export async function destroyStack(place: Place, options: DestroyOptions): Promise<readonly string[]> {
  const { project } = place
  const state = await readState(place)
  const containers = await containersOf(place, [])
  await removeContainers(place, containers)
  await removeHelpers(place)
  const networks = await removeNetworks(place)
  await pruneContents(place, [])

  const data = await listVolumes(place, [`${composeLabels.project}=${project}`])
  if (options.volumes && data.length > 0) await askEngine(place, ['volume', 'rm', ...data])
  const keep = !options.volumes && data.length > 0 && !state.fresh
  if (keep) await writeState(place, forgetStack(state, options.keepSecrets))
  else await removeState(place)

  return [
    ...counted(containers.length, 'container'),
    ...counted(networks, 'network'),
    ...(options.volumes ? data.map((name) => `volume ${name} and its data`) : []),
    ...(keep || state.fresh ? [] : ['the stack’s state: CA, generated secrets, history']),
  ]
}

async function removeNetworks(place: Place): Promise<number> {
  const filter = `label=${composeLabels.project}=${place.project}`
  const ids = linesOf((await askEngine(place, ['network', 'ls', '--quiet', '--filter', filter])).stdout)
  if (ids.length > 0) await runEngine(place, ['network', 'rm', ...ids])
  return ids.length
}

const counted = (count: number, noun: string) => (count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`])
