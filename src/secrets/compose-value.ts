import { StackError } from '../errors.ts'
import type { EnvValue } from '../model/env-value.ts'
import { isPending, type Maybe } from '../model/pending.ts'
import { Secret } from '../model/secret.ts'
import { findUnencoded, type RevealedPart } from './url-password.ts'

/**
 * Puts the parts of a value together.
 *
 * @param name  Names the result, `gateway.DATABASE_URL`; one that is nothing but a reference has the secret's name, which is
 *   what a person rotates.
 * @throws StackError SECRET_INVALID when a password would break the URL it stands in.
 */
export function composeValue(value: EnvValue, name: string, get: (secret: string) => Maybe<Secret>): Maybe<Secret> {
  if (value.kind === 'plain') return new Secret(name, value.value)
  const parts: RevealedPart[] = []
  for (const part of value.parts) {
    const secret = part.kind === 'literal' ? part.text : get(part.secret)
    if (isPending(secret)) return secret
    if (part.kind === 'literal') parts.push({ text: secret.reveal() })
    else if (part.encoding === 'url') parts.push({ text: encodeForUrl(secret.reveal()) })
    else parts.push({ text: secret.reveal(), rawReference: part.secret })
  }

  const unencoded = findUnencoded(parts)
  if (unencoded !== undefined) throw notEncoded(name, unencoded, parts.length === 1)
  const [only, ...more] = value.parts
  const own = only?.kind === 'reference' && more.length === 0 ? only.secret : name
  return new Secret(own, parts.map((part) => part.text).join(''))
}

/** Percent-encodes everything but RFC 3986's unreserved characters. */
function encodeForUrl(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function notEncoded(name: string, culprit: string | true, whole: boolean): StackError {
  return new StackError({
    code: 'SECRET_INVALID',
    message: `the user or password in the URL of ${name} has a reserved character that is not encoded`,
    hint:
      culprit === true || whole
        ? 'Percent-encode the password inside the URL (@ is %40, : is %3A, / is %2F, # is %23, ? is %3F).'
        : `Write \${${culprit}:urlencode} instead of \${${culprit}}.`,
  })
}
