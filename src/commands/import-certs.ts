import { externalSettings } from '../certificates/external-settings.ts'
import { type Imported, importSigned } from '../certificates/import-signed.ts'
import { findOpenRequests, writeOpenRequests } from '../certificates/open-requests.ts'
import { toCertificate } from '../certificates/to-certificate.ts'
import { readTree, writeCertificateTree } from '../certificates/tree.ts'
import { readTrustFile } from '../certificates/trust-file.ts'
import { StackError } from '../errors.ts'
import type { Certificate, CertificateOutcome, CertificateState, OpenRequest } from '../model/certificate.ts'
import type { Live } from '../model/live.ts'
import type { Report } from '../model/report.ts'
import type { StackConfig } from '../model/stack.ts'
import { withCertificates } from './certificate-state.ts'
import { type Prepared, prepare } from './prepare.ts'
import { reportCertificates } from './report-certificates.ts'
import { tellRequests } from './request-signatures.ts'
import { commandLine, emptyReport, type Session, timed } from './session.ts'
import { observeOrNothing } from './without-target.ts'

/** `certs import DIR`: takes signed chains back, checks them against the open requests, keeps them with the stack. */
export async function importCerts(session: Session, config: StackConfig, from: string | undefined): Promise<Report> {
  const prepared = await prepare(session, config)
  const settings = externalSettings(prepared.plan.certificatePolicy)
  const { connection, live } = await observeOrNothing(session, prepared)
  try {
    const lock = await connection?.lock('certs import', config.deploy.timeoutSeconds)
    try {
      const now = session.io.clock.now()
      const seen = (await connection?.observe()) ?? live
      const { open, current } = await stored(session, prepared, seen)
      const trust = await readTrustFile(settings, session.io)
      const folder = from ?? settings.folder
      const input = { folder, requests: prepared.plan.certificates, open, current, trust }
      const imported = await timed(session, 'certificates', `Certificates from ${folder}`, () =>
        importSigned(input, now, session.io),
      )
      const outcome = outcomeOf(prepared, current, imported)
      if (imported.issued.length === 0) return await reportImport(session, prepared, outcome, imported, open.length > 0)

      await connection?.saveState(withCertificates(session, prepared, seen, outcome))
      const problems = await writeCertificateTree(outcome, prepared.plan.certificatePolicy, session.io)
      // With a target its state has them, whatever an earlier run without it had written.
      await writeOpenRequests(
        connection === undefined ? imported.remaining : [],
        prepared.plan.certificatePolicy,
        session.io,
      )
      return await reportImport(
        session,
        prepared,
        { ...outcome, problems: [...outcome.problems, ...problems] },
        imported,
        true,
      )
    } finally {
      await lock?.release()
    }
  } finally {
    await connection?.close()
  }
}

/** What waits, and what is used now: with the target, else in files. */
async function stored(
  session: Session,
  { plan }: Prepared,
  { state }: Live,
): Promise<{ readonly open: readonly OpenRequest[]; readonly current: readonly Certificate[] }> {
  const open = await findOpenRequests(state.openRequests, plan.certificatePolicy, session.io)
  if (!state.fresh) return { open, current: state.certificates }
  const tree = await readTree(plan.certificates, plan.certificatePolicy, session.io)
  return { open, current: tree?.certificates ?? [] }
}

function outcomeOf(
  { plan }: Prepared,
  current: readonly Certificate[],
  { issued, remaining, problems }: Imported,
): CertificateOutcome {
  const certificates = plan.certificates.map((request): CertificateState => {
    const fresh = issued.find((one) => one.request === request)
    if (fresh !== undefined) return { request, certificate: toCertificate(fresh), how: 'imported' }
    const waits = remaining.some(({ component }) => component === request.component)
    const kept = current.find(({ component }) => component === request.component)
    const waiting = waits ? { waiting: true as const, reason: 'its request waits for a signature' } : {}
    if (kept !== undefined) return { request, certificate: kept, how: 'kept', ...waiting }
    return { request, how: 'pending', reason: 'missing', ...waiting }
  })
  return { certificates, openRequests: remaining, problems }
}

async function reportImport(
  session: Session,
  prepared: Prepared,
  outcome: CertificateOutcome,
  { issued, remaining }: Imported,
  wereOpen: boolean,
): Promise<Report> {
  if (!wereOpen && outcome.certificates.every(({ certificate }) => certificate === undefined)) {
    throw new StackError({
      code: 'USAGE',
      message: `the stack ${prepared.plan.stack.name} has no open certificate request`,
      hint: `To make requests: ${commandLine(session, 'certs')}`,
    })
  }
  const certificates = reportCertificates(outcome, session.io.clock.now())
  const told = wereOpen ? await tellRequests(session, prepared, remaining) : ''
  const pending = remaining.length > 0
  return {
    ...emptyReport(session),
    status: pending ? 'pending' : issued.length > 0 ? 'succeeded' : 'unchanged',
    exitCode: pending ? 3 : 0,
    certificates: certificates.certificates,
    problems: [...prepared.plan.problems, ...outcome.problems, ...certificates.problems],
    next: pending ? told : `To use them: ${commandLine(session, 'deploy')}`,
  }
}
