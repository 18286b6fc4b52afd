import { certManagerGroup } from '../../model/cert-manager.ts'
import { type Finding, wrong } from '../finding.ts'
import { findNode } from '../node.ts'
import type { Written } from '../schema/stack.ts'
import type { Subject } from '../subject.ts'

/** Who signs: the incumbent's switch says the same as the authority of that name. */
export function authorityOf({ authority, use_cert_manager: switched }: Written['certificates']) {
  return switched ? 'cert-manager' : authority
}

/** cert-manager is in a cluster, keeps what it makes, and is told an issuer that there is. */
export function certManager(stack: Subject): readonly Finding[] {
  const { certificates } = stack.written
  if (authorityOf(certificates) !== 'cert-manager') return []
  const key = certificates.use_cert_manager ? 'use_cert_manager' : 'authority'
  const findings: Finding[] = []
  if (stack.target === 'compose') {
    findings.push(
      wrong(
        ['certificates', key],
        'asks for cert-manager, which runs in a Kubernetes cluster: there is none on Compose',
        'Use authority: local or env here; an overlay under environments: may choose another one for a cluster',
        { code: 'NOT_SUPPORTED' },
      ),
    )
  }
  // The default is no second signer, but one that is written is.
  const isWritten = findNode(stack.root, ['certificates', 'authority']) !== undefined
  if (certificates.use_cert_manager && isWritten && certificates.authority !== 'cert-manager') {
    findings.push(
      wrong(
        ['certificates', key],
        `is true beside authority: ${certificates.authority}: only one can sign`,
        'Remove one of them',
      ),
    )
  }
  if (!certificates.auto_generate) {
    findings.push(
      wrong(
        ['certificates', 'auto_generate'],
        'is false, but cert-manager issues and keeps the certificates: no files are read',
        'Remove the key, or use authority: local with your files',
      ),
    )
  }
  const { cert_manager_group: group, cert_manager_kind: kind } = certificates
  if (group === certManagerGroup && kind !== 'Issuer' && kind !== 'ClusterIssuer') {
    findings.push(
      wrong(
        ['certificates', 'cert_manager_kind'],
        `is ${kind}, which ${certManagerGroup} does not have`,
        'Issuer or ClusterIssuer; for an external issuer set cert_manager_group too',
      ),
    )
  }
  return findings
}
