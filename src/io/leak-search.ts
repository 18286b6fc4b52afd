import { open } from 'node:fs/promises'

/** A search for many byte strings at once. */
export interface LeakSearch {
  /** Bytes that a text must be carried on with, so that nothing is missed between two pieces of it. */
  readonly overlap: number
  /** Names of what is in these bytes. */
  find(bytes: Buffer): ReadonlySet<string>
}

interface Needle {
  readonly bytes: Buffer
  readonly name: string
  /** Where in it the window lies. */
  readonly anchor: number
}

/** Bytes of a needle that are compared by table; the shortest needle has as many. */
const window = 8
/** Bytes that the table is asked for at once. */
const block = 3
const tableBits = 20

/**
 * Wu and Manber's search: a table says for three bytes how far the window may jump, so that most bytes are never looked at.
 * The window lies in the middle of a needle: tokens and keys of a kind begin alike.
 *
 * @param needles  bytes → name; none is shorter than eight bytes.
 */
export function createLeakSearch(needles: Iterable<readonly [Buffer, string]>): LeakSearch {
  const jumps = new Uint8Array(2 ** tableBits).fill(window - block + 1)
  const byEnd = new Map<number, Needle[]>()
  let longest = 0
  for (const [bytes, name] of needles) {
    const anchor = (bytes.length - window) >>> 1
    for (let end = block - 1; end < window; end++) {
      const slot = slotAt(bytes, anchor + end)
      jumps[slot] = Math.min(jumps[slot] ?? 0, window - 1 - end)
    }
    const slot = slotAt(bytes, anchor + window - 1)
    const same = byEnd.get(slot)
    if (same === undefined) byEnd.set(slot, [{ bytes, name, anchor }])
    else same.push({ bytes, name, anchor })
    longest = Math.max(longest, bytes.length)
  }

  return {
    overlap: Math.max(0, longest - 1),
    find(bytes) {
      const found = new Set<string>()
      if (longest === 0) return found
      let end = window - 1
      while (end < bytes.length) {
        const slot = slotAt(bytes, end)
        const jump = jumps[slot] ?? 0
        if (jump > 0) {
          end += jump
          continue
        }
        for (const needle of byEnd.get(slot) ?? []) if (isAt(needle, bytes, end - window + 1)) found.add(needle.name)
        end++
      }
      return found
    },
  }
}

function slotAt(bytes: Buffer, end: number): number {
  const three = (bytes[end] ?? 0) | ((bytes[end - 1] ?? 0) << 8) | ((bytes[end - 2] ?? 0) << 16)
  return Math.imul(three, 0x9e3779b1) >>> (32 - tableBits)
}

function isAt({ anchor, bytes }: Needle, text: Buffer, windowStart: number): boolean {
  const start = windowStart - anchor
  const end = start + bytes.length
  if (start < 0 || end > text.length) return false
  // Cheaper than a call for most of those that are none.
  if (text[windowStart] !== bytes[anchor]) return false
  return bytes.compare(text, start, end) === 0
}

const pieceSize = 1024 * 1024

/** Names of what is in a file from byte `from` on, in pieces, whatever its size. @throws the system's error. */
export async function searchFile(path: string, from: number, search: LeakSearch): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(search.overlap + pieceSize)
    let kept = 0
    let position = from
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, pieceSize, position)
      if (bytesRead === 0) return found
      const filled = kept + bytesRead
      for (const name of search.find(buffer.subarray(0, filled))) found.add(name)
      position += bytesRead
      kept = Math.min(search.overlap, filled)
      buffer.copyWithin(0, filled - kept, filled)
    }
  } finally {
    await file.close()
  }
}
