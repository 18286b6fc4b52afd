import type { Bundle } from '../../model/bundle.ts'
import type { Change } from '../../model/change.ts'
import type { BundleObject, Inventory, InventoryEntry } from '../../model/kubernetes.ts'
import type { Live } from '../../model/live.ts'
import { compareObjects } from './diff-objects.ts'
import { liveObjects, writtenEntries } from './live-objects.ts'

/**
 * The objects that are written: what is not there, is not what we want or was changed by somebody. Secrets that may not be
 * listed are written again with the component that needs them, which changes nothing where they are there. Pure.
 */
export function chooseWritten(bundle: Bundle, changes: readonly Change[], live: Live): readonly BundleObject[] {
  const changed = new Set(changes.filter(({ action }) => action !== 'unchanged').map(({ component }) => component))
  const unseen = live.kubernetes?.secretsListed === false && changed.size > 0
  return compareObjects(bundle, live).flatMap(({ action, wanted }) => {
    if (action !== 'unchanged') return [wanted]
    const needed = changed.has(wanted.component) || !bundle.components.some(({ name }) => name === wanted.component)
    return unseen && needed && wanted.kind === 'Secret' ? [wanted] : []
  })
}

/** Every wanted object with what is known of its last write: by this run, as it is there, by an earlier release. Pure. */
export function makeInventory(bundle: Bundle, written: ReadonlyMap<string, InventoryEntry>, live: Live): Inventory {
  const there = liveObjects(live)
  const former = writtenEntries(live)
  return (bundle.kubernetes?.objects ?? []).map((object) => {
    const { key, component, contentNamed, hash } = object
    const own = written.get(key)
    if (own !== undefined) return own
    const found = there.get(key)
    if (found?.hash === hash) return entryOf(object, found)
    const before = former.get(key)
    return before?.hash === hash ? before : { key, component, contentNamed, hash }
  })
}

export function entryOf(
  { key, component, contentNamed, hash }: BundleObject,
  of: Pick<InventoryEntry, 'uid' | 'generation' | 'resourceVersion'>,
): InventoryEntry {
  const { uid, generation, resourceVersion } = of
  return {
    key,
    component,
    contentNamed,
    hash,
    ...(uid === undefined ? {} : { uid }),
    ...(generation === undefined ? {} : { generation }),
    ...(resourceVersion === undefined ? {} : { resourceVersion }),
  }
}
