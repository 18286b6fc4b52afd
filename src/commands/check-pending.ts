import { externalSettings } from '../certificates/external-settings.ts'
import { findOpenRequests, stillOpen } from '../certificates/open-requests.ts'
import type { Certificate } from '../model/certificate.ts'
import type { Live } from '../model/live.ts'
import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { quoteWord } from '../model/show-command.ts'
import { phaseTitle, rotateCa } from './note-roll-over.ts'
import { commandLine, type Session } from './session.ts'

export interface Waiting {
  readonly components: ReadonlySet<string>
  readonly hint: string
}

/** Whose request a signer outside has still to answer. */
export async function findWaiting(
  session: Session,
  { certificatePolicy: policy, certificates: requests }: Pick<Plan, 'certificatePolicy' | 'certificates'>,
  { state }: Pick<Live, 'state'>,
  certificates: readonly Certificate[],
): Promise<Waiting> {
  const { folder } = externalSettings(policy)
  // The file may be left from another authority; where nothing is there yet, `--external-pki` may have written it.
  const isAsked = policy.authority === 'external' || certificates.length === 0 || (state.openRequests ?? []).length > 0
  const open = isAsked ? await findOpenRequests(state.openRequests, policy, session.io) : []
  return {
    components: new Set(stillOpen(open, requests, certificates).map(({ component }) => component)),
    hint: `Have the requests in ${folder} signed, then: ${commandLine(session, `certs import ${quoteWord(folder)}`)}`,
  }
}

/** A change of CAs that a run has begun and none has ended: every certificate may be good, and the stack trusts two CAs. */
export function changeUnderWay(session: Session, { state: { rollOver } }: Pick<Live, 'state'>): Problem | undefined {
  if (rollOver === undefined) return undefined
  return {
    severity: 'warning',
    code: 'WORK_PENDING',
    message: `${phaseTitle(rollOver.phase)}; the change has not come to its end`,
    hint: `To go on: ${rotateCa(session)}`,
  }
}
