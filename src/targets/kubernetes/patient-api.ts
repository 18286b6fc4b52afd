import { StackError } from '../../errors.ts'
import type { Io } from '../../model/io.ts'
import type { KubeAnswer, KubeApi } from './api.ts'

/** How long a server that does not answer is waited for, in seconds, and the pauses between attempts. */
export const patience = { seconds: 60, firstPause: 0.2, longestPause: 2 } as const

/**
 * The same API, patient: an API server that restarts, or asks for peace (429, 503), does not end a deploy. What was said
 * before is said again until it is heard; a POST only where it certainly never arrived. Waiting ends with SIGTERM, and
 * with the API: what is under way when it is closed fails at once.
 */
export function patientApi(
  api: KubeApi,
  io: Pick<Io, 'clock' | 'progress' | 'random' | 'signal'>,
  limits: { readonly seconds: number; readonly firstPause: number; readonly longestPause: number } = patience,
): KubeApi {
  /** True while one of many requests has said that it waits. */
  let told = false
  const tell = (reason: string) => {
    if (!told) io.progress.line(`waiting up to ${limits.seconds} s: ${reason}`)
    told = true
  }

  const closing = new AbortController()
  const ends = AbortSignal.any([io.signal, closing.signal])

  const patiently = async (attempt: () => Promise<KubeAnswer>, mayRepeat: (error: StackError) => boolean) => {
    const end = io.clock.now().getTime() + limits.seconds * 1000
    for (let pause = limits.firstPause; ; pause = Math.min(pause * 2, limits.longestPause)) {
      const outcome = await attempt().catch((error: unknown) => {
        if (isAway(error) && mayRepeat(error)) return error
        throw error
      })
      const isAnswer = !(outcome instanceof StackError)
      if (isAnswer && outcome.status !== 429 && outcome.status !== 503) {
        told = false
        return outcome
      }
      const seconds = (isAnswer ? outcome.retryAfterSeconds : undefined) ?? pause
      if (!ends.aborted && io.clock.now().getTime() + seconds * 1000 <= end) {
        // A moment's trouble is nobody's business.
        if (pause > limits.firstPause)
          tell(isAnswer ? `the API server is busy (HTTP ${outcome.status})` : outcome.message)
        // Many requests that were refused together must not come back together.
        const [spread = 0] = io.random(1)
        await io.clock.sleep(seconds * 1000 * (1 + spread / 1024), ends)
        if (!closing.signal.aborted) continue
      }
      if (isAnswer) return outcome
      throw outcome
    }
  }
  const always = () => true

  return {
    get: (path, options) => patiently(() => api.get(path, options), always),
    create: (path, body) => patiently(() => api.create(path, body), neverArrived),
    replace: (path, body) => patiently(() => api.replace(path, body), always),
    apply: (path, body, options) => patiently(() => api.apply(path, body, options), always),
    patch: (path, body) => patiently(() => api.patch(path, body), always),
    remove: (path, options) => patiently(() => api.remove(path, options), always),
    watch: (path, signal, onEvent) => api.watch(path, signal, onEvent),
    close: () => {
      closing.abort()
      return api.close()
    },
  }
}

function isAway(error: unknown): error is StackError {
  return error instanceof StackError && error.code === 'ENGINE_UNREACHABLE'
}

const neverArrived = ({ message }: StackError) => /refused|ECONNREFUSED|ENOENT|no such host|no route/.test(message)
