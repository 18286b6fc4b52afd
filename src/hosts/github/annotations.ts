import { isAbsolute, relative, resolve } from 'node:path'
import type { Stream } from '../../model/host.ts'
import type { Problem, Severity } from '../../model/problem.ts'
import type { Report } from '../../model/report.ts'
import { issueCommand } from './workflow-commands.ts'

/** GitHub shows ten of each kind from one step and drops the rest without a word. */
const shownOfAKind = 10

const kinds = [
  { severity: 'error', command: 'error' },
  { severity: 'warning', command: 'warning' },
  { severity: 'note', command: 'notice' },
] as const satisfies readonly { readonly severity: Severity; readonly command: string }[]

/**
 * The problems of a report at their line and column of the file, the most severe first. A failure has one error at least,
 * and what was held back is counted.
 *
 * @param report  redacted, without control characters
 * @param workspace  GITHUB_WORKSPACE
 */
export function annotate(stream: Pick<Stream, 'write'>, report: Report, workspace?: string): void {
  const problems = withFailure(report)
  const held: string[] = []
  for (const { command, severity } of kinds) {
    const all = problems.filter((problem) => problem.severity === severity)
    for (const problem of all.slice(0, shownOfAKind)) annotateOne(stream, command, problem, workspace)
    if (all.length > shownOfAKind) held.push(`${all.length - shownOfAKind} more ${severity}s`)
  }
  if (held.length > 0) stream.write(`Not shown as annotations: ${held.join(', ')}; they are all above\n`)
}

function annotateOne(
  stream: Pick<Stream, 'write'>,
  command: 'error' | 'warning' | 'notice',
  problem: Problem,
  workspace: string | undefined,
): void {
  const { code, hint, message, path, severity } = problem
  // `--set PATH` is the place of a problem, and no file.
  const place = problem.place?.file.startsWith('--') === true ? undefined : problem.place
  const where = path === undefined || message.startsWith(path) ? '' : `${path}: `
  issueCommand(stream, command, `${where}${message}${hint === undefined ? '' : `\nhint: ${hint}`}`, {
    title: severity === 'note' ? undefined : code,
    file: place === undefined ? undefined : fromWorkspace(place.file, workspace),
    line: place?.line,
    col: place?.column,
  })
}

/** A path as GitHub and the steps after this one know it: they start at the top of the checkout, we perhaps in a folder of it. */
export function fromWorkspace(path: string, workspace: string | undefined): string {
  if (path === '' || workspace === undefined || workspace === '') return path
  const inside = relative(workspace, resolve(path))
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? path : inside
}

/** Equal ones once; a step that is red says why in an annotation, whatever went wrong. */
function withFailure({ command, exitCode, problems, status }: Report): readonly Problem[] {
  const unique = [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
  if (exitCode === 0 || unique.some(({ severity }) => severity === 'error')) return unique
  return [
    { severity: 'error', code: exitCode === 3 ? 'WORK_PENDING' : 'COMMAND_FAILED', message: `${command}: ${status}` },
    ...unique,
  ]
}
