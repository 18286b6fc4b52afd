import { userInfo } from 'node:os'
import type { Readable } from 'node:stream'
import picocolors from 'picocolors'
import { toPlainLine, toPlainText } from '../io/plain-text.ts'
import type { Environment, Host, HostKind, HostOptions, HostViews, Stream } from '../model/host.ts'
import { plainStyle, type Style } from '../model/style.ts'
import { createPlainProgress, createTerminalProgress, type RunningProgress } from './terminal-progress.ts'

/** Where a person answers; process.stdin. */
type Stdin = Readable & { readonly isTTY?: boolean }

export const terminal: HostKind = {
  name: 'terminal',
  detect: () => true,
  open: (options) => Promise.resolve(terminalHost(options)),
}

export type TerminalOptions = Omit<HostOptions, 'contract' | 'views'> & {
  readonly stdin?: Stdin
  readonly views: Pick<HostViews, 'report' | 'problem'>
}

/** Lines in a pipe have no width of their own. */
const pipeColumns = 120

/**
 * The host of a person: progress on stderr, the result on stdout, so that either can be sent elsewhere.
 * Every text passes the redactor and loses its control characters before it is coloured.
 */
export function terminalHost(options: TerminalOptions): Host {
  const { environment, redactor, stderr, stdout, views, words } = options
  const shown = new Set<string>()
  let progress: RunningProgress | undefined
  let wantsColor = true
  ignoreClosedPipe(stdout)
  ignoreClosedPipe(stderr)

  const clean = (text: string) => toPlainLine(redactor.redact(text))
  const styleOf = (stream: Stream, color: boolean) => createStyle(stream, color && hasColor(stream, environment))
  const write = (stream: Stream, text: string) =>
    new Promise<void>((resolve) => {
      stream.write(redactor.redact(text), resolve)
    })

  return {
    name: 'terminal',
    words: () => words,
    environment,
    facts: { host: 'terminal', actor: nameOfUser(environment), trusted: true },
    mask: () => undefined,
    confirm: (question) => askPerson(clean(question), options.stdin ?? process.stdin, stderr),
    style: (color) => styleOf(stdout, color),

    progress({ color, verbose }) {
      wantsColor = color
      const style = styleOf(stderr, color)
      const isLive = stderr.isTTY === true && environment.TERM !== 'dumb' && !isSet(environment.CI)
      const create = isLive ? createTerminalProgress : createPlainProgress
      progress = create(stderr, {
        style,
        verbose,
        clean,
        now: options.now ?? Date.now,
        renderProblem: (problem) => {
          shown.add(JSON.stringify(problem))
          return views.problem(cleanDeeply(redactor.redactJson(problem)), style)
        },
      })
      return progress
    },

    async report(report, { json }) {
      progress?.stop()
      const redacted = redactor.redactJson(report)
      if (json) return write(stdout, `${JSON.stringify(redacted, null, 2)}\n`)
      const news = report.problems.filter((problem) => !shown.has(JSON.stringify(problem)))
      const fresh = { ...redacted, problems: redactor.redactJson(news) }
      return write(stdout, views.report(cleanDeeply(fresh), styleOf(stdout, wantsColor)))
    },

    async print(text) {
      progress?.stop()
      await write(stdout, text)
    },

    printSecret: (text) =>
      new Promise((resolve) => {
        progress?.stop()
        stdout.write(text, resolve)
      }),
  }
}

/** Yes or no; undefined where nobody can answer, or nobody does. */
async function askPerson(question: string, stdin: Stdin, stderr: Stream): Promise<boolean | undefined> {
  if (stdin.isTTY !== true || stderr.isTTY !== true) return undefined
  const { createInterface } = await import('node:readline')
  stderr.write(`${question} [y/N] `)
  const lines = createInterface({ input: stdin })
  try {
    for await (const line of lines) return /^y(?:es)?$/i.test(line.trim())
    return undefined
  } finally {
    lines.close()
  }
}

/** NO_COLOR (no-color.org) beats FORCE_COLOR; without either, a terminal that is not dumb has colours. */
function hasColor(stream: Stream, environment: Environment): boolean {
  if (isSet(environment.NO_COLOR)) return false
  if (isSet(environment.FORCE_COLOR)) return environment.FORCE_COLOR !== '0' && environment.FORCE_COLOR !== 'false'
  return stream.isTTY === true && environment.TERM !== 'dumb'
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== ''
}

export function createStyle(stream: Stream, color: boolean): Style {
  const columns = stream.isTTY === true ? Math.max(60, stream.columns ?? 80) : pipeColumns
  if (!color) return plainStyle(columns)
  const { bold, cyan, dim, green, red, yellow } = picocolors.createColors(true)
  return { columns, bold, cyan, dim, green, red, yellow }
}

/** Every text in a value without control characters; only frames of the config may have several lines. */
export function cleanDeeply<T>(value: T): T {
  // Strings stay strings and keys stay keys.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return cleanValue(value, '') as T
}

function cleanValue(value: unknown, key: string): unknown {
  if (typeof value === 'string') return key === 'frame' ? toPlainText(value) : toPlainLine(value)
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [toPlainLine(name), cleanValue(item, name)]))
}

/** `mcp-deploy plan | head` is no failure. */
function ignoreClosedPipe(stream: Stream): void {
  stream.on?.('error', (error) => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error
  })
}

function nameOfUser(environment: Environment): string {
  const { LOGNAME, USER } = environment
  if (isSet(USER)) return USER ?? ''
  if (isSet(LOGNAME)) return LOGNAME ?? ''
  try {
    return userInfo().username
  } catch {
    // A container's user id without a name.
    return 'unknown'
  }
}
