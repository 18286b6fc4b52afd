import type { X509Certificate } from 'node:crypto'
import type { Certificate } from '../model/certificate.ts'
import { isSignedBy, readCertificates } from './read-certificate.ts'

/**
 * Components whose certificate the other side would refuse, each keeping the CA that it trusts: after an issuer's CA has changed
 * some are of the old one. The newest certificate says which CA is today's. Pure.
 */
export function findStrangers(certificates: readonly Certificate[]): readonly string[] {
  const newest = certificates.toSorted((a, b) => (a.notBefore < b.notBefore ? 1 : -1))[0]
  if (newest === undefined) return []
  const others = certificates.filter((one) => one !== newest && one.trustBundlePem !== newest.trustBundlePem)
  return others.filter((one) => !trusts(one, newest) || !trusts(newest, one)).map(({ component }) => component)
}

/** Whether a chain leads from the other's leaf to something that this one trusts. */
function trusts({ trustBundlePem }: Certificate, other: Certificate): boolean {
  const roots = readCertificates(trustBundlePem, 'a trust bundle')
  const [leaf, ...intermediates] = readCertificates(other.chainPem, 'a certificate')
  const walked = new Set<X509Certificate>()
  for (let at: X509Certificate | undefined = leaf; at !== undefined && !walked.has(at); ) {
    const signed: X509Certificate = at
    if (roots.some((root) => isSignedBy(signed, root))) return true
    walked.add(signed)
    at = intermediates.find((candidate) => isSignedBy(signed, candidate))
  }
  return false
}
