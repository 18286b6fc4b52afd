import type { KeyObject, X509Certificate } from 'node:crypto'
import { StackError } from '../errors.ts'
import type { AuthorityKeyPair } from '../model/certificate.ts'
import type { Problem } from '../model/problem.ts'
import { buildChain, type Chain } from './build-chain.ts'
import { readLinks } from './certificate-facts.ts'
import { type Finding, judgeCas } from './judge-chain.ts'
import type { PairNames } from './judge-pair.ts'
import { importKey } from './key.ts'
import { caNamePrefix } from './profile.ts'
import { endOf, fingerprintOf, pemOf, readCertificates, showName } from './read-certificate.ts'
import { algorithmFor, keyIdOf } from './sign-certificate.ts'

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
  /** What a person should know about a CA that can sign. */
  readonly problems: readonly Problem[]
}

/**
 * Checks that a pair can sign leaves that verifiers take: the key matches and is of a kind that we sign with, and its chain is
 * whole and may sign for every name. Before anything is built or changed: what it signs is only looked at one step up.
 *
 * @param pair  The signing CA first; above an intermediate its chain up to the root.
 * @param named  Names the pair in errors, and each half of it where they have names of their own.
 * @param names  DNS names that it will sign for.
 * @throws StackError AUTHORITY_FAILED, CERTIFICATE_INVALID
 */
export async function openSigner(
  pair: AuthorityKeyPair,
  named: string | PairNames,
  now: Date,
  names: readonly string[] = [],
): Promise<Signer> {
  const { pair: what, ...half } =
    typeof named === 'string' ? { pair: named, certificate: named, key: `${named}: the key` } : named
  const [certificate, ...above] = readCertificates(pair.certificatePem, half.certificate)
  const key = openKey(pair, certificate, what, half.key)
  // A root that may not sign must get here, too: to be told what it lacks.
  const isRoot = certificate.verify(certificate.publicKey)
  const { path, broken }: Chain = isRoot
    ? { path: [certificate] }
    : buildChain(certificate, above, undefined, 'what was given')
  const findings = judgeCas(await readLinks(path), { complete: broken === undefined, names, now })
  refuseChain(certificate, broken, findings, what)

  return {
    certificate,
    fingerprint: fingerprintOf(certificate),
    notAfter: path.map(endOf).reduce((first, end) => (end < first ? end : first)),
    key,
    intermediatesPem: path.slice(0, -1).map(pemOf).join(''),
    trustBundlePem: path.slice(-1).map(pemOf).join(''),
    problems: findings.map(({ severity, what: told, hint }) => ({
      severity,
      code: 'CERTIFICATE_INVALID',
      message: `${what}: ${told}`,
      ...(hint === undefined ? {} : { hint }),
    })),
  }
}

/** @throws StackError AUTHORITY_FAILED when it is no key, that of another certificate, or one that we cannot sign with. */
function openKey(pair: AuthorityKeyPair, certificate: X509Certificate, what: string, name: string): KeyObject {
  const fail = (message: string, hint: string, cause?: unknown) =>
    new StackError({ code: 'AUTHORITY_FAILED', message, hint, cause })
  let key: KeyObject
  try {
    key = importKey(pair.keyPem)
  } catch (cause) {
    throw fail(
      `${name} is not an unencrypted private key in PEM`,
      'It must begin with -----BEGIN PRIVATE KEY-----',
      cause,
    )
  }
  if (!certificate.checkPrivateKey(key)) {
    throw fail(
      `${what}: the key does not belong to the certificate ${showName(certificate.subject)}`,
      'Give the pair that belongs together.',
    )
  }
  algorithmFor(key)
  return key
}

/** @throws StackError AUTHORITY_FAILED with everything that makes verifiers refuse what it signs. */
function refuseChain(
  certificate: X509Certificate,
  broken: Chain['broken'],
  findings: readonly Finding[],
  what: string,
): void {
  const wrong = findings.filter(({ severity }) => severity === 'error').map((finding) => finding.what)
  const all = broken === undefined ? wrong : [`${showName(certificate.subject)}: ${broken.why}`, ...wrong]
  if (all.length === 0) return
  throw new StackError({
    code: 'AUTHORITY_FAILED',
    message: `${what}: ${all.join('; ')}`,
    hint: broken?.hint ?? 'Give another CA: verifiers refuse what this one signs.',
  })
}

/** True for a CA that `local` founded, told by its name. */
export function isOurs(ca: X509Certificate | undefined): boolean {
  return ca?.subject.startsWith(`CN=${caNamePrefix} `) === true
}

/** What a leaf has to repeat from its CA, read from its DER. */
export interface IssuerFacts {
  /** DER of the CA's subject, byte for byte as verifiers compare it. */
  readonly subject: Uint8Array
  /** Subject key id; computed from the key where the CA carries none. */
  readonly keyId: Uint8Array
}

/** Parses a CA certificate of whatever origin with @peculiar's ASN.1 schemas. */
export async function readIssuerFacts(certificate: X509Certificate): Promise<IssuerFacts> {
  const [{ AsnConvert, OctetString }, x509] = await Promise.all([
    import('@peculiar/asn1-schema'),
    import('@peculiar/asn1-x509'),
  ])
  const { tbsCertificate } = AsnConvert.parse(certificate.raw, x509.Certificate)
  const keyId = tbsCertificate.extensions?.find(({ extnID }) => extnID === x509.id_ce_subjectKeyIdentifier)
  return {
    subject: new Uint8Array(AsnConvert.serialize(tbsCertificate.subject)),
    keyId:
      keyId === undefined
        ? keyIdOf(certificate.publicKey.export({ type: 'spki', format: 'der' }))
        : new Uint8Array(AsnConvert.parse(keyId.extnValue.buffer, OctetString).buffer),
  }
}
