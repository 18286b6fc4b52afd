import { expect, test } from 'vitest'
import { toComponents } from '../../../src/targets/kubernetes/live-components.ts'
import { deployments, pods, recorded } from './recorded.ts'

test('workloads and their pods', () => {
  const workload = { ...recorded(deployments, 'ready'), kind: 'Deployment' }
  const evicted = { ...recorded(pods, 'ready'), status: { phase: 'Failed', reason: 'Evicted' } }
  const other = recorded(pods, 'oom')
  expect(toComponents([workload], [recorded(pods, 'ready'), evicted, other])).toMatchObject([
    {
      service: 'ready',
      component: 'READY',
      role: 'plugin',
      readiness: 'ready',
      message: '2 of 2 pods ready',
      hash: 'p-ready',
      image: 'localhost/e2e-k8s/busybox:1',
      containers: [{ state: 'running', health: 'ready', restarts: 0, startedAt: expect.stringMatching(/\.000Z$/) }],
    },
  ])
})

test('a pod that cannot come up is the component’s failure, also while old ones serve', () => {
  const workload = { ...recorded(deployments, 'oom'), kind: 'Deployment' }
  expect(toComponents([workload], [recorded(pods, 'oom')])).toMatchObject([
    {
      readiness: 'failed',
      message: 'killed for using more memory than 16Mi and restarted 4 times',
      containers: [{ state: 'CrashLoopBackOff', exitCode: 137, restarts: 4 }],
    },
  ])
})
