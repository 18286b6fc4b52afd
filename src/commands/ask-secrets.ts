import { type AuthorityPair, findAuthorityPair, signsWithPair } from '../certificates/authority-pair.ts'
import { orderedButMissing } from '../certificates/choose-authority.ts'
import { StackError } from '../errors.ts'
import type { Live } from '../model/live.ts'
import type { Plan } from '../model/plan.ts'
import type { Provenance, Secrets } from '../model/secrets.ts'
import { type ResolveOptions, resolveSecrets } from '../secrets/resolve.ts'
import { issueFor } from './certificate-state.ts'
import type { DeployOptions } from './deploy-options.ts'
import { refuseObstacles, unsignedOf } from './obstacles.ts'
import type { Session } from './session.ts'

type Signer = Partial<Pick<DeployOptions, 'caFromEnv' | 'externalPki'>>

/**
 * Asks for every secret; the drafts get the same answers. Before a build: what is missing costs none, and what a build prints is
 * masked. A CA's pair is judged, too; one that is missing is refused only where something has to be signed.
 *
 * @throws StackError with all problems of all secrets, as resolveSecrets does; AUTHORITY_FAILED
 */
export async function askSecrets(
  session: Session,
  plan: Plan,
  live: Live,
  asked: Pick<DeployOptions, 'caFromEnv' | 'dryRun' | 'externalPki' | 'renew' | 'rollOver' | 'skipCertificates'>,
): Promise<void> {
  const options = { generated: live.state.generated, hashKey: undefined, dry: true }
  await askAll(session, plan, options, asked)
  const { caFromEnv, dryRun, externalPki, renew, rollOver, skipCertificates } = asked
  if (dryRun || skipCertificates || !wantsPair(plan, asked)) return
  const outcome = await issueFor(session, { plan }, live, {
    caFromEnv,
    externalPki,
    force: false,
    dry: true,
    ...(renew === undefined ? {} : { renew }),
    ...(rollOver === undefined ? {} : { rollOver }),
  })
  refuseObstacles(unsignedOf(outcome))
}

/** Every secret of the stack and the CA's pair. @throws StackError with all problems of all of them. */
export async function resolveAll(
  session: Session,
  plan: Plan,
  options: Omit<ResolveOptions, 'source'>,
  signer: Signer,
): Promise<Secrets> {
  const { secrets, pair } = await askAll(session, plan, options, signer)
  return pair === undefined ? secrets : { ...secrets, provenance: { ...pair.provenance, ...secrets.provenance } }
}

/** Where the CA's pair came from; nothing where another one signs. */
export async function pairSources(
  session: Session,
  plan: Plan,
  signer: Signer,
): Promise<Readonly<Record<string, Provenance>>> {
  return (await findPair(session, plan, signer))?.provenance ?? {}
}

async function askAll(
  session: Session,
  plan: Plan,
  options: Omit<ResolveOptions, 'source'>,
  signer: Signer,
): Promise<{ readonly secrets: Secrets; readonly pair: AuthorityPair | undefined }> {
  const [resolved, found] = await Promise.allSettled([
    resolveSecrets(plan.secrets, { ...options, source: session.secretSource }, session.io),
    findPair(session, plan, signer),
  ])
  if (resolved.status === 'fulfilled' && found.status === 'fulfilled')
    return { secrets: resolved.value, pair: found.value }
  const reasons: readonly unknown[] = [resolved, found].flatMap((one) =>
    one.status === 'rejected' ? [one.reason] : [],
  )
  const [first] = reasons
  const problems = reasons.flatMap((reason) => (reason instanceof StackError ? reason.problems : []))
  // One alone says it in its own words; what is no StackError is our bug, and is told first.
  const strange = reasons.find((reason) => !(reason instanceof StackError))
  if (strange !== undefined || reasons.length === 1 || !(first instanceof StackError)) throw strange ?? first
  const { code, hint } = first
  throw new StackError({ code, message: `${problems.length} secrets cannot be used`, hint, problems })
}

async function findPair(session: Session, plan: Plan, signer: Signer): Promise<AuthorityPair | undefined> {
  if (!wantsPair(plan, signer)) return undefined
  const { io, secretSource } = session
  const pair = await findAuthorityPair({ io, secrets: secretSource, policy: plan.certificatePolicy })
  if (pair === undefined && signer.caFromEnv === true && secretSource !== undefined) throw orderedButMissing()
  return pair
}

function wantsPair(
  { certificatePolicy: policy, certificates }: Plan,
  { caFromEnv = false, externalPki = false }: Signer,
) {
  return certificates.length > 0 && signsWithPair({ policy, caFromEnv, externalPki })
}
