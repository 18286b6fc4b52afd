import type { RollOverOrder, RollOverPhase } from '../model/certificate.ts'
import type { Problem } from '../model/problem.ts'
import type { Report } from '../model/report.ts'
import type { Connection } from '../model/target.ts'
import type { DeployOptions } from './deploy-options.ts'
import { phaseTitle } from './note-roll-over.ts'
import { commandLine, type Session } from './session.ts'

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
    const stays = next.phase === phase
    report = joinReports(report, next.report)
    if (stays) return { ...report, problems: [...report.problems, standsIn(session, phase)] }
    phase = next.phase
  }
  return report
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

/** The last one, with what the ones before issued. */
function joinReports(before: Report, after: Report): Report {
  const issued = new Map(before.certificates.map((row) => [row.component, row]))
  const certificates = after.certificates.map((row) => {
    const earlier = issued.get(row.component)
    if (row.how !== 'kept' || earlier === undefined || earlier.how === 'kept') return row
    return { ...row, how: earlier.how, ...(earlier.reason === undefined ? {} : { reason: earlier.reason }) }
  })
  return { ...after, certificates }
}

function standsIn(session: Session, phase: RollOverPhase): Problem {
  return {
    severity: 'warning',
    code: 'CONFIG_WARNING',
    message: `${phaseTitle(phase)}; this run goes no further: the phase has to be verified, and the new CA at hand`,
    hint: `To go on: ${commandLine(session, 'certs rotate')} --ca`,
  }
}
