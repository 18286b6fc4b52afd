import type { Report } from '../../model/report.ts'
import type { Style } from '../../model/style.ts'
import { doctorView } from './doctor-view.ts'
import { firstEndLines } from './lifetimes-view.ts'
import { planLines } from './plan-view.ts'
import { countProblems, problemLines, sortProblems } from './problem-view.ts'
import { certificateLines, imageLines, summaryLines } from './summary-view.ts'
import { verificationLines } from './verification-view.ts'

/** Commands whose changes were not shown while they ran. */
const showsChanges = ['plan', 'rollback']

/** A plan that a deploy would refuse is still a plan; a command that came to nothing has no changes. */
function showsPlan(report: Report): boolean {
  return showsChanges.includes(report.command) && (report.status !== 'failed' || report.changes.length > 0)
}

/** Which cluster or engine a plan is for is the first thing to read in it, also when only stdout is kept. */
function whereLines({ command, stack }: Report): readonly string[] {
  return command === 'plan' && stack !== undefined ? [`${stack.name} on ${stack.where}`] : []
}

/** A note tells what was decided; who only deploys again knows it. A failure shows everything. */
function showsNotes(report: Report): boolean {
  return report.command === 'validate' || report.command === 'plan' || report.exitCode !== 0
}

/**
 * A report for a terminal or a pipe: what changed, the tables, the problems, one line with the result, and as the last
 * line the command to type next or where the gateway is. Ends in a newline; empty for commands that found nothing to say.
 */
export function renderReport(report: Report, style: Style): string {
  if (report.checks !== undefined) return doctorView(report, report.checks, style)
  const parts = [
    showsPlan(report) ? [...whereLines(report), ...planLines(report.changes, style)] : [],
    tables(report, style),
    report.verification === undefined ? [] : verificationLines(report.verification, style),
    sortProblems(report.problems.filter((problem) => showsNotes(report) || problem.severity !== 'note')).flatMap(
      (problem) => problemLines(problem, style),
    ),
    closing(report, style),
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function tables(report: Report, style: Style): readonly string[] {
  if (report.command === 'plan') return []
  if (report.command.startsWith('certs')) return certificateLines(report, style)
  if (report.components.length > 0) return summaryLines(report, style)
  return imageLines(report, style)
}

function closing(report: Report, style: Style): readonly string[] {
  const next = report.next ?? (report.exitCode === 0 ? undefined : `mcp-deploy help ${report.command}`)
  // Of a command line that was not understood there is no more to say.
  const misread = report.problems.some((problem) => problem.code === 'USAGE')
  return [
    ...(misread ? [] : [statusLine(report, style)]),
    ...firstEndLines(report, style),
    ...(next === undefined ? [] : [next]),
  ]
}

function statusLine(report: Report, style: Style): string {
  const seconds = Object.values(report.timings).reduce((sum, stage) => sum + stage, 0)
  const time = seconds < 0.1 ? '' : ` in ${seconds.toFixed(1)} s`
  const release = report.release === undefined ? '' : `, release ${report.release.revision}`
  const found = countProblems(report.problems)
  const { green, red, yellow } = style
  const problems = found === '' ? '' : ` (${found})`
  const lines = {
    succeeded: green(`✓ ${report.command} succeeded${time}${release}`),
    unchanged: green(`= nothing to do${time}${release}`),
    pending: yellow(report.changes.length > 0 ? `~ changes are pending${time}` : `~ something is pending${time}`),
    failed: red(`✗ ${report.command} failed${problems}${time}`),
    unhealthy: red(`✗ live, but not healthy${problems}${time}${release}`),
  }
  return lines[report.status]
}
