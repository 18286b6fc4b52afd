/** Bytes of a stream as they come, of which the beginning and the end are kept. */
export interface BoundedOutput {
  add(chunk: Uint8Array): void
  /** True when something in the middle was left out. */
  readonly truncated: boolean
  bytes(): Buffer
}

/**
 * Keeps all of a stream up to `limit` bytes; of a longer one the first and the last half, with a line between them
 * that says how much is missing.
 */
export function createBoundedOutput(limit: number): BoundedOutput {
  const half = Math.floor(limit / 2)
  const head: Uint8Array[] = []
  let headLength = 0
  let tail: Uint8Array[] = []
  let tailLength = 0
  let dropped = 0

  return {
    get truncated() {
      return dropped > 0
    },

    add(chunk) {
      const room = Math.max(0, half - headLength)
      if (room > 0) {
        head.push(chunk.subarray(0, room))
        headLength += Math.min(room, chunk.length)
      }
      if (chunk.length <= room) return
      tail.push(chunk.subarray(room))
      tailLength += chunk.length - room
      // Cut only when twice too long: cutting on every chunk would copy the tail each time.
      if (tailLength > 2 * half) cutTail()
    },

    bytes() {
      if (tailLength > half) cutTail()
      const gap = dropped === 0 ? [] : [Buffer.from(`\n[… ${dropped} bytes left out …]\n`)]
      return Buffer.concat([...head, ...gap, ...tail])
    },
  }

  function cutTail(): void {
    const all = Buffer.concat(tail)
    dropped += all.length - half
    tail = [all.subarray(all.length - half)]
    tailLength = half
  }
}
