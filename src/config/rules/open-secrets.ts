import { isSecretName } from '../../model/secret-names.ts'
import { type Finding, warn } from '../finding.ts'
import { addressKeys } from '../frame.ts'
import type { Node, Path } from '../node.ts'
import { isSecretText } from '../secret-texts.ts'
import type { Subject } from '../subject.ts'

/** Where secrets may stand, and addresses, which have rules of their own. */
const ownRules: ReadonlySet<string> = new Set([...addressKeys, 'env_vars', 'password', 'vault_secrets'])

/** A secret in a key that plans and manifests show: told by its form, and in build_args by its name too. */
export function openSecrets(stack: Subject): readonly Finding[] {
  const findings: Finding[] = []
  const visit = (node: Node, path: Path): void => {
    if (node.kind === 'list') for (const [index, item] of node.items.entries()) visit(item, [...path, index])
    else if (node.kind === 'map') {
      for (const [key, entry] of node.entries) if (!ownRules.has(key)) visit(entry.value, [...path, key])
    } else if (typeof node.value === 'string' && !node.unknown) {
      const isNamed = path.at(-2) === 'build_args' && node.value !== '' && isSecretName(String(path.at(-1)), node.value)
      if (!isNamed && !isSecretText(node.value)) return
      const message = 'holds what looks like a secret, and this key is shown in plans and manifests'
      findings.push(warn(path, message, 'Secrets go into env_vars: ${NAME}', { origin: node.origin }))
    }
  }
  visit(stack.root, [])
  return findings
}
