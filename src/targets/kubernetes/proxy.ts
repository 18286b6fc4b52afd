import { join } from 'node:path'
import type { Io, SocketHttp } from '../../model/io.ts'
import type { Kubectl } from './api.ts'

export interface RunningProxy {
  readonly http: SocketHttp
  /** True when the process is gone. */
  ended(): boolean
  /** Ends it, and what is under way through it, and waits. */
  stop(): Promise<void>
}

/** The proxy did not start; its last words say why. */
export class ProxyRefused extends Error {}

/** Connections to the proxy: eight writes at a time, the watches, the lock. */
const connections = 16
/** Bytes that fit into a unix socket's address, its closing zero aside. */
const longestSocket = 107
/** kubectl starts in a tenth of a second; a machine under load, or a first run from a cold disk, takes longer. */
const startSeconds = 20

/**
 * Starts `kubectl proxy` on a socket in a 0700 folder of its own. It outlives SIGTERM, for clean-up goes through it.
 *
 * @throws ProxyRefused with kubectl's last words; StackError TOOL_MISSING.
 */
export async function startProxy(io: Io, kubectl: Kubectl, acceptPaths: readonly string[]): Promise<RunningProxy> {
  const folder = await io.files.temporaryFolder('mcp-kube')
  const socket = join(folder, 's')
  if (Buffer.byteLength(socket) > longestSocket) throw new ProxyRefused(`${socket} is too long for a socket`)
  const stop = new AbortController()
  let lastWords: string | undefined
  // --append-server-path: behind Rancher the server's URL has a path of its own.
  const flags = [`--unix-socket=${socket}`, '--append-server-path', `--accept-paths=${acceptPaths.join(',')}`]
  const command = { program: kubectl.program, args: [...kubectl.args, 'proxy', ...flags] }
  const said: string[] = []
  const onLine = (line: string) => said.push(line)
  const process = (async () => {
    const { stderr, exitCode } = await io.run(command, { uninterruptible: true, signal: stop.signal, onLine })
    lastWords = io.redactor.redact(stderr.trim().split('\n').at(0) || `kubectl proxy ended with ${exitCode}`)
  })()
  // Its failure is read where it is awaited; until then it is not an unhandled one.
  process.catch(() => undefined)

  // Opened now: the client is loaded while kubectl starts.
  const http = io.openSocket(socket, connections)
  const from = io.clock.now().getTime()
  while (!said.some((line) => line.startsWith('Starting to serve'))) {
    if (lastWords !== undefined) throw new ProxyRefused(lastWords)
    const waited = io.clock.now().getTime() - from
    // Another version may use other words: the socket is there a moment before somebody listens, so it is asked.
    if (waited > 1000 && (await answers(http))) break
    if (waited > startSeconds * 1000) {
      stop.abort()
      throw new ProxyRefused(`kubectl proxy did not start within ${startSeconds} s`)
    }
    await Promise.race([io.clock.sleep(5), process])
  }
  return {
    http,
    ended: () => lastWords !== undefined,
    stop: async () => {
      await http.close()
      stop.abort()
      await process
      await io.files.remove(folder)
    },
  }
}

/** Any answer will do: the proxy itself refuses this path, so the API server is not asked. */
async function answers(http: SocketHttp): Promise<boolean> {
  return await http.request({ path: '/', timeoutSeconds: 1 }).then(
    () => true,
    () => false,
  )
}
