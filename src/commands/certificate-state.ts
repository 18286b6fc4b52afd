import { type IssueOptions, issueCertificates } from '../certificates/issue.ts'
import type { CertificateOutcome } from '../model/certificate.ts'
import type { Live, StackState } from '../model/live.ts'
import { Secret } from '../model/secret.ts'
import { authorities } from '../registry.ts'
import { keepCertificates } from './keep-leaves.ts'
import type { Prepared } from './prepare.ts'
import type { Session } from './session.ts'

/** What a command says about the certificate stage; the rest is the stack's. */
export type IssueChoice = Pick<
  IssueOptions,
  'caFromEnv' | 'dry' | 'externalPki' | 'force' | 'made' | 'renew' | 'rollOver'
>

/** The certificate stage on what the target runs and remembers. */
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
  const { authority: _authority, formerRoots: _former, rollOver: _rollOver, ...rest } = withOpenRequests(state, outcome)
  return {
    ...rest,
    hashKey: hashKeyOf(session, state),
    fresh: false,
    stack: plan.stack.name,
    ...keepCertificates(state, outcome),
  }
}

/** That of the state; a new one before anything is stored. */
export function hashKeyOf(session: Session, state: StackState): Secret {
  return state.fresh ? new Secret('hash key', Buffer.from(session.io.random(32)).toString('base64url')) : state.hashKey
}

/** What waits for a signature, where this run knows. */
function withOpenRequests(state: StackState, { openRequests }: Pick<CertificateOutcome, 'openRequests'>): StackState {
  if (openRequests === undefined) return state
  const { openRequests: _before, ...rest } = state
  return openRequests.length === 0 ? rest : { ...rest, openRequests }
}
