import { expect, test } from 'vitest'
import { Secret } from '../../../src/model/secret.ts'
import { toAnswer } from '../../../src/targets/kubernetes/answers.ts'
import type { Place } from '../../../src/targets/kubernetes/api.ts'
import { describeFailure } from '../../../src/targets/kubernetes/failure.ts'
import type { Pod } from '../../../src/targets/kubernetes/kube-objects.ts'
import { session } from '../../commands/draft-values.ts'

const pod: Pod = {
  metadata: { name: 'opa-1', uid: 'u' },
  spec: { containers: [{ name: 'main' }] },
  status: { containerStatuses: [{ name: 'main', restartCount: 0, state: { terminated: { exitCode: 1 } } }] },
}

/** What is told of a pod that failed, where its log and the namespace's events are these. */
async function describe(log: string, ...messages: readonly string[]) {
  const { io } = session(new Date()).session
  io.redactor.add(new Secret('TOKEN', 'token-of-the-test-0123456789'))
  const written: string[] = []
  const events = messages.map((message, index) => ({
    metadata: { name: `e${index}` },
    lastTimestamp: `2026-11-23T08:00:0${index}Z`,
    type: 'Warning',
    reason: 'Unhealthy',
    message,
    involvedObject: { kind: 'Pod', name: 'opa-1', uid: 'u' },
  }))
  const get = (path: string) =>
    Promise.resolve(toAnswer(200, path.includes('/log') ? log : JSON.stringify({ items: events })))
  const own = { ...io, log: (_name: string, text: string) => void written.push(text) }
  // Only what is asked of a place here.
  const place = { api: { get }, io: own, namespace: 'demo', stack: 'demo', kubectl: { program: 'kubectl', args: [] } }
  const fallen = { component: 'OPA', service: 'opa', reason: 'exited (1)', pod }
  return await describeFailure(place as unknown as Place, fallen)
}

test('the last 40 lines of the log and the events are told, redacted', async () => {
  const log = [...Array.from({ length: 45 }, (_, line) => `line ${line}`), 'token-of-the-test-0123456789'].join('\n')
  const { events, lastLog } = await describe(log, 'Readiness probe failed', 'token-of-the-test-0123456789')
  expect([lastLog.length, lastLog[0]]).toEqual([40, 'line 6'])
  expect(events).toEqual([
    '2026-11-23T08:00:00Z Warning Unhealthy Pod/opa-1 Readiness probe failed',
    '2026-11-23T08:00:01Z Warning Unhealthy Pod/opa-1 [secret TOKEN]',
  ])
  expect(JSON.stringify([events, lastLog])).not.toContain('token-of-the-test')
})

test('events choose the hint only where the component said nothing', async () => {
  expect((await describe('bye', 'Readiness probe failed')).hint).not.toContain('health check')
  const silent = await describe('', 'Readiness probe failed')
  expect(silent).toMatchObject({ lastLog: [], hint: expect.stringContaining('health check') })
  expect(await describe('bye')).not.toHaveProperty('events')
})
