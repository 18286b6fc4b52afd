import type { Release } from '../../model/live.ts'
import type { Paint, Style } from '../../model/style.ts'
import { type Cell, renderColumns } from './columns.ts'

/** One line per release, the newest first. */
export function historyLines(releases: readonly Release[], style: Style): readonly string[] {
  const rows = releases
    .toReversed()
    .map((release): readonly Cell[] => [
      { text: String(release.revision), paint: style.bold },
      { text: release.status, paint: paintOf(release, style) },
      `${release.startedAt.slice(0, 16).replace('T', ' ')} UTC`,
      release.actor,
      release.commit?.slice(0, 10) ?? '',
      repositoryName(release.repository),
      release.summary,
    ])
  return renderColumns(
    [
      { title: 'release', align: 'right' },
      { title: 'status' },
      { title: 'started' },
      { title: 'by', shorten: 'end' },
      { title: 'commit' },
      { title: 'repository', shorten: 'middle' },
      { title: 'changes', shorten: 'end' },
    ],
    rows,
    style,
  )
}

/** `https://host/owner/name.git` → `owner/name`: what people call it. */
function repositoryName(repository: string | undefined): string {
  return /([^/:]+\/[^/:]+?)(?:\.git)?\/?$/.exec(repository ?? '')?.[1] ?? repository ?? ''
}

function paintOf(release: Release, style: Style): Paint {
  const { dim, green, red, yellow } = style
  return { live: green, applying: yellow, failed: red, interrupted: red, 'rolled-back': red, superseded: dim }[
    release.status
  ]
}
