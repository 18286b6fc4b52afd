import type { X509Certificate } from 'node:crypto'
import type { CertificateRequest } from '../model/plan.ts'
import { addDays } from './profile.ts'
import { endOf } from './read-certificate.ts'

/**
 * From when on a certificate is due. A signer may give less life than was asked for: its last third is then the window, or
 * each deploy would ask again.
 */
export function renewalStart(
  leaf: X509Certificate,
  { renewBeforeDays, validityDays }: Pick<CertificateRequest, 'renewBeforeDays' | 'validityDays'>,
): Date {
  const [start, end] = [new Date(leaf.validFrom), endOf(leaf)]
  const lifeDays = (end.getTime() - start.getTime()) / 86_400_000
  const shortened = lifeDays < validityDays - 1
  return addDays(end, -(shortened ? Math.min(renewBeforeDays, lifeDays / 3) : renewBeforeDays))
}
