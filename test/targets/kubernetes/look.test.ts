import { expect, test } from 'vitest'
import type { Pod, Workload } from '../../../src/targets/kubernetes/kube-objects.ts'
import { beforeGraceMilliseconds, type Expected, lookAt, type Seen } from '../../../src/targets/kubernetes/look.ts'
import type { Refusals } from '../../../src/targets/kubernetes/quota.ts'
import { component } from '../values.ts'

const labels = { app: 'a', 'mcp-stack.dev/hash': 'new' }
const wanted = component('A', { service: 'a', hash: 'new' })
const expected = (more: Partial<Expected> = {}): Expected => ({
  component: wanted,
  kind: 'Deployment',
  generation: 2,
  before: new Set(),
  oldEvents: new Map(),
  ...more,
})

const workload = (more: Partial<NonNullable<Workload['status']>> = {}, generation = 2): Workload => ({
  kind: 'Deployment',
  metadata: { name: 'a', uid: 'u', generation },
  spec: { replicas: 1, selector: { matchLabels: { app: 'a' } }, template: { spec: { containers: [] } } },
  status: { observedGeneration: 2, replicas: 2, updatedReplicas: 1, availableReplicas: 1, ...more },
})

const crashing = (uid: string, hash = 'new'): Pod => ({
  metadata: { name: uid, uid, labels: { ...labels, 'mcp-stack.dev/hash': hash } },
  spec: { containers: [{ name: 'main' }] },
  status: {
    containerStatuses: [
      {
        name: 'main',
        restartCount: 1,
        state: { waiting: { reason: 'CrashLoopBackOff' } },
        lastState: { terminated: { exitCode: 3 } },
      },
    ],
  },
})

const unplaced: Pod = {
  metadata: { name: 'p', uid: 'p', labels },
  spec: { containers: [{ name: 'main' }] },
  status: {
    conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: 'Insufficient cpu' }],
  },
}

const creating: Pod = {
  metadata: { name: 'c', uid: 'c', labels },
  spec: { containers: [{ name: 'main' }], nodeName: 'n' },
  status: { containerStatuses: [{ name: 'main', state: { waiting: { reason: 'ContainerCreating' } } }] },
}

const mountFailed = (resourceVersion = '5') => ({
  metadata: { name: 'e', resourceVersion },
  reason: 'FailedMount',
  message: 'MountVolume.SetUp failed for volume "x" : secret "absent" not found',
  involvedObject: { kind: 'Pod', name: 'c', uid: 'c' },
})

const look = (
  of: Expected,
  seen: Partial<Seen>,
  now = 0,
  memory = new Map<string, number>(),
  refusals: Refusals = new Map(),
) => lookAt(of, { workloads: [], pods: [], events: [], ...seen }, { now, start: 0, unplaced: memory, refusals })

test('what was seen before our write says nothing', () => {
  expect(look(expected(), {}).readiness).toBe('progressing')
  const old = workload({ observedGeneration: 1, replicas: 1 }, 1)
  expect(look(expected(), { workloads: [old] })).toMatchObject({ readiness: 'progressing', message: 'not seen yet' })
  expect(look(expected(), { workloads: [workload({ replicas: 1 })] }).readiness).toBe('ready')
})

test('a new pod that fails ends it, an old template’s never does', () => {
  const workloads = [workload()]
  expect(look(expected(), { workloads, pods: [crashing('x', 'old')] }).readiness).toBe('progressing')
  expect(look(expected(), { workloads, pods: [crashing('x', 'old'), crashing('y')] })).toMatchObject({
    readiness: 'failed',
    message: 'exited (3) and restarted once',
    pod: { metadata: { uid: 'y' } },
  })
})

test('a pod of before is judged only when the roll-out has had its time', () => {
  const seen = { workloads: [workload()], pods: [crashing('x')] }
  const before = new Set(['x'])
  expect(look(expected({ before }), seen).readiness).toBe('progressing')
  expect(look(expected({ before }), seen, beforeGraceMilliseconds).readiness).toBe('failed')
})

test('no place for more than half a minute, by our own clock', () => {
  const seen = { workloads: [workload()], pods: [unplaced] }
  const memory = new Map<string, number>()
  expect(look(expected(), seen, 1000, memory).readiness).toBe('progressing')
  expect(look(expected(), seen, 30_000, memory).readiness).toBe('progressing')
  expect(look(expected(), seen, 32_000, memory)).toMatchObject({
    readiness: 'failed',
    message: expect.stringContaining('Insufficient cpu'),
  })
})

test('events tell what a pod without containers waits for, those of before do not', () => {
  const seen = { workloads: [workload()], pods: [creating], events: [mountFailed()] }
  expect(look(expected(), seen)).toMatchObject({ readiness: 'failed', message: expect.stringContaining('not found') })
  expect(look(expected({ oldEvents: new Map([['e', '5']]) }), seen).readiness).toBe('progressing')
  expect(look(expected({ oldEvents: new Map([['e', '4']]) }), seen).readiness).toBe('failed')
})

/** Recorded: 1 → 4 replicas with a new template; the quota had room for one new pod and the old one. */
const overQuota = (replicas = 2) =>
  workload({
    replicas,
    updatedReplicas: 1,
    conditions: [
      {
        type: 'ReplicaFailure',
        status: 'True',
        reason: 'FailedCreate',
        message: 'pods "a-old-l27t9" is forbidden: exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2',
      },
      { type: 'Progressing', status: 'True', message: 'ReplicaSet "a-new" is progressing.' },
    ],
  })
const growing = { workloads: [{ ...overQuota(), spec: { ...overQuota().spec, replicas: 4 } }] }
const leaving: Pod = { ...creating, metadata: { name: 'l', uid: 'l', labels: {}, deletionTimestamp: 'now' } }

test('a quota that refuses pods for ten seconds is final', () => {
  const refusals: Refusals = new Map()
  const at = (seconds: number, seen: Partial<Seen> = growing) =>
    look(expected(), seen, seconds * 1000, new Map(), refusals)
  expect(at(0)).toMatchObject({ readiness: 'progressing', message: expect.stringMatching(/made: exceeded quota: q/) })
  expect(at(9).readiness).toBe('progressing')
  expect(at(10)).toMatchObject({ readiness: 'failed', message: expect.stringContaining('exceeded quota') })
  expect(at(11, { workloads: [workload()] }).readiness).toBe('progressing')
  expect(at(12).readiness).toBe('progressing')
})

test('pods that go away make room, and the controller’s next attempt comes as much later', () => {
  const refusals: Refusals = new Map()
  const at = (seconds: number, pods: readonly Pod[] = []) =>
    look(expected(), { ...growing, pods }, seconds * 1000, new Map(), refusals).readiness
  expect([at(0, [leaving]), at(15, [leaving]), at(31), at(32)]).toEqual([
    'progressing',
    'progressing',
    'progressing',
    'failed',
  ])
  const short: Refusals = new Map()
  const soon = (seconds: number, pods: readonly Pod[] = []) =>
    look(expected(), { ...growing, pods }, seconds * 1000, new Map(), short).readiness
  expect([soon(0, [leaving]), soon(3, [leaving]), soon(12), soon(13)].at(-1)).toBe('failed')
})

test('a set’s pods are refused in events only', () => {
  const set: Workload = { ...workload({ replicas: 0, updatedReplicas: 0 }), kind: 'StatefulSet' }
  const message = 'create Pod a-0 in StatefulSet a failed error: pods "a-0" is forbidden: exceeded quota: q'
  const event = {
    metadata: { name: 'e' },
    reason: 'FailedCreate',
    message,
    involvedObject: { kind: 'StatefulSet', uid: 'u' },
  }
  const refusals: Refusals = new Map()
  const at = (seconds: number, seen: Partial<Seen>) =>
    look(expected({ kind: 'StatefulSet' }), { events: [event], ...seen }, seconds * 1000, new Map(), refusals).readiness
  expect([at(0, { workloads: [set] }), at(10, { workloads: [set] })]).toEqual(['progressing', 'failed'])
  const made = { ...set, status: { ...set.status, replicas: 1, availableReplicas: 0 } }
  expect(at(11, { workloads: [made] })).toBe('progressing')
})
