import type { OpenIo } from '../../io/create-io.ts'
import type { Io, SocketHttp } from '../../model/io.ts'

/** Seconds that something is given at least: nothing answers in none. */
const shortest = 0.1

/**
 * The same edge for one check: every process, request and wait of it ends after so many seconds from now, whatever the code
 * behind it would give them.
 */
export function boundedIo(io: OpenIo, seconds: number): Io {
  const end = io.clock.now().getTime() + seconds * 1000
  const left = () => (end - io.clock.now().getTime()) / 1000
  const atMost = (wanted: number, spare = 0) => Number(Math.max(shortest, Math.min(wanted, left() - spare)).toFixed(1))
  // A moment later than any process: one that timed out says so, one that was stopped does not.
  const over = AbortSignal.timeout(seconds * 1000 + 500)
  const boundedSocket = (socket: SocketHttp): SocketHttp => ({
    // Before the proxy that it goes through is stopped: then it was the server that said nothing.
    request: (request) => socket.request({ ...request, timeoutSeconds: atMost(request.timeoutSeconds, seconds / 10) }),
    lines: (request, onLine) => socket.lines({ ...request, signal: AbortSignal.any([request.signal, over]) }, onLine),
    close: () => socket.close(),
  })
  return {
    ...io,
    // Whoever waits and tries again asks this.
    signal: AbortSignal.any([io.signal, over]),
    run: (command, options = {}) =>
      io.run(command, {
        ...options,
        timeoutSeconds: atMost(options.timeoutSeconds ?? seconds),
        signal: options.signal === undefined ? over : AbortSignal.any([options.signal, over]),
      }),
    http: (request) => io.http({ ...request, timeoutSeconds: atMost(request.timeoutSeconds) }),
    openSocket: (path, connections) => boundedSocket(io.openSocket(path, connections)),
  }
}
