import { expect, test } from 'vitest'
import { isOwnConflict, readConflict } from '../../../src/targets/kubernetes/conflict.ts'
import { contains, fieldDifferences } from '../../../src/targets/kubernetes/differences.ts'
import { ownerOf, strangerOf } from '../../../src/targets/kubernetes/owner.ts'
import { settleReplicas } from '../../../src/targets/kubernetes/scale.ts'

const container = { name: 'app', image: 'a:1', ports: [{ containerPort: 80, protocol: 'TCP' }] }
const deployment = (more: object = {}, replicas = 2) => ({
  metadata: { name: 'x', generation: replicas, annotations: { 'mcp-stack.dev/hash': String(replicas) } },
  spec: { replicas, template: { spec: { containers: [{ ...container, ...more }] } } },
})

test('differences are named by the names of items, and bookkeeping is none', () => {
  expect(fieldDifferences(deployment({ image: 'b:1' }, 5), deployment(), deployment())).toEqual([
    { field: 'spec.replicas', before: '5', after: '2' },
    { field: 'spec.template.spec.containers[app].image', before: 'b:1', after: 'a:1' },
  ])
  expect(
    fieldDifferences(
      deployment({ command: ['a'] }),
      deployment({ command: ['a', 'b'] }),
      deployment({ command: ['a', 'b'] }),
    ),
  ).toEqual([{ field: 'spec.template.spec.containers[app].command', before: '(not shown)', after: '["a","b"]' }])
  const both = [
    { port: 53, protocol: 'TCP' },
    { port: 53, protocol: 'UDP' },
  ]
  expect(fieldDifferences({ ports: both }, { ports: both }, { ports: both })).toEqual([])
})

test('what a controller writes meanwhile is no difference of ours', () => {
  const merged = { ...deployment(), metadata: { name: 'x', annotations: { 'deployment.kubernetes.io/revision': '1' } } }
  expect(fieldDifferences(deployment(), merged, deployment())).toEqual([])
})

test('what others added beside ours does not matter', () => {
  const wanted = { spec: { containers: [{ name: 'app', args: ['a'] }] } }
  const live = { spec: { containers: [{ name: 'sidecar' }, { name: 'app', args: ['a'], tty: false }], paused: false } }
  expect(contains(live, wanted)).toBe(true)
  expect(contains({ spec: { containers: [{ name: 'app', args: ['a', 'b'] }] } }, wanted)).toBe(false)
  expect(contains({ spec: {} }, wanted)).toBe(false)
})

const cause = (message: string, field: string) => ({ reason: 'FieldManagerConflict', message, field })
const image = '.spec.template.spec.containers[name="app"].image'

test('a conflict names the manager and the fields; kubectl is a hand unless it applies', () => {
  const read = (...causes: object[]) => readConflict({ details: { causes } })
  expect(
    read(
      cause('conflict with "kubectl-edit" using apps/v1', image),
      cause('conflict with "kubectl" with subresource "scale" using apps/v1', '.spec.replicas'),
    ),
  ).toEqual({
    manager: 'kubectl, kubectl-edit',
    fields: ['spec.template.spec.containers[app].image', 'spec.replicas'],
    byHand: true,
  })
  expect(read(cause('conflict with "kubectl"', image))?.byHand).toBe(false)
  expect(read(cause('conflict with "kubectl-client-side-apply" using apps/v1', image))?.byHand).toBe(false)
  expect(read(cause('conflict with "vpa" using apps/v1', image))).toMatchObject({ manager: 'vpa', byHand: false })
  const own = {
    reason: 'FieldManagerConflict',
    message: 'conflict with "mcp-stack-deploy" using v1',
    field: '.metadata.labels.a',
  }
  const other = { ...own, message: 'conflict with "kyverno" using v1' }
  const isOwn = (...causes: object[]) => isOwnConflict({ status: 409, body: { details: { causes } } })
  expect([isOwn(own), isOwn(own, other), isOwn(other), isOwn()]).toEqual([true, false, false, false])
  expect(read(own, other)).toMatchObject({ manager: 'kyverno', byHand: false })
  expect(readConflict({ details: {} })).toBeUndefined()
})

test('owners', () => {
  const [name, labels] = ['x', { 'helm.toolkit.fluxcd.io/name': 'web' }]
  const tracking = { 'argocd.argoproj.io/tracking-id': 'web:apps/Deployment:x/y' }
  expect(ownerOf({ name, annotations: tracking })).toBe('Argo CD application web')
  expect(ownerOf({ name, labels })).toBe('Flux release web')
  expect(ownerOf({ name, annotations: { 'meta.helm.sh/release-name': 'web' } })).toBe('Helm release web')
  expect(ownerOf({ name })).toBeUndefined()
  expect(strangerOf({ name, labels: { 'mcp-stack.dev/stack': 'other' } })).toBe('stack other')
  expect(strangerOf({ name, managedFields: [{ manager: 'kubectl-create' }] })).toBe(
    'whoever made it with kubectl-create',
  )
})

const owner = (manager: string, operation: 'Apply' | 'Update', subresource = '') => ({
  manager,
  operation,
  subresource,
  fieldsV1: { 'f:spec': { 'f:replicas': {} } },
})

test('an autoscaler’s replicas are left alone, a hand’s are not', () => {
  const scaledBy = (manager: string) => ({
    metadata: { name: 'x', managedFields: [owner(manager, 'Update', 'scale')] },
  })
  expect(settleReplicas(deployment(), scaledBy('kube-controller-manager'))['spec']).not.toHaveProperty('replicas')
  expect(settleReplicas(deployment(), scaledBy('kubectl'))).toEqual(deployment())
  expect(settleReplicas(deployment(), undefined)).toEqual(deployment())
})

test('replicas that we leave to somebody are written until somebody has them', () => {
  const wanted = { kind: 'Deployment', spec: { minReadySeconds: 1 } }
  const ours = owner('mcp-stack-deploy', 'Apply')
  const settled = (...managedFields: object[]) =>
    settleReplicas(wanted, Object({ metadata: { name: 'x', managedFields }, spec: { replicas: 3 } }))
  expect(settled(ours)).toEqual({ kind: 'Deployment', spec: { minReadySeconds: 1, replicas: 3 } })
  expect(settled(ours, owner('kube-controller-manager', 'Update', 'scale'))).toEqual(wanted)
  expect(settled(owner('kubectl', 'Update', 'scale'))).toEqual(wanted)
  expect(settled()).toEqual(wanted)
  expect(settleReplicas(wanted, undefined)).toEqual(wanted)
})
