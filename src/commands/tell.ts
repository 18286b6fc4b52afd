import type { SelfScan } from '../io/self-scan.ts'
import type { Host, Shown } from '../model/host.ts'
import type { Report } from '../model/report.ts'
import { leakProblem, withLeaks } from './leaks.ts'
import type { Answer } from './run-command.ts'

/** Who is told, and who looks at what was written. */
export interface Listener {
  readonly host: Host
  readonly selfScan: SelfScan
  /** The line to type again. */
  readonly again: string
}

/** Shows what came of a command; what leaked until then, or in the telling itself, ends it otherwise. @returns the exit code. */
export async function tell(answer: Answer, shown: Shown, listener: Listener): Promise<number> {
  const { host, selfScan } = listener
  if ('report' in answer) return tellReport(answer.report, shown, listener)
  if ('text' in answer) await host.print(answer.text)
  const leaks = await selfScan.run()
  // After it: this one is printed on purpose.
  if ('secret' in answer) await host.printSecret(`${answer.secret}\n`)
  const progress = host.progress({ verbose: false, json: shown.json, color: false })
  for (const leak of leaks) progress.problem(leakProblem(leak, ''))
  return leaks.some(({ secrets }) => secrets.length > 0) ? 1 : 0
}

export async function tellReport(found: Report, shown: Shown, { again, host, selfScan }: Listener): Promise<number> {
  const report = withLeaks(found, await selfScan.run(), again)
  await withdrawPlan(found, report, shown, selfScan)
  await host.report(report, shown)
  // What the host itself wrote: report, outputs, summary.
  const late = await selfScan.run()
  if (late.length === 0) return report.exitCode
  const bare = withLeaks(bareOf(report), late, again)
  await withdrawPlan(report, bare, shown, selfScan)
  // JSON on stdout is there already, and a second one would make it unreadable.
  if (shown.json) {
    const progress = host.progress({ verbose: false, json: true, color: false })
    for (const problem of bare.problems) progress.problem(problem)
  } else await host.report(bare, shown)
  await selfScan.run()
  return bare.exitCode
}

/** A plan that leaked is refused: what it froze is not left for anybody to approve. */
async function withdrawPlan(before: Report, after: Report, { files }: Shown, selfScan: SelfScan): Promise<void> {
  if (files.plan !== undefined && before.status !== 'failed' && after.status === 'failed')
    await selfScan.withdraw(files.plan)
}

/** Of a report that leaked nothing is said again that could be the leak. */
function bareOf(report: Report): Report {
  const { apiVersion, command, exitCode, kind, run, status, timings } = report
  const nothing = { changes: [], images: [], certificates: [], components: [], problems: [], secrets: {} }
  return { apiVersion, command, exitCode, kind, run, status, timings, ...nothing }
}
