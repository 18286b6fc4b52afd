import type { Io } from '../model/io.ts'
import type { SecretSource } from '../model/secrets.ts'
import type { SecretProviderName, SecretSources, StackConfig } from '../model/stack.ts'
import { secretProviders } from '../registry.ts'
import { openSecretSource } from '../secrets/secret-source.ts'
import type { Session } from './session.ts'

/** The places where this stack's secrets are; nobody is asked yet. Close it. */
export function openSecrets(session: Pick<Session, 'host'>, config: StackConfig, io: Io): SecretSource {
  const sources = config.secretSources ?? environmentOnly
  return openSecretSource(secretProviders, {
    io,
    sources: { ...sources, providers: sources.providers.length === 0 ? usualOrder(sources) : sources.providers },
    folder: config.folder,
    identityToken: async (audience) => session.host.identityToken?.(audience),
  })
}

const environmentOnly: SecretSources = { providers: [], envFiles: [], vault: {}, aws: {}, kubernetes: {} }

/** What is nearest first; a place that is not told for names is not asked. */
function usualOrder({
  envFiles,
  folder,
  vault,
  aws,
  kubernetes,
  command,
}: SecretSources): readonly SecretProviderName[] {
  return [
    'environment',
    ...(envFiles.length > 0 ? (['env_file'] as const) : []),
    ...(folder === undefined ? [] : (['file'] as const)),
    ...(vault.path === undefined ? [] : (['vault'] as const)),
    ...(aws.secret === undefined ? [] : (['aws'] as const)),
    ...(kubernetes.secret === undefined ? [] : (['kubernetes'] as const)),
    ...(command === undefined ? [] : (['command'] as const)),
  ]
}
