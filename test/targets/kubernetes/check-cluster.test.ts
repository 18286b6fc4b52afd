import { expect, test } from 'vitest'
import { describeNodes, judgeNamespace } from '../../../src/targets/kubernetes/check-cluster.ts'
import { judgeSkew } from '../../../src/targets/kubernetes/kubectl-skew.ts'
import type { KubeNode } from '../../../src/targets/kubernetes/platforms.ts'

test.each([
  ['v1.34.1', 'v1.34.4+k3s1', 'good', '1.34.1'],
  ['v1.33.0', 'v1.34.4-eks-1-34-1', 'good', '1.33.0'],
  ['v1.35.0', 'v1.34.4', 'good', '1.35.0'],
  ['v1.32.4-dispatcher', 'v1.34.4', 'warning', '1.32.4-dispatcher, 2 minor versions older than the cluster'],
  ['v1.36.0', 'v1.34.4', 'warning', '1.36.0, 2 minor versions newer'],
  ['v1.36.0', undefined, 'good', '1.36.0'],
])('kubectl %s at %s', (client, server, state, found) => {
  const finding = judgeSkew(client, server)
  expect(finding).toMatchObject({ state, found: expect.stringContaining(found) })
  if (state === 'warning') expect(finding.fix).toContain('Install kubectl 1.34:')
})

test.each([
  [{ status: 200, body: { metadata: {} } }, true, false, 'good', 'shop is there'],
  [{ status: 200, body: { metadata: { deletionTimestamp: 'x' } } }, true, true, 'bad', 'being deleted'],
  [{ status: 403, body: {} }, true, false, 'skipped', 'may not look'],
  [{ status: 404, body: {} }, true, true, 'good', 'deploy makes it'],
  [{ status: 404, body: {} }, true, false, 'bad', 'we may not make one'],
  [{ status: 404, body: {} }, false, true, 'bad', 'deployment.create_namespace is false'],
] as const)('a namespace: %j', (answer, create, mayCreate, state, found) => {
  expect(judgeNamespace('shop', answer, create, mayCreate)).toMatchObject({
    state,
    found: expect.stringContaining(found),
  })
})

test('nodes and what they run', () => {
  const node = (architecture: string, unschedulable: boolean): KubeNode =>
    ({
      metadata: {},
      spec: { unschedulable },
      status: { nodeInfo: { architecture, operatingSystem: 'linux' } },
    }) as KubeNode
  expect(describeNodes([node('arm64', false), node('amd64', false), node('s390x', true)]).found).toBe(
    '2 of 3 take pods: linux/amd64, linux/arm64',
  )
  expect(describeNodes([node('amd64', true)]).state).toBe('bad')
})
