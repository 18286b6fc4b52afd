import type { Release } from '../model/live.ts'
import type { Connection, Target } from '../model/target.ts'
import type { Verification } from '../model/verification.ts'
import type { Draft } from './draft.ts'
import { listsSame, withInventory } from './inventory.ts'
import { recordRelease } from './release.ts'
import type { Session } from './session.ts'
import { areSameWorkloads } from './still-live.ts'

/**
 * A release that is applied and not called live: its run was killed between the last wave and the record, or ended as failed
 * (a time-out, nothing undone) and the pods came later. It is called live when all pods are there; whoever calls has waited
 * for them. One that failed is not, where it has just been proven not to work.
 */
export async function completeRelease(
  session: Session,
  connection: Connection,
  draft: Draft,
  target: Pick<Target, 'inventoryOf'>,
  verification?: Verification,
): Promise<Release | undefined> {
  const last = draft.live.state.releases.at(-1)
  if (last?.status !== 'applying' && last?.status !== 'failed') return undefined
  if (!isWhatRuns(last, draft) || (last.status === 'failed' && verification?.outcome === 'failed')) return undefined
  if (draft.live.components.some(({ readiness }) => readiness !== 'ready')) return undefined
  const lock = await connection.lock('deploy', draft.plan.deploy.timeoutSeconds)
  try {
    const { state } = await connection.observe()
    const current = state.releases.at(-1)
    if (current?.revision !== last.revision || current.status !== last.status) return undefined
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
  return areSameWorkloads(release.components, draft.bundle.components) && listsSame(release, draft.bundle)
}
