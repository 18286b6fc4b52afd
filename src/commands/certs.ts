import { checkCertificates } from '../certificates/check.ts'
import { issueCertificates } from '../certificates/issue.ts'
import { writeCertificateTree } from '../certificates/tree.ts'
import { StackError } from '../errors.ts'
import type { CertificateOutcome } from '../model/certificate.ts'
import type { Live } from '../model/live.ts'
import type { Report } from '../model/report.ts'
import { Secret } from '../model/secret.ts'
import type { StackConfig } from '../model/stack.ts'
import { authorities } from '../registry.ts'
import { reportCertificate } from './assemble-report.ts'
import { keepLeaves } from './keep-leaves.ts'
import { type Prepared, prepare } from './prepare.ts'
import { commandLine, emptyReport, type Session, timed } from './session.ts'
import { observeOrNothing } from './without-target.ts'

export interface CertsOptions {
  readonly caFromEnv: boolean
  readonly force: boolean
}

/** `certs`: issues what is missing or in its renewal window, keeps it with the stack, writes the tree for people. */
export async function certs(session: Session, config: StackConfig, options: CertsOptions): Promise<Report> {
  const prepared = await prepare(session, config)
  const { connection, live } = await observeOrNothing(session, prepared)
  try {
    const issue = (dry: boolean, from: Live) => issueFor(session, prepared, from, { ...options, dry })
    let outcome = await issue(true, live)
    if (outcome.certificates.some((entry) => entry.how === 'pending')) {
      const lock = await connection?.lock('certs', config.deploy.timeoutSeconds)
      try {
        const current = connection === undefined ? live : await connection.observe()
        outcome = await timed(session, 'certificates', 'Certificates', () => issue(false, current))
        await connection?.saveState(withCertificates(session, prepared, current, outcome))
      } finally {
        await lock?.release()
      }
    }
    // Without a target nobody else keeps the CA's key.
    const files = { caKey: connection === undefined }
    const problems = await writeCertificateTree(outcome, prepared.plan.certificatePolicy, session.io, files)
    return certificateReport(session, outcome, {
      problems: [...prepared.plan.problems, ...outcome.problems, ...problems],
      next: `To use them: ${commandLine(session, 'deploy')}`,
    })
  } finally {
    await connection?.close()
  }
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
  const outcome = await issueFor(session, prepared, live, { dry: true, caFromEnv: false, force: false })
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

function issueFor(
  session: Session,
  prepared: Prepared,
  live: Live,
  options: CertsOptions & { readonly dry: boolean },
): Promise<CertificateOutcome> {
  const { plan } = prepared
  return issueCertificates(
    {
      authorities,
      secrets: session.secretSource,
      requests: plan.certificates,
      policy: plan.certificatePolicy,
      state: live.state.fresh ? undefined : live.state,
      ...options,
    },
    session.io,
  )
}

function withCertificates(
  session: Session,
  prepared: Prepared,
  live: Live,
  outcome: CertificateOutcome,
): Live['state'] {
  const hashKey = live.state.fresh
    ? new Secret('hash key', Buffer.from(session.io.random(32)).toString('base64url'))
    : live.state.hashKey
  return {
    ...live.state,
    hashKey,
    fresh: false,
    stack: prepared.plan.stack.name,
    certificates: keepLeaves(live.state, outcome),
    ...(outcome.authority === undefined ? {} : { authority: outcome.authority }),
  }
}

function certificateReport(session: Session, outcome: CertificateOutcome, rest: Partial<Report>): Report {
  const now = session.io.clock.now()
  return {
    ...emptyReport(session),
    certificates: outcome.certificates.map((entry) => reportCertificate(entry, now)),
    ...rest,
  }
}
