import { explainStack, reviewStack } from '../config/read-stack.ts'
import { StackError } from '../errors.ts'
import type { Report } from '../model/report.ts'
import { planStack } from '../plan/plan-stack.ts'
import { checkObjects } from './check-objects.ts'
import type { Answer } from './run-command.ts'
import { commandLine, emptyReport, type Session } from './session.ts'

export interface ReadSettings {
  readonly file: string
  readonly environment?: string
  readonly sets: readonly string[]
  readonly checkEnvironment: boolean
  readonly requirePinned: boolean
  readonly looksOnly?: boolean
  readonly asksSecrets?: boolean
  /** For a run from outside: variablesFromOutside. */
  readonly variables?: Readonly<Record<string, string | undefined>>
}

/** `validate`: the base and every overlay, in full, the plan of each included; touches nothing. */
export async function validate(session: Session, settings: ReadSettings): Promise<Report> {
  const { problems, config } = await reviewStack(settings, session.io)
  const errors = problems.filter((problem) => problem.severity === 'error')
  if (config === undefined) {
    throw new StackError({
      code: errors[0]?.code ?? 'CONFIG_INVALID',
      message: `${settings.file} has ${errors.length === 1 ? 'a problem' : `${errors.length} problems`}`,
      problems,
    })
  }
  const plan = planStack(config)
  await checkObjects(session, plan)
  const plugins = `${plan.plugins.length} plugin${plan.plugins.length === 1 ? '' : 's'}`
  return {
    ...emptyReport(session),
    problems: [...problems, ...plan.problems],
    next: `${settings.file} is valid: ${plan.stack.name} on ${plan.stack.target}, a gateway and ${plugins}. Next: ${commandLine(session, 'plan')}`,
  }
}

/** `config`: every value with where it came from; secrets by name. */
export async function explain(session: Session, settings: ReadSettings, json: boolean): Promise<Answer> {
  const values = await explainStack(settings, session.io)
  if (json) return { text: `${JSON.stringify(values, null, 2)}\n` }
  const lines = values.map(({ path, value, origin }) => ({ text: `${path}: ${quoteText(value)}`, origin }))
  const width = Math.min(60, Math.max(...lines.map(({ text }) => text.length)))
  return {
    text: lines
      .map(({ text, origin }) => `${text.padEnd(width)}  # ${origin}`)
      .join('\n')
      .concat('\n'),
  }
}

/** A value on one line: as JSON text where it could be taken for something else or has an end that nobody sees. */
function quoteText(value: string): string {
  return /^$|^\s|\s$|[\p{Cc}\u2028\u2029]| #/u.test(value) ? JSON.stringify(value) : value
}
