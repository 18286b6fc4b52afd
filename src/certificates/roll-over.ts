import type { X509Certificate } from 'node:crypto'
import { type Certificate, type RollOver, type RollOverOrder, rollOverPhases } from '../model/certificate.ts'
import { fingerprintOf, isSignedBy, pemOf, readCertificates, uniqueOf } from './read-certificate.ts'

// A CA rolls over in three phases. In each, every component has the same: leaves of the old CA and trust in both; leaves of the
// new CA and trust in both; leaves of the new CA and trust in it alone. Two neighbouring phases accept one another's leaves, so
// while one of them rolls out it does not matter which pods are there already. Everything here is pure.

export interface Known {
  /** Trust bundle of the CA that would sign in this run; undefined where nobody here can sign. */
  readonly given: string | undefined
  /** The stored leaves. */
  readonly leaves: readonly Certificate[]
  readonly now: Date
}

/** Where the change of CAs stands in this run; undefined when there is none. */
export function nextRollOver(
  current: RollOver | undefined,
  order: RollOverOrder | undefined,
  { given, leaves, now }: Known,
): RollOver | undefined {
  if (order?.kind === 'hold') return current
  const begin = (newTrustPem: string) => beginRollOver(newTrustPem, leaves, now)
  if (current === undefined) return given === undefined || isTrusted(given, leaves) ? undefined : begin(given)
  // In the first phase nothing but what had to be has a leaf of the new CA yet: another one may still take its place.
  const mayReplace = order?.kind === 'begin' || current.phase === 'trust'
  if (mayReplace && given !== undefined && canTurnBack(current, given)) {
    const oldTrustPem = joinBundles(current.oldTrustPem, current.newTrustPem)
    return { ...current, phase: 'leaves', oldTrustPem, newTrustPem: given }
  }
  if (current.phase === 'trust' && given !== undefined && !isSameTrust(given, current.newTrustPem)) return begin(given)
  if (order?.kind !== 'advance' || order.from !== current.phase) return current
  if (current.phase === 'trust') {
    return given === undefined ? current : { ...current, phase: 'leaves' }
  }
  return { ...current, phase: 'drop' }
}

/**
 * Until the last phase the CA that was to go may be the one that comes, and no call fails: everything trusts it, and the few
 * leaves of the other one are issued anew. For a new one whose leaves nobody takes it is the only way on.
 */
export function canTurnBack({ newTrustPem, oldTrustPem, phase }: RollOver, given: string): boolean {
  const old = fingerprints(oldTrustPem)
  const isOld = [...fingerprints(given)].every((entry) => old.has(entry))
  return phase !== 'drop' && isOld && !isSameTrust(given, newTrustPem)
}

/** From whatever CAs the leaves have to another one. */
export function beginRollOver(newTrustPem: string, leaves: readonly Certificate[], now: Date): RollOver {
  return { phase: 'trust', oldTrustPem: anchorsOf(leaves), newTrustPem, startedAt: now.toISOString() }
}

/** What every component trusts in a phase. */
export function trustIn({ phase, oldTrustPem, newTrustPem }: RollOver): string {
  return phase === 'drop' ? newTrustPem : joinBundles(oldTrustPem, newTrustPem)
}

/** True when the leaf comes from a CA of the bundle: from any, for a CA renewed with its key signed what it signed before. */
export function comesFrom({ chainPem }: Certificate, trustPem: string): boolean {
  return certificatesIn(trustPem).some((candidate) => isSignedBy(topOf(chainPem), candidate))
}

/** `phase 2 of 3` */
export function describePhase({ phase }: Pick<RollOver, 'phase'>): string {
  return `phase ${rollOverPhases.indexOf(phase) + 1} of ${rollOverPhases.length}`
}

export function isSameTrust(one: string, other: string): boolean {
  const [left, right] = [fingerprints(one), fingerprints(other)]
  return left.size === right.size && [...left].every((entry) => right.has(entry))
}

/** Every one of these leaves' owners accepts what the bundle's CA signs. */
function isTrusted(trustPem: string, leaves: readonly Certificate[]): boolean {
  const wanted = [...fingerprints(trustPem)]
  const bundles = [...new Set(leaves.map(({ trustBundlePem }) => trustBundlePem))].map(fingerprints)
  return bundles.every((bundle) => wanted.every((entry) => bundle.has(entry)))
}

/** The CAs that the leaves end at, each once. */
function anchorsOf(leaves: readonly Certificate[]): string {
  return uniqueOf(leaves.flatMap((leaf) => anchorOf(leaf) ?? []))
    .map(pemOf)
    .join('')
}

/** The one of its trust bundle at which a certificate's chain ends. */
function anchorOf({ chainPem, trustBundlePem }: Certificate): X509Certificate | undefined {
  const top = topOf(chainPem)
  return readCertificates(trustBundlePem, 'a stored trust bundle').find((candidate) => isSignedBy(top, candidate))
}

function topOf(chainPem: string): X509Certificate {
  const [leaf, ...above] = readCertificates(chainPem, 'a stored certificate')
  return above.at(-1) ?? leaf
}

function joinBundles(...bundles: readonly string[]): string {
  return uniqueOf(bundles.flatMap(certificatesIn)).map(pemOf).join('')
}

function fingerprints(bundle: string): ReadonlySet<string> {
  return new Set(certificatesIn(bundle).map(fingerprintOf))
}

/** Empty where the CA is not founded yet. */
function certificatesIn(bundle: string): readonly X509Certificate[] {
  return bundle === '' ? [] : readCertificates(bundle, 'a trust bundle')
}
