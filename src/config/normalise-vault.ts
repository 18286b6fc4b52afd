import type { CertificatesConfig } from '../model/stack.ts'
import { defined } from './defined.ts'
import { ttlInSeconds } from './grammar/vault.ts'
import type { Written } from './schema/stack.ts'

/** Who signs in Vault; nothing where nobody wrote of it. */
export function normaliseVaultAuthority({
  certificates: { vault },
}: Pick<Written, 'certificates'>): Pick<CertificatesConfig, 'vault'> {
  if (vault === undefined) return {}
  const { mount, role, client_role: clientRole, issuer, ttl } = vault
  return {
    vault: {
      mount,
      role,
      clientRole,
      ...defined({ issuer, ttlSeconds: ttl === undefined ? undefined : ttlInSeconds(ttl) }),
    },
  }
}
