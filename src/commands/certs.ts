import { writeOpenRequests } from '../certificates/open-requests.ts'
import { writeCertificateTree } from '../certificates/tree.ts'
import { StackError } from '../errors.ts'
import type { CertificateOutcome, CertificateState } from '../model/certificate.ts'
import type { Live } from '../model/live.ts'
import type { Report } from '../model/report.ts'
import type { StackConfig } from '../model/stack.ts'
import { showSources } from '../secrets/reference.ts'
import { pairSources } from './ask-secrets.ts'
import { type IssueChoice, issueFor, withCertificates } from './certificate-state.ts'
import { type Prepared, prepare } from './prepare.ts'
import { reportCertificates } from './report-certificates.ts'
import { sameRequests, tellRequests } from './request-signatures.ts'
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
    if (outcome.certificates.some(isOpen) || beginsRollOver(outcome, live)) {
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
    const open = outcome.openRequests ?? []
    if (outcome.openRequests !== undefined) {
      const kept = connection === undefined ? open : []
      await writeOpenRequests(kept, prepared.plan.certificatePolicy, session.io)
    }
    const told = reportCertificates(outcome, session.io.clock.now())
    return {
      ...emptyReport(session),
      certificates: told.certificates,
      secrets: showSources(await pairSources(session, prepared.plan, options)),
      problems: [...prepared.plan.problems, ...outcome.problems, ...problems, ...told.problems],
      ...(open.length === 0
        ? { next: `To use them: ${commandLine(session, 'deploy')}` }
        : { status: 'pending', exitCode: 3, next: await tellRequests(session, prepared, open) }),
    }
  } finally {
    await connection?.close()
  }
}

/** A run that only tells again what somebody has to sign writes nothing. */
function changes(outcome: CertificateOutcome, { state }: Pick<Live, 'state'>): boolean {
  const signed = outcome.certificates.some(({ how }) => how === 'issued')
  return signed || beginsRollOver(outcome, { state }) || !sameRequests(outcome.openRequests ?? [], state.openRequests)
}

function isOpen({ how, waiting }: CertificateState): boolean {
  return how === 'pending' || waiting === true
}

/** cert-manager keeps them: no file is written, and what is missing comes with a deploy, for pods wait for it. */
function keptElsewhere(session: Session, { plan }: Prepared, outcome: CertificateOutcome): Report {
  const missing = outcome.certificates.filter(({ how }) => how === 'pending')
  if (missing.length === 0) {
    const { certificates, problems } = reportCertificates(outcome, session.io.clock.now())
    return { ...emptyReport(session), certificates, problems: [...plan.problems, ...outcome.problems, ...problems] }
  }
  const list = missing.map(({ reason = 'missing', request }) => `${request.component} (${reason})`).join(', ')
  throw new StackError({
    code: 'NOT_SUPPORTED',
    message: `cert-manager issues with a deploy and keeps what it makes; it is not asked yet for ${list}`,
    hint: commandLine(session, 'deploy'),
    next: commandLine(session, 'deploy'),
  })
}

/** Where nothing has to be issued for it yet: everything trusts the new CA too. */
function beginsRollOver({ rollOver }: CertificateOutcome, { state }: Pick<Live, 'state'>): boolean {
  return rollOver !== undefined && rollOver.newTrustPem !== state.rollOver?.newTrustPem
}
