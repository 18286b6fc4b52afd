import { findPlatforms } from '../build/image-platforms.ts'
import { hasWork } from '../model/change.ts'
import type { Problem } from '../model/problem.ts'
import type { Connection } from '../model/target.ts'
import type { Draft } from './draft.ts'
import { type Permissions, permit } from './obstacles.ts'
import type { Session } from './session.ts'
import { findOlderCommit } from './source-facts.ts'

/** What would end a deploy that has something to do half-way, all at once: rights, platforms, images; an older commit. */
export async function lookAhead(
  session: Session,
  connection: Connection,
  draft: Draft,
  permissions: Permissions,
): Promise<readonly Problem[]> {
  if (!hasWork(draft)) return []
  const [older, found] = await Promise.all([
    findOlder(session, draft, permissions),
    connection.preflight(draft.bundle, draft.changes, findPlatforms(session.io), draft.live),
  ])
  return [...older, ...found]
}

/** The same commit is fine, and so is an older one of which somebody said so. */
export async function findOlder(
  session: Session,
  { live, plan }: Pick<Draft, 'live' | 'plan'>,
  permissions: Permissions,
): Promise<readonly Problem[]> {
  const release = live.state.releases.findLast(({ status }) => status === 'live')
  const older = await findOlderCommit(session, plan.config.folder, release)
  return older === undefined ? [] : permit([older], permissions)
}
