import type { CacheFailure, CacheHits } from '../../model/layer-cache.ts'

/** Watches one image's build for what the layer cache did. */
export interface ProgressReader {
  line(text: string): void
  /** The same image is built anew: its steps are numbered from the beginning. */
  restart(): void
  /** Without the cache the image was built. */
  unusable(reason: string): void
  /** Undefined when no step was seen. */
  hits(): CacheHits | undefined
  /** That there is no cache yet is no failure. */
  failures(): readonly CacheFailure[]
}

/** A step of a Containerfile: `[2/3] RUN …`, `[linux/amd64 serve 2/3] COPY …`; not `[internal] …`, not `FROM`. */
const step = /^\[(?:[^\]]* )?\d+\/\d+\] (?!FROM\b)/
/** A step whose layer came from elsewhere; what a step itself prints has its seconds in front. */
const fetched = /^(?:extracting )?sha256:[0-9a-f]{64}\b/
const reading = /^importing cache manifest/
const writing = /^exporting (?:cache|to GitHub)/
/** The first build of an image, in the words of registries and of BuildKit. */
const notThere =
  /not found|manifest unknown|MANIFEST_UNKNOWN|name unknown|NAME_UNKNOWN|failed to configure .*: blob unknown/

/** Reads BuildKit's `--progress=plain`: every line begins with the number of its step, `#7 CACHED`. */
export function createProgressReader(): ProgressReader {
  const names = new Map<string, string>()
  const cached = new Set<string>()
  const failures: CacheFailure[] = []

  return {
    line(text) {
      const [, number = '', said = ''] = /^#(\d+) (.*)$/.exec(text) ?? []
      if (number === '') return
      const name = names.get(number)
      if (name === undefined) {
        names.set(number, said)
        return
      }
      if (said === 'CACHED' || fetched.test(said)) cached.add(number)
      if (!said.startsWith('ERROR')) return
      const reason = said.replace(/^ERROR:?\s*/, '')
      if (reading.test(name) && !notThere.test(reason)) failures.push({ what: 'could not be read', reason })
      if (writing.test(name)) failures.push({ what: 'could not be written', reason })
    },
    restart() {
      names.clear()
      cached.clear()
    },
    unusable: (reason) => void failures.push({ what: 'could not be used', reason }),
    hits() {
      const steps = [...names].filter(([, name]) => step.test(name))
      if (steps.length === 0) return undefined
      return { cached: steps.filter(([number]) => cached.has(number)).length, steps: steps.length }
    },
    failures: () => failures,
  }
}
