import type { Release } from '../model/live.ts'
import type { StackConfig } from '../model/stack.ts'
import { withStack } from './inspect.ts'
import type { Answer } from './run-command.ts'
import type { Session } from './session.ts'
import { historyLines } from './views/history-view.ts'

/** `history`: the releases, newest first. */
export function history(
  session: Session,
  config: StackConfig,
  { json, color }: { readonly json: boolean; readonly color: boolean },
): Promise<Answer> {
  return withStack(session, config, ({ plan, live }) => {
    const { releases } = live.state
    if (json) return Promise.resolve({ text: `${JSON.stringify(releases.toReversed().map(toEntry), null, 2)}\n` })
    const lines =
      releases.length === 0
        ? [`The stack ${plan.stack.name} has no releases yet`]
        : historyLines(releases, session.host.style(color))
    return Promise.resolve({ text: `${lines.join('\n')}\n` })
  })
}

/** A release without what only roll-back needs. */
function toEntry(release: Release) {
  const { revision, status, startedAt, endedAt, actor, repository, commit, runUrl, toolVersion, summary, components } =
    release
  const images = components.map(({ name, tag, image, revision: source }) => ({ name, tag, image, revision: source }))
  return { revision, status, startedAt, endedAt, actor, repository, commit, runUrl, toolVersion, summary, images }
}
