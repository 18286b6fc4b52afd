import type { SecretRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { SecretKey, SecretReference } from '../model/stack-secrets.ts'
import type { ResolvedSecret } from './resolve.ts'

/** `kubernetes:SECRET#KEY`; undefined for other providers. */
export function readSecretKey({ provider, at }: SecretReference): SecretKey | undefined {
  if (provider !== 'kubernetes') return undefined
  const [secret = '', key = ''] = String(at).split('#')
  return { secret, key }
}

export function showSecretKey({ secret, key }: SecretKey): string {
  return `kubernetes:${secret}#${key}`
}

/** What is in the target is referred to, never copied: so it has to be the whole value of a variable. */
export function refuseCopies({ name, copiedTo = [] }: SecretRequest, reference: SecretKey): Problem | undefined {
  if (copiedTo.length === 0) return undefined
  return {
    severity: 'error',
    code: 'SECRET_INVALID',
    message: `secret ${name} is ${showSecretKey(reference)}, which pods refer to and nobody copies; but ${copiedTo.join(', ')} would need a copy of it`,
    hint: `Put the whole text (a whole URL) into the Secret ${reference.secret}, and write \${${name}} alone; or keep ${name} with another provider`,
  }
}

/** One warning for each reason, not for each secret. */
export function warnOfUnread(resolved: readonly ResolvedSecret[]): readonly Problem[] {
  const reasons = new Map<string, Problem>()
  for (const { unread } of resolved) if (unread !== undefined) reasons.set(unread.message, unread)
  return [...reasons.values()].map((problem) => ({ ...problem, severity: 'warning' }))
}
