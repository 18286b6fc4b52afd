import { readKeptLeaves } from '../certificates/kept-by-target.ts'
import { StackError } from '../errors.ts'
import type { Live, Release, StackState } from '../model/live.ts'
import { isPending } from '../model/pending.ts'
import type { Plan, SecretRequest } from '../model/plan.ts'
import type { Secrets } from '../model/secrets.ts'
import type { SecretKey } from '../model/stack.ts'
import type { ApplyInput, Target } from '../model/target.ts'
import { listSecretKeys, placeOf } from '../render/kubernetes/referenced-keys.ts'
import type { RenderInput } from '../render/render-bundle.ts'
import { restoreBundle } from '../render/restore-bundle.ts'
import { resolveSecrets } from '../secrets/resolve.ts'
import { forgottenSecrets, variablesOf } from './release-secrets.ts'
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
  const referenced = new Map(
    keysOf(release).flatMap((key): [string, string][] => {
      const parts = [{ kind: 'reference', secret: nameOf(key), encoding: 'none' } as const]
      const found = secrets.digest({ kind: 'secret', parts }, nameOf(key))
      return isPending(found) ? [] : [[placeOf(key), found]]
    }),
  )
  const bundle = restoreBundle({ target: target.type, release, state: today.state, kept, digest, referenced, slotOf })
  return { bundle, secrets }
}

/** What the release refers to may not be in the config any more: it is asked for all the same. */
async function secretsOf(session: Session, release: Release, plan: Plan, state: StackState): Promise<Secrets> {
  const parts = variablesOf(release).flatMap((value) => value.parts)
  if (parts.some((part) => part.kind === 'kept' && part.dropped === true)) {
    throw new StackError({
      code: 'ROLL_BACK_REFUSED',
      message: `the secret texts of release ${release.revision} are not kept any more`,
      hint: `Check out ${release.commit === undefined ? 'the state you want' : `commit ${release.commit}`} and deploy it`,
    })
  }
  const requests = forgottenSecrets(release, plan.secrets, state)
  const places = keysOf(release).map((key): SecretRequest => {
    const from = { provider: 'kubernetes', at: placeOf(key) } as const
    return { name: nameOf(key), origin: 'declared', from, opensVolume: false, usedBy: [`release ${release.revision}`] }
  })
  const { generated, hashKey } = state
  try {
    const options = { source: session.secretSource, generated, hashKey, dry: true }
    return await resolveSecrets([...plan.secrets, ...requests, ...places], options, session.io)
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

/** Keys of other people's Secrets that its pods refer to, each once. */
function keysOf({ objects = [] }: Release): readonly SecretKey[] {
  const keys = objects.flatMap(({ manifest, kind }) => listSecretKeys(manifest, kind))
  return [...new Map(keys.map((key) => [placeOf(key), key])).values()]
}

/** No name of a variable has a colon. */
const nameOf = (key: SecretKey) => `kubernetes:${placeOf(key)}`
