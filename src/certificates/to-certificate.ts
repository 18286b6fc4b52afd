import type { Certificate, Issued } from '../model/certificate.ts'
import type { CertificateRequest } from '../model/plan.ts'
import { dnsNamesOf, fingerprintOf, readCertificates, showName, splitPem } from './read-certificate.ts'
import { endOfWay } from './way-up.ts'

/** The stored form of what an authority answered. */
export function toCertificate({
  request,
  chainPem,
  keyPem,
  trustBundlePem,
}: Omit<Issued, 'request'> & { readonly request: Pick<CertificateRequest, 'component' | 'kind'> }): Certificate {
  const chain = readCertificates(chainPem, `the certificate of ${request.component}`)
  const [leaf] = chain
  return {
    component: request.component,
    kind: request.kind,
    chainPem,
    keyPem,
    trustBundlePem,
    fingerprint: fingerprintOf(leaf),
    issuer: showName(leaf.issuer),
    dnsNames: dnsNamesOf(leaf),
    notBefore: new Date(leaf.validFrom).toISOString(),
    notAfter: endOfWay({ chainPem, trustBundlePem }, chain).toISOString(),
  }
}

/** As it is judged today: versions before kept the end of the leaf alone, whatever ended above it. */
export function withEnd(stored: Certificate): Certificate {
  if (splitPem(stored.chainPem).length < 2) return stored
  return { ...stored, notAfter: endOfWay(stored).toISOString() }
}
