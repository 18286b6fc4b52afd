import type { Progress } from './io.ts'
import type { Report, RunFacts } from './report.ts'
import type { Secret } from './secret.ts'
import type { Style } from './style.ts'

/** Where the program runs: a terminal, a GitHub job, a GitLab job. */
export interface Host {
  readonly name: string
  /** Command line words or action inputs, in one form. */
  readonly words: readonly string[]
  readonly facts: Omit<RunFacts, 'toolVersion' | 'startedAt'>
  progress(options: { readonly verbose: boolean; readonly json: boolean; readonly color: boolean }): Progress
  /** Hides a value in the host's own log, where it can. */
  mask(secret: Secret): void
  /** Asks a person; undefined where nobody can answer. */
  confirm?(question: string): Promise<boolean | undefined>
  /** How text on stdout is to look. */
  style(color: boolean): Style
  /** Text to stdout, redacted: help, schema, lines of logs. */
  print(text: string): Promise<void>
  /** The one way a secret is shown on purpose (`token`): not redacted. */
  printSecret(text: string): Promise<void>
  /** Shows the report: table on a terminal, JSON on stdout, summary, annotations, outputs. */
  report(report: Report, options: { readonly json: boolean }): Promise<void>
}
