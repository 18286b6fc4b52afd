import { Agent, type ClientRequest, type IncomingMessage, request as openRequest } from 'node:http'
import { StringDecoder } from 'node:string_decoder'
import type { HttpResponse, SocketHttp, SocketRequest } from '../model/io.ts'
import { Secret } from '../model/secret.ts'

/** Bytes of one answer: a list of every object of a namespace, not for the memory to run out. */
const largestBody = 64 * 1024 * 1024

/**
 * HTTP over a unix socket, which is needed with the first request only. SIGTERM does not end it. Node's own client: undici
 * takes 0.15 s to load, as long as all else that a deploy without changes loads.
 */
export function createSocketHttp(path: string, connections: number): SocketHttp {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const underWay = new Set<ClientRequest>()

  /** @returns the answer once its head is there; `sent` is destroyed where nobody wants the rest. */
  const open = (request: Omit<SocketRequest, 'timeoutSeconds'>, signal?: AbortSignal) => {
    const { method = 'GET', headers = {}, body } = request
    const bytes = body === undefined ? undefined : Buffer.from(body instanceof Secret ? body.reveal() : body)
    const sent = openRequest({
      agent,
      socketPath: path,
      path: request.path,
      method,
      // Node itself gives a DELETE with a body no length.
      headers: { ...headers, ...(bytes === undefined ? {} : { 'content-length': bytes.length }) },
      ...(signal === undefined ? {} : { signal }),
    })
    underWay.add(sent)
    sent.once('close', () => underWay.delete(sent))
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      sent.once('response', resolve)
      // Not once: what is destroyed while its answer comes fails a second time.
      sent.on('error', reject)
    })
    sent.end(bytes)
    return { sent, answer }
  }

  return {
    async request(request) {
      const { sent, answer } = open(request)
      const late = new Error(`no answer within ${request.timeoutSeconds} s`)
      const timer = setTimeout(() => sent.destroy(late), request.timeoutSeconds * 1000)
      try {
        return await readWhole(await answer)
      } catch (cause) {
        throw new Error(reasonOf(sent.errored ?? cause), { cause })
      } finally {
        clearTimeout(timer)
      }
    },
    async lines(request, onLine) {
      try {
        const answer = await open(request, request.signal).answer
        await readLines(answer, onLine)
        return answer.statusCode ?? 0
      } catch (cause) {
        // 499: nobody waits for the answer any more.
        if (request.signal.aborted) return 499
        throw new Error(reasonOf(cause), { cause })
      }
    },
    async close() {
      for (const sent of underWay) sent.destroy(new Error('the connection was destroyed'))
      agent.destroy()
    },
  }
}

async function readWhole(answer: IncomingMessage): Promise<HttpResponse> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > largestBody) throw new Error(`the answer is larger than ${largestBody} bytes`)
    chunks.push(chunk)
  }
  return {
    status: answer.statusCode ?? 0,
    headers: Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
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

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  // Node's words, `socket hang up` and `aborted`, do not say who.
  if ('code' in cause && cause.code === 'ECONNRESET') return 'other side closed'
  return cause.message || ('code' in cause ? String(cause.code) : cause.name)
}
