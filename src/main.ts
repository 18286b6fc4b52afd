#!/usr/bin/env node
import { dirname, join } from 'node:path'
import { failureReport, toStackError } from './commands/failure.ts'
import { firstCommand, parseWords } from './commands/parse.ts'
import { runCommand } from './commands/run-command.ts'
import { sameStack } from './commands/same-stack.ts'
import type { Session } from './commands/session.ts'
import type { Invocation } from './commands/table.ts'
import { problemLines } from './commands/views/problem-view.ts'
import { renderReport } from './commands/views/report-view.ts'
import { StackError } from './errors.ts'
import { terminalHost } from './hosts/terminal.ts'
import { createIo } from './io/create-io.ts'
import { createRedactor } from './io/redact.ts'

/** Where the redacted output of git, builders, Compose and kubectl goes: beside the configuration. */
const logsFolderOf = (file: string) => join(dirname(file), 'deploy/logs')

async function main(): Promise<number> {
  const startedAt = new Date()
  const environment = process.env
  const redactor = createRedactor()
  const host = terminalHost({
    words: process.argv.slice(2),
    environment,
    stdout: process.stdout,
    stderr: process.stderr,
    redactor,
    renderReport,
    renderProblem: problemLines,
  })
  const signal = abortOnSignals()
  const display = { verbose: false, json: host.words.includes('--json'), color: !host.words.includes('--no-color') }
  let invocation: Invocation | undefined
  let session: Session | undefined
  try {
    invocation = parseWords(host.words)
    const { global } = invocation
    Object.assign(display, { verbose: global.verbose, json: global.json, color: global.color })
    const io = createIo({
      environment,
      signal,
      redactor,
      progress: host.progress(display),
      ...(writesLogs.has(invocation.command) && !isDryRun(invocation)
        ? { logsFolder: logsFolderOf(invocation.file) }
        : {}),
    })
    session = { io, host, command: invocation.command, arguments: sameStack(invocation), startedAt, timings: new Map() }
    try {
      const answer = await runCommand(session, invocation)
      return await show(answer, host, display)
    } finally {
      await io.close()
    }
  } catch (error) {
    const failure = signal.aborted && signal.reason instanceof StackError ? signal.reason : toStackError(error)
    const report = failureReport(failure, {
      facts: host.facts,
      startedAt,
      command: invocation?.command ?? firstCommand(host.words) ?? 'help',
      arguments: invocation === undefined ? '' : sameStack(invocation),
      timings: session?.timings ?? new Map(),
    })
    await host.report(report, display)
    return report.exitCode
  }
}

async function show(
  answer: Awaited<ReturnType<typeof runCommand>>,
  host: ReturnType<typeof terminalHost>,
  display: { readonly json: boolean },
): Promise<number> {
  if ('secret' in answer) await host.printSecret(`${answer.secret}\n`)
  else if ('text' in answer) await host.print(answer.text)
  else await host.report(answer.report, display)
  return 'report' in answer ? answer.report.exitCode : 0
}

/** Commands that start builders, git, Compose or kubectl; the others write nothing. */
const writesLogs: ReadonlySet<string> = new Set(['build', 'deploy', 'rollback', 'destroy'])

function isDryRun(invocation: Invocation): boolean {
  return invocation.command === 'deploy' && invocation.options.dryRun
}

/** How long a stop may take: children get 5 s, the lock and the state are written after them. */
const longestStopMilliseconds = 30_000

/** Ends the run cleanly on the first signal, at once on the second or when the clean end takes too long. */
function abortOnSignals(): AbortSignal {
  const controller = new AbortController()
  const stop = (code: 'INTERRUPTED' | 'TERMINATED') => () => {
    const end = () => process.exit(code === 'INTERRUPTED' ? 130 : 143)
    if (controller.signal.aborted) end()
    setTimeout(end, longestStopMilliseconds).unref()
    controller.abort(
      new StackError({
        code,
        message: code === 'INTERRUPTED' ? 'interrupted' : 'terminated',
        hint: 'What was begun is repaired by running the same command again',
      }),
    )
  }
  process.on('SIGINT', stop('INTERRUPTED'))
  process.on('SIGTERM', stop('TERMINATED'))
  // A terminal that was closed.
  process.on('SIGHUP', stop('TERMINATED'))
  return controller.signal
}

process.exitCode = await main()
