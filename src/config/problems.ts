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

/** Findings → problems with place and frame: errors first, then in the order of the file; the same one is told once. */
export function toProblems(findings: readonly Finding[], backdrop: Backdrop): readonly Problem[] {
  const problems = findings.map((finding) => toProblem(finding, backdrop))
  const seen = new Set<string>()
  return problems
    .filter((problem) => {
      const mark = JSON.stringify([problem.severity, problem.path, problem.message, problem.place])
      return !seen.has(mark) && seen.add(mark) !== undefined
    })
    .sort(
      (a, b) =>
        rank[a.severity] - rank[b.severity] ||
        (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
        (a.place?.column ?? 0) - (b.place?.column ?? 0),
    )
}

function toProblem(finding: Finding, backdrop: Backdrop): Problem {
  const { root, source, spans } = backdrop
  const nowhere: Origin = { source, start: 0, end: 0 }
  const origin = finding.origin ?? (root === undefined ? nowhere : locate(root, finding.path, finding.atKey))
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
