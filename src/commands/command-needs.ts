import type { Invocation } from './table.ts'

/** They work without the secrets that a deploy needs. */
export const looksOnly: ReadonlySet<Invocation['command']> = new Set([
  'certs check',
  'certs import',
  'destroy',
  'doctor',
  'history',
  'logs',
  'rbac',
  'status',
  'token',
  'verify',
])

/** They resolve every secret, before they change anything. */
export const asksSecrets: ReadonlySet<Invocation['command']> = new Set([
  'certs rotate',
  'deploy',
  'generate',
  'plan',
  'rollback',
])

/** What they make is compared or kept with the commit it was made from. */
export const recordsSource: ReadonlySet<Invocation['command']> = new Set(['certs rotate', 'deploy', 'plan', 'rollback'])
