import { randomBytes } from 'node:crypto'
import type { BriefRun, Io, Progress } from '../model/io.ts'
import { systemClock } from './clock.ts'
import { createFiles, type RunFiles } from './files.ts'
import { createHttp } from './http.ts'
import { type Logs, openLogs } from './logs.ts'
import { createRedactor, type RunRedactor } from './redact.ts'
import { createRun } from './run.ts'
import { createSocketHttp } from './socket-http.ts'

export interface IoOptions {
  /** The environment of the process as it was at start. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Values that may be asked for by name and that no process inherits; the environment wins. */
  readonly secrets?: Readonly<Record<string, string | undefined>>
  /** RunOptions.brief. */
  readonly runBrief?: BriefRun
  readonly progress: Progress
  /** Aborts on SIGINT and SIGTERM, best with the StackError to end with as its reason. */
  readonly signal: AbortSignal
  /** Made by the host before anything is printed; a new one by default. */
  readonly redactor?: RunRedactor
  /** Where `log:` of a run goes; without it child output is kept in memory only (plan writes nothing). */
  readonly logsFolder?: string
  /** PEM file of further authorities (network.ca_file). */
  readonly caFile?: string
}

/** The edge of one run, with its end. */
export interface OpenIo extends Io {
  readonly redactor: RunRedactor
  /** The same edge with what only the configuration knows; closing either closes both. */
  with(changes: Partial<Pick<IoOptions, 'logsFolder' | 'caFile' | 'environment'>>): OpenIo
  /** Flushes the logs and removes temporary folders. @throws StackError FILE_UNWRITABLE when a log could not be written. */
  close(): Promise<void>
}

/** Makes the edge of a run: processes, files, HTTP, clock, randomness. Touches nothing until it is used. */
export function createIo(options: IoOptions): OpenIo {
  const redactor = options.redactor ?? createRedactor()
  const { TMPDIR } = options.environment
  const files = TMPDIR === undefined || TMPDIR === '' ? createFiles() : createFiles(TMPDIR)
  return assemble(options, redactor, files, [])
}

/** @param opened  All logs of the run, shared by every edge that `with` makes: whichever is closed closes them. */
function assemble(options: IoOptions, redactor: RunRedactor, files: RunFiles, opened: Logs[]): OpenIo {
  const { environment, progress, runBrief, secrets, signal } = options
  const logs = options.logsFolder === undefined ? undefined : openLogs(options.logsFolder)
  if (logs !== undefined) opened.push(logs)
  return {
    environment: { ...secrets, ...environment },
    progress,
    signal,
    redactor,
    files,
    clock: systemClock,
    run: createRun({ environment, progress, signal, redactor, logs, runBrief }),
    http: createHttp({ environment, signal, caFile: options.caFile }),
    openSocket: createSocketHttp,
    random: (bytes) => randomBytes(bytes),
    log: (name, text) => logs?.append(name, redactor.redact(text)),

    with: (changes) => assemble({ ...options, ...changes }, redactor, files, opened),
    async close() {
      await files.close()
      for (const log of opened) await log.close()
    },
  }
}
