import { type CertificateCheck, checkCertificates } from '../certificates/check.ts'
import { externalSettings } from '../certificates/external-settings.ts'
import { findStored } from '../certificates/find-stored.ts'
import { readTrustFile } from '../certificates/trust-file.ts'
import { StackError } from '../errors.ts'
import { renewDaysOf } from '../model/lifetime.ts'
import type { Live } from '../model/live.ts'
import type { Plan } from '../model/plan.ts'
import { codes, type Problem } from '../model/problem.ts'
import type { Report } from '../model/report.ts'
import type { StackConfig } from '../model/stack.ts'
import type { Connection } from '../model/target.ts'
import type { SeenCertificate } from '../model/verification.ts'
import { lookAtCertificates } from '../verify/look-at-certificates.ts'
import { changeUnderWay, findWaiting, type Waiting } from './check-pending.ts'
import { stackReport } from './inspect.ts'
import { rotateCa } from './note-roll-over.ts'
import { prepare } from './prepare.ts'
import { commandLine, emptyReport, type Session, timed } from './session.ts'
import { observeOrNothing } from './without-target.ts'

export interface CheckOptions {
  /** Absent: each leaf's own window, as a deploy has it; of a CA as many days as that window has at most. */
  readonly within?: number
  /** --stored-only: ask no running component. */
  readonly storedOnly: boolean
}

/**
 * `certs check`: 0 good, 3 due, not issued yet, not in use yet or in the middle of a change of CAs, 4 expired or broken. Issues
 * nothing and asks no authority.
 *
 * @throws StackError USAGE where nobody has asked for a certificate yet.
 */
export async function checkCerts(session: Session, config: StackConfig, options: CheckOptions): Promise<Report> {
  const prepared = await prepare(session, config)
  const observed = await observeOrNothing(session, prepared)
  try {
    return await checkObserved(session, prepared.plan, observed, options)
  } finally {
    await observed.connection?.close()
  }
}

/** The same of a stack that was looked at; without a connection of what is kept in files. */
export async function checkObserved(
  session: Session,
  plan: Plan,
  { connection, live }: Observed,
  options: CheckOptions,
): Promise<Report> {
  const policy = plan.certificatePolicy
  const state = live.state.fresh ? undefined : live.state
  const { certificates, missing, problems } = await findStored(
    plan.certificates,
    policy,
    { state, leaves: live.leaves ?? [] },
    session.io,
  )
  const waiting = await findWaiting(session, plan, live, certificates)
  const isAsked = waiting.components.size > 0 || (live.components.length > 0 && missing.length > 0)
  if (certificates.length === 0 && !isAsked) throw noneYet(session, plan)
  const trust = policy.authority === 'external' ? await readTrustFile(externalSettings(policy), session.io) : undefined
  const seen = options.storedOnly ? undefined : await lookWhatRuns(session, plan, connection, live)
  const checked = checkCertificates(certificates, options.within ?? renewDaysOf(policy), session.io.clock.now(), {
    missing,
    waiting,
    // A window that is asked for holds for all of them alike.
    ...(options.within === undefined
      ? { renewal: { requests: plan.certificates, ownRules: policy.authority === 'external' } }
      : {}),
    ...(trust === undefined ? {} : { rootsPem: trust.pem }),
    ...(seen === undefined ? {} : { seen }),
  })
  const { stack } = connection === undefined ? {} : stackReport(session, plan, connection, live)
  const change = changeUnderWay(session, live)
  const told = withChange(checked, change)
  const idle = connection !== undefined && live.components.length === 0
  const next = nextOf(session, told, { idle, change: change !== undefined, waiting })
  return {
    ...emptyReport(session),
    ...told,
    problems: [...problems, ...told.problems],
    ...(stack === undefined ? {} : { stack }),
    ...(next === undefined ? {} : { next }),
  }
}

interface Observed {
  readonly connection?: Connection
  readonly live: Live
}

/** Undefined where nothing can be asked: no target, nothing deployed. */
async function lookWhatRuns(
  session: Session,
  plan: Plan,
  connection: Connection | undefined,
  live: Live,
): Promise<readonly SeenCertificate[] | undefined> {
  if (connection === undefined || live.components.length === 0) return undefined
  return timed(session, 'look', 'Looking at the certificates in use', async () => {
    const [shells, endpoints] = await Promise.all([connection.gatewayShells(), connection.pluginEndpoints()])
    return lookAtCertificates({ plan, shells, endpoints }, session.io)
  })
}

/** Nothing of it is wrong, but somebody has to go on. */
function withChange(checked: CertificateCheck, change: Problem | undefined): CertificateCheck {
  if (change === undefined) return checked
  return {
    ...checked,
    problems: [change, ...checked.problems],
    exitCode: Math.max(checked.exitCode, codes[change.code]),
    status: checked.status === 'succeeded' ? 'pending' : checked.status,
  }
}

function nextOf(
  session: Session,
  { certificates, exitCode }: CertificateCheck,
  { idle, change, waiting }: { readonly idle: boolean; readonly change: boolean; readonly waiting: Waiting },
): string | undefined {
  if (exitCode !== 0 && waiting.components.size > 0) return waiting.hint
  if (idle) return `Nothing runs: these are the stored ones; to deploy: ${commandLine(session, 'deploy')}`
  if (exitCode === 0) return undefined
  // A deploy issues leaves, and none of them lives longer than its CA.
  const onlyCas = certificates.every(({ how, kind }) => how === 'ok' || (kind === 'ca' && how === 'expiring'))
  return change || onlyCas ? rotateCa(session) : commandLine(session, 'deploy')
}

/** Nobody has asked for any: a check that is run each week must not make a first deploy. */
function noneYet(session: Session, { stack }: Plan): StackError {
  return new StackError({
    code: 'USAGE',
    message: `the stack ${stack.name} has no certificates yet`,
    hint: commandLine(session, 'certs'),
  })
}
