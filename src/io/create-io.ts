import { randomBytes } from 'node:crypto'
import type { BriefRun, Io, Progress } from '../model/io.ts'
import type { Leak } from '../model/leak.ts'
import { systemClock } from './clock.ts'
import { createFiles, type RunFiles } from './files.ts'
import { createHttp } from './http.ts'
import { type Logs, openLogs } from './logs.ts'
import { createRedactor, type RunRedactor } from './redact.ts'
import { createRun } from './run.ts'
import { createSelfScan, type SelfScan } from './self-scan.ts'
import { createSocketHttp } from './socket-http.ts'

export interface IoOptions {
  /** The environment of the process as it was at start. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Values that may be asked for by name and that no process inherits; the environment wins. */
  readonly secrets?: Readonly<Record<string, string | undefined>>
  /** RunOptions.brief. */
  readonly runBrief?: BriefRun
  /** Host.notePrivateFile. */
  readonly notePrivateFile?: (path: string) => void
  readonly progress: Progress
  /** Aborts on SIGINT and SIGTERM, best with the StackError to end with as its reason. */
  readonly signal: AbortSignal
  /** Made by the host before anything is printed; a new one by default. */
  readonly redactor?: RunRedactor
  /** Hears of every value and every file of this run; a new one by default. */
  readonly selfScan?: SelfScan
  /** Where `log:` of a run goes; without it child output is kept in memory only (plan writes nothing). */
  readonly logsFolder?: string
  /** PEM file of further authorities (network.ca_file). */
  readonly caFile?: string
}

/** The edge of one run, with its end. */
export interface OpenIo extends Io, Pick<SelfScan, 'leaksIn' | 'sameAs'> {
  readonly redactor: RunRedactor
  /** Waits until the logs are on the disk, or could not be written. */
  flush(): Promise<void>
  /** Searches everything that this run has written so far for secret values, and removes what holds one. */
  findLeaks(): Promise<readonly Leak[]>
  /** The same edge with what only the configuration knows; closing either closes both. */
  with(changes: Partial<Pick<IoOptions, 'logsFolder' | 'caFile' | 'environment'>>): OpenIo
  /** Flushes the logs and removes temporary folders. @throws StackError FILE_UNWRITABLE when a log could not be written. */
  close(): Promise<void>
}

/** Makes the edge of a run: processes, files, HTTP, clock, randomness. Touches nothing until it is used. */
export function createIo(options: IoOptions): OpenIo {
  const scan = options.selfScan ?? createSelfScan()
  const redactor = scan.guard(options.redactor ?? createRedactor())
  const { TMPDIR } = options.environment
  const files = createFiles(TMPDIR === '' ? undefined : TMPDIR, scan.wrote, options.notePrivateFile)
  return assemble(options, { redactor, files, scan, opened: [] })
}

interface Shared {
  readonly redactor: RunRedactor
  readonly files: RunFiles
  readonly scan: SelfScan
  /** All logs of the run: whichever edge is closed closes them. */
  readonly opened: Logs[]
}

/** @param shared  What every edge that `with` makes has in common. */
function assemble(options: IoOptions, shared: Shared): OpenIo {
  const { files, opened, redactor, scan } = shared
  const { environment, progress, runBrief, secrets, signal } = options
  const logs = options.logsFolder === undefined ? undefined : openLogs(options.logsFolder, scan.wrote)
  if (logs !== undefined) opened.push(logs)
  const flush = async () => {
    for (const log of opened) await log.flush()
  }
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

    flush,
    async findLeaks() {
      await flush()
      return scan.run()
    },
    leaksIn: (texts) => scan.leaksIn(texts),
    sameAs: (names) => scan.sameAs(names),
    with: (changes) => assemble({ ...options, ...changes }, shared),
    async close() {
      await files.close()
      for (const log of opened) await log.close()
    },
  }
}
