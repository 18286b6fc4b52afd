import { constants as fsConstants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { constants } from 'node:os'
import { StackError } from '../errors.ts'
import type { Command } from '../model/io.ts'
import { Secret } from '../model/secret.ts'
import { forgetGroup, rememberGroup, signalGroup } from './live-children.ts'
import { toolMissing } from './tool-missing.ts'

/** How long pipes that a grandchild holds open are waited for after the child itself has ended. */
const pipesMilliseconds = 2000

/** A started process and everything it starts in turn. */
export interface Child {
  readonly program: string
  /** Exit code, 128 + number when it was ended by a signal; resolves when the output is complete. */
  readonly ended: Promise<number>
  onOutput(stream: 'stdout' | 'stderr', listener: (chunk: Uint8Array) => void): void
  signal(signal: NodeJS.Signals): void
}

/**
 * Starts a program in a process group of its own, so that a Ctrl-C reaches it only through us, in our order.
 * Without stdin in the command it reads end of file: nothing ever waits for an answer.
 *
 * @throws StackError TOOL_MISSING, or COMMAND_FAILED when the folder is not there.
 */
export async function startChild(command: Command, env: Record<string, string>): Promise<Child> {
  const { execa } = await import('execa')
  const stdin = command.stdin instanceof Secret ? command.stdin.reveal() : command.stdin
  const subprocess = execa(command.program, command.args, {
    ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
    ...(stdin === undefined ? { stdin: 'ignore' as const } : { input: stdin }),
    env,
    extendEnv: false,
    detached: true,
    cleanup: false,
    buffer: false,
    reject: false,
    encoding: 'buffer',
    stripFinalNewline: false,
  })
  const { pid } = subprocess
  if (pid === undefined) {
    const { cause, originalMessage } = await subprocess
    throw await startFailed(command, cause, originalMessage ?? 'could not be started')
  }
  rememberGroup(pid)

  subprocess.once('exit', () => {
    const timer = setTimeout(() => {
      signalGroup(pid, 'SIGTERM')
      subprocess.stdout.destroy()
      subprocess.stderr.destroy()
    }, pipesMilliseconds)
    void subprocess.finally(() => clearTimeout(timer))
  })
  const ended = subprocess.then(({ exitCode, signal }) => {
    forgetGroup(pid)
    return exitCode ?? 128 + (signal === undefined ? 0 : constants.signals[signal])
  })

  return {
    program: command.program,
    ended,
    onOutput(stream, listener) {
      subprocess[stream].on('data', listener)
    },
    signal: (signal) => signalGroup(pid, signal),
  }
}

async function startFailed(command: Command, cause: unknown, message: string): Promise<StackError> {
  const folder = command.cwd === undefined ? undefined : await stat(command.cwd).catch(() => undefined)
  if (command.cwd !== undefined && folder?.isDirectory() !== true) {
    return new StackError({
      code: 'COMMAND_FAILED',
      message: `${command.program} cannot run in ${command.cwd}: there is no such folder`,
      cause,
    })
  }
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT') {
    const there = command.program.includes('/') && (await isThere(command.program))
    // A script whose interpreter is missing gives ENOENT too.
    if (!there) return toolMissing(command.program, 'not found', cause)
  }
  if (code === 'EACCES') return toolMissing(command.program, 'not executable', cause)
  return new StackError({
    code: 'COMMAND_FAILED',
    message: `${command.program} could not be started: ${message}`,
    cause,
  })
}

async function isThere(path: string): Promise<boolean> {
  return access(path, fsConstants.F_OK).then(
    () => true,
    () => false,
  )
}
