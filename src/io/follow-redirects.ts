import type { HttpRequest } from '../model/io.ts'
import { RedirectRefused } from '../model/redirect-refused.ts'

/** An answer as fetch gives it: the part that is read here. */
interface Answer {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: { cancel(): Promise<void> } | null
}

export interface Followed<A> {
  readonly answer: A
  /** Another server answered than the one that was asked, without our credentials. */
  readonly isElsewhere: boolean
}

/** A registry needs one, one behind a proxy two. */
const mostHops = 5

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** Says which bytes are wanted, and nothing of who wants them. */
const plainHeaders: ReadonlySet<string> = new Set(['accept', 'user-agent'])

/**
 * Sends a request and follows redirects within its origin, where the credentials in it are known already. To another origin only
 * what `redirects: 'anonymous'` permits: GET and HEAD, without a credential and never from https to http.
 *
 * @throws RedirectRefused naming both servers.
 */
export async function followRedirects<A extends Answer>(
  request: HttpRequest,
  send: (request: HttpRequest) => Promise<A>,
): Promise<Followed<A>> {
  const first = new URL(request.url)
  let current = request
  for (let hop = 0; ; hop++) {
    const answer = await send(current)
    const location = answer.headers.get('location')
    const isElsewhere = new URL(current.url).origin !== first.origin
    if (!redirects.has(answer.status) || location === null) return { answer, isElsewhere }
    // Otherwise its connection stays busy.
    await answer.body?.cancel()
    current = next(current, location, answer.status)
    if (hop === mostHops) throw new RedirectRefused(first.origin, new URL(current.url).origin, 'again and again')
  }
}

function next(request: HttpRequest, location: string, status: number): HttpRequest {
  const from = new URL(request.url)
  if (!URL.canParse(location, from.href)) throw new RedirectRefused(from.origin, 'no address', 'which it should name')
  const to = new URL(location, from)
  // `origin` of a file: or data: address is the word null.
  const refuse = (why: string) => new RedirectRefused(from.origin, `${to.protocol}//${to.host}`, why)
  if (to.username !== '' || to.password !== '') throw refuse('with a user in the address')
  const moved = asGet({ ...request, url: to.href }, status)
  if (to.origin === from.origin) return moved
  if (!['http:', 'https:'].includes(to.protocol)) throw refuse('which is not HTTP')
  if (from.protocol === 'https:' && to.protocol === 'http:') throw refuse('which has no TLS')
  const isRead = ['GET', 'HEAD'].includes(request.method ?? 'GET') && request.body === undefined
  if (request.redirects !== 'anonymous' || !isRead) throw refuse('which may not be given what was sent')
  return {
    ...moved,
    headers: Object.fromEntries(
      Object.entries(request.headers ?? {}).filter(
        ([name, value]) => typeof value === 'string' && plainHeaders.has(name.toLowerCase()),
      ),
    ),
  }
}

/** As browsers do: 303 always means another page to read, 301 and 302 after a POST. */
function asGet(request: HttpRequest, status: number): HttpRequest {
  const method = request.method ?? 'GET'
  const isGet = status === 303 ? method !== 'HEAD' : status <= 302 && method === 'POST'
  if (!isGet || method === 'GET') return request
  const { body: _body, headers = {}, ...rest } = request
  const kept = Object.entries(headers).filter(([name]) => !/^content-/i.test(name))
  return { ...rest, method: 'GET', headers: Object.fromEntries(kept) }
}
