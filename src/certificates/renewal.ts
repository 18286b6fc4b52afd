import type { X509Certificate } from 'node:crypto'
import type { CertificateRequest } from '../model/plan.ts'
import { addDays } from './profile.ts'
import { endOf } from './read-certificate.ts'

/**
 * From when on a certificate is due: in the last third of its real life, which may be hours, or where the file says it. A signer
 * may give less life than was asked for: the window is then a third at most, or each deploy would ask again.
 *
 * @param end  Of what ends first on the way up: an intermediate may.
 */
export function renewalStart(
  leaf: X509Certificate,
  { renewBeforeDays, validityDays }: Pick<CertificateRequest, 'renewBeforeDays' | 'validityDays'>,
  end = endOf(leaf),
): Date {
  const start = new Date(leaf.validFrom)
  const lifeDays = (end.getTime() - start.getTime()) / 86_400_000
  if (renewBeforeDays === undefined) return addDays(end, -lifeDays / 3)
  const shortened = lifeDays < validityDays - 1
  return addDays(end, -(shortened ? Math.min(renewBeforeDays, lifeDays / 3) : renewBeforeDays))
}
