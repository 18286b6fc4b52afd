import { X509Certificate } from 'node:crypto'
import { StackError } from '../errors.ts'
import type { Certificate } from '../model/certificate.ts'

const pemBlock = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g

/** The certificates in a PEM text, in order, each ending in a newline; text around them is dropped. */
export function splitPem(pem: string): readonly string[] {
  return (pem.match(pemBlock) ?? []).map((block) => `${block.replaceAll('\r\n', '\n')}\n`)
}

/**
 * Reads all certificates of a PEM text.
 *
 * @param what  Names the text in the error: a file, a variable.
 * @throws StackError CERTIFICATE_INVALID when there is none or one of them is broken.
 */
export function readCertificates(pem: string, what: string): readonly [X509Certificate, ...X509Certificate[]] {
  try {
    const [first, ...rest] = splitPem(pem).map((block) => new X509Certificate(block))
    if (first !== undefined) return [first, ...rest]
  } catch (cause) {
    throw unreadable(what, cause)
  }
  throw unreadable(what, undefined)
}

/** As it is stored: ending in a newline, whatever the text was that it came in. */
export function pemOf(certificate: X509Certificate): string {
  return splitPem(certificate.toString())[0] ?? ''
}

/** Each certificate once. */
export function uniqueOf(certificates: readonly X509Certificate[]): readonly X509Certificate[] {
  return [...new Map(certificates.map((entry) => [fingerprintOf(entry), entry])).values()]
}

/** SHA-256 of the certificate's DER, lower-case hex. */
export function fingerprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase()
}

export function endOf(certificate: X509Certificate): Date {
  return new Date(certificate.validTo)
}

/** `CN=mcp-stack CA 1f2e3d4c, O=…` in one line. */
export function showName(name: string | undefined): string {
  return (name ?? '').trim().split('\n').join(', ')
}

/**
 * The DNS names of a certificate. node:crypto quotes a name with unusual characters as JSON, so a name cannot smuggle
 * another one in (CVE-2021-44532); the quotes are respected here.
 */
export function dnsNamesOf(certificate: X509Certificate): readonly string[] {
  const names: string[] = []
  for (const match of (certificate.subjectAltName ?? '').matchAll(/([A-Za-z ]+):("(?:[^"\\]|\\.)*"|[^,]*)(?:, |$)/gy)) {
    const [, kind, value] = match
    if (kind === 'DNS' && value !== undefined) names.push(value.startsWith('"') ? String(JSON.parse(value)) : value)
  }
  return names
}

/**
 * The CA certificate that signed the leaf: an intermediate of its own chain or one of its trust bundle.
 *
 * @param chain  The certificates of `chainPem`, where they have been read.
 */
export function findIssuer(
  { chainPem, trustBundlePem }: Pick<Certificate, 'chainPem' | 'trustBundlePem'>,
  chain: readonly [X509Certificate, ...X509Certificate[]] = readCertificates(chainPem, 'a stored certificate'),
): X509Certificate | undefined {
  const [leaf, ...intermediates] = chain
  return [...intermediates, ...readBundle(trustBundlePem)].find((candidate) => isSignedBy(leaf, candidate))
}

/** All certificates of a stack trust the same bundle: it is read once. */
let lastBundle: { readonly pem: string; readonly certificates: readonly X509Certificate[] } | undefined

export function readBundle(pem: string): readonly X509Certificate[] {
  if (lastBundle?.pem !== pem) lastBundle = { pem, certificates: readCertificates(pem, 'a stored trust bundle') }
  return lastBundle.certificates
}

/** True when `issuer` made `leaf`: names, key ids and the signature. */
export function isSignedBy(leaf: X509Certificate, issuer: X509Certificate): boolean {
  return leaf.checkIssued(issuer) && leaf.verify(issuer.publicKey)
}

function unreadable(what: string, cause: unknown): StackError {
  return new StackError({
    code: 'CERTIFICATE_INVALID',
    message: `${what} is not a PEM certificate`,
    hint: 'It must begin with -----BEGIN CERTIFICATE----- and be complete.',
    cause,
  })
}
