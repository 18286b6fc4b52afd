import { type RollOverOrder, type RollOverPhase, rollOverPhases } from '../model/certificate.ts'
import type { Problem } from '../model/problem.ts'
import type { Report } from '../model/report.ts'
import type { Connection } from '../model/target.ts'
import { withCertificates } from './certificate-state.ts'
import type { DeployOptions } from './deploy-options.ts'
import type { Draft } from './draft.ts'
import { phaseTitle, rotateCa } from './note-roll-over.ts'
import type { Session } from './session.ts'

/** What a deploy has brought about, and the phase of a change of CAs that it belongs to. */
export interface Deployed {
  readonly report: Report
  readonly phase?: RollOverPhase
}

/**
 * Each phase of a change of CAs is a release of its own; the next one begins when the one before is proven. The phase is stored
 * before anything of it is started, so a run that was killed is continued by any later deploy.
 *
 * @param done     The first deploy of this run, whatever phase it was in.
 * @param deployIn  Deploys again, with this order.
 */
export async function goThroughPhases(
  session: Session,
  connection: Connection,
  done: Deployed,
  options: DeployOptions,
  deployIn: (order: RollOverOrder) => Promise<Deployed>,
): Promise<Report> {
  let { report, phase } = done
  while (phase !== undefined) {
    if (!isProven(report, options)) return { ...report, problems: [...report.problems, standsIn(session, phase)] }
    if (phase === 'drop') {
      await endRollOver(session, connection, options)
      break
    }
    const next = await deployIn({ kind: 'advance', from: phase })
    report = joinReports(report, next.report)
    // Never the same phase twice in one run, whoever changes what meanwhile.
    if (next.phase !== undefined && !isLater(next.phase, phase))
      return { ...report, problems: [...report.problems, standsIn(session, phase)] }
    phase = next.phase
  }
  return report
}

/**
 * A phase in which nothing that runs becomes another (a CA renewed with its key, a change that turns back before it had signed)
 * is kept with the stack like any other: the one after it begins from there. Under the lock.
 */
export async function keepPhase(
  session: Session,
  connection: Connection,
  { certificates, live, plan }: Pick<Draft, 'certificates' | 'live' | 'plan'>,
): Promise<void> {
  await connection.saveState(withCertificates(session, { plan }, live, certificates))
}

/** Another phase than the one that is stored. */
export function isNewPhase({ certificates: { rollOver }, live }: Pick<Draft, 'certificates' | 'live'>): boolean {
  return rollOver !== undefined && JSON.stringify(rollOver) !== JSON.stringify(live.state.rollOver)
}

/** What was approved as a frozen plan was one phase. */
function isProven({ status, verification }: Report, { frozenPlan }: DeployOptions): boolean {
  const done = status === 'succeeded' || status === 'unchanged'
  return done && verification?.outcome === 'passed' && frozenPlan === undefined
}

/** Nothing is left of the old CA but this note. */
async function endRollOver(session: Session, connection: Connection, options: DeployOptions): Promise<void> {
  const lock = await connection.lock('certs rotate', options.timeoutSeconds)
  try {
    const { state } = await connection.observe()
    const { rollOver, ...rest } = state
    if (rollOver?.phase === 'drop') await connection.saveState(rest)
    session.io.progress.line('The CA has rolled over: nothing trusts the old one any more')
  } finally {
    await lock.release()
  }
}

function isLater(next: RollOverPhase, before: RollOverPhase): boolean {
  return rollOverPhases.indexOf(next) > rollOverPhases.indexOf(before)
}

/** The last one, with what the ones before issued and changed. */
function joinReports(before: Report, after: Report): Report {
  const issued = new Map(before.certificates.map((row) => [row.component, row]))
  const certificates = after.certificates.map((row) => {
    const earlier = issued.get(row.component)
    if (row.how !== 'kept' || earlier === undefined || earlier.how === 'kept') return row
    return { ...row, how: earlier.how, ...(earlier.reason === undefined ? {} : { reason: earlier.reason }) }
  })
  if (after.status !== 'unchanged') return { ...after, certificates }
  return { ...after, certificates, changes: before.changes, status: before.status }
}

function standsIn(session: Session, phase: RollOverPhase): Problem {
  return {
    severity: 'warning',
    code: 'CONFIG_WARNING',
    message: `${phaseTitle(phase)}; this run goes no further: the phase has to be verified, and the new CA at hand`,
    hint: `To go on: ${rotateCa(session)}`,
  }
}
