import type { Release } from '../model/live.ts'
import type { StackConfig } from '../model/stack.ts'
import { withStack } from './inspect.ts'
import type { Answer } from './run-command.ts'
import type { Session } from './session.ts'

/** `history`: the releases, newest first. */
export function history(session: Session, config: StackConfig, json: boolean): Promise<Answer> {
  return withStack(session, config, async ({ plan, live }) => {
    const releases = live.state.releases.toReversed()
    if (json) return { text: JSON.stringify(releases.map(toEntry), null, 2) }
    if (releases.length === 0) return { text: `The stack ${plan.stack.name} has no releases yet` }
    const rows = releases.map((release) => [
      String(release.revision),
      release.status,
      release.startedAt.slice(0, 16).replace('T', ' '),
      release.actor,
      release.commit?.slice(0, 7) ?? '',
      release.summary,
    ])
    return { text: alignColumns([['release', 'status', 'started (UTC)', 'by', 'commit', 'what'], ...rows]) }
  })
}

function toEntry({ revision, status, startedAt, endedAt, actor, commit, runUrl, toolVersion, summary, components }: Release) {
  const images = components.map(({ name, tag, image, revision: source }) => ({ name, tag, image, revision: source }))
  return { revision, status, startedAt, endedAt, actor, commit, runUrl, toolVersion, summary, images }
}

function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')
}
