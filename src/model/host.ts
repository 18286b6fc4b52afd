import type { BriefRun, Progress } from './io.ts'
import type { FolderStore } from './layer-cache.ts'
import type { HostSelfScan } from './leak.ts'
import type { Problem } from './problem.ts'
import type { Report, RunFacts } from './report.ts'
import type { Secret } from './secret.ts'
import type { Style } from './style.ts'

/** Variables by name, as they were when the program started. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Where the program runs: a terminal, a GitHub job, a GitLab job. */
export interface Host {
  readonly name: string
  readonly facts: Omit<RunFacts, 'toolVersion' | 'startedAt'>
  /** The folder that the run's sources were checked out into: one from outside reads and writes nowhere else. Absent: where it was started. */
  readonly checkout?: string
  /** Command line words, or the inputs of a CI job in the same form. @throws StackError USAGE for an input that there is not. */
  words(): readonly string[]
  /** The command that a CI job's inputs ask for: what a refusal of the others is told of. Absent where `words` says it. */
  readonly asked?: string
  /** What processes inherit: without the tokens that are the CI's own. */
  readonly environment: Environment
  /** Further values that the file may ask for by name and no process inherits. */
  readonly secrets?: Environment
  /** A new one each time it is asked for, with what the display options say. */
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
  /** Shows the report: table on a terminal, JSON on stdout; on a CI host summary, annotations, outputs, files. */
  report(report: Report, shown: Shown): Promise<void>
  /** What opens the CI's own cache service: for the one process that builds, not in `environment`. */
  readonly cacheTokens?: Readonly<Record<string, Secret>>
  /** Carries layers in folders from one job to the next. */
  readonly layerCache?: FolderStore
  /** The host's own way to run what ends by itself in a moment; absent: as every other process. */
  readonly runBrief?: BriefRun
  /**
   * Fetches the programs among these that are missing, for this run only. Absent: the user installs them.
   *
   * @returns variables for every process from now on (PATH, DOCKER_CONFIG).
   * @throws StackError TOOL_MISSING when one cannot be fetched, or is not what its publisher says.
   */
  readonly provideTools?: (tools: readonly ToolName[], progress: Pick<Progress, 'line'>) => Promise<Environment>
  /**
   * The CI system's signed word of what this job is, for one audience (OpenID Connect). Absent or undefined: it has none.
   *
   * @throws StackError HOST_FAILED
   */
  readonly identityToken?: (audience: string | undefined) => Promise<Secret | undefined>
  /**
   * Told of every file for its owner's eyes alone (0600) before the run makes it, where there was none: a host that cleans up after
   * the job removes it then.
   */
  readonly notePrivateFile?: (path: string) => void
}

/** Programs beside the engine and git that a run may need. */
export type ToolName = 'kubectl' | 'buildx' | 'compose'

/** How and where a report is shown. */
export interface Shown {
  readonly json: boolean
  /** Where a CI host keeps what can be uploaded, `deploy/` beside the configuration. */
  readonly folder: string
  /** Files that the command was asked to write. */
  readonly files: { readonly plan?: string; readonly manifests?: string }
}

/** stdout or stderr, as much of it as is needed. */
export interface Stream {
  readonly columns?: number | undefined
  readonly rows?: number | undefined
  readonly isTTY?: boolean | undefined
  write(text: string, done?: () => void): unknown
  on?(event: 'error', listener: (error: Error) => void): unknown
}

/** One kind of host: one file in hosts/ and one word in registry.ts. */
export interface HostKind {
  readonly name: string
  /** CI systems compare with 'true': `GITLAB_CI` can be the text "false". */
  detect(environment: Environment): boolean
  /** Its own libraries are loaded only now. */
  open(options: HostOptions): Promise<Host>
}

/** What main gives to whichever host it is. */
export interface HostOptions {
  /** The command line after the program's name. */
  readonly words: readonly string[]
  readonly environment: Environment
  readonly stdout: Stream
  readonly stderr: Stream
  readonly redactor: HostRedactor
  readonly contract: HostContract
  readonly views: HostViews
  /** Told of every file that the host writes; absent where nobody searches (tests of a part). */
  readonly selfScan?: HostSelfScan
  /** Milliseconds; Date.now. */
  readonly now?: () => number
}

/** As much of the redactor as a host needs. */
export interface HostRedactor {
  add(secret: Secret): void
  redact(text: string): string
  redactJson<T>(value: T): T
}

/** The inputs and outputs that every front has; of commands/, which a host does not know. */
export interface HostContract {
  /** Inputs of a CI job by their kebab-case name, in the form of a command line. @throws StackError USAGE */
  words(given: ReadonlyMap<string, string>, front: string): readonly string[]
  outputs(report: Report, files: Shown['files'] & { readonly report: string }): Readonly<Record<string, string>>
}

/** How things look; of commands/views, which a host does not know. Texts from elsewhere in a report are redacted before. */
export interface HostViews {
  readonly report: (report: Report, style: Style) => string
  readonly problem: (problem: Problem, style: Style) => readonly string[]
  /** Markdown for the page of a pipeline, in at most `room` bytes of UTF-8. */
  readonly summary: (report: Report, room?: number) => string
  /** GitLab: outputs as a dotenv report, and the names of those that had no room in it. */
  readonly dotenv: (outputs: Readonly<Record<string, string>>) => {
    readonly text: string
    readonly left: readonly string[]
  }
  /** GitLab: the problems as a code quality report; `toProject` makes a path count from the project's root. */
  readonly codeQuality: (
    report: Report,
    place: { readonly config: string; readonly toProject: (path: string) => string },
  ) => string
  /** GitLab: the probes of verify as a JUnit report. */
  readonly junit: (report: Report) => string
}
