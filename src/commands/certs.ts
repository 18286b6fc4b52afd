import { checkCertificates } from '../certificates/check.ts'
import { writeOpenRequests } from '../certificates/open-requests.ts'
import { writeCertificateTree } from '../certificates/tree.ts'
import { StackError } from '../errors.ts'
import type { CertificateOutcome } from '../model/certificate.ts'
import type { Live } from '../model/live.ts'
import type { Report } from '../model/report.ts'
import type { StackConfig } from '../model/stack.ts'
import { reportCertificate } from './assemble-report.ts'
import { type IssueChoice, issueFor, withCertificates } from './certificate-state.ts'
import { type Prepared, prepare } from './prepare.ts'
import { openIn, sameRequests, tellRequests } from './request-signatures.ts'
import { commandLine, emptyReport, type Session, timed } from './session.ts'
import { observeOrNothing } from './without-target.ts'

export type CertsOptions = Omit<IssueChoice, 'dry'>

/** `certs`: issues what is missing or in its renewal window, keeps it with the stack, writes the tree for people. */
export async function certs(session: Session, config: StackConfig, options: CertsOptions): Promise<Report> {
  const prepared = await prepare(session, config)
  const { connection, live } = await observeOrNothing(session, prepared)
  try {
    const issue = (dry: boolean, from: Live) => issueFor(session, prepared, from, { ...options, dry })
    let outcome = await issue(true, live)
    if (prepared.plan.certificatePolicy.issuer !== undefined) return keptElsewhere(session, prepared, outcome)
    if (outcome.certificates.some((entry) => entry.how === 'pending' || entry.waiting === true)) {
      const lock = await connection?.lock('certs', config.deploy.timeoutSeconds)
      try {
        const current = connection === undefined ? live : await connection.observe()
        outcome = await timed(session, 'certificates', 'Certificates', () => issue(false, current))
        if (changes(outcome, current))
          await connection?.saveState(withCertificates(session, prepared, current, outcome))
      } finally {
        await lock?.release()
      }
    }
    // Without a target nobody else keeps the CA's key.
    const files = { caKey: connection === undefined }
    const problems = await writeCertificateTree(outcome, prepared.plan.certificatePolicy, session.io, files)
    const open = openIn(outcome)
    if (outcome.openRequests !== undefined) {
      const kept = connection === undefined ? outcome.openRequests : []
      await writeOpenRequests(kept, prepared.plan.certificatePolicy, session.io)
    }
    return certificateReport(session, outcome, {
      problems: [...prepared.plan.problems, ...outcome.problems, ...problems],
      ...(open === undefined
        ? { next: `To use them: ${commandLine(session, 'deploy')}` }
        : { status: 'pending', exitCode: 3, next: await tellRequests(session, prepared, open) }),
    })
  } finally {
    await connection?.close()
  }
}

/** A run that only tells again what somebody has to sign writes nothing. */
function changes(outcome: CertificateOutcome, { state }: Live): boolean {
  const signed = outcome.certificates.some(({ how }) => how === 'issued')
  return signed || !sameRequests(outcome.openRequests ?? [], state.openRequests)
}

/** cert-manager keeps them: no file is written, and what is missing comes with a deploy, for pods wait for it. */
function keptElsewhere(session: Session, { plan }: Prepared, outcome: CertificateOutcome): Report {
  const missing = outcome.certificates.filter(({ how }) => how === 'pending')
  if (missing.length === 0)
    return certificateReport(session, outcome, { problems: [...plan.problems, ...outcome.problems] })
  const list = missing.map(({ reason = 'missing', request }) => `${request.component} (${reason})`).join(', ')
  throw new StackError({
    code: 'NOT_SUPPORTED',
    message: `cert-manager issues with a deploy and keeps what it makes; it is not asked yet for ${list}`,
    hint: commandLine(session, 'deploy'),
  })
}

/** `certs check`: 0 good, 3 inside the window, 4 expired, broken or missing. */
export async function checkCerts(
  session: Session,
  config: StackConfig,
  withinDays: number | undefined,
): Promise<Report> {
  const prepared = await prepare(session, config)
  const { connection, live } = await observeOrNothing(session, prepared)
  await connection?.close()
  const outcome = await issueFor(session, prepared, live, {
    dry: true,
    caFromEnv: false,
    externalPki: false,
    force: false,
  })
  const now = session.io.clock.now()
  const certificates = outcome.certificates.flatMap((entry) =>
    entry.certificate === undefined ? [] : [entry.certificate],
  )
  if (certificates.length === 0) {
    throw new StackError({
      code: 'USAGE',
      message: `the stack ${prepared.plan.stack.name} has no certificates yet`,
      hint: commandLine(session, 'certs'),
    })
  }
  const checked = checkCertificates(certificates, withinDays ?? prepared.plan.certificatePolicy.renewBeforeDays, now)
  return { ...certificateReport(session, outcome, {}), ...checked }
}

function certificateReport(session: Session, outcome: CertificateOutcome, rest: Partial<Report>): Report {
  const now = session.io.clock.now()
  return {
    ...emptyReport(session),
    certificates: outcome.certificates.map((entry) => reportCertificate(entry, now)),
    ...rest,
  }
}
