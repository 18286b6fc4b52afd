import type { Problem, Severity } from '../model/problem.ts'
import type { Finding } from './finding.ts'
import { drawFrame, type SecretSpans, toPlace } from './frame.ts'
import { locate, type Node, type Origin, type Source, showPath } from './node.ts'

export interface Backdrop {
  /** The tree that paths are of; absent where the text could not be parsed. */
  readonly root?: Node | undefined
  readonly source: Source
  readonly spans: SecretSpans | undefined
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

/** More problems than these are told by their number. */
const maxProblems = 200

/** Findings → problems with place and frame: errors first, then in the order of the file; the same one is told once. */
export function toProblems(findings: readonly Finding[], backdrop: Backdrop): readonly Problem[] {
  const placed = findings
    .map((finding) => ({ finding, origin: originOf(finding, backdrop) }))
    .sort((a, b) => rankOf(a.finding) - rankOf(b.finding) || a.origin.start - b.origin.start)
  const problems = placed.slice(0, maxProblems).map(({ finding, origin }) => toProblem(finding, origin, backdrop))
  const seen = new Set<string>()
  const distinct = problems.filter((problem) => {
    const mark = JSON.stringify([problem.severity, problem.path, problem.message, problem.place])
    if (seen.has(mark)) return false
    seen.add(mark)
    return true
  })
  const rest = placed.slice(maxProblems)
  const [first] = rest
  if (first === undefined) return distinct
  const more: Finding = { ...first.finding, path: [], message: `and ${rest.length} more problems` }
  return [...distinct, toProblem(more, first.origin, backdrop)]
}

function rankOf(finding: Finding): number {
  return rank[finding.severity ?? 'error']
}

function originOf(finding: Finding, { root, source }: Backdrop): Origin {
  if (finding.origin !== undefined) return finding.origin
  return root === undefined ? { source, start: 0, end: 0 } : locate(root, finding.path, finding.atKey)
}

function toProblem(finding: Finding, origin: Origin, backdrop: Backdrop): Problem {
  const { source, spans } = backdrop
  const path = showPath(finding.path)
  const isStackFile = origin.source === source
  const frame = isStackFile ? drawFrame(origin, spans) : undefined
  const overlay = origin.environment === undefined ? '' : ` (environment ${origin.environment})`
  const severity = finding.severity ?? 'error'
  return {
    severity,
    code: finding.code ?? 'CONFIG_INVALID',
    message: `${sentence(path, finding.message)}${overlay}`,
    ...(finding.hint === undefined ? {} : { hint: finding.hint }),
    ...(path === '' ? {} : { path }),
    place: toPlace(origin),
    ...(frame === undefined ? {} : { frame }),
  }
}

/** Findings that begin with a verb are about the key; the others stand alone after it. */
const verbs =
  /^(must|is|are|has|have|holds|begins|uses|carries|names|leaves|cannot|needs|does|belongs|excludes|repeats|can|and|gives|becomes|sets)\b/

function sentence(path: string, message: string): string {
  if (path === '') return message
  return verbs.test(message) ? `${path} ${message}` : `${path}: ${message}`
}
