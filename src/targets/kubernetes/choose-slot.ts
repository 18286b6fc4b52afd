import type { Live } from '../../model/live.ts'
import { goodReleases } from './live-objects.ts'

/** A plugin's revisions run in turn in these; three, so that one is free beside what runs and what a failed run left. */
const slots = ['r1', 'r2', 'r3'] as const

/**
 * `rolling: parallel`: which slot a plugin's pod template runs in. What runs already keeps its slot; anything else takes a
 * free one, or the place of what a failed run left. Pure.
 */
export function chooseSlot(live: Live): (plugin: string, hash: string) => string {
  const release = goodReleases(live).at(-1)
  return (plugin, hash) => {
    const taken = workloadsOf(live, plugin)
    // Two can be equal after a roll-back that was killed: the one that serves is the one that the release names.
    const serves = (service: string) => release?.components.some((component) => component.service === service) === true
    const same = taken.filter((workload) => workload.hash === hash)
    const kept = same.find(({ service }) => serves(service)) ?? same.at(0)
    if (kept !== undefined) return kept.slot
    const free = slots.find((slot) => !taken.some((workload) => workload.slot === slot))
    if (free !== undefined) return free
    return taken.find(({ service }) => !serves(service))?.slot ?? slots[0]
  }
}

interface SlotWorkload {
  readonly slot: string
  readonly service: string
  readonly hash?: string
}

function workloadsOf(live: Live, plugin: string): readonly SlotWorkload[] {
  const objects = live.kubernetes?.objects ?? []
  return objects
    .flatMap(({ component, deleting, kind, name, revision }) => {
      if (kind !== 'Deployment' || component !== plugin || revision === undefined) return []
      const hash = deleting ? undefined : live.components.find(({ service }) => service === name)?.hash
      return [{ slot: revision, service: name, ...(hash === undefined ? {} : { hash }) }]
    })
    .toSorted((a, b) => (a.slot < b.slot ? -1 : 1))
}
