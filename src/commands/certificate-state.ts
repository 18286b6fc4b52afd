import { issueCertificates } from '../certificates/issue.ts'
import type { CertificateOutcome, RollOverOrder } from '../model/certificate.ts'
import type { Live, StackState } from '../model/live.ts'
import { Secret } from '../model/secret.ts'
import { authorities } from '../registry.ts'
import { keepCertificates } from './keep-leaves.ts'
import type { Prepared } from './prepare.ts'
import type { Session } from './session.ts'

export interface IssueChoice {
  readonly caFromEnv: boolean
  readonly externalPki: boolean
  readonly force: boolean
  readonly dry: boolean
  /** certs rotate: these components' certificates anew. */
  readonly renew?: readonly string[]
  readonly rollOver?: RollOverOrder
}

/** The certificate stage alone: what `certs` and a signer outside need. */
export function issueFor(
  session: Session,
  { plan }: Pick<Prepared, 'plan'>,
  live: Live,
  options: IssueChoice,
): Promise<CertificateOutcome> {
  return issueCertificates(
    {
      authorities,
      secrets: session.secretSource,
      vault: session.vault,
      requests: plan.certificates,
      policy: plan.certificatePolicy,
      state: live.state.fresh ? undefined : live.state,
      leaves: live.leaves,
      ...options,
    },
    session.io,
  )
}

/** The state with what the certificate stage found or made; nothing else in it moves. */
export function withCertificates(
  session: Session,
  { plan }: Pick<Prepared, 'plan'>,
  { state }: Pick<Live, 'state'>,
  outcome: CertificateOutcome,
): StackState {
  const hashKey = state.fresh
    ? new Secret('hash key', Buffer.from(session.io.random(32)).toString('base64url'))
    : state.hashKey
  const { authority: _authority, rollOver: _rollOver, ...rest } = withOpenRequests(state, outcome)
  return {
    ...rest,
    hashKey,
    fresh: false,
    stack: plan.stack.name,
    ...keepCertificates(state, outcome),
  }
}

/** What waits for a signature, where this run knows. */
export function withOpenRequests(
  state: StackState,
  { openRequests }: Pick<CertificateOutcome, 'openRequests'>,
): StackState {
  if (openRequests === undefined) return state
  const { openRequests: _before, ...rest } = state
  return openRequests.length === 0 ? rest : { ...rest, openRequests }
}
