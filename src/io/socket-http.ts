import { StringDecoder } from 'node:string_decoder'
import type { Pool } from 'undici'
import type { HttpResponse, SocketHttp, SocketRequest } from '../model/io.ts'
import { Secret } from '../model/secret.ts'

/** Bytes of one answer: a list of every object of a namespace, not for the memory to run out. */
const largestBody = 64 * 1024 * 1024

/** HTTP over a unix socket; the client is loaded now, the socket is needed with the first request. SIGTERM does not end it. */
export function createSocketHttp(path: string, connections: number): SocketHttp {
  const opened = openPool(path, connections)
  // Told to whoever asks first.
  opened.catch(() => undefined)
  return {
    async request(request) {
      const pool = await opened
      try {
        return await send(pool, request)
      } catch (cause) {
        throw new Error(reasonOf(cause, request.timeoutSeconds), { cause })
      }
    },
    async lines(request, onLine) {
      const pool = await opened
      try {
        const { statusCode, body } = await pool.request({ ...toOptions(request), signal: request.signal })
        await readLines(body, onLine)
        return statusCode
      } catch (cause) {
        // 499: nobody waits for the answer any more.
        if (request.signal.aborted) return 499
        throw new Error(reasonOf(cause), { cause })
      }
    },
    async close() {
      const pool = await opened.catch(() => undefined)
      await pool?.destroy()
    },
  }
}

async function openPool(path: string, connections: number): Promise<Pool> {
  const undici = await import('undici')
  // Watches are silent for minutes; ordinary requests have their own limit.
  return new undici.Pool('http://localhost', { socketPath: path, connections, headersTimeout: 0, bodyTimeout: 0 })
}

async function send(pool: Pool, request: SocketRequest): Promise<HttpResponse> {
  const signal = AbortSignal.timeout(request.timeoutSeconds * 1000)
  const { statusCode, headers, body } = await pool.request({ ...toOptions(request), signal })
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > largestBody) throw new Error(`the answer is larger than ${largestBody} bytes`)
    chunks.push(chunk)
  }
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

function toOptions({ path, method = 'GET', headers = {}, body }: Omit<SocketRequest, 'timeoutSeconds'>) {
  return {
    path,
    method,
    headers: { ...headers },
    ...(body === undefined ? {} : { body: body instanceof Secret ? body.reveal() : body }),
  }
}

async function readLines(body: AsyncIterable<Uint8Array>, onLine: (line: string) => void): Promise<void> {
  const decoder = new StringDecoder('utf8')
  let rest: string[] = []
  for await (const chunk of body) {
    const [first = '', ...lines] = decoder.write(Buffer.from(chunk)).split('\n')
    rest.push(first)
    for (const line of lines) {
      onLine(rest.join(''))
      rest = [line]
    }
  }
  const last = rest.join('') + decoder.end()
  if (last !== '') onLine(last)
}

function reasonOf(cause: unknown, timeoutSeconds?: number): string {
  if (!(cause instanceof Error)) return String(cause)
  if (cause.name === 'TimeoutError') return `no answer within ${timeoutSeconds} s`
  return cause.message || ('code' in cause ? String(cause.code) : cause.name)
}
