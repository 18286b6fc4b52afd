import { StackError } from '../errors.ts'
import { type Code, codes } from '../model/problem.ts'
import type { Report, RunFacts } from '../model/report.ts'
import { toolVersion } from '../model/version.ts'

export interface FailureFacts {
  readonly facts: Omit<RunFacts, 'toolVersion' | 'startedAt'>
  readonly startedAt: Date
  readonly command: string
  /** sameCommand; absent: the command has no words of its own. */
  readonly again?: string
  /** Session.arguments. */
  readonly arguments: string
  readonly timings: ReadonlyMap<string, number>
}

const issues = 'https://github.com/ibm/mcp-stack-deploy/issues/new'

/** What was thrown, as something to tell the user; anything but a StackError is a bug of ours and says so. */
export function toStackError(error: unknown): StackError {
  if (error instanceof StackError) return error
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const where = error instanceof Error ? (/\(?([^()\s]+:\d+:\d+)\)?/.exec(error.stack ?? '')?.[1] ?? '') : ''
  return new StackError({
    code: 'BUG',
    message: `this is a bug in mcp-deploy ${toolVersion}: ${what}${where === '' ? '' : ` (at ${where.split('/').at(-1)})`}`,
    hint: `Please report it: ${issues}`,
    cause: error,
  })
}

/** The report of a command that ended in an error; the last line is what to type next. */
export function failureReport(error: StackError, run: FailureFacts): Report {
  return {
    apiVersion: 'mcp-stack-deploy/v1',
    kind: 'Report',
    command: run.command,
    status: 'failed',
    exitCode: error.exitCode,
    run: { ...run.facts, toolVersion, startedAt: run.startedAt.toISOString() },
    changes: [],
    images: [],
    certificates: [],
    components: [],
    problems: error.problems,
    secrets: {},
    timings: Object.fromEntries([...run.timings].map(([stage, seconds]) => [stage, Number(seconds.toFixed(1))])),
    next: error.next ?? nextCommand(error, run),
  }
}

/** What a plan shows in full, and where nothing was changed. */
const obstacles: readonly Code[] = ['OBJECT_FOREIGN', 'FIELD_CONFLICT', 'MASS_DELETE', 'OLDER_COMMIT']

/** Of what is outside the file: validate would find nothing. */
const valueCodes: readonly Code[] = [
  'SECRET_MISSING',
  'SECRET_WEAK',
  'SECRET_INVALID',
  'SECRET_UNREACHABLE',
  'SECRET_FORBIDDEN',
]

function nextCommand(error: StackError, { command, again = command, arguments: same }: FailureFacts): string {
  const line = (name: string) => `mcp-deploy ${name}${same}`
  if (error.code === 'USAGE') return `mcp-deploy help ${command === 'help' ? '' : command}`.trimEnd()
  if (error.code === 'INTERRUPTED' || error.code === 'TERMINATED') return line(again)
  if (error.code === 'PLAN_STALE') return `${line('plan')} -o plan.json`
  if (error.code === 'CONFIG_UNREADABLE') return 'mcp-deploy init'
  if (error.code === 'RIGHTS_MISSING') return line('rbac')
  // Typed without its --to it would be another roll-back.
  if (command === 'rollback') return line('history')
  if (obstacles.includes(error.code)) return line('plan')
  // The file is good; a value that it asks for is not.
  if (valueCodes.includes(error.code)) return `Mend that, then: ${line(again)}`
  if (codes[error.code] === 2 && command !== 'validate') return line('validate')
  if (codes[error.code] === 2) return `Mend the file, then: ${line('validate')}`
  return `${line(again)} --verbose`
}
