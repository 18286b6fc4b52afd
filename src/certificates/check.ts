import type { Certificate } from '../model/certificate.ts'
import { codes, type Problem } from '../model/problem.ts'
import type { Report, ReportCertificate } from '../model/report.ts'
import { describeEnd, findBreak } from './match.ts'
import { daysUntil } from './profile.ts'
import { endOf, findIssuer, fingerprintOf, readCertificates, showName } from './read-certificate.ts'

/** The part of a report that `certs check` fills; `how` of a certificate is ok, expiring, expired or broken. */
export type CertificateCheck = Pick<Report, 'certificates' | 'problems' | 'exitCode' | 'status'>

/**
 * Judges certificates and the CAs they trust by their life and their parts.
 *
 * @param withinDays  How near an end is called expiring.
 * @returns exitCode 0 all good · 3 something ends within the days · 4 something has ended or is broken
 */
export function checkCertificates(
  certificates: readonly Certificate[],
  withinDays: number,
  now: Date,
): CertificateCheck {
  const rows = [
    ...certificates.map((certificate) => checkLeaf(certificate, withinDays, now)),
    ...checkCas(certificates, withinDays, now),
  ]
  const problems = rows.flatMap(toProblem)
  const exitCode = Math.max(0, ...problems.map((problem) => codes[problem.code]))
  return {
    certificates: rows,
    problems,
    exitCode,
    status: exitCode === 0 ? 'succeeded' : exitCode === codes.CERTIFICATE_EXPIRING ? 'pending' : 'unhealthy',
  }
}

function checkLeaf(certificate: Certificate, withinDays: number, now: Date): ReportCertificate {
  const chain = readCertificates(certificate.chainPem, `the certificate of ${certificate.component}`)
  const [leaf] = chain
  const broken = findBreak(certificate, leaf, findIssuer(certificate, chain))
  return {
    component: certificate.component,
    kind: certificate.kind,
    ...(broken === undefined ? judgeLife(endOf(leaf), withinDays, now) : { how: 'broken', reason: broken }),
    fingerprint: certificate.fingerprint,
    notAfter: endOf(leaf).toISOString(),
    daysLeft: daysUntil(endOf(leaf), now),
  }
}

/** Every CA once: when it ends, everything under it ends. */
function checkCas(certificates: readonly Certificate[], withinDays: number, now: Date): readonly ReportCertificate[] {
  const bundles = new Set(certificates.map((certificate) => certificate.trustBundlePem))
  const cas = new Map(
    [...bundles]
      .flatMap((bundle) => readCertificates(bundle, 'a stored trust bundle'))
      .map((ca) => [fingerprintOf(ca), ca]),
  )
  return [...cas].map(([fingerprint, ca]) => ({
    component: showName(ca.subject),
    kind: 'ca',
    ...judgeLife(endOf(ca), withinDays, now),
    fingerprint,
    notAfter: endOf(ca).toISOString(),
    daysLeft: daysUntil(endOf(ca), now),
  }))
}

function judgeLife(end: Date, withinDays: number, now: Date): Pick<ReportCertificate, 'how' | 'reason'> {
  if (end <= now) return { how: 'expired', reason: describeEnd(end, now) }
  if (daysUntil(end, now) < withinDays) return { how: 'expiring', reason: describeEnd(end, now) }
  return { how: 'ok' }
}

function toProblem({ component, kind, how, reason }: ReportCertificate): readonly Problem[] {
  if (how === 'ok') return []
  const name = kind === 'ca' ? `the CA ${component}` : `the ${kind} certificate of ${component}`
  const code =
    how === 'expiring' ? 'CERTIFICATE_EXPIRING' : how === 'expired' ? 'CERTIFICATE_EXPIRED' : 'CERTIFICATE_BROKEN'
  return [
    {
      severity: how === 'expiring' ? 'warning' : 'error',
      code,
      message: `${name}: ${reason}`,
      hint: 'mcp-deploy deploy issues what is due and rolls its users.',
    },
  ]
}
