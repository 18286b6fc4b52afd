import { checkTtl, checkVaultPath } from '../grammar/vault.ts'
import { checkPlainName } from '../grammar/words.ts'
import { key, section, text } from './keys.ts'

/** `certificates.vault`: the PKI engine that signs. */
export const vaultAuthority = section({
  mount: key(text(checkVaultPath).default('pki'), { about: 'Where the PKI engine is mounted.', example: 'pki' }),
  role: key(text(checkPlainName), {
    about: "Role that signs the plugins' server certificates: server_flag=true client_flag=false.",
    example: 'mcp-server',
  }),
  client_role: key(text(checkPlainName), {
    about:
      "Role that signs the gateway's client certificate: server_flag=false client_flag=true. A role signs for one use only, and no certificate may serve both.",
    example: 'mcp-client',
  }),
  issuer: key(text(checkPlainName).optional(), {
    about: "Issuer of the mount, by name or id; the mount's default when absent.",
    example: 'mcp-2026',
  }),
  ttl: key(text(checkTtl).optional(), {
    about: 'Life to ask for; validity_days when absent. What the role or the mount gives may be less.',
    example: '720h',
  }),
})
