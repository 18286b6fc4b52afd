import type { X509Certificate } from 'node:crypto'

/** What node:crypto does not tell about a certificate, read from its DER. */
export interface CertificateFacts {
  /** OID of the algorithm it was signed with. */
  readonly signatureAlgorithm: string
  /** RSASSA-PSS without parameters means SHA-1 (RFC 4055, 3.1). */
  readonly signatureParameters: boolean
  /** Undefined where it has no such extension; critical or not. */
  readonly constraints?: { readonly critical: boolean; readonly ca: boolean; readonly pathLength?: number }
  /** `digitalSignature`, `keyCertSign` …; undefined where it has no such extension. */
  readonly usages?: readonly string[]
  readonly hasSubjectKeyId: boolean
  readonly hasAuthorityKeyId: boolean
  /** Of DNS names, lower case; undefined where nothing is said of them. */
  readonly permittedNames?: readonly string[]
  readonly excludedNames: readonly string[]
  /** Critical extensions that verifiers are not sure to know. */
  readonly unknownCritical: readonly string[]
}

/** A certificate of a chain with what its DER says. */
export interface Link {
  readonly certificate: X509Certificate
  readonly facts: CertificateFacts
}

export async function readLinks([first, ...rest]: readonly [X509Certificate, ...X509Certificate[]]): Promise<
  readonly [Link, ...Link[]]
> {
  return [await readLink(first), ...(await Promise.all(rest.map(readLink)))]
}

async function readLink(certificate: X509Certificate): Promise<Link> {
  return { certificate, facts: await readFacts(certificate) }
}

/** Reads a certificate of whatever origin with @peculiar's ASN.1 schemas. */
async function readFacts(certificate: X509Certificate): Promise<CertificateFacts> {
  const [{ AsnConvert }, x509] = await Promise.all([import('@peculiar/asn1-schema'), import('@peculiar/asn1-x509')])
  const { tbsCertificate, signatureAlgorithm } = AsnConvert.parse(certificate.raw, x509.Certificate)
  const extensions = tbsCertificate.extensions ?? []
  const find = (oid: string) => extensions.find((entry) => entry.extnID === oid)
  const constraints = find(x509.id_ce_basicConstraints)
  const usage = find(x509.id_ce_keyUsage)
  const authorityKeyId = find(x509.id_ce_authorityKeyIdentifier)
  const names = find(x509.id_ce_nameConstraints)
  const { permittedSubtrees = [], excludedSubtrees = [] } =
    names === undefined ? {} : AsnConvert.parse(names.extnValue.buffer, x509.NameConstraints)
  const dns = (trees: typeof permittedSubtrees) =>
    [...trees].flatMap(({ base }) => (base.dNSName === undefined ? [] : [base.dNSName.toLowerCase()]))
  const permitted = dns(permittedSubtrees)
  return {
    signatureAlgorithm: signatureAlgorithm.algorithm,
    signatureParameters: (signatureAlgorithm.parameters?.byteLength ?? 0) > 2,
    ...(constraints === undefined
      ? {}
      : { constraints: { critical: constraints.critical, ...readConstraints(constraints.extnValue.buffer) } }),
    ...(usage === undefined ? {} : { usages: AsnConvert.parse(usage.extnValue.buffer, x509.KeyUsage).toJSON() }),
    hasSubjectKeyId: find(x509.id_ce_subjectKeyIdentifier) !== undefined,
    hasAuthorityKeyId:
      authorityKeyId !== undefined &&
      AsnConvert.parse(authorityKeyId.extnValue.buffer, x509.AuthorityKeyIdentifier).keyIdentifier !== undefined,
    ...(permitted.length === 0 ? {} : { permittedNames: permitted }),
    excludedNames: dns(excludedSubtrees),
    unknownCritical: extensions
      .filter(({ critical, extnID }) => critical && !known.has(extnID))
      .map(({ extnID }) => extnID),
  }

  function readConstraints(der: ArrayBuffer): { readonly ca: boolean; readonly pathLength?: number } {
    const { cA, pathLenConstraint } = AsnConvert.parse(der, x509.BasicConstraints)
    return { ca: cA, ...(pathLenConstraint === undefined ? {} : { pathLength: pathLenConstraint }) }
  }
}

/** Critical extensions that OpenSSL handles: constraints, usages, names, key ids, policies. */
const known: ReadonlySet<string> = new Set([
  '2.5.29.14',
  '2.5.29.15',
  '2.5.29.17',
  '2.5.29.18',
  '2.5.29.19',
  '2.5.29.30',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.33',
  '2.5.29.35',
  '2.5.29.36',
  '2.5.29.37',
  '2.5.29.54',
])
