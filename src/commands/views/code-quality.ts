import { createHash } from 'node:crypto'
import type { Problem } from '../../model/problem.ts'
import type { Report } from '../../model/report.ts'
import { sortProblems } from './problem-view.ts'

export interface CodeQualityPlace {
  /** The configuration: the place of a problem that has none of its own. */
  readonly config: string
  /** A path of ours from the root of the project, with slashes. */
  readonly toProject: (path: string) => string
}

const severities = { error: 'critical', warning: 'minor', note: 'info' } as const satisfies Record<
  Problem['severity'],
  string
>

/** The problems as GitLab's code quality report: the part of the Code Climate format that GitLab reads. JSON text. */
export function renderCodeQuality(report: Report, { config, toProject }: CodeQualityPlace): string {
  const seen = new Map<string, number>()
  const findings = sortProblems(report.problems).map((problem) => {
    // `--set PATH` is the place of a problem, and no file.
    const place = problem.place?.file.startsWith('--') === true ? undefined : problem.place
    const path = toProject(place?.file ?? config)
    const { code, hint, message, path: key = '' } = problem
    // Without the line: a finding that moved is the same finding, in the merge request's comparison too.
    const what = JSON.stringify([code, path, key, message])
    const before = seen.get(what) ?? 0
    seen.set(what, before + 1)
    return {
      description: hint === undefined ? message : `${message}. ${hint}`,
      check_name: code,
      fingerprint: createHash('sha256').update(`${what}${before}`).digest('hex').slice(0, 40),
      severity: severities[problem.severity],
      location: { path, lines: { begin: place?.line ?? 1 } },
    }
  })
  return `${JSON.stringify(findings, null, 2)}\n`
}
