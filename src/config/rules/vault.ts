import { type Finding, warn, wrong } from '../finding.ts'
import type { Subject } from '../subject.ts'

/** `authority: vault` and its roles belong together, and there are two of them. */
export function vaultHasRoles(stack: Subject): readonly Finding[] {
  const { authority, vault } = stack.written.certificates
  if (vault === undefined) {
    if (authority !== 'vault') return []
    const hint = 'Write certificates.vault: {mount: pki, role: mcp-server, client_role: mcp-client}'
    return [
      wrong(['certificates', 'authority'], 'is vault, and certificates.vault does not say which roles sign', hint),
    ]
  }
  const findings: Finding[] = []
  if (vault.role === vault.client_role) {
    findings.push(
      wrong(
        ['certificates', 'vault', 'client_role'],
        `is ${vault.client_role}, as certificates.vault.role is: no certificate may be good for servers and clients`,
        'Name two roles: role with server_flag=true client_flag=false, client_role the other way round',
      ),
    )
  }
  if (authority !== 'vault') findings.push(warn(['certificates', 'vault'], `is not used by authority: ${authority}`))
  return findings
}
