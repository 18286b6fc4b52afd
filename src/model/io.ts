import type { Problem } from './problem.ts'
import type { Secret } from './secret.ts'

/** The edge, as everything else sees it. Made once in main, replaced in parts by tests. */
export interface Io {
  readonly run: Run
  readonly files: Files
  readonly http: Http
  /** HTTP over a unix socket, which `kubectl proxy` listens on. */
  openSocket(path: string, connections: number): SocketHttp
  readonly clock: Clock
  readonly progress: Progress
  readonly redactor: Redactor
  /** The process environment as it was at start. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Aborts on SIGINT and SIGTERM. */
  readonly signal: AbortSignal
  random(bytes: number): Uint8Array
  /** Appends text, redacted as a whole, to deploy/logs/<name>.log; nothing where a run keeps no logs (plan). */
  log(name: string, text: string): void
}

/** A process as data; tests compare these, --verbose prints them, only io/ starts them. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd?: string
  /** Added to the inherited environment; a Secret is revealed at the edge only; undefined removes a name. */
  readonly env?: Readonly<Record<string, string | Secret | undefined>>
  readonly stdin?: string | Secret | Uint8Array
}

export interface RunOptions {
  readonly timeoutSeconds?: number
  /** Called for every redacted line of stdout and stderr. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void
  /** Appends redacted output to deploy/logs/<log>.log. */
  readonly log?: string
  /** Keep stdout as bytes (tar streams): `stdoutBytes`. */
  readonly binary?: boolean
  /**
   * Stdout is an answer, which may be secret, and no message: it stays out of the log and of `onLine`. A child that prints more bytes
   * than this is ended: `tooLong`.
   */
  readonly answerBytes?: number
  readonly signal?: AbortSignal
  /** Run to its end even after SIGTERM: for clean-up. */
  readonly uninterruptible?: boolean
  /** It ends by itself in a moment (a version, a local setting): a host may run it its own way. */
  readonly brief?: boolean
}

/** A command that ends by itself in a moment: a version, a look at local settings. Cannot be cancelled, watched or killed. */
export type BriefRun = (
  command: Command,
  environment: Readonly<Record<string, string>>,
) => Promise<Pick<RunResult, 'exitCode' | 'stdout' | 'stderr'>>

export interface RunResult {
  readonly exitCode: number
  /** NOT redacted: parse it, never print it. Print `io.redactor.redact(…)` or a progress line. */
  readonly stdout: string
  readonly stderr: string
  readonly stdoutBytes: Uint8Array
  readonly timedOut: boolean
  /** It was ended because it printed more than `answerBytes`; of its stdout only the beginning is here. */
  readonly tooLong?: true
}

/** @throws StackError TOOL_MISSING when the program is not there. A non-zero exit code is an answer, not an error. */
export type Run = (command: Command, options?: RunOptions) => Promise<RunResult>

export interface Files {
  read(path: string): Promise<string>
  readBytes(path: string): Promise<Uint8Array>
  exists(path: string): Promise<boolean>
  /** May it be executed by who runs us? True for folders, too, which may be entered. */
  isExecutable(path: string): Promise<boolean>
  list(path: string): Promise<readonly string[]>
  /** Create-new beside it, fsync, rename; folders are made (0700 when mode is 0600). */
  write(path: string, content: string | Secret | Uint8Array, mode: number): Promise<void>
  remove(path: string): Promise<void>
  realpath(path: string): Promise<string>
  /** A new 0700 folder that is removed at the end of the run. */
  temporaryFolder(prefix: string): Promise<string>
}

export interface HttpRequest {
  readonly url: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | Secret>>
  readonly body?: string | Secret
  readonly timeoutSeconds: number
  /** Asked even after SIGTERM: for clean-up. */
  readonly uninterruptible?: boolean
  /** A GET or HEAD may be sent on to another server too, without its credentials. Absent: within its origin only. */
  readonly redirects?: 'anonymous'
}

export interface HttpResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Honours HTTPS_PROXY, NO_PROXY and network.ca_file. Never retries.
 *
 * @throws an Error with the network's reason; RedirectRefused.
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>

/** HTTP over one unix socket with keep-alive connections. Close it, or the process does not end. */
export interface SocketHttp {
  /** Any status is an answer. @throws an Error with the network's reason, also after `timeoutSeconds`. */
  request(request: SocketRequest): Promise<HttpResponse>
  /**
   * A body that comes line by line (a Kubernetes watch), until the server ends it or the signal aborts.
   *
   * @returns the status; lines of an answer other than 200 are given to `onLine` all the same.
   * @throws an Error with the network's reason; an aborted signal is the ordinary end.
   */
  lines(
    request: Omit<SocketRequest, 'timeoutSeconds' | 'body'> & { readonly signal: AbortSignal },
    onLine: (line: string) => void,
  ): Promise<number>
  close(): Promise<void>
}

export interface SocketRequest {
  /** Path and query: `/api/v1/namespaces/x/pods?limit=1`. */
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** A Secret where values of secrets are in it. */
  readonly body?: string | Secret
  readonly timeoutSeconds: number
}

export interface Clock {
  now(): Date
  /** Resolves early, without throwing, when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** What is known of a value that is to be hidden. */
export interface HiddenValue {
  /**
   * false: it only stands beside a secret that was asked for, and may be plain configuration. It is hidden all the same, but
   * where it is found nothing leaked.
   */
  readonly needle?: boolean
}

export interface Redactor {
  add(secret: Secret, how?: HiddenValue): void
  redact(text: string): string
  /** A stateful redactor for a stream in chunks: a value split across chunks is still found. */
  stream(): { push(chunk: string): string; end(): string }
}

/** What a person sees while it runs; the host decides how (live lines, plain lines with time, groups). */
export interface Progress {
  /** A step of the pipeline starts. */
  step(title: string): void
  /** One line about one thing (an image, a component) that has begun; finish it with done or fail. */
  task(name: string): Task
  line(text: string): void
  /** Only with --verbose. */
  detail(text: string): void
  problem(problem: Problem): void
}

export interface Task {
  update(text: string): void
  done(text: string): void
  fail(text: string): void
}
