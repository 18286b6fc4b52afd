import { inUseOf, inUseProblems } from '../certificates/in-use.ts'
import { describeEnd } from '../certificates/match.ts'
import { daysUntil } from '../certificates/profile.ts'
import { showName } from '../certificates/read-certificate.ts'
import { findCas, lifeOf } from '../certificates/trusted.ts'
import type { CertificateOutcome, CertificateState } from '../model/certificate.ts'
import { endsOf, soonDays } from '../model/lifetime.ts'
import type { Problem } from '../model/problem.ts'
import type { ReportCertificate } from '../model/report.ts'
import type { SeenCertificate } from '../model/verification.ts'

/** One leaf as a report tells it. */
export function reportCertificate(entry: CertificateState, now: Date): ReportCertificate {
  const { request } = entry
  const certificate = entry.certificate ?? entry.current
  return {
    component: request.component,
    kind: request.kind,
    how: entry.how,
    ...(entry.reason === undefined ? {} : { reason: entry.reason }),
    ...(certificate === undefined
      ? {}
      : {
          issuer: certificate.issuer,
          fingerprint: certificate.fingerprint,
          notAfter: certificate.notAfter,
          daysLeft: daysUntil(new Date(certificate.notAfter), now),
        }),
  }
}

/**
 * Every leaf and every CA that they trust, and what is to be said of their ends.
 *
 * @param seen  What the running components use; undefined where nobody looked.
 */
export function reportCertificates(
  outcome: CertificateOutcome,
  now: Date,
  seen?: readonly SeenCertificate[],
): { readonly certificates: readonly ReportCertificate[]; readonly problems: readonly Problem[] } {
  const leaves = outcome.certificates.map((entry) => {
    const row = reportCertificate(entry, now)
    const inUse = seen === undefined ? undefined : inUseOf(row, seen, now)
    return inUse === undefined ? row : { ...row, inUse }
  })
  const certificates = [...leaves, ...reportCas(outcome, now)]
  const told = outcome.problems.some(({ code }) => code === 'CERTIFICATE_EXPIRING')
  return {
    certificates,
    problems: [...inUseProblems(leaves, now).stale, ...(told ? [] : soonProblems(certificates, now))],
  }
}

/** Every CA that the leaves trust or come through, once. It is not told how it came there: a leaf that is issued anew may keep its CA. */
function reportCas({ certificates }: CertificateOutcome, now: Date): readonly ReportCertificate[] {
  const known = certificates.flatMap((entry) => entry.certificate ?? entry.current ?? [])
  return findCas(known).map((ca) => ({
    component: showName(ca.subject),
    kind: 'ca',
    how: 'trusted',
    ...lifeOf(ca, now),
  }))
}

/** One warning for the first that ends, where that is soon. */
function soonProblems(certificates: readonly ReportCertificate[], now: Date): readonly Problem[] {
  const [first, ...others] = endsOf(certificates).filter(({ daysLeft }) => daysLeft < soonDays)
  if (first === undefined) return []
  const end = describeEnd(new Date(first.notAfter), now)
  const more =
    others.length === 0
      ? ''
      : `, and ${others.length} more ${others.length === 1 ? 'ends' : 'end'} within ${soonDays} days`
  return [
    {
      severity: 'warning',
      code: 'CERTIFICATE_EXPIRING',
      message: `the certificate of ${first.component} ${end}${more}`,
      hint: 'A deploy renews what is inside its window (certificates.renew_before_days); mcp-deploy certs check tells more.',
    },
  ]
}
