import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants as fsConstants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { constants } from 'node:os'
import type { Readable, Writable } from 'node:stream'
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
  const stdin = command.stdin instanceof Secret ? command.stdin.reveal() : command.stdin
  const subprocess = await openChild(command, env, stdin === undefined ? 'ignore' : 'pipe')
  const { pid } = subprocess
  rememberGroup(pid)
  // EPIPE: it does not want to read all of it, which its exit code says better.
  subprocess.stdin?.on('error', () => undefined).end(stdin)

  const ended = new Promise<number>((resolve) => {
    let timer: NodeJS.Timeout | undefined
    subprocess.once('exit', () => {
      timer = setTimeout(() => {
        signalGroup(pid, 'SIGTERM')
        subprocess.stdout.destroy()
        subprocess.stderr.destroy()
      }, pipesMilliseconds)
    })
    subprocess.once('close', (exitCode, signal) => {
      clearTimeout(timer)
      forgetGroup(pid)
      resolve(exitCode ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
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

type Started = ChildProcessByStdio<Writable | null, Readable, Readable> & { readonly pid: number }

async function openChild(command: Command, env: Record<string, string>, stdin: 'ignore' | 'pipe'): Promise<Started> {
  try {
    const { args, cwd, program } = command
    const subprocess = spawn(program, args, { cwd, env, detached: true, stdio: [stdin, 'pipe', 'pipe'] })
    // What does not start has no pid, and says why a moment later.
    if (subprocess.pid === undefined) await once(subprocess, 'spawn')
    return subprocess as Started
  } catch (cause) {
    throw await startFailed(command, cause)
  }
}

async function startFailed(command: Command, cause: unknown): Promise<StackError> {
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
    message: `${command.program} could not be started: ${cause instanceof Error ? cause.message : String(cause)}`,
    cause,
  })
}

async function isThere(path: string): Promise<boolean> {
  return access(path, fsConstants.F_OK).then(
    () => true,
    () => false,
  )
}
