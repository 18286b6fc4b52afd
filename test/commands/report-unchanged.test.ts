import { expect, test } from 'vitest'
import { reportUnchanged } from '../../src/commands/report-unchanged.ts'
import type { LiveComponent } from '../../src/model/live.ts'
import type { Connection } from '../../src/model/target.ts'
import { targets } from '../../src/registry.ts'
import { gateway, live, release, running, state } from '../targets/values.ts'
import { change, draft, idleConnection, session } from './draft-values.ts'

const now = new Date('2026-11-23T08:00:00.000Z')
const progressing = running(gateway(), 10, { readiness: 'progressing', message: '1 of 2 pods are new' })
const failed = running(gateway(), 10, { readiness: 'failed', message: 'ImagePullBackOff' })

/** A stack on which nothing is to be done; `later` is what is seen at each further look. */
async function report(
  first: LiveComponent,
  later: readonly LiveComponent[],
  wait = true,
  history = release(1, [gateway()]),
) {
  let at = now.getTime()
  let looks = 0
  const { session: own } = session(now)
  const clock = { ...own.io.clock, now: () => new Date(at), sleep: async (ms: number) => void (at += ms) }
  const saved: string[] = []
  const connection: Connection = {
    ...idleConnection,
    observe: () => Promise.resolve(live(state(history), running(gateway()))),
    components: () => Promise.resolve([later[looks++] ?? later.at(-1) ?? first]),
    saveState: async ({ releases }) => void saved.push(...releases.map(({ status }) => status)),
  }
  const made = draft({ live: live(state(history), first), changes: [change('gateway', 'unchanged')] })
  const same = { ...made, bundle: { ...made.bundle, components: [gateway()] } }
  const options = { wait, verify: false, timeoutSeconds: 3 }
  const told = await reportUnchanged(
    { ...own, io: { ...own.io, clock } },
    { ...made, target: targets.compose },
    connection,
    same,
    options,
  )
  return { told, saved, seconds: (at - now.getTime()) / 1000 }
}

test('what is ready is not waited for', async () => {
  const { told, seconds } = await report(running(gateway()), [])
  expect(told).toMatchObject({ status: 'unchanged', exitCode: 0 })
  expect(seconds).toBe(0)
})

test('pods that a killed run left on their way are waited for', async () => {
  const { told, seconds } = await report(progressing, [progressing, running(gateway())])
  expect(told).toMatchObject({ status: 'unchanged', exitCode: 0, components: [{ readiness: 'ready' }] })
  expect(seconds).toBe(1)
})

test.each(['applying', 'failed'] as const)('and its release, which was %s, is called live then', async (status) => {
  const killed = { ...release(1, [gateway()]), status }
  const { told, saved } = await report(progressing, [running(gateway())], true, killed)
  expect(told).toMatchObject({ status: 'unchanged', release: { revision: 1 } })
  expect(saved).toEqual(['live'])
})

test.each([
  ['that do not come', progressing, 'gateway (mcpgateway): 1 of 2 pods are new; not ready after 3 seconds'],
  ['that fail', failed, 'gateway (mcpgateway): ImagePullBackOff'],
])('pods %s are unhealthy: exit 4', async (_name, last, message) => {
  const { told } = await report(progressing, [last])
  expect(told).toMatchObject({ status: 'unhealthy', exitCode: 4, problems: [{ code: 'VERIFY_FAILED', message }] })
})

test('--no-wait tells what is there', async () => {
  const { told, seconds } = await report(progressing, [], false)
  expect(told).toMatchObject({ status: 'unchanged', exitCode: 0, components: [{ readiness: 'progressing' }] })
  expect(seconds).toBe(0)
})
