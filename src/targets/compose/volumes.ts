import { askEngine, linesOf, type Place } from './engine.ts'
import { labels, stateVolume } from './names.ts'

/** Makes a volume of ours; one that is there stays as it is. */
export async function createVolume(place: Place, name: string, kind: 'content' | 'state'): Promise<void> {
  const ours = ['--label', `${labels.stack}=${place.project}`, '--label', `${labels.kind}=${kind}`]
  await askEngine(place, ['volume', 'create', ...ours, name])
}

/** Names of the stack's content volumes, sorted. */
export async function listContentVolumes(place: Place): Promise<readonly string[]> {
  return await listVolumes(place, [`${labels.stack}=${place.project}`, `${labels.kind}=content`])
}

/** Names of volumes that carry all of the labels, sorted. */
export async function listVolumes(place: Place, wanted: readonly string[]): Promise<readonly string[]> {
  const filters = wanted.flatMap((label) => ['--filter', `label=${label}`])
  const { stdout } = await askEngine(place, ['volume', 'ls', '--format', '{{.Name}}', ...filters])
  return [...linesOf(stdout)].sort()
}

export async function hasStateVolume(place: Place): Promise<boolean> {
  const name = stateVolume(place.project)
  const { stdout } = await askEngine(place, ['volume', 'ls', '--format', '{{.Name}}', '--filter', `name=${name}`])
  return linesOf(stdout).includes(name)
}
