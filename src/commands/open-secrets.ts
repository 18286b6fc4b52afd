import type { Io } from '../model/io.ts'
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

const environmentOnly: SecretSources = { providers: ['environment'], envFiles: [], vault: {}, aws: {}, kubernetes: {} }
