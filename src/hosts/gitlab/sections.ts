import type { Stream } from '../../model/host.ts'

/** Erases the line, so that the marker itself is not seen. */
const erase = '\u001b[0K'

/** Collapsible sections of a job's log: one is open at a time. */
export interface Sections {
  /** Ends the section before. @param title  One line without control characters: nothing in it can be a marker. */
  begin(title: string): void
  end(): void
}

/** @param now  Milliseconds; markers count in seconds. */
export function createSections(stream: Stream, now: () => number): Sections {
  let open: string | undefined
  let count = 0
  const seconds = () => Math.floor(now() / 1000)

  const end = () => {
    if (open !== undefined) stream.write(`${erase}section_end:${seconds()}:${open}\r${erase}\n`)
    open = undefined
  }
  return {
    begin(title) {
      end()
      count++
      // A section's name is seen once in a log.
      const word = title
        .toLowerCase()
        .replaceAll(/[^a-z\d]+/g, '_')
        .slice(0, 40)
      open = `mcp_${count}_${word}`
      stream.write(`${erase}section_start:${seconds()}:${open}[collapsed=true]\r${erase}${title}\n`)
    },
    end,
  }
}
