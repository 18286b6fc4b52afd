import type { RetryStrategyV2, RetryToken } from '@smithy/types'
import type { Io } from '../../model/io.ts'
import { speaksNoTls } from '../../model/no-tls.ts'
import { patience, pauseAfter } from '../../model/patience.ts'
import { RedirectRefused } from '../../model/redirect-refused.ts'

/** As often as Vault is asked, by the run's own clock: the SDK by itself gives up within a second, and heeds no Ctrl-C. */
export function retryBy({ clock, signal }: Pick<Io, 'clock' | 'signal'>): RetryStrategyV2 {
  const ends = new WeakMap<RetryToken, number>()
  const makeToken = (count: number, end: number): RetryToken => {
    const token = { getRetryCount: () => count, getRetryDelay: () => 0 }
    ends.set(token, end)
    return token
  }
  return {
    acquireInitialRetryToken: async () => makeToken(0, clock.now().getTime() + patience.seconds * 1000),
    async refreshRetryTokenForRetry(token, { error, errorType, retryAfterHint }) {
      const tries = token.getRetryCount() + 1
      const end = ends.get(token) ?? 0
      const wait = ((retryAfterHint?.getTime() ?? 0) - clock.now().getTime()) / 1000
      const pause = pauseAfter(tries, wait)
      const isLasting = errorType === 'CLIENT_ERROR' || error?.cause instanceof RedirectRefused || speaksNoTls(error)
      // The SDK then throws what the last try gave.
      if (isLasting || tries === patience.tries || clock.now().getTime() + pause > end) throw new Error('no more tries')
      await clock.sleep(pause, signal)
      signal.throwIfAborted()
      return makeToken(tries, end)
    },
    recordSuccess: () => undefined,
  }
}
