import { readKeptLeaves } from '../certificates/kept-by-target.ts'
import { StackError } from '../errors.ts'
import type { Live, Release, StackState, StoredVariable } from '../model/live.ts'
import type { Plan, SecretRequest } from '../model/plan.ts'
import type { Secrets } from '../model/secrets.ts'
import type { ApplyInput, Target } from '../model/target.ts'
import type { RenderInput } from '../render/render-bundle.ts'
import { restoreBundle } from '../render/restore-bundle.ts'
import { resolveSecrets } from '../secrets/resolve.ts'
import type { Session } from './session.ts'

/** The release's bundle, with secrets and certificates of today. @throws StackError ROLL_BACK_REFUSED when a secret is gone. */
export async function restoreRelease(
  session: Session,
  target: Target,
  today: { readonly plan: Plan; readonly state: StackState },
  release: Release,
  live: Live,
): Promise<Pick<ApplyInput, 'bundle' | 'secrets'>> {
  const secrets = await secretsOf(session, release, today.plan, today.state)
  const digest: RenderInput['digest'] = (value, name) => secrets.digest(value, name)
  const slotOf = target.slotOf?.(live)
  const kept = readKeptLeaves(live.leaves ?? [])
  return { bundle: restoreBundle({ target: target.type, release, state: today.state, kept, digest, slotOf }), secrets }
}

/** What the release refers to may not be in the config any more: it is asked for all the same. */
async function secretsOf(session: Session, release: Release, plan: Plan, state: StackState): Promise<Secrets> {
  const known = new Set(plan.secrets.map(({ name }) => name))
  const parts = variablesOf(release).flatMap((value) => value.parts)
  if (parts.some((part) => part.kind === 'kept' && part.dropped === true)) {
    throw new StackError({
      code: 'ROLL_BACK_REFUSED',
      message: `the secret texts of release ${release.revision} are not kept any more`,
      hint: `Check out ${release.commit === undefined ? 'the state you want' : `commit ${release.commit}`} and deploy it`,
    })
  }
  const names = parts.flatMap((part) => (part.kind === 'reference' ? [part.secret] : []))
  const forgotten = [...new Set(names)].filter((name) => !known.has(name))
  const requests = forgotten.map((name): SecretRequest => {
    const usedBy = [`release ${release.revision}`]
    const origin = Object.hasOwn(state.generated, name) ? 'generated' : 'declared'
    return { name, origin, opensVolume: false, usedBy }
  })
  const { generated, hashKey } = state
  try {
    const options = { source: session.secretSource, generated, hashKey, dry: true }
    return await resolveSecrets([...plan.secrets, ...requests], options, session.io)
  } catch (error) {
    if (!(error instanceof StackError) || error.code !== 'SECRET_MISSING') throw error
    throw new StackError({
      code: 'ROLL_BACK_REFUSED',
      message: `release ${release.revision} needs secrets that are not here: ${error.message}`,
      hint: error.hint,
      cause: error,
    })
  }
}

/** Everything it put together from secrets: Compose has variables, Kubernetes the values of its Secrets. */
function variablesOf({ objects = [], variables }: Release): readonly StoredVariable[] {
  const ofObjects = objects.flatMap(({ values }) => {
    if (values?.kind === 'env') return Object.values(values.env)
    return values?.kind === 'pull' ? values.credentials.map(({ password }) => password) : []
  })
  return [...Object.values(variables), ...ofObjects]
}
