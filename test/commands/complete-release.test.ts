import { describe, expect, test } from 'vitest'
import { completeRelease } from '../../src/commands/complete-release.ts'
import { intendedInventory } from '../../src/commands/inventory.ts'
import type { Live, Release, StackState } from '../../src/model/live.ts'
import type { Connection } from '../../src/model/target.ts'
import type { Verification } from '../../src/model/verification.ts'
import { targets } from '../../src/registry.ts'
import { gateway, live, release, running, state } from '../targets/values.ts'
import { clusterBundle, clusterLive, object, there, written } from './cluster-values.ts'
import { draft, idleConnection, session } from './draft-values.ts'

const now = new Date('2026-11-23T08:00:00.000Z')
const deployment = object('Deployment', 'mcpgateway')
const wanted = clusterBundle(deployment)
const applying: Release = { ...release(2, [gateway()]), status: 'applying', inventory: intendedInventory(wanted) ?? [] }
const before = state(release(1, [gateway()]), applying)
const seen = clusterLive([there(deployment)], {}, live(before, running(gateway())))

/** A target on which nothing has to be done. */
function target(present: Live = seen) {
  const saved: StackState[] = []
  let locks = 0
  const connection: Connection = {
    ...idleConnection,
    observe: () => Promise.resolve(present),
    lock: () => {
      locks += 1
      return Promise.resolve({ release: () => Promise.resolve() })
    },
    saveState: async (value) => void saved.push(value),
  }
  return { connection, saved, locks: () => locks }
}

const complete = (on: ReturnType<typeof target>, from = seen, of = wanted, proven?: Verification) =>
  completeRelease(session(now).session, on.connection, draft({ live: from, bundle: of }), targets.kubernetes, proven)

test('a killed run whose objects are all there is live, and knows their versions', async () => {
  const on = target()
  expect(await complete(on)).toMatchObject({ revision: 2, status: 'live', endedAt: now.toISOString() })
  expect(on.saved[0]?.releases).toMatchObject([
    { revision: 1, status: 'superseded' },
    { revision: 2, status: 'live', inventory: [written(deployment)] },
  ])
})

describe('one that failed, stayed, and whose pods came later', () => {
  const failed = state(release(1, [gateway()]), { ...applying, status: 'failed' })
  const later = clusterLive([there(deployment)], {}, live(failed, running(gateway())))
  const proven = (outcome: Verification['outcome']): Verification => ({ probes: [], outcome, seconds: 1 })

  test.each([[undefined], [proven('passed')], [proven('inconclusive')]])('is live (%j)', async (verification) => {
    const on = target(later)
    expect(await complete(on, later, wanted, verification)).toMatchObject({ revision: 2, status: 'live' })
    expect(on.saved[0]?.releases.map(({ status }) => status)).toEqual(['superseded', 'live'])
  })

  test('is not where it was proven not to work, or something else runs', async () => {
    const on = target(later)
    expect(await complete(on, later, wanted, proven('failed'))).toBeUndefined()
    expect(await complete(on, later, clusterBundle({ ...deployment, hash: 'replicas: 2' }))).toBeUndefined()
    expect([on.saved, on.locks()]).toEqual([[], 0])
  })
})

test('one that was to write something else never ran', async () => {
  const on = target()
  const others = clusterBundle({ ...deployment, hash: 'replicas: 2' })
  expect(await complete(on, seen, others)).toBeUndefined()
  expect([on.saved, on.locks()]).toEqual([[], 0])
})

test('one whose pods do not come is not live', async () => {
  const on = target()
  const coming = clusterLive([there(deployment)], {}, live(before, running(gateway(), 10, { readiness: 'failed' })))
  expect(await complete(on, coming)).toBeUndefined()
  expect([on.saved, on.locks()]).toEqual([[], 0])
})

test('where nothing was killed there is no lock and no write', async () => {
  const done = clusterLive([there(deployment)], {}, live(state(release(1, [gateway()])), running(gateway())))
  const on = target(done)
  expect(await complete(on, done)).toBeUndefined()
  expect([on.saved, on.locks()]).toEqual([[], 0])
})

test('a run that was only slow ends by itself', async () => {
  const ended = state(release(1, [gateway()]), { ...applying, status: 'live' })
  const on = target(live(ended, running(gateway())))
  expect(await complete(on)).toBeUndefined()
  expect([on.saved.length, on.locks()]).toEqual([0, 1])
})
