import type { X509Certificate } from 'node:crypto'
import type { Certificate } from '../model/certificate.ts'
import type { CertificateRequest } from '../model/plan.ts'
import { describeKey, isKeyOf } from './key.ts'
import { addMinutes, clockSkewMinutes, daysUntil, usageOf } from './profile.ts'
import { dnsNamesOf, endOf, findIssuer, fingerprintOf, readCertificates, showName } from './read-certificate.ts'
import { renewalStart } from './renewal.ts'
import { isTrustedBy } from './share-trust.ts'
import { isOurs } from './signer.ts'
import { type WayUp, wayUp } from './way-up.ts'

/** Why a stored certificate has to be replaced. */
export interface Mismatch {
  /** `expires in 12 days`, `names changed: +x -y`, `another CA`. */
  readonly reason: string
  /** False: it still works today, so a run that cannot sign goes on with it. */
  readonly urgent: boolean
}

export interface MatchOptions {
  readonly now: Date
  /** SHA-256 fingerprint of the CA that signs in this run; undefined: any CA that the certificate itself trusts. */
  readonly authority: string | undefined
  /** True where we could issue it again: names and key type must then be exactly those of the request. */
  readonly exact: boolean
  /** The authority that opened has rules of its own (CertificateAuthority.ownRules). */
  readonly ownRules?: { readonly rootsPem: string | undefined } | undefined
}

/** Does a stored certificate still serve its request? Undefined when it does. */
export function findMismatch(
  certificate: Certificate,
  request: CertificateRequest,
  options: MatchOptions,
): Mismatch | undefined {
  const chain = readCertificates(certificate.chainPem, `the certificate of ${request.component}`)
  const [leaf] = chain
  const issuer = findIssuer(certificate, chain)
  const way = wayUp(certificate, chain)
  const broken = findBreak(certificate, leaf, way) ?? findTimeBreak(leaf, way, options.now)
  if (broken !== undefined) return { reason: broken, urgent: true }

  if (!(leaf.keyUsage ?? []).includes(usageOf[request.kind])) {
    return { reason: `not a ${request.kind} certificate`, urgent: true }
  }
  const names = compareNames(dnsNamesOf(leaf), request.dnsNames, options.exact && options.ownRules === undefined)
  if (names !== undefined) return { reason: names, urgent: true }

  if (options.authority !== undefined && issuer !== undefined && fingerprintOf(issuer) !== options.authority) {
    return { reason: 'another CA', urgent: true }
  }
  const { ownRules } = options
  if (ownRules !== undefined && isForeignTo(ownRules.rootsPem, certificate, issuer)) {
    return { reason: 'another CA', urgent: false }
  }
  const keyType = describeKey(leaf.publicKey)
  if (options.exact && keyType !== request.keyAlgorithm) {
    return { reason: `key type changed: ${keyType} -> ${request.keyAlgorithm}`, urgent: ownRules === undefined }
  }
  const renewal = renewalOf(leaf, way, ownRules === undefined ? issuer : undefined, request, options.now)
  return renewal === 'due' ? { reason: describeFirst(leaf, way.first, options.now), urgent: false } : undefined
}

/** Where the roots of a signer outside are not known before it answers, only the stack's own CA is known to be another. */
function isForeignTo(
  rootsPem: string | undefined,
  certificate: Certificate,
  issuer: X509Certificate | undefined,
): boolean {
  return rootsPem === undefined ? isOurs(issuer) : !isTrustedBy(certificate, rootsPem)
}

/** What makes a certificate useless at any time; also what `certs check` calls broken. */
export function findBreak(
  certificate: Certificate,
  leaf: X509Certificate,
  { broken }: Pick<WayUp, 'broken'>,
): string | undefined {
  if (broken !== undefined) return broken
  try {
    return isKeyOf(certificate.keyPem, leaf) ? undefined : 'its key belongs to another certificate'
  } catch {
    return 'its key is unreadable'
  }
}

/** A signer's clock may be a moment ahead of ours, as `judgeLeaf` takes it: asking anew would not help. */
function findTimeBreak(leaf: X509Certificate, { first }: WayUp, now: Date): string | undefined {
  const start = new Date(leaf.validFrom)
  if (start > addMinutes(now, clockSkewMinutes)) return `not valid before ${start.toISOString()}`
  return endOf(first) <= now ? describeFirst(leaf, first, now) : undefined
}

/** `expired 2 days ago`; of an intermediate, with its name. */
export function describeFirst(leaf: X509Certificate, first: X509Certificate, now: Date): string {
  const end = describeEnd(endOf(first), now)
  return first === leaf ? end : `its intermediate ${showName(first.subject)} ${end}`
}

/** What a deploy does about a certificate's end. */
export type Renewal =
  /** Its window has not begun. */
  | 'early'
  | 'due'
  /** It ends together with its CA, or one above: the same CA has no more to give. */
  | 'vain'

/** @param issuer  The CA that would sign it again; undefined where a signer outside may take another one. */
export function renewalOf(
  leaf: X509Certificate,
  { first, intermediates }: Pick<WayUp, 'first' | 'intermediates'>,
  issuer: X509Certificate | undefined,
  request: Pick<CertificateRequest, 'renewBeforeDays' | 'validityDays'>,
  now: Date,
): Renewal {
  if (renewalStart(leaf, request, endOf(first)) >= now) return 'early'
  return issuer !== undefined && [issuer, ...intermediates].some((ca) => endOf(ca) <= endOf(first)) ? 'vain' : 'due'
}

/** A certificate that was brought here may have more names than asked for, and no corporate CA signs `localhost`. */
function compareNames(has: readonly string[], wants: readonly string[], exact: boolean): string | undefined {
  const [had, wanted] = [lowerCase(has), lowerCase(wants)]
  const added = [...wanted].filter((name) => !had.has(name) && (exact || name !== 'localhost'))
  const removed = exact ? [...had].filter((name) => !wanted.has(name)) : []
  if (added.length === 0 && removed.length === 0) return undefined
  return ['names changed:', ...added.map((name) => `+${name}`), ...removed.map((name) => `-${name}`)].join(' ')
}

function lowerCase(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()))
}

/** `expires in 12 days`, `expires today`, `expired 1 day ago` */
export function describeEnd(end: Date, now: Date): string {
  const whole = end > now ? daysUntil(end, now) : daysUntil(now, end)
  if (whole < 1) return end > now ? 'expires today' : 'expired today'
  return end > now ? `expires in ${days(whole)}` : `expired ${days(whole)} ago`
}

export function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}
