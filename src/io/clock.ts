import type { Clock } from '../model/io.ts'

/** The time of this machine. */
export const systemClock: Clock = {
  now: () => new Date(),

  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve()
        return
      }
      const wake = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      const timer = setTimeout(wake, milliseconds)
      signal?.addEventListener('abort', wake, { once: true })
    }),
}
