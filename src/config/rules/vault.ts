import { type Finding, warn, wrong } from '../finding.ts'
import type { Subject } from '../subject.ts'

/** `authority: vault` and its roles belong together. */
export function vaultHasRoles(stack: Subject): readonly Finding[] {
  const { authority, vault } = stack.written.certificates
  if (authority === 'vault' && vault === undefined) {
    const hint = 'Write certificates.vault: {mount: pki, role: mcp-server, client_role: mcp-client}'
    return [
      wrong(['certificates', 'authority'], 'is vault, and certificates.vault does not say which roles sign', hint),
    ]
  }
  if (authority !== 'vault' && vault !== undefined)
    return [warn(['certificates', 'vault'], `is not used by authority: ${authority}`)]
  return []
}
