import { issueForeignClient } from '../certificates/foreign.ts'
import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { Connection } from '../model/target.ts'
import type { Verification } from '../model/verification.ts'
import { verifyStack } from '../verify/verify-stack.ts'
import { type Session, timed } from './session.ts'

/** Step 10: asks the running stack, from inside its gateways. */
export async function prove(session: Session, plan: Plan, connection: Connection): Promise<Verification> {
  return timed(session, 'verify', 'Verifying', async () => {
    const foreign = await issueForeignClient(session.io.clock.now())
    return verifyStack({ plan, doors: connection, foreign }, session.io)
  })
}

/** The probes that did not pass, as problems; a failed one of each kind and component once. */
export function verificationProblems(verification: Verification): readonly Problem[] {
  const seen = new Set<string>()
  return verification.probes
    .filter((probe) => probe.outcome !== 'passed')
    .flatMap((probe) => {
      const key = `${probe.kind} ${probe.component} ${probe.message}`
      if (seen.has(key)) return []
      seen.add(key)
      const problem: Problem = {
        severity: 'error',
        code: probe.outcome === 'failed' ? 'VERIFY_FAILED' : 'VERIFY_INCONCLUSIVE',
        message: `${probe.component}: ${probe.kind} ${probe.outcome} from ${probe.from} to ${probe.to}: ${probe.message}`,
        ...(probe.hint === undefined ? {} : { hint: probe.hint }),
      }
      return [problem]
    })
}
