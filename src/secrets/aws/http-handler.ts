import { Readable } from 'node:stream'
import type { HttpRequest, HttpResponse } from '@smithy/types'
import type { Io } from '../../model/io.ts'
import { speaksNoTls } from '../../model/no-tls.ts'

/** What the SDK takes for its own HTTP client. */
export type Carrier = {
  handle(request: HttpRequest): Promise<{ readonly response: HttpResponse }>
  updateHttpClientConfig(): void
  httpHandlerConfigs(): object
}

/** Of one request. */
const timeoutSeconds = 10

/** The SDK's requests by the run's own HTTP: HTTPS_PROXY, NO_PROXY, network.ca_file and Ctrl-C count for them too. */
export function carryBy(io: Pick<Io, 'http'>): Carrier {
  return {
    async handle({ protocol, hostname, port, path, query, method, headers, body }) {
      const url = new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`)
      for (const [name, value] of Object.entries(query ?? {})) {
        for (const one of [value].flat()) url.searchParams.append(name, one ?? '')
      }
      try {
        const response = await io.http({
          url: url.href,
          method,
          headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.has(name.toLowerCase()))),
          ...(body === undefined ? {} : { body: toText(body) }),
          timeoutSeconds,
        })
        const { status: statusCode, headers: answered } = response
        return { response: { statusCode, headers: { ...answered }, body: Readable.from([Buffer.from(response.body)]) } }
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error)
        throw new Unreachable(speaksNoTls(error) ? `${url.host} does not speak TLS; is it http://?` : said, {
          cause: error,
        })
      }
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  }
}

/** No answer. The SDK tries again for what has `$retryable`. */
export class Unreachable extends Error {
  override readonly name = 'TimeoutError'
  readonly $retryable = {}
}

/** Written by the HTTP client from the URL and the body, to the same values. */
const ownHeaders: ReadonlySet<string> = new Set(['host', 'content-length'])

/** Its own methods warn that the SDK's body will once be no text. */
function toText(body: unknown): string {
  if (typeof body === 'string') return body
  const { buffer, byteOffset, byteLength } = body as Uint8Array
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
}

/** Nothing of what the SDK says is for people who deploy; it would say it on the console. */
export const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }

function nothing(): void {}
