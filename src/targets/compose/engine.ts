import { StackError } from '../../errors.ts'
import { hintFor, socketAddition } from '../../model/builder-image.ts'
import type { Engine } from '../../model/image.ts'
import type { Command, Io, RunOptions, RunResult } from '../../model/io.ts'
import { interrupted } from '../interrupted.ts'

/** One engine, one project: what every part of this target works on. */
export interface Place {
  readonly io: Io
  readonly engine: Engine
  /** The Compose project, which is the stack's name. */
  readonly project: string
}

/** Options of one engine call: stdin and environment of the command beside the run's own. */
export interface EngineOptions extends RunOptions {
  readonly stdin?: Command['stdin']
  readonly env?: Command['env']
  readonly cwd?: string
}

/** Runs the engine's command; a non-zero exit is an answer. @throws StackError ENGINE_UNREACHABLE when the engine is away. */
export async function runEngine(
  place: Place,
  args: readonly string[],
  options: EngineOptions = {},
): Promise<RunResult> {
  const { stdin, env, cwd, ...runOptions } = options
  const { engine, io } = place
  const result = await io.run(
    {
      program: engine.program,
      args: [...engine.args, ...args],
      ...(stdin === undefined ? {} : { stdin }),
      ...(env === undefined ? {} : { env }),
      ...(cwd === undefined ? {} : { cwd }),
    },
    runOptions,
  )
  if (result.exitCode !== 0) {
    if (io.signal.aborted && options.uninterruptible !== true) throw interrupted(io)
    if (isUnreachable(result.stderr)) throw unreachable(place, result.stderr)
  }
  return result
}

/** Runs the engine's command and insists on success. @throws StackError COMMAND_FAILED with the engine's last line. */
export async function askEngine(
  place: Place,
  args: readonly string[],
  options: EngineOptions = {},
): Promise<RunResult> {
  const result = await runEngine(place, args, options)
  if (result.exitCode === 0) return result
  throw new StackError({
    code: result.timedOut ? 'COMMAND_TIMEOUT' : 'COMMAND_FAILED',
    message: `${place.engine.program} ${args[0] ?? ''} ended with ${result.exitCode}: ${lastLine(place, result.stderr)}`,
    hint: `Try by hand: ${[place.engine.program, ...place.engine.args, ...args].join(' ')}`,
  })
}

/** The last line that says something, redacted. */
export function lastLine(place: Place, text: string): string {
  const line = text.trim().split('\n').at(-1)?.trim() ?? ''
  return place.io.redactor.redact(line === '' ? 'no message' : line)
}

/** Not empty lines of an output. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
}

function isUnreachable(stderr: string): boolean {
  // It answers: that it cannot reach a registry is another matter.
  if (/^error response from daemon/im.test(stderr)) return false
  return /cannot connect to the docker daemon|error during connect|dial (unix|tcp)|permission denied while trying to connect|cannot connect to podman/i.test(
    stderr,
  )
}

/** The error of an engine that does not answer; the hint depends on why. */
export function unreachable(place: Place, stderr: string): StackError {
  const reason = lastLine(place, stderr)
  const hint = /permission denied/i.test(stderr)
    ? 'This user may not use the engine: add it to the group "docker" and log in again, or use a rootless engine'
    : 'Start the engine, or point to another one with docker_context or DOCKER_HOST'
  return new StackError({
    code: 'ENGINE_UNREACHABLE',
    message: `the container engine does not answer: ${reason}`,
    hint: hintFor(place.io.environment, hint, socketAddition),
  })
}
