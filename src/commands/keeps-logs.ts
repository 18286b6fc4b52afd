import type { Invocation } from './table.ts'

/** They start builders, git, signers, Compose or kubectl on the way to a change; the others keep nothing of what their children say. */
const changing: ReadonlySet<Invocation['command']> = new Set([
  'build',
  'certs',
  'certs rotate',
  'deploy',
  'rollback',
  'destroy',
])

/** Whether what the children of a command say goes to deploy/logs/; a dry run writes nothing. */
export function keepsLogs({ command, options }: Pick<Invocation, 'command' | 'options'>): boolean {
  return changing.has(command) && !('dryRun' in options && options.dryRun)
}
