import type { Bundle } from '../../model/bundle.ts'
import type { InventoryEntry, LiveObject } from '../../model/kubernetes.ts'
import type { Live } from '../../model/live.ts'
import type { Problem } from '../../model/problem.ts'
import { massDelete as massDeleteOfPlugins, some, tooMany } from '../mass-delete.ts'
import { goodReleases, liveObjects, perhapsSecrets } from './live-objects.ts'

/** Contents of this many releases before the new one are kept: what a roll-back, by whatever means, would look for. */
const keptReleases = 2

/** Never removed here: what is in them cannot be made again. */
const neverPruned: ReadonlySet<string> = new Set(['PersistentVolumeClaim', 'Namespace'])

export interface Prunable {
  /** With the component each belongs to, in the order of their keys. */
  readonly objects: readonly PrunableObject[]
  /** Not wanted any more and kept all the same: contents of the releases before. */
  readonly kept: readonly LiveObject[]
}

export interface PrunableObject extends LiveObject {
  readonly owningComponent: string
  readonly contentNamed: boolean
}

/** What some inventory lists, is there, is ours alone and is not wanted any more. Pure. */
export function prunable(bundle: Bundle, live: Live): Prunable {
  const wanted = new Set(bundle.kubernetes?.objects.map(({ key }) => key))
  const listed = listedEntries(live)
  const kept = new Set(
    goodReleases(live)
      .slice(-keptReleases)
      .flatMap(({ inventory = [] }) => inventory.filter((entry) => entry.contentNamed).map(({ key }) => key)),
  )
  const unwanted = [...liveObjects(live).values(), ...perhapsSecrets(live)].filter(
    ({ deleting, key, kind, owner }) =>
      listed.has(key) && !wanted.has(key) && !deleting && owner === undefined && !neverPruned.has(kind),
  )
  const objects = unwanted.flatMap((object) => {
    const entry = listed.get(object.key)
    if (entry === undefined || kept.has(object.key)) return []
    return [{ ...object, owningComponent: entry.component, contentNamed: entry.contentNamed }]
  })
  return {
    objects: objects.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    kept: unwanted.filter(({ key }) => kept.has(key)),
  }
}

/** More than half of the plugins, or of all that is live, would go. Pure. */
export function massDelete(bundle: Bundle, live: Live): Problem | undefined {
  const plugins = massDeleteOfPlugins(bundle, live)
  if (plugins !== undefined) return plugins
  const inventory = goodReleases(live).at(-1)?.inventory ?? []
  const fixed = new Set(inventory.filter(({ contentNamed }) => !contentNamed).map(({ key }) => key))
  const going = prunable(bundle, live).objects.filter(({ key }) => fixed.has(key))
  if (going.length * 2 <= fixed.size) return undefined
  const names = going.map(({ kind, name }) => `${kind}/${name}`)
  return tooMany(`${going.length} of the stack’s ${fixed.size} objects would be removed: ${some(names)}`)
}

/** Newest entry of every key in the history. */
function listedEntries(live: Live): ReadonlyMap<string, InventoryEntry> {
  return new Map(live.state.releases.flatMap(({ inventory = [] }) => inventory.map((entry) => [entry.key, entry])))
}
