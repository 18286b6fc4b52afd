import { parseExactly } from '../model/exact-json.ts'
import type { HttpResponse, Io } from '../model/io.ts'
import { speaksNoTls } from '../model/no-tls.ts'
import { patience, pauseAfter } from '../model/patience.ts'
import { RedirectRefused } from '../model/redirect-refused.ts'
import { Secret } from '../model/secret.ts'
import { noTls, notVault, sentOn, unknownIssuer, unreachable } from './refuse-answer.ts'
import type { VaultPlace } from './settings.ts'

export interface VaultRequest {
  readonly method?: 'GET' | 'POST'
  /** Below /v1/, without a slash in front; its parts are percent-encoded already. */
  readonly path: string
  /** Of a POST. Secrets in it are revealed here. */
  readonly body?: Readonly<Record<string, string | Secret>>
  readonly token?: Secret
  /** Clean-up: asked once, also after SIGTERM. */
  readonly last?: true
}

/** Any answer that another try would not change. */
export interface VaultAnswer {
  readonly status: number
  /** Numbers are texts. Undefined where there is no answer beside the status. */
  readonly body: unknown
  /** Vault's own words on what is wrong, on one line and redacted; empty where it gives none. */
  readonly reason: string
}

export type AskVault = (request: VaultRequest) => Promise<VaultAnswer>

/** Of one request. */
const timeoutSeconds = 10

/**
 * Vault's HTTP interface. A connection that fails, 5xx (sealed, standby), 429 and 412 (not yet replicated) are tried again
 * with growing pauses. A redirect is followed within the server only.
 *
 * @throws StackError SECRET_UNREACHABLE when the tries are over, saying what was wrong in the last one; VaultGone where that
 *   holds for every other question too.
 */
export function createVaultClient(
  { address, namespace }: VaultPlace,
  io: Pick<Io, 'http' | 'clock' | 'signal' | 'redactor'>,
): AskVault {
  return async (request) => {
    const end = io.clock.now().getTime() + patience.seconds * 1000
    for (let tries = 1; ; tries++) {
      if (request.last !== true) io.signal.throwIfAborted()
      const outcome = await attempt(request, address, namespace, io)
      if (outcome instanceof RedirectRefused) throw sentOn(address, outcome)
      if (outcome instanceof Error && speaksNoTls(outcome)) throw noTls(address, outcome)
      const answer = outcome instanceof Error ? undefined : toAnswer(outcome, io)
      const reason = answer?.reason ?? ''
      if (!(outcome instanceof Error) && answer !== undefined && !isPassing(outcome.status)) {
        if (answer.body === undefined && outcome.body.trim() !== '') throw notVault(address, outcome)
        return answer
      }
      if (answer !== undefined && /unable to find PKI issuer/i.test(reason))
        throw unknownIssuer(address, request.path, answer.status, reason)

      const wait = retryAfter(outcome)
      const pause = pauseAfter(tries, wait)
      const isLate = io.clock.now().getTime() + pause > end
      if (isLate || tries === patience.tries || request.last === true) {
        const isTooLong = isLate && wait > patience.seconds
        throw unreachable(address, outcome, { tries, reason, wait: isTooLong ? wait : undefined })
      }
      await io.clock.sleep(pause, io.signal)
    }
  }
}

async function attempt(
  { method, path, body, token, last }: VaultRequest,
  address: string,
  namespace: string | undefined,
  io: Pick<Io, 'http' | 'signal'>,
): Promise<HttpResponse | Error> {
  try {
    return await io.http({
      url: `${address}/v1/${path}`,
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        // Vault refuses requests that a browser could be tricked into where its listener asks for this header.
        'X-Vault-Request': 'true',
        ...(token === undefined ? {} : { 'X-Vault-Token': token }),
        ...(namespace === undefined ? {} : { 'X-Vault-Namespace': namespace }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: toJson(body) }),
      timeoutSeconds,
      ...(last === true ? { uninterruptible: true } : {}),
    })
  } catch (error) {
    if (last !== true) io.signal.throwIfAborted()
    return error instanceof Error ? error : new Error(String(error))
  }
}

function toJson(body: NonNullable<VaultRequest['body']>): Secret {
  const plain = Object.entries(body).map(([name, value]) => [name, value instanceof Secret ? value.reveal() : value])
  return new Secret('a request to Vault', JSON.stringify(Object.fromEntries(plain)))
}

/** 412 and 472 to 473: a standby that has not heard yet, or may not answer. */
function isPassing(status: number): boolean {
  return status >= 500 || [412, 429, 472, 473].includes(status)
}

/** Seconds; 0 where the server does not say. */
function retryAfter(outcome: HttpResponse | Error): number {
  const seconds = outcome instanceof Error ? 0 : Number(outcome.headers['retry-after'] ?? 0)
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0
}

function toAnswer({ status, body: text }: HttpResponse, io: Pick<Io, 'redactor'>): VaultAnswer {
  const parsed = parse(text)
  const body = typeof parsed === 'object' && parsed !== null ? parsed : undefined
  return { status, body, reason: io.redactor.redact(reasonIn(body)).slice(0, mostShown) }
}

/** Characters. */
const mostShown = 300

function parse(text: string): unknown {
  try {
    return parseExactly(text)
  } catch {
    return undefined
  }
}

/** Vault lists its errors over several lines: `1 error occurred:\n\t* permission denied\n\n`. */
function reasonIn(body: unknown): string {
  const errors = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : undefined
  if (!Array.isArray(errors)) return ''
  return errors
    .map(String)
    .join('; ')
    .replace(/\d+ errors? occurred:/g, '')
    .replace(/\s*\*\s+|\s+/g, ' ')
    .trim()
}
