import type { Stream } from '../model/host.ts'
import type { LeakSearch } from './leak-search.ts'

/** What went out through one stream, to be searched when all secrets are known. */
export interface Printed {
  readonly stream: Stream
  /** Names of what was printed, each of them once. */
  search(by: LeakSearch): ReadonlySet<string>
}

/** Bytes that wait to be searched. Most runs print less in all. */
const mostHeld = 4 * 1024 * 1024

/**
 * Listens to a stream. Progress is printed before the last secret is known, so what was printed is kept and searched at the
 * end; where it grows too long (`logs --follow`), it is searched with what is known by then.
 */
export function listenTo(stream: Stream, searchNow: () => LeakSearch): Printed {
  let held: Buffer[] = []
  let size = 0
  const found = new Set<string>()
  const told = new Set<string>()

  const searchHeld = (by: LeakSearch) => {
    const bytes = Buffer.concat(held)
    for (const name of by.find(bytes)) found.add(name)
    // A value may be printed in two pieces.
    held = [Buffer.from(bytes.subarray(Math.max(0, bytes.length - by.overlap)))]
    size = held[0]?.length ?? 0
  }
  return {
    stream: {
      get columns() {
        return stream.columns
      },
      get rows() {
        return stream.rows
      },
      get isTTY() {
        return stream.isTTY
      },
      write(text, done) {
        const bytes = Buffer.from(text)
        held.push(bytes)
        size += bytes.length
        if (size > mostHeld) searchHeld(searchNow())
        return stream.write(text, done)
      },
      on: (event, listener) => stream.on?.(event, listener),
    },
    search(by) {
      searchHeld(by)
      const fresh = new Set([...found].filter((name) => !told.has(name)))
      for (const name of fresh) told.add(name)
      return fresh
    },
  }
}
