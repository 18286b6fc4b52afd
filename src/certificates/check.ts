import type { X509Certificate } from 'node:crypto'
import type { Certificate } from '../model/certificate.ts'
import { codes, type Problem } from '../model/problem.ts'
import type { Report, ReportCertificate } from '../model/report.ts'
import type { SeenCertificate } from '../model/verification.ts'
import { inUseOf, inUseProblems } from './in-use.ts'
import { describeEnd, describeFirst, findBreak } from './match.ts'
import { addDays } from './profile.ts'
import { endOf, readCertificates, showName } from './read-certificate.ts'
import { isTrustedBy } from './share-trust.ts'
import { findCas, lifeOf } from './trusted.ts'
import { wayUp } from './way-up.ts'

/** The part of a report that `certs check` fills; `how` of a certificate is ok, expiring, expired, broken, untrusted, missing or stale. */
export type CertificateCheck = Pick<Report, 'certificates' | 'problems' | 'exitCode' | 'status'>

/**
 * Judges certificates and the CAs they trust by their life and their parts, and those that run by whether they are these.
 *
 * @param withinDays  How near an end is called expiring.
 * @param seen  What the running components use; undefined where nobody looked.
 * @param missing  Leaves that nobody has issued yet.
 * @param rootsPem  Every chain must end at one of these; undefined where any root will do.
 * @returns exitCode 0 all good · 3 something ends within the days, runs on an older one or was not issued yet · 4 something
 *   has ended or is broken. What could not be seen is a warning and has no exit code: nothing was found wrong with it.
 */
export function checkCertificates(
  certificates: readonly Certificate[],
  withinDays: number,
  now: Date,
  {
    seen,
    missing = [],
    rootsPem,
  }: {
    readonly seen?: readonly SeenCertificate[]
    readonly missing?: readonly Pick<Certificate, 'component' | 'kind'>[]
    readonly rootsPem?: string
  } = {},
): CertificateCheck {
  const leaves = certificates.map((certificate): ReportCertificate => {
    const row = checkLeaf(certificate, withinDays, now, rootsPem)
    const inUse = seen === undefined ? undefined : inUseOf(row, seen, now)
    return inUse === undefined ? row : { ...row, ...staleness(row, inUse, now), inUse }
  })
  const unissued = missing.map(({ component, kind }) => ({ component, kind, how: 'missing', reason: 'not issued yet' }))
  const rows = [...leaves, ...unissued, ...checkCas(certificates, withinDays, now)]
  const stored = rows.flatMap(toProblem)
  const { unseen, stale } = inUseProblems(rows, now)
  const exitCode = Math.max(0, ...[...stored, ...stale].map((problem) => codes[problem.code]))
  return {
    certificates: rows,
    problems: [...stored, ...stale, ...unseen],
    exitCode,
    status: exitCode === 0 ? 'succeeded' : exitCode === codes.CERTIFICATE_EXPIRING ? 'pending' : 'unhealthy',
  }
}

/** A stored certificate that is wrong itself is told so first. */
function staleness(
  { how }: ReportCertificate,
  { state, notAfter }: NonNullable<ReportCertificate['inUse']>,
  now: Date,
): Partial<ReportCertificate> {
  if (how !== 'ok' || state !== 'other') return {}
  const end = notAfter === undefined ? '' : ` that ${describeEnd(new Date(notAfter), now)}`
  return { how: 'stale', reason: `another one runs${end}` }
}

function checkLeaf(
  certificate: Certificate,
  withinDays: number,
  now: Date,
  rootsPem: string | undefined,
): ReportCertificate {
  const chain = readCertificates(certificate.chainPem, `the certificate of ${certificate.component}`)
  const [leaf] = chain
  const way = wayUp(certificate, chain)
  const broken = findBreak(certificate, leaf, way)
  const life = judgeLife(way.first, withinDays, now, leaf)
  const foreign = life.how !== 'expired' && rootsPem !== undefined && !isTrustedBy(certificate, rootsPem)
  return {
    component: certificate.component,
    kind: certificate.kind,
    ...(broken === undefined ? (foreign ? underAnotherRoot : life) : { how: 'broken', reason: broken }),
    ...lifeOf(leaf, now, endOf(way.first)),
  }
}

/** It works, for the stack trusts what it was issued with; a deploy asks for another one. */
const underAnotherRoot = { how: 'untrusted', reason: 'its chain ends at no root of certificates.external.ca_file' }

/** Every CA once, intermediates too: when it ends, everything under it ends. */
function checkCas(certificates: readonly Certificate[], withinDays: number, now: Date): readonly ReportCertificate[] {
  return findCas(certificates).map((ca) => ({
    component: showName(ca.subject),
    kind: 'ca',
    ...judgeLife(ca, withinDays, now),
    ...lifeOf(ca, now),
  }))
}

/** @param of  What `first` ends, where that is another one. */
function judgeLife(
  first: X509Certificate,
  withinDays: number,
  now: Date,
  of = first,
): Pick<ReportCertificate, 'how' | 'reason'> {
  const end = endOf(first)
  if (end <= now) return { how: 'expired', reason: describeFirst(of, first, now) }
  if (end < addDays(now, withinDays)) return { how: 'expiring', reason: describeFirst(of, first, now) }
  return { how: 'ok' }
}

function toProblem({ component, kind, how, reason }: ReportCertificate): readonly Problem[] {
  if (how === 'ok' || how === 'stale') return []
  const name = kind === 'ca' ? `the CA ${component}` : `the ${kind} certificate of ${component}`
  const code = codeOf[how] ?? 'CERTIFICATE_BROKEN'
  return [
    {
      severity: codes[code] === 3 ? 'warning' : 'error',
      code,
      message: `${name}: ${reason}`,
      hint: 'mcp-deploy deploy issues what is due and rolls its users.',
    },
  ]
}

const codeOf: Readonly<Record<string, Problem['code']>> = {
  expiring: 'CERTIFICATE_EXPIRING',
  missing: 'WORK_PENDING',
  untrusted: 'WORK_PENDING',
  expired: 'CERTIFICATE_EXPIRED',
}
