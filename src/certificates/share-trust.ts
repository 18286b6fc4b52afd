import type { Certificate } from '../model/certificate.ts'
import { buildChain, isRoot } from './build-chain.ts'
import { pemOf, readCertificates, uniqueOf } from './read-certificate.ts'

/**
 * True for who has this bundle: the chain, which is all that is sent, ends at a root of it. An intermediate that only the
 * certificate's own bundle has helps nobody else.
 */
export function isTrustedBy({ chainPem }: Pick<Certificate, 'chainPem'>, bundlePem: string): boolean {
  const [leaf, ...above] = readCertificates(chainPem, 'a certificate')
  return buildChain(leaf, above, readCertificates(bundlePem, 'the trusted roots'), 'the roots').broken === undefined
}

/** The components whose certificate not every other one trusts: together they could not talk to one another. */
export function findStrangers(certificates: readonly Certificate[]): readonly string[] {
  const bundles = new Set(certificates.map(({ trustBundlePem }) => trustBundlePem))
  if (bundles.size < 2) return []
  return certificates
    .filter((certificate) => [...bundles].some((bundle) => !isTrustedBy(certificate, bundle)))
    .map(({ component }) => component)
}

/**
 * After an issuer's CA has changed, those that are still of the old one: the newest certificate says which CA is today's, and
 * they and it would refuse one another.
 */
export function findOutdated(certificates: readonly Certificate[]): readonly string[] {
  const newest = certificates.toSorted((a, b) => (a.notBefore < b.notBefore ? 1 : -1))[0]
  if (newest === undefined) return []
  return certificates
    .filter(({ trustBundlePem }) => trustBundlePem !== newest.trustBundlePem)
    .filter((one) => !isTrustedBy(one, newest.trustBundlePem) || !isTrustedBy(newest, one.trustBundlePem))
    .map(({ component }) => component)
}

/** The root certificates of a PEM text, each once, as PEM. */
export function rootsOf(pem: string, what: string): string {
  return uniqueOf(readCertificates(pem, what).filter(isRoot)).map(pemOf).join('')
}
