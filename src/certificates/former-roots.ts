import type { Certificate } from '../model/certificate.ts'
import { fingerprintOf, readCertificates } from './read-certificate.ts'

// The stack remembers the roots that it trusted once. A folder of certificate files is a copy of the state, or what somebody wants
// to be used: under a root of before it is the copy of back then, on whatever machine it was left.

/** More changes of CAs than a stack sees in its life. */
const mostKept = 20

/**
 * SHA-256 fingerprints of the roots that are trusted no more, oldest first.
 *
 * @param before  What was remembered so far.
 * @param had     The stored certificates of before.
 * @param has     Those of today.
 */
export function formerRoots(
  before: readonly string[],
  had: readonly Certificate[],
  has: readonly Certificate[],
): readonly string[] {
  if (has.length === 0) return before
  const trusted = trustedBy(has)
  return [...new Set([...before, ...trustedBy(had)])].filter((root) => !trusted.has(root)).slice(-mostKept)
}

/** True where these certificates trust nothing but roots of before. */
export function areFormer(certificates: readonly Certificate[], former: readonly string[]): boolean {
  const roots = trustedBy(certificates)
  return roots.size > 0 && [...roots].every((root) => former.includes(root))
}

function trustedBy(certificates: readonly Certificate[]): ReadonlySet<string> {
  const bundles = [...new Set(certificates.map(({ trustBundlePem }) => trustBundlePem))].filter((pem) => pem !== '')
  return new Set(bundles.flatMap((pem) => readCertificates(pem, 'a stored trust bundle')).map(fingerprintOf))
}
