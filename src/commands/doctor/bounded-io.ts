import type { OpenIo } from '../../io/create-io.ts'
import type { Io, SocketHttp } from '../../model/io.ts'

/**
 * The same edge for one check: every process, request and wait of it ends after so many seconds, whatever the code behind it
 * would give them.
 */
export function boundedIo(io: OpenIo, seconds: number): Io {
  // A moment later than any process: one that timed out says so, one that was stopped does not.
  const end = AbortSignal.timeout(seconds * 1000 + 500)
  const atMost = (wanted: number) => Math.min(wanted, seconds)
  const boundedSocket = (socket: SocketHttp): SocketHttp => ({
    request: (request) => socket.request({ ...request, timeoutSeconds: atMost(request.timeoutSeconds) }),
    lines: (request, onLine) => socket.lines({ ...request, signal: AbortSignal.any([request.signal, end]) }, onLine),
    close: () => socket.close(),
  })
  return {
    ...io,
    // Whoever waits and tries again asks this.
    signal: AbortSignal.any([io.signal, end]),
    run: (command, options = {}) =>
      io.run(command, {
        ...options,
        timeoutSeconds: atMost(options.timeoutSeconds ?? seconds),
        signal: options.signal === undefined ? end : AbortSignal.any([options.signal, end]),
      }),
    http: (request) => io.http({ ...request, timeoutSeconds: atMost(request.timeoutSeconds) }),
    openSocket: (path, connections) => boundedSocket(io.openSocket(path, connections)),
  }
}
