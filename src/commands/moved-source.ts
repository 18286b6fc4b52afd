import type { Change, Reason } from '../model/change.ts'
import type { Image } from '../model/image.ts'
import type { Live, Release } from '../model/live.ts'

/**
 * Adds a line of its own to every change whose image is another one although its name did not change: a branch or tag that
 * moved. That somebody pushed is another cause than that somebody edited the file.
 */
export function noteMoves(changes: readonly Change[], images: readonly Image[], live: Live): readonly Change[] {
  const release = live.state.releases.findLast(({ status }) => status === 'live')
  return changes.map((change) => {
    if (change.action !== 'update') return change
    // By name: with `rolling: parallel` the same plugin is another workload.
    const before = release?.components.find(({ name }) => name === change.component)
    const image = images.find(({ component }) => component === change.component)
    const moved = before === undefined || image === undefined ? undefined : moveOf(before, image)
    return moved === undefined ? change : { ...change, reasons: [moved, ...change.reasons] }
  })
}

function moveOf(before: Release['components'][number], image: Image): Reason | undefined {
  if (image.revision !== undefined && before.revision !== undefined) {
    if (image.revision === before.revision) return undefined
    const why = 'another commit of its repository'
    return { field: 'source', before: before.revision.slice(0, 12), after: image.revision.slice(0, 12), why }
  }
  // A tag that stands for another digest than it did; one that was written otherwise is an ordinary change.
  const [old, now] = [
    digestOf(before.image),
    typeof image.reference === 'string' ? digestOf(image.reference) : undefined,
  ]
  if (image.tag !== before.tag || old === undefined || now === undefined || old === now) return undefined
  return { field: 'source', before: old, after: now, why: `${image.tag} moved` }
}

/** 12 digits of the digest or image id: what people compare. */
function digestOf(reference: string): string | undefined {
  return /(?:^|@)sha256:([0-9a-f]{12})/.exec(reference)?.[1]
}
