import { X509Certificate } from 'node:crypto'
import type { Certificate } from '../model/certificate.ts'
import { buildChain, isRoot } from './build-chain.ts'
import { fingerprintOf, readCertificates, splitPem } from './read-certificate.ts'

type Chained = Pick<Certificate, 'chainPem' | 'trustBundlePem'>

/** True when the certificate's chain ends at one of these roots. */
export function isTrustedBy({ chainPem, trustBundlePem }: Chained, rootsPem: string): boolean {
  const [leaf, ...above] = readCertificates(chainPem, 'a certificate')
  const roots = readCertificates(rootsPem, 'the trusted roots')
  // What is above may be in either bundle: a chain that is stored leaves its root out.
  const known = splitPem(trustBundlePem).map((pem) => new X509Certificate(pem))
  return buildChain(leaf, [...above, ...known], roots, 'the roots').broken === undefined
}

/** The components whose certificate not every other one trusts: together they could not talk to one another. */
export function findStrangers(certificates: readonly Certificate[]): readonly string[] {
  const bundles = new Set(certificates.map(({ trustBundlePem }) => trustBundlePem))
  if (bundles.size < 2) return []
  return certificates
    .filter((certificate) => [...bundles].some((bundle) => !isTrustedBy(certificate, bundle)))
    .map(({ component }) => component)
}

/** The root certificates of a PEM text, each once, as PEM. */
export function rootsOf(pem: string, what: string): string {
  const roots = readCertificates(pem, what).filter(isRoot)
  return [...new Map(roots.map((root) => [fingerprintOf(root), root.toString()])).values()].map(endLine).join('')
}

function endLine(pem: string): string {
  return splitPem(pem)[0] ?? ''
}
