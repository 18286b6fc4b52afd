import type { Report } from '../model/report.ts'
import type { Connection } from '../model/target.ts'
import { assembleReport } from './assemble-report.ts'
import { completeRelease } from './complete-release.ts'
import type { DeployOptions } from './deploy-options.ts'
import type { Draft } from './draft.ts'
import type { Prepared } from './prepare.ts'
import { prove, verificationProblems } from './prove.ts'
import type { Session } from './session.ts'
import { letSettle } from './settle.ts'

/** Nothing is to be done; but a run that was killed may have left pods on their way, and they are waited for. */
export async function reportUnchanged(
  session: Session,
  prepared: Pick<Prepared, 'plan' | 'target'>,
  connection: Connection,
  made: Draft,
  options: Pick<DeployOptions, 'wait' | 'verify' | 'timeoutSeconds'>,
): Promise<Report> {
  const { live, unready } = options.wait
    ? await letSettle(session, connection, made.live, options.timeoutSeconds)
    : { live: made.live, unready: [] }
  const draft = { ...made, live }
  if (unready.length > 0) {
    return assembleReport(session, { draft, connection, status: 'unhealthy', problems: unready })
  }
  const verification = options.verify ? await prove(session, prepared.plan, connection) : undefined
  const release = await completeRelease(session, connection, draft, prepared.target, verification)
  const found = { draft, connection, ...(release === undefined ? {} : { release }) }
  if (verification === undefined) return assembleReport(session, { ...found, status: 'unchanged' })
  const status = verification.outcome === 'passed' ? 'unchanged' : 'unhealthy'
  return assembleReport(session, { ...found, status, verification, problems: verificationProblems(verification) })
}
