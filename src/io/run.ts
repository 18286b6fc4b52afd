import { StackError } from '../errors.ts'
import type { BriefRun, Command, Progress, Redactor, Run, RunOptions, RunResult } from '../model/io.ts'
import { Secret } from '../model/secret.ts'
import { showCommand } from '../model/show-command.ts'
import { createBoundedOutput } from './bounded-output.ts'
import { createLineReader } from './line-reader.ts'
import type { Logs } from './logs.ts'
import { type Child, startChild } from './start-child.ts'

/** Bytes kept of each stream of text: enough for any `inspect` or `kubectl get`, not for the memory to run out. */
const keptText = 32 * 1024 * 1024
/** Bytes of a binary stream; beyond it the content would be broken, so that is an error. */
const keptBinary = 512 * 1024 * 1024
/** How long a child has to end after SIGTERM. */
const killAfterMilliseconds = 5000

export interface RunContext {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly redactor: Redactor
  readonly progress: Progress
  readonly signal: AbortSignal
  readonly logs: Logs | undefined
  /** The host's own way for brief commands; absent: they run as all others do. */
  readonly runBrief?: BriefRun | undefined
}

/** Makes the one function that starts processes: no shell, its own process group, everything shown is redacted. */
export function createRun(context: RunContext): Run {
  return async (command, options = {}) => {
    if (options.uninterruptible !== true) throwIfAborted(context.signal)
    const shown = context.redactor.redact(showCommand(command))
    context.progress.detail(`$ ${shown}`)
    const log = (line: string) => {
      if (options.log !== undefined) context.logs?.append(options.log, line)
    }
    log(`$ ${shown}`)

    const inherited = environmentOf(context.environment, command)
    if (options.brief === true && context.runBrief !== undefined && options.onLine === undefined) {
      const { exitCode, stdout, stderr } = await context.runBrief(command, inherited)
      log(`exit ${exitCode}`)
      throwIfAborted(context.signal)
      return { exitCode, stdout, stderr, stdoutBytes: Buffer.from(stdout), timedOut: false }
    }
    const started = Date.now()
    const child = await startChild(command, inherited)
    const stopped = stopWhenAsked(child, context.signal, options)
    const result = await collect(child, context, options, log, stopped.stop)
    stopped.dispose()
    log(
      `exit ${result.exitCode} after ${((Date.now() - started) / 1000).toFixed(1)} s${stopped.timedOut() ? ' (timed out)' : ''}`,
    )

    if (options.uninterruptible !== true) throwIfAborted(context.signal)
    return { ...result, timedOut: stopped.timedOut() }
  }
}

/** @throws the StackError the signal was aborted with, else INTERRUPTED. */
function throwIfAborted(signal: AbortSignal): void {
  if (!signal.aborted) return
  if (signal.reason instanceof StackError) throw signal.reason
  throw new StackError({ code: 'INTERRUPTED', message: 'interrupted', hint: 'Run the same command again to go on' })
}

function environmentOf(inherited: RunContext['environment'], command: Command): Record<string, string> {
  const environment: Record<string, string> = {}
  for (const [name, value] of Object.entries({ ...inherited, ...command.env })) {
    if (value !== undefined) environment[name] = value instanceof Secret ? value.reveal() : value
  }
  return environment
}

/** Ends the child's group on time-out and on the signals that apply: SIGTERM, and SIGKILL five seconds later. */
function stopWhenAsked(child: Child, runSignal: AbortSignal, options: RunOptions) {
  const signals = [options.uninterruptible === true ? undefined : runSignal, options.signal].filter(
    (signal) => signal !== undefined,
  )
  let timedOut = false
  let killTimer: NodeJS.Timeout | undefined
  const stop = () => {
    child.signal('SIGTERM')
    killTimer ??= setTimeout(() => child.signal('SIGKILL'), killAfterMilliseconds)
  }
  for (const signal of signals) {
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  }
  const timeout =
    options.timeoutSeconds === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true
          stop()
        }, options.timeoutSeconds * 1000)

  return {
    stop,
    timedOut: () => timedOut,
    dispose() {
      clearTimeout(timeout)
      clearTimeout(killTimer)
      for (const signal of signals) signal.removeEventListener('abort', stop)
    },
  }
}

async function collect(
  child: Child,
  context: RunContext,
  options: RunOptions,
  log: (line: string) => void,
  stop: () => void,
): Promise<Omit<RunResult, 'timedOut'>> {
  const { answerBytes } = options
  let tooLong = false
  const readStream = (stream: 'stdout' | 'stderr') => {
    const binary = stream === 'stdout' && options.binary === true
    const output = createBoundedOutput(binary ? keptBinary : keptText)
    const isAnswer = stream === 'stdout' && answerBytes !== undefined
    let length = 0
    const wanted = !binary && !isAnswer && (options.onLine !== undefined || options.log !== undefined)
    const lines = wanted
      ? createLineReader(context.redactor, (line) => {
          log(line)
          options.onLine?.(line, stream)
        })
      : undefined
    child.onOutput(stream, (chunk) => {
      length += chunk.length
      if (isAnswer && length > answerBytes) {
        if (!tooLong) stop()
        tooLong = true
        return
      }
      output.add(chunk)
      lines?.push(chunk)
    })
    return { output, end: () => lines?.end() }
  }
  const stdout = readStream('stdout')
  const stderr = readStream('stderr')
  const exitCode = await child.ended
  stdout.end()
  stderr.end()

  if (options.binary === true && stdout.output.truncated) {
    throw new StackError({ code: 'COMMAND_FAILED', message: `${child.program} wrote more than ${keptBinary} bytes` })
  }
  const stdoutBytes = stdout.output.bytes()
  return {
    exitCode,
    stdout: options.binary === true ? '' : stdoutBytes.toString('utf8'),
    stderr: stderr.output.bytes().toString('utf8'),
    stdoutBytes,
    ...(tooLong ? { tooLong } : {}),
  }
}
