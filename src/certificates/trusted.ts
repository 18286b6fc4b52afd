import { X509Certificate } from 'node:crypto'
import type { Certificate } from '../model/certificate.ts'
import type { ReportCertificate } from '../model/report.ts'
import { daysUntil } from './profile.ts'
import { endOf, fingerprintOf, showName, splitPem, uniqueOf } from './read-certificate.ts'

/** Every CA that the certificates trust, once: when it ends, everything under it ends. */
export function findTrusted(certificates: readonly Pick<Certificate, 'trustBundlePem'>[]): readonly X509Certificate[] {
  const bundles = new Set(certificates.map(({ trustBundlePem }) => trustBundlePem))
  return uniqueOf([...bundles].flatMap(splitPem).map((pem) => new X509Certificate(pem)))
}

/** What a report tells of any certificate, a CA's too. */
export function lifeOf(
  certificate: X509Certificate,
  now: Date,
): Pick<ReportCertificate, 'issuer' | 'fingerprint' | 'notAfter' | 'daysLeft'> {
  return {
    issuer: showName(certificate.issuer),
    fingerprint: fingerprintOf(certificate),
    notAfter: endOf(certificate).toISOString(),
    daysLeft: daysUntil(endOf(certificate), now),
  }
}
