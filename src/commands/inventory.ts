import type { Bundle } from '../model/bundle.ts'
import type { Inventory } from '../model/kubernetes.ts'
import type { Release, StackState } from '../model/live.ts'

// A target without objects (Compose) has no inventory, and everything here leaves its releases as they are.

/** What is about to be written: kept with the release before anything is, so that it can be pruned whatever happens. */
export function intendedInventory(bundle: Bundle): Inventory | undefined {
  return bundle.kubernetes?.objects.map(({ key, component, contentNamed, hash }) => ({
    key,
    component,
    contentNamed,
    hash,
  }))
}

/** Whether a release was to write just the objects of this bundle. */
export function listsSame(release: Release, bundle: Bundle): boolean {
  const wanted = intendedInventory(bundle)
  if (wanted === undefined) return true
  return namesOf(release.inventory ?? []) === namesOf(wanted)
}

const namesOf = (inventory: Inventory) =>
  inventory
    .map(({ key, hash }) => `${key} ${hash}`)
    .sort()
    .join('\n')

/** A release with what was written for it; without news it keeps what it has. */
export function withInventory(release: Release, inventory: Inventory | undefined): Release {
  return inventory === undefined ? release : { ...release, inventory }
}

/**
 * A stored release as it runs again: with today's secrets and certificates its pods have other hashes, and a plugin may have
 * come to another slot.
 */
export function asRestored(release: Release, bundle: Bundle): Release {
  if (bundle.kubernetes === undefined) return release
  const components = release.components.map((component) => {
    const now = bundle.components.find(({ name, role }) => name === component.name && role === component.role)
    return now === undefined ? component : { ...component, service: now.service, hash: now.hash, fields: now.fields }
  })
  return { ...release, components }
}

/** A release in its place in the history, whose order stays. */
export function replaceRelease(state: StackState, release: Release): StackState {
  const releases = state.releases.map((other) => (other.revision === release.revision ? release : other))
  return { ...state, releases }
}

/** Everything that either lists; of what both list, the second knows more. */
export function joinInventories(first: Inventory | undefined, second: Inventory | undefined): Inventory | undefined {
  if (first === undefined || second === undefined) return second ?? first
  const keys = new Set(second.map(({ key }) => key))
  return [...first.filter(({ key }) => !keys.has(key)), ...second]
}
