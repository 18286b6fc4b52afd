import { readFile } from 'node:fs/promises'
import type { Http, HttpRequest } from '../model/io.ts'
import { RedirectRefused } from '../model/redirect-refused.ts'
import { Secret } from '../model/secret.ts'
import { followRedirects } from './follow-redirects.ts'

/** A response larger than this (bytes) is not one of ours: registries and stores answer with a few kilobytes. */
const largestBody = 32 * 1024 * 1024

export interface HttpOptions {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** PEM file of further authorities to trust (network.ca_file). */
  readonly caFile?: string | undefined
  readonly signal: AbortSignal
}

type Fetch = (url: string, init: object) => Promise<Response>

/**
 * HTTP through Node's own fetch; through undici's where a proxy or a company's CA is asked for, which Node 20's
 * cannot do. Proxy variables are read in both cases of letters, as curl does, and HTTP_PROXY never for https.
 */
export function createHttp(options: HttpOptions): Http {
  let chosen: Promise<Fetch> | undefined
  return async (request) => {
    chosen ??= chooseFetch(options)
    const fetchWith = await chosen
    const timeout = AbortSignal.timeout(request.timeoutSeconds * 1000)
    const signal = request.uninterruptible === true ? timeout : AbortSignal.any([options.signal, timeout])
    let asked = request
    try {
      const { answer, isElsewhere } = await followRedirects(request, (one) => {
        asked = one
        return fetchWith(one.url, { ...toInit(one), redirect: 'manual', signal })
      })
      return {
        status: answer.status,
        headers: Object.fromEntries(
          // Whoever answers a challenge means the server that was asked, and has credentials for that one.
          [...answer.headers].filter(([name]) => !isElsewhere || name !== 'www-authenticate'),
        ),
        body: await readBody(answer),
      }
    } catch (cause) {
      if (cause instanceof RedirectRefused) throw cause
      throw new Error(reasonOf(asked, cause), { cause })
    }
  }
}

function toInit(request: HttpRequest): object {
  return {
    method: request.method ?? 'GET',
    headers: Object.fromEntries(Object.entries(request.headers ?? {}).map(([name, value]) => [name, reveal(value)])),
    ...(request.body === undefined ? {} : { body: reveal(request.body) }),
  }
}

function reveal(value: string | Secret): string {
  return value instanceof Secret ? value.reveal() : value
}

async function chooseFetch({ environment, caFile }: HttpOptions): Promise<Fetch> {
  const variable = (name: string) => environment[name.toLowerCase()] ?? environment[name] ?? ''
  const all = variable('ALL_PROXY')
  const httpProxy = variable('HTTP_PROXY') || all
  const httpsProxy = variable('HTTPS_PROXY') || all
  if (httpProxy === '' && httpsProxy === '' && caFile === undefined) return fetch

  const undici = await import('undici')
  const connect = caFile === undefined ? {} : { ca: await trustedAuthorities(caFile, environment.NODE_EXTRA_CA_CERTS) }
  const dispatcher =
    httpProxy === '' && httpsProxy === ''
      ? new undici.Agent({ connect })
      : new undici.EnvHttpProxyAgent({
          httpProxy,
          httpsProxy,
          noProxy: variable('NO_PROXY'),
          connect,
          requestTls: connect,
          proxyTls: connect,
        })
  return (url, init) => undici.fetch(url, { ...init, dispatcher })
}

/** `ca` replaces Node's list, and with it NODE_EXTRA_CA_CERTS: all three are put together again. */
async function trustedAuthorities(caFile: string, extraFile: string | undefined): Promise<string[]> {
  const { rootCertificates } = await import('node:tls')
  const extra = extraFile === undefined || extraFile === '' ? [] : [await readFile(extraFile, 'utf8').catch(() => '')]
  return [...rootCertificates, await readFile(caFile, 'utf8'), ...extra.filter((text) => text !== '')]
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > largestBody) throw new Error(`the answer is larger than ${largestBody} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** fetch says only "fetch failed"; the reason is in its cause. The query may hold a token and is not shown. */
function reasonOf(request: HttpRequest, error: unknown): string {
  const origin = URL.canParse(request.url) ? new URL(request.url).host : request.url
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof Error && cause.name === 'TimeoutError')
    return `${origin} did not answer within ${request.timeoutSeconds} s`
  const text =
    cause instanceof Error ? cause.message || ('code' in cause ? String(cause.code) : cause.name) : String(cause)
  return `${origin}: ${text}`
}
