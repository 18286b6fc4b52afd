import type { InventoryEntry, LiveObject } from '../../model/kubernetes.ts'
import type { Live, Release } from '../../model/live.ts'

/** Contents of the live release and of the two before it are kept, so these are there. */
const keptReleases = 3

/** Releases that were live once and not taken back, oldest first. Pure. */
export function goodReleases(live: Live): readonly Release[] {
  return live.state.releases.filter(({ status }) => status === 'live' || status === 'superseded')
}

/** Every object that is there, by key; where Secrets cannot be listed, also those that were written and are kept. Pure. */
export function liveObjects(live: Live): ReadonlyMap<string, LiveObject> {
  const { kubernetes } = live
  const listed = (kubernetes?.objects ?? []).map((object): [string, LiveObject] => [object.key, object])
  if (kubernetes?.secretsListed !== false) return new Map(listed)
  const last = goodReleases(live).at(-1)?.revision ?? 0
  const written = goodReleases(live)
    .slice(-keptReleases)
    .flatMap(({ inventory = [], revision }) =>
      inventory.filter((entry) => isSecret(entry.key) && entry.uid !== undefined && mayBeThere(entry, revision, last)),
    )
  return new Map([...written.map((entry): [string, LiveObject] => [entry.key, fromEntry(entry)]), ...listed])
}

/** Secrets that a run may have written before it failed, where they cannot be listed: asked for only to remove them. Pure. */
export function perhapsSecrets(live: Live): readonly LiveObject[] {
  if (live.kubernetes?.secretsListed !== false) return []
  const there = liveObjects(live)
  const oldest = goodReleases(live).at(-keptReleases)?.revision ?? 0
  const last = goodReleases(live).at(-1)?.revision ?? 0
  const entries = live.state.releases
    .filter(({ revision }) => revision >= oldest)
    .flatMap(({ inventory = [], revision }) =>
      inventory.filter((entry) => isSecret(entry.key) && !there.has(entry.key) && mayBeThere(entry, revision, last)),
    )
  return [...new Map(entries.map((entry) => [entry.key, fromEntry(entry)])).values()]
}

/** Only contents outlive their release; anything else that the live release does not have went when that was made. */
function mayBeThere({ contentNamed }: InventoryEntry, revision: number, last: number): boolean {
  return contentNamed || revision >= last
}

/** What was last written, by key: entries of runs that did not come to an end say nothing of it. Pure. */
export function writtenEntries(live: Live): ReadonlyMap<string, InventoryEntry> {
  return new Map(
    live.state.releases.flatMap(({ inventory = [] }) =>
      inventory.flatMap((entry): [string, InventoryEntry][] => (entry.uid === undefined ? [] : [[entry.key, entry]])),
    ),
  )
}

/** Nobody wrote it since we did. Pure. */
export function isUntouched(object: LiveObject, entry: InventoryEntry | undefined): boolean {
  if (entry === undefined || entry.uid !== object.uid || entry.hash !== object.hash) return false
  return entry.generation === undefined
    ? entry.resourceVersion === object.resourceVersion
    : entry.generation === object.generation
}

const isSecret = (key: string) => key.startsWith('v1/Secret/')

function fromEntry({ component, hash, key, resourceVersion = '', uid = '' }: InventoryEntry): LiveObject {
  const name = key.slice('v1/Secret/'.length)
  return { key, apiVersion: 'v1', kind: 'Secret', name, uid, resourceVersion, hash, component, deleting: false }
}
