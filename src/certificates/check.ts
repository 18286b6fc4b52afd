import type { Certificate } from '../model/certificate.ts'
import { codes, type Problem } from '../model/problem.ts'
import type { Report, ReportCertificate } from '../model/report.ts'
import type { SeenCertificate } from '../model/verification.ts'
import { waits } from './await-signatures.ts'
import { inUseOf, inUseProblems } from './in-use.ts'
import { checkCas, checkLeaf, type RenewalRules } from './judge-stored.ts'
import { describeEnd } from './match.ts'

/** The part of a report that `certs check` fills; `how` of a certificate is ok, expiring, expired, broken, untrusted, missing or stale. */
export type CertificateCheck = Pick<Report, 'certificates' | 'problems' | 'exitCode' | 'status'>

export interface CheckFacts {
  /** What the running components use; undefined where nobody looked. */
  readonly seen?: readonly SeenCertificate[]
  /** Leaves that nobody has issued yet. */
  readonly missing?: readonly Pick<Certificate, 'component' | 'kind'>[]
  /** Every chain must end at one of these; undefined where any root will do. */
  readonly rootsPem?: string
  /** By what a deploy renews leaves: they are due when it would; undefined: when they end within the days. */
  readonly renewal?: RenewalRules
  /** Whose request waits for a signature, and what to do when it has one. */
  readonly waiting?: { readonly components: ReadonlySet<string>; readonly hint: string }
}

/**
 * Judges certificates and the CAs they trust by their life and their parts, and those that run by whether they are these.
 *
 * @param withinDays  How near the end of a CA is called expiring, and of a leaf without `renewal`.
 * @returns exitCode 0 all good · 3 something is due, runs on an older one or was not issued yet · 4 something has ended or is
 *   broken. What could not be seen is a warning and has no exit code: nothing was found wrong with it.
 */
export function checkCertificates(
  certificates: readonly Certificate[],
  withinDays: number,
  now: Date,
  { seen, missing = [], rootsPem, renewal, waiting }: CheckFacts = {},
): CertificateCheck {
  const horizon = { withinDays, now, renewal }
  const leaves = certificates.map((certificate): ReportCertificate => {
    const row = checkLeaf(certificate, horizon, rootsPem)
    const inUse = seen === undefined ? undefined : inUseOf(row, seen, now)
    return inUse === undefined ? row : { ...row, ...staleness(row, inUse, now), inUse }
  })
  const unissued = missing.map(({ component, kind }) => ({ component, kind, how: 'missing', reason: 'not issued yet' }))
  const rows = [...leaves, ...unissued, ...checkCas(certificates, horizon)].map((row) =>
    isWaiting(row, waiting) ? { ...row, reason: row.how === 'missing' ? waits : `${row.reason}; ${waits}` } : row,
  )
  const stored = rows.flatMap((row) => toProblem(row, isWaiting(row, waiting) ? waiting?.hint : undefined))
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

/** Of those that are due, too: what is still good needs nothing. */
function isWaiting({ component, how, kind }: ReportCertificate, waiting: CheckFacts['waiting']): boolean {
  return (
    kind !== 'ca' &&
    ['expired', 'expiring', 'missing', 'untrusted'].includes(how) &&
    waiting?.components.has(component) === true
  )
}

function toProblem({ component, kind, how, reason }: ReportCertificate, hint?: string): readonly Problem[] {
  if (how === 'ok' || how === 'stale') return []
  const name = kind === 'ca' ? `the CA ${component}` : `the ${kind} certificate of ${component}`
  const code = codeOf[how] ?? 'CERTIFICATE_BROKEN'
  return [
    {
      severity: codes[code] === 3 ? 'warning' : 'error',
      code,
      message: `${name}: ${reason}`,
      hint: hint ?? (kind === 'ca' && how === 'expiring' ? anotherCa : deployIssues),
    },
  ]
}

const deployIssues = 'mcp-deploy deploy issues what is due and rolls its users.'

/** No deploy makes a CA live longer. */
const anotherCa =
  'Everything under it ends with it, whatever is issued anew; to another CA in time: mcp-deploy certs rotate --ca'

const codeOf: Readonly<Record<string, Problem['code']>> = {
  expiring: 'CERTIFICATE_EXPIRING',
  missing: 'WORK_PENDING',
  untrusted: 'WORK_PENDING',
  expired: 'CERTIFICATE_EXPIRED',
}
