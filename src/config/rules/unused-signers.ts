import { type Finding, note, warn } from '../finding.ts'
import { findNode } from '../node.ts'
import type { Subject } from '../subject.ts'
import { authorityOf } from './cert-manager.ts'

/** What is said of a signer that does not sign (only a flag of the command line would ask it), and of what it alone needs. */
export function unusedSigners(stack: Subject): readonly Finding[] {
  const { certificates } = stack.written
  const authority = authorityOf(certificates)
  const findings: Finding[] = []
  if (certificates.ca_secret !== undefined && authority !== 'env') {
    const message = `is not used by authority: ${authority}, only with --ca-from-env`
    findings.push(note(['certificates', 'ca_secret'], message, 'For every run: certificates.authority: env'))
  }
  const storage = ['certificates', 'ca_storage']
  if (authority !== 'local' && findNode(stack.root, storage) !== undefined)
    findings.push(note(storage, `is not used by authority: ${authority}, which keeps no CA here`, 'Remove the key'))
  if (certificates.external === undefined) return findings
  if (authority !== 'external') {
    const message = `is not used by authority: ${authority}, only with --external-pki`
    findings.push(note(['certificates', 'external'], message, 'For every run: certificates.authority: external'))
  }
  const folder = ['certificates', 'external', 'folder']
  if (certificates.external.command !== undefined && findNode(stack.root, folder) !== undefined) {
    const message = 'does nothing beside external.command: the program gets each request, and none is written'
    findings.push(warn(folder, message, 'Remove one of them'))
  }
  return findings
}
