import type { Problem } from '../../model/problem.ts'
import type { Style } from '../../model/style.ts'

/**
 * A problem as a person reads it:
 *
 *     error CONFIG_INVALID  mcp-stack.yaml:5:11 plugins[0].port: must be at most 64535
 *         5 |     port: 70000
 *           |           ^
 *       hint  With mTLS the health port is port + 1000
 */
export function problemLines(problem: Problem, style: Style): readonly string[] {
  const paint = { error: style.red, warning: style.yellow, note: style.cyan }[problem.severity]
  const { events = [], frame, hint, message, place } = problem
  // Messages of the config begin with the path.
  const path = problem.path !== undefined && message.startsWith(problem.path) ? undefined : problem.path
  const where = [place === undefined ? [] : `${place.file}:${place.line}:${place.column}`, path ?? []].flat().join(' ')
  return [
    `${paint(style.bold(problem.severity))}${problem.severity === 'note' ? '' : ` ${paint(problem.code)}`}  ${where === '' ? '' : `${style.bold(where)}: `}${message}`,
    ...(frame === undefined ? [] : frame.split('\n').map((line) => style.dim(`    ${line}`))),
    ...events.map((line) => style.dim(`    event  ${line}`)),
    ...(hint === undefined ? [] : [`  ${style.green('hint')}  ${hint}`]),
  ]
}

/** Errors last, so that they are what one sees; equal ones once. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const order = { note: 0, warning: 1, error: 2 }
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  return [...unique.values()].sort((a, b) => order[a.severity] - order[b.severity])
}

/** `2 errors, 1 warning` */
export function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity']) => {
    const found = problems.filter((problem) => problem.severity === severity).length
    return found === 0 ? [] : [`${found} ${severity}${found === 1 ? '' : 's'}`]
  }
  return [...count('error'), ...count('warning'), ...count('note')].join(', ')
}
