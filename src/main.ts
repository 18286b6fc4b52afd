import { dirname, join } from 'node:path'
import { failureReport, toStackError } from './commands/failure.ts'
import { wordsOf } from './commands/inputs.ts'
import { keepsLogs } from './commands/keeps-logs.ts'
import { outputsOf } from './commands/outputs.ts'
import { firstCommand, parseWords } from './commands/parse.ts'
import { runCommand } from './commands/run-command.ts'
import { sameCommand, sameStack } from './commands/same-stack.ts'
import type { Session } from './commands/session.ts'
import type { Invocation } from './commands/table.ts'
import { tell, tellReport } from './commands/tell.ts'
import { hostViews } from './commands/views/host-views.ts'
import { StackError } from './errors.ts'
import { chooseHost } from './hosts/choose-host.ts'
import { terminal } from './hosts/terminal.ts'
import { createIo } from './io/create-io.ts'
import { createRedactor, type RunRedactor } from './io/redact.ts'
import { createSelfScan, type SelfScan } from './io/self-scan.ts'
import type { Host, Shown } from './model/host.ts'

/** Where the redacted output of git, builders, Compose and kubectl goes: beside the configuration. */
const logsFolderOf = (file: string) => join(dirname(file), 'deploy/logs')

async function main(): Promise<number> {
  const startedAt = new Date()
  const environment = process.env
  let host: Host | undefined
  const selfScan = createSelfScan()
  const redactor = selfScan.guard(createRedactor((secret) => host?.mask(secret)))
  const options = {
    words: process.argv.slice(2),
    environment,
    stdout: selfScan.listen(process.stdout, 'stdout'),
    stderr: selfScan.listen(process.stderr, 'stderr'),
    redactor,
    selfScan,
    contract: { words: wordsOf, outputs: outputsOf },
    views: hostViews,
  }
  try {
    host = await chooseHost(environment).open(options)
  } catch (error) {
    // A runner that is not as its system says; told as on a terminal.
    const fallback = await terminal.open(options)
    const told = { facts: fallback.facts, startedAt, command: 'help', arguments: '', timings: new Map() } as const
    const failure = failureReport(toStackError(error), told)
    await fallback.report(failure, { json: false, folder: 'deploy', files: {} })
    return failure.exitCode
  }
  return runOn(host, redactor, selfScan, startedAt)
}

/** One command on one host; whatever is thrown becomes a report. */
async function runOn(host: Host, redactor: RunRedactor, selfScan: SelfScan, startedAt: Date): Promise<number> {
  const signal = abortOnSignals()
  const display = { verbose: false, json: false, color: true }
  let words: readonly string[] = []
  let invocation: Invocation | undefined
  let session: Session | undefined
  try {
    words = host.words()
    // For a line that cannot be read, too.
    Object.assign(display, { json: words.includes('--json'), color: !words.includes('--no-color') })
    invocation = parseWords(words)
    const { global } = invocation
    Object.assign(display, { verbose: global.verbose, json: global.json, color: global.color })
    const logsFolder = logsFolderOf(invocation.file)
    const writes = keepsLogs(invocation)
    if (writes) await selfScan.watch(dirname(logsFolder))
    const io = createIo({
      environment: host.environment,
      ...(host.secrets === undefined ? {} : { secrets: host.secrets }),
      ...(host.runBrief === undefined ? {} : { runBrief: host.runBrief }),
      ...(host.notePrivateFile === undefined ? {} : { notePrivateFile: host.notePrivateFile }),
      signal,
      redactor,
      selfScan,
      progress: host.progress(display),
      ...(writes ? { logsFolder } : {}),
    })
    session = { io, host, command: invocation.command, arguments: sameStack(invocation), startedAt, timings: new Map() }
    try {
      const answer = await runCommand(session, invocation)
      await io.flush()
      return await tell(answer, shownBy(invocation), { host, selfScan, again: againOf(invocation) })
    } finally {
      await io.close()
    }
  } catch (error) {
    const failure = signal.aborted && signal.reason instanceof StackError ? signal.reason : toStackError(error)
    const report = failureReport(failure, {
      facts: host.facts,
      startedAt,
      command:
        invocation?.command ?? firstCommand(words.length === 0 ? (host.asked ?? '').split(' ') : words) ?? 'help',
      ...(invocation === undefined ? {} : { again: sameCommand(invocation) }),
      arguments: invocation === undefined ? '' : sameStack(invocation),
      timings: session?.timings ?? new Map(),
    })
    const shown = invocation === undefined ? { folder: 'deploy', files: {} } : shownBy(invocation)
    const again = invocation === undefined ? 'mcp-deploy help' : againOf(invocation)
    return tellReport(report, { ...shown, json: display.json }, { host, selfScan, again })
  }
}

function againOf(invocation: Invocation): string {
  return `mcp-deploy ${sameCommand(invocation)}${sameStack(invocation)}`
}

/** Where the report and what was asked for lie. */
function shownBy(invocation: Invocation): Shown {
  const { command, file, global, options } = invocation
  const output = 'output' in options ? options.output : undefined
  const folder = join(dirname(file), 'deploy')
  const written = command === 'generate' ? (output ?? folder) : output
  const files = written === undefined ? {} : command === 'plan' ? { plan: written } : { manifests: written }
  return { json: global.json, folder, files }
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
