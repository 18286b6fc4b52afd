import { StackError } from '../errors.ts'
import type { Place, Problem } from '../model/problem.ts'
import type { Secret } from '../model/secret.ts'
import type { CaSecret } from '../model/stack-secrets.ts'
import { holdsPrivateKey } from './key.ts'

/** A CA pair as its owner calls it. */
export interface PairNames {
  readonly pair: string
  readonly certificate: string
  readonly key: string
}

export function namesOf(caSecret: CaSecret | undefined): PairNames {
  return caSecret === undefined
    ? { pair: 'CA_CERT and CA_KEY', certificate: 'CA_CERT', key: 'CA_KEY' }
    : {
        pair: 'the CA of certificates.ca_secret',
        certificate: 'certificates.ca_secret.certificate',
        key: 'certificates.ca_secret.key',
      }
}

/** As PEM: PEM itself, its line ends written `\n`, or base64 of it. */
export function toPem(given: string): string {
  const text = given.includes('-----BEGIN') ? given : Buffer.from(given, 'base64').toString('utf8')
  return `${text.replaceAll('\\r', '').replaceAll('\\n', '\n').replaceAll('\r\n', '\n').trim()}\n`
}

type Content = 'certificate' | 'key' | 'both' | 'path' | 'neither'

/** What was given, as far as it may be said of a secret. */
export function contentOf(given: Secret): Content {
  const text = given.reveal()
  const pem = toPem(text)
  const hasCertificate = pem.includes('-----BEGIN CERTIFICATE-----')
  const hasKey = holdsPrivateKey(pem)
  if (hasCertificate) return hasKey ? 'both' : 'certificate'
  if (hasKey) return 'key'
  return /^\s*(?:(?:~|\.{1,2})?\/\S.*|[^\n]*\.(?:pem|crt|cer|key|der))\s*$/i.test(text) ? 'path' : 'neither'
}

/**
 * Before anything is read of a pair that is given: which of its halves is not what it is called.
 *
 * @throws StackError CERTIFICATE_INVALID, AUTHORITY_FAILED; nothing of a value is in it.
 */
export function refuseMixedUp(
  given: { readonly certificate: Secret; readonly key: Secret },
  names: PairNames,
  places: CaSecret['places'],
): void {
  const [certificate, key] = [contentOf(given.certificate), contentOf(given.key)]
  if (certificate === 'key' && key === 'certificate') {
    throw new StackError({
      code: 'AUTHORITY_FAILED',
      message: `${names.certificate} holds the private key and ${names.key} the certificate: they are swapped`,
      hint: 'Give each the value of the other.',
      place: places?.certificate,
    })
  }
  const problems = [
    ...judge(certificate, { ...certificateWords, name: names.certificate, place: places?.certificate }),
    ...judge(key, { ...keyWords, name: names.key, place: places?.key }),
  ]
  const [first] = problems
  if (first === undefined) return
  const message = problems.length === 1 ? first.message : `neither ${names.certificate} nor ${names.key} can be used`
  throw new StackError({ ...first, message, problems })
}

interface Words {
  readonly code: Problem['code']
  readonly wanted: readonly Content[]
  /** What it must be, after `is not`. */
  readonly what: string
  /** What stands in its place, where that is the other half. */
  readonly other: string
  readonly hint: string
}

const certificateWords: Words = {
  code: 'CERTIFICATE_INVALID',
  wanted: ['certificate', 'both'],
  what: 'a PEM certificate',
  other: 'a private key',
  hint: 'It must begin with -----BEGIN CERTIFICATE----- and be complete, or be base64 of that.',
}

const keyWords: Words = {
  code: 'AUTHORITY_FAILED',
  wanted: ['key', 'both'],
  what: 'an unencrypted private key in PEM',
  other: 'a certificate',
  hint: 'It must begin with -----BEGIN PRIVATE KEY-----, or be base64 of that.',
}

function judge(
  content: Content,
  {
    code,
    wanted,
    what,
    other,
    hint,
    name,
    place,
  }: Words & { readonly name: string; readonly place?: Place | undefined },
): readonly Problem[] {
  if (wanted.includes(content)) return []
  const isPath = content === 'path'
  const found = isPath ? 'looks like a path, and is' : content === 'neither' ? 'is' : `is ${other},`
  return [
    {
      severity: 'error',
      code,
      message: `${name} ${found} not ${what}`,
      hint: isPath ? 'Pass what is in the file; ca_secret reads files by itself: file:PATH' : hint,
      ...(place === undefined ? {} : { place }),
    },
  ]
}
