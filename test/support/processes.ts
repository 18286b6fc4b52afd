import { readdirSync, readFileSync } from 'node:fs'

/** Watches every process of the machine from now on; answers with all command lines that were seen. */
export function watchCommandLines(): { stop(): readonly string[] } {
  const seen = new Set<string>()
  const look = () => {
    for (const pid of readdirSync('/proc')) {
      if (!/^\d+$/.test(pid)) continue
      try {
        seen.add(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '))
      } catch {
        // It ended between the two reads.
      }
    }
  }
  const timer = setInterval(look, 5)
  return {
    stop: () => {
      clearInterval(timer)
      return [...seen]
    },
  }
}
