import { createPublicKey, type KeyObject, type X509Certificate } from 'node:crypto'
import { StackError } from '../errors.ts'
import type { AuthorityKeyPair } from '../model/certificate.ts'
import type { Problem } from '../model/problem.ts'
import { describeKey, importKey } from './key.ts'
import { caNamePrefix } from './profile.ts'
import { endOf, fingerprintOf, pemOf, readCertificates, showName } from './read-certificate.ts'
import { keyIdOf } from './sign-certificate.ts'

/** A CA that was checked and can sign. */
export interface Signer {
  readonly certificate: X509Certificate
  readonly fingerprint: string
  readonly notAfter: Date
  readonly key: KeyObject
  /** What follows the leaf in its chain; empty when the CA is a root. */
  readonly intermediatesPem: string
  /** The root that ends the chain. */
  readonly trustBundlePem: string
}

/**
 * Checks that a pair can sign leaves: the key matches, it is a CA, it has not expired, its root is there.
 *
 * @param pair  The signing CA first; above an intermediate its chain up to the root.
 * @param what  Names the pair in errors: `CA_CERT and CA_KEY`, a folder.
 * @throws StackError AUTHORITY_FAILED, CERTIFICATE_INVALID
 */
export function openSigner(pair: AuthorityKeyPair, what: string, now: Date): Signer {
  const [certificate, ...above] = readCertificates(pair.certificatePem, what)
  const fail = (message: string, hint: string, cause?: unknown) =>
    new StackError({ code: 'AUTHORITY_FAILED', message: `${what}: ${message}`, hint, cause })

  let key: KeyObject
  try {
    key = importKey(pair.keyPem)
  } catch (cause) {
    throw fail(
      'the key is not an unencrypted private key in PEM',
      'It must begin with -----BEGIN PRIVATE KEY-----',
      cause,
    )
  }
  if (!certificate.checkPrivateKey(key)) {
    throw fail(
      `the key does not belong to the certificate ${showName(certificate.subject)}`,
      'Give the pair that belongs together.',
    )
  }
  if (!certificate.ca) {
    throw fail(
      `${showName(certificate.subject)} is not a CA that may sign`,
      'Its basic constraints must say CA:TRUE, and its key usage keyCertSign.',
    )
  }
  if (endOf(certificate).getTime() <= now.getTime()) {
    throw fail(`the CA expired on ${endOf(certificate).toISOString()}`, 'Give a CA that is valid.')
  }
  refuseWeakKey(key, fail)

  const root = [certificate, ...above].find((candidate) => candidate.checkIssued(candidate))
  if (root === undefined) {
    throw fail(
      `${showName(certificate.subject)} is an intermediate without its root`,
      'Append the certificates above it, the root last.',
    )
  }
  const chain = [certificate, ...above]
  return {
    certificate,
    fingerprint: fingerprintOf(certificate),
    notAfter: chain.map(endOf).reduce((first, end) => (end < first ? end : first)),
    key,
    intermediatesPem: chain
      .filter((entry) => entry !== root)
      .map(pemOf)
      .join(''),
    trustBundlePem: pemOf(root),
  }
}

/** True for a CA that `local` founded, told by its name. */
export function isOurs(ca: X509Certificate | undefined): boolean {
  return ca?.subject.startsWith(`CN=${caNamePrefix} `) === true
}

/** What a strict verifier (Python 3.13, `openssl verify -x509_strict`) will not like about a CA that is not ours. */
export async function reviewSigner(signer: Signer, what: string): Promise<readonly Problem[]> {
  const facts = await readIssuerFacts(signer.certificate)
  const missing = [
    ...(facts.constraintsCritical ? [] : ['critical basic constraints']),
    ...(facts.hasUsage ? [] : ['key usage keyCertSign']),
    ...(facts.hasKeyId ? [] : ['a subject key id']),
  ]
  if (missing.length === 0) return []
  return [
    {
      severity: 'warning',
      code: 'CERTIFICATE_INVALID',
      message: `the CA in ${what} lacks ${missing.join(', ')}: Python 3.13 and strict verifiers refuse what it signs`,
      hint: 'Have the CA certificate issued again with these extensions.',
    },
  ]
}

/** What a leaf has to repeat from its CA, read from its DER. */
export interface IssuerFacts {
  /** DER of the CA's subject, byte for byte as verifiers compare it. */
  readonly subject: Uint8Array
  /** Subject key id; computed from the key where the CA carries none. */
  readonly keyId: Uint8Array
  readonly hasKeyId: boolean
  readonly constraintsCritical: boolean
  readonly hasUsage: boolean
}

/** Parses a CA certificate of whatever origin with @peculiar's ASN.1 schemas. */
export async function readIssuerFacts(certificate: X509Certificate): Promise<IssuerFacts> {
  const [{ AsnConvert, OctetString }, x509] = await Promise.all([
    import('@peculiar/asn1-schema'),
    import('@peculiar/asn1-x509'),
  ])
  const { tbsCertificate } = AsnConvert.parse(certificate.raw, x509.Certificate)
  const find = (oid: string) => tbsCertificate.extensions?.find((entry) => entry.extnID === oid)
  const keyId = find(x509.id_ce_subjectKeyIdentifier)
  return {
    subject: new Uint8Array(AsnConvert.serialize(tbsCertificate.subject)),
    keyId:
      keyId === undefined
        ? keyIdOf(certificate.publicKey.export({ type: 'spki', format: 'der' }))
        : new Uint8Array(AsnConvert.parse(keyId.extnValue.buffer, OctetString).buffer),
    hasKeyId: keyId !== undefined,
    constraintsCritical: find(x509.id_ce_basicConstraints)?.critical === true,
    hasUsage: find(x509.id_ce_keyUsage) !== undefined,
  }
}

/** OpenSSL at its default security level refuses a chain with less than 112 bits. */
function refuseWeakKey(key: KeyObject, fail: (message: string, hint: string) => StackError): void {
  const bits = key.asymmetricKeyDetails?.modulusLength
  if (key.asymmetricKeyType === 'rsa' && bits !== undefined && bits < 2048) {
    throw fail(`the CA key ${describeKey(createPublicKey(key))} is too short`, 'Use RSA 2048 or longer, or an EC key.')
  }
}
