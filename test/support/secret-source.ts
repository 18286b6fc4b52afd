import type { Io } from '../../src/model/io.ts'
import type { SecretProvider, SecretSource } from '../../src/model/secrets.ts'
import type { SecretSources } from '../../src/model/stack.ts'
import { environmentProvider } from '../../src/secrets/environment-provider.ts'
import { openSecretSource } from '../../src/secrets/secret-source.ts'

export const noSources: SecretSources = { providers: [], envFiles: [], vault: {}, aws: {}, kubernetes: {} }

/** A source of these providers, asked in this order; of the edge's environment when none is named. */
export function sourceOf(
  io: Io,
  providers: readonly SecretProvider[] = [environmentProvider],
  changes: Partial<SecretSources> = {},
  folder = '/',
): SecretSource {
  const order = providers.map(({ name }) => name)
  const sources = { ...noSources, providers: order, ...changes }
  return openSecretSource(providers, { io, sources, folder, identityToken: async () => undefined })
}
