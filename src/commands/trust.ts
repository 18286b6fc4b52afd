import { StackError } from '../errors.ts'
import type { Host } from '../model/host.ts'
import type { Invocation } from './table.ts'

/** They change nothing, build nothing and ask nobody for a secret. */
const harmless: ReadonlySet<Invocation['command']> = new Set([
  'validate',
  'config',
  'plan',
  'generate',
  'rbac',
  'doctor',
  'doctor',
  'schema',
  'version',
  'help',
])

/**
 * A pull request of a fork brings a configuration that nobody has approved.
 *
 * @throws StackError UNTRUSTED
 */
export function refuseUntrusted(facts: Host['facts'], invocation: Invocation): void {
  const { command, global } = invocation
  const dry = command === 'deploy' && invocation.options.dryRun
  if (facts.trusted || global.allowUntrusted || dry || harmless.has(command)) return
  throw new StackError({
    code: 'UNTRUSTED',
    message: `${command} is not done for a run that comes from outside (a fork's pull request, pull_request_target)`,
    hint: 'Use plan or validate there; who has read the change sets allow-untrusted: true',
  })
}
