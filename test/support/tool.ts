import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import type { Report } from '../../src/model/report.ts'
import { root } from './machine.ts'

export interface ToolOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string | undefined>>
}

export interface ToolRun {
  /** 128 + signal number where it was killed, as a shell says it. */
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  readonly seconds: number
  readonly endedAt: Date
}

/** Our own tests may run in a pipeline; what they start is at a terminal unless they say otherwise. */
const atHome = { GITHUB_ACTIONS: undefined, GITLAB_CI: undefined }

export interface RunningTool {
  readonly child: ChildProcess
  readonly ended: Promise<ToolRun>
}

const signals: Readonly<Record<string, number>> = { SIGKILL: 137, SIGTERM: 143, SIGINT: 130 }

/** Starts `dist/index.js`, the program that users run, in a process of its own; MCP_DEPLOY_DIST names another build of it. */
export function startTool(args: readonly string[], options: ToolOptions): RunningTool {
  return startProgram(
    process.execPath,
    [resolve(root, process.env['MCP_DEPLOY_DIST'] ?? 'dist', 'index.js'), ...args],
    options,
  )
}

export function startProgram(program: string, args: readonly string[], options: ToolOptions): RunningTool {
  const start = Date.now()
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '1', ...atHome, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Readonly<Record<'stdout' | 'stderr', Buffer[]>> = { stdout: [], stderr: [] }
  child.stdout.on('data', (chunk: Buffer) => chunks.stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk))
  const ended = once(child, 'close').then(([code, signal]) => ({
    exitCode: code ?? signals[signal] ?? 1,
    stdout: Buffer.concat(chunks.stdout).toString(),
    stderr: Buffer.concat(chunks.stderr).toString(),
    seconds: (Date.now() - start) / 1000,
    endedAt: new Date(),
  }))
  return { child, ended }
}

export function runTool(args: readonly string[], options: ToolOptions): Promise<ToolRun> {
  return startTool(args, options).ended
}

/** The same run when it ended as it should; @throws Error with what it said otherwise. */
export function mustEnd(run: ToolRun, exitCode: number): ToolRun {
  if (run.exitCode === exitCode) return run
  throw new Error(`ended with ${run.exitCode}, not ${exitCode}, after ${run.seconds} s:\n${run.stdout}\n${run.stderr}`)
}

/** The leaves of a report, without the CAs that they trust. */
export function leavesOf({ certificates }: Report): Report['certificates'] {
  return certificates.filter(({ kind }) => kind !== 'ca')
}

/** The report of a run with --json: standard output is that one document. */
export function reportOf(run: ToolRun): Report {
  try {
    return JSON.parse(run.stdout)
  } catch (cause) {
    throw new Error(`no report on stdout (exit ${run.exitCode}):\n${run.stdout}\n${run.stderr}`, { cause })
  }
}

/** What a person still sees on a screen of 40 lines. */
export function lastScreen(run: ToolRun): string {
  return `${run.stdout}${run.stderr}`.trimEnd().split('\n').slice(-40).join('\n')
}
