import { X509Certificate } from 'node:crypto'
import type { Certificate } from '../model/certificate.ts'
import type { ReportCertificate } from '../model/report.ts'
import { daysUntil } from './profile.ts'
import { endOf, fingerprintOf, showName, splitPem, uniqueOf } from './read-certificate.ts'
import { wayUp } from './way-up.ts'

/** Every CA that the certificates trust or come through, once: when it ends, everything under it ends. */
export function findCas(
  certificates: readonly Pick<Certificate, 'chainPem' | 'trustBundlePem'>[],
): readonly X509Certificate[] {
  const bundles = new Set(certificates.map(({ trustBundlePem }) => trustBundlePem))
  const trusted = [...bundles].flatMap(splitPem).map((pem) => new X509Certificate(pem))
  const below = certificates.filter(({ chainPem }) => splitPem(chainPem).length > 1)
  return uniqueOf([...trusted, ...below.flatMap((certificate) => wayUp(certificate).intermediates)])
}

/**
 * What a report tells of any certificate, a CA's too.
 *
 * @param end  Of a leaf: of what ends first on its way up.
 */
export function lifeOf(
  certificate: X509Certificate,
  now: Date,
  end = endOf(certificate),
): Pick<ReportCertificate, 'issuer' | 'fingerprint' | 'notAfter' | 'daysLeft'> {
  return {
    issuer: showName(certificate.issuer),
    fingerprint: fingerprintOf(certificate),
    notAfter: end.toISOString(),
    daysLeft: daysUntil(end, now),
  }
}
