import { expect, test } from 'vitest'
import { isUnschedulable, readPodStatus } from '../../../src/targets/kubernetes/pod-status.ts'
import { pods, recorded } from './recorded.ts'

test.each([
  ['bad-image', 'image localhost:5000/x:nope cannot be pulled: not found'],
  ['invalid-image', 'Bad//image:::x is not an image reference'],
  ['never-pull', 'image localhost:5000/y:nope is not on the node, and pull_policy Never forbids to pull it'],
  ['crash-loop', 'exited (1) and restarted 4 times'],
  ['ends', 'exited (0) and restarted 4 times'],
  ['not-live', 'exited (137) and restarted 5 times'],
  ['no-command', 'did not start: exec: "/not/there": stat /not/there: no such file or directory and restarted 4 times'],
  ['missing-secret', 'cannot be configured: secret "not-there" not found'],
  ['root', 'cannot be configured: container has runAsNonRoot and image will run as root'],
  ['oom', 'killed for using more memory than 16Mi and restarted 4 times'],
])('%s ends the wait: %s', (name, message) => {
  expect(readPodStatus(recorded(pods, name))).toEqual({ readiness: 'failed', message, terminal: true })
})

test('no place is terminal only once it lasted', () => {
  const pod = recorded(pods, 'unschedulable')
  expect(isUnschedulable(pod)).toBe(true)
  expect(readPodStatus(pod, { unschedulableSeconds: 30 })).toMatchObject({ readiness: 'progressing', terminal: false })
  const status = readPodStatus(pod, { unschedulableSeconds: 31 })
  expect(status).toMatchObject({ readiness: 'failed', terminal: true })
  expect(status.message).toMatch(/^no node can take it: 0\/1 nodes are available/)
})

test('what may still come up is waited for', () => {
  expect(readPodStatus(recorded(pods, 'failed-mount'))).toMatchObject({ readiness: 'progressing', message: 'starting' })
  expect(readPodStatus(recorded(pods, 'not-ready'))).toMatchObject({
    readiness: 'progressing',
    message: 'running, not ready yet',
  })
  expect(readPodStatus(recorded(pods, 'ready'))).toEqual({ readiness: 'ready', message: 'ready', terminal: false })
})

test('a pod that is removed or evicted is no failure of what replaces it', () => {
  const pod = recorded(pods, 'crash-loop')
  const removed = { ...pod, metadata: { ...pod.metadata, deletionTimestamp: '2026-11-25T15:53:00Z' } }
  expect(readPodStatus(removed)).toMatchObject({ readiness: 'progressing', terminal: false })
  const evicted = { ...pod, status: { phase: 'Failed', reason: 'Evicted', message: 'the node was low on memory' } }
  expect(readPodStatus(evicted)).toEqual({
    readiness: 'failed',
    message: 'evicted: the node was low on memory',
    terminal: false,
  })
})

test('a kubelet that is slow to ask for a Secret is waited for', () => {
  const slow = 'failed to sync secret cache: timed out waiting for the condition'
  const pod = JSON.parse(
    JSON.stringify(recorded(pods, 'missing-secret')).replace('secret \\"not-there\\" not found', slow),
  )
  expect(JSON.stringify(pod)).toContain(slow)
  expect(readPodStatus(pod)).toMatchObject({ readiness: 'progressing', terminal: false })
})
