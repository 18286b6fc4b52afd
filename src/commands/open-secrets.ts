import type { Io } from '../model/io.ts'
import type { StackState } from '../model/live.ts'
import { ownOf } from '../model/own.ts'
import type { Plan } from '../model/plan.ts'
import type { SecretSource } from '../model/secrets.ts'
import type { SecretSources, StackConfig } from '../model/stack.ts'
import { secretProviders } from '../registry.ts'
import { openSecretSource } from '../secrets/secret-source.ts'
import type { Session } from './session.ts'

/** The places where this stack's secrets are; nobody is asked yet. Close it. */
export function openSecrets(session: Pick<Session, 'host'>, config: StackConfig, io: Io): SecretSource {
  return openSecretSource(secretProviders, {
    io,
    sources: config.secretSources ?? environmentOnly,
    folder: config.folder,
    identityToken: async (audience) => session.host.identityToken?.(audience),
  })
}

/**
 * For commands that show what others print: every value that can be had is masked from now on. Nothing is refused.
 *
 * @returns names of the secrets whose values are not known here.
 */
export async function maskSecrets(
  session: Session,
  plan: Plan,
  state?: Pick<StackState, 'generated'>,
): Promise<readonly string[]> {
  for (const secret of Object.values(state?.generated ?? {})) session.io.redactor.add(secret)
  const found = await session.secretSource?.find(plan.secrets)
  return plan.secrets
    .filter(({ name, origin }) => {
      const finding = found?.get(name)
      // What nobody has and nobody made is nowhere.
      if (finding === undefined) return origin !== 'generated'
      return !('value' in finding) && ownOf(state?.generated ?? {}, name) === undefined
    })
    .map(({ name }) => name)
}

const environmentOnly: SecretSources = { providers: ['environment'], envFiles: [], vault: {}, aws: {}, kubernetes: {} }
