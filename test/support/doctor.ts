import { createServer } from 'node:net'
import { Writable } from 'node:stream'
import { doctor } from '../../src/commands/doctor.ts'
import { problemLines } from '../../src/commands/views/problem-view.ts'
import { renderReport } from '../../src/commands/views/report-view.ts'
import { terminalHost } from '../../src/hosts/terminal.ts'
import { createIo } from '../../src/io/create-io.ts'
import { createRedactor } from '../../src/io/redact.ts'
import type { Report, ReportCheck } from '../../src/model/report.ts'
import { keepProgress } from '../io/silent-progress.ts'

export interface Examination {
  readonly file: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** How long one check may take. */
  readonly seconds?: number
}

/** `doctor` as main runs it, on the real edge. */
export async function examine({ file, environment, seconds = 10 }: Examination): Promise<Report> {
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() })
  const redactor = createRedactor()
  const host = terminalHost({
    words: [],
    environment,
    stdout: sink,
    stderr: sink,
    redactor,
    views: { report: renderReport, problem: problemLines },
  })
  const io = createIo({ environment, progress: keepProgress(), signal: new AbortController().signal, redactor })
  const session = { io, host, command: 'doctor', arguments: '', startedAt: new Date(), timings: new Map() }
  const settings = { file, sets: [], checkEnvironment: true, looksOnly: true, requirePinned: false }
  try {
    return await doctor(session, settings, seconds)
  } finally {
    await io.close()
  }
}

export function statesOf({ checks = [] }: Report): Readonly<Record<string, ReportCheck['state']>> {
  return Object.fromEntries(checks.map(({ name, state }) => [name, state]))
}

export function foundBy({ checks = [] }: Report, name: string): ReportCheck | undefined {
  return checks.find((check) => check.name === name)
}

/** Takes connections and says nothing; a port that is silent, not closed. */
export async function openSilence(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((socket) => socket.on('error', () => undefined))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { port: address.port, close: () => server.close().unref() }
}
