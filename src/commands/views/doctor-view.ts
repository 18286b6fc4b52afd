import type { Report, ReportCheck } from '../../model/report.ts'
import type { Style } from '../../model/style.ts'
import { problemLines } from './problem-view.ts'

const marks = { good: '✓', warning: '!', bad: '✗', skipped: '–' } as const

/** A name longer than this (a repository's address) does not push all others to the right. */
const widestName = 24

/**
 * Mark, name, what was found; the fix below it:
 *
 *     ✗ engine     neither docker nor podman is installed
 *                  → Install Docker or Podman, or name the program: deployment.container_engine
 */
export function checkLines(checks: readonly ReportCheck[], style: Style): readonly string[] {
  const column = Math.min(widestName, Math.max(0, ...checks.map(({ name }) => name.length))) + 2
  const paints = { good: style.green, warning: style.yellow, bad: style.red, skipped: style.dim }
  const indent = ' '.repeat(column + 2)
  return checks.flatMap(({ fix, found, name, state }) => {
    const paint = paints[state]
    const [first = '', ...rest] = wrap(found, style.columns - column - 2)
    const head = `${paint(marks[state])} ${state === 'bad' ? style.bold(name) : name}`
    const body = state === 'skipped' ? style.dim(first) : first
    const lines = name.length + 2 > column ? [head, indent + body] : [head + ' '.repeat(column - name.length) + body]
    const fixes = fix === undefined ? [] : wrap(fix, style.columns - column - 4)
    return [
      ...lines,
      ...rest.map((line) => indent + line),
      ...fixes.map((line, index) => `${indent}${index === 0 ? style.cyan('→') : ' '} ${line}`),
    ]
  })
}

/** The whole report of `doctor`: the checks, the places in the file that are wrong, one line with the result, what to type next. */
export function doctorView(report: Report, checks: readonly ReportCheck[], style: Style): string {
  const inFile = report.problems.filter(({ frame, severity }) => frame !== undefined && severity === 'error')
  const parts = [
    checkLines(checks, style),
    inFile.flatMap((problem) => problemLines(problem, style)),
    [resultLine(checks, style), ...(report.next === undefined ? [] : [report.next])],
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function resultLine(checks: readonly ReportCheck[], style: Style): string {
  const count = (state: ReportCheck['state']) => checks.filter((check) => check.state === state).length
  const [bad, warnings] = [count('bad'), count('warning')]
  const further = warnings === 0 ? '' : `, ${warnings} warning${warnings === 1 ? '' : 's'}`
  if (bad === 0 && checks[0]?.state === 'good') return style.green(`✓ nothing is in the way of a deploy${further}`)
  // What is missing may be just what the stack will need.
  if (bad === 0) return style.yellow(`! without a file nobody can say what a deploy needs${further}`)
  return style.red(`✗ ${bad} ${bad === 1 ? 'thing is' : 'things are'} in the way of a deploy${further}`)
}

/** Words are kept whole; an address may be as long as it is. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > Math.max(20, width)) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
