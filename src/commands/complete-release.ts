import type { Release } from '../model/live.ts'
import type { Connection, Target } from '../model/target.ts'
import type { Draft } from './draft.ts'
import { listsSame, withInventory } from './inventory.ts'
import { recordRelease } from './release.ts'
import type { Session } from './session.ts'

/**
 * A run that was killed between its last wave and its record left a release that is applied but not called live. It is
 * called so when all pods are there; whoever calls has waited for them.
 */
export async function completeRelease(
  session: Session,
  connection: Connection,
  draft: Draft,
  target: Pick<Target, 'inventoryOf'>,
): Promise<Release | undefined> {
  const last = draft.live.state.releases.at(-1)
  if (last?.status !== 'applying' || !isWhatRuns(last, draft)) return undefined
  if (draft.live.components.some(({ readiness }) => readiness !== 'ready')) return undefined
  const lock = await connection.lock('deploy', draft.plan.deploy.timeoutSeconds)
  try {
    const { state } = await connection.observe()
    const current = state.releases.at(-1)
    if (current?.revision !== last.revision || current.status !== 'applying') return undefined
    const endedAt = session.io.clock.now().toISOString()
    const inventory = target.inventoryOf?.(draft.bundle, draft.live)
    const release: Release = withInventory({ ...current, status: 'live', endedAt }, inventory)
    await connection.saveState(recordRelease(state, release))
    return release
  } finally {
    await lock.release()
  }
}

/** Nothing is to be done, so the draft's hashes are those that run; a release that never came so far has others. */
function isWhatRuns(release: Release, draft: Draft): boolean {
  const hashes = (components: readonly { readonly service: string; readonly hash: string }[]) =>
    components
      .map(({ service, hash }) => `${service} ${hash}`)
      .sort()
      .join('\n')
  return hashes(release.components) === hashes(draft.bundle.components) && listsSame(release, draft.bundle)
}
