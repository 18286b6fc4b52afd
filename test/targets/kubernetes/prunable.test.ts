import { expect, test } from 'vitest'
import { findObstacles } from '../../../src/targets/kubernetes/obstacles.ts'
import { prunable } from '../../../src/targets/kubernetes/prunable.ts'
import { gateway } from '../values.ts'
import { deployed, kubeBundle, liveObject, liveWith, object, plugin, releaseOf } from './values.ts'

const gate = gateway()
const content = (hash: string) => object('ConfigMap', `mcpgateway-config-${hash}`, 'gateway', { contentNamed: true })
const claim = { ...object('PersistentVolumeClaim', 'mcpgateway-data', 'gateway') }

test('contents of the two releases before are kept, those of older ones and of failed ones go', () => {
  const bundles = ['a', 'b', 'c', 'x'].map((hash) => kubeBundle([gate], content(hash)))
  const statuses = ['superseded', 'superseded', 'live', 'failed'] as const
  const releases = bundles.map((one, at) => releaseOf(at + 1, one, { status: statuses[at] ?? 'live' }))
  const next = kubeBundle([gate], content('d'))
  const objects = ['a', 'b', 'c', 'x'].map((hash) => liveObject(content(hash)))
  const { kept, objects: going } = prunable(next, liveWith(releases, next, { objects }))
  expect(kept.map(({ name }) => name)).toEqual(['mcpgateway-config-b', 'mcpgateway-config-c'])
  expect(going.map(({ name }) => name)).toEqual(['mcpgateway-config-a', 'mcpgateway-config-x'])
})

test('a Secret that may not be listed goes once; only contents outlive their release', () => {
  const pull = object('Secret', 'mcp-stack-pull', 'stack')
  const [old, wanted] = [kubeBundle([gate], pull), kubeBundle([gate])]
  const unseen = { objects: [], secretsListed: false }
  const going = (...releases: Parameters<typeof liveWith>[0]) =>
    prunable(wanted, liveWith(releases, wanted, unseen)).objects.map(({ name }) => name)
  expect(going(releaseOf(1, old))).toEqual(['mcp-stack-pull'])
  expect(going(releaseOf(1, old, { status: 'superseded' }), releaseOf(2, wanted))).toEqual([])
  expect(going(releaseOf(1, wanted), releaseOf(2, old, { status: 'failed' }))).toEqual(['mcp-stack-pull'])
})

test('a claim stays, and so does what another tool keeps', () => {
  const service = object('Service', 'old', 'gateway')
  const before = kubeBundle([gate], claim, service)
  const objects = [liveObject(claim), liveObject(service, { owner: 'Argo CD application web' })]
  expect(prunable(kubeBundle([gate]), deployed(before, { objects })).objects).toEqual([])
})

test('more than half of the stack is not removed unasked', () => {
  const before = kubeBundle([gate, plugin('A'), plugin('B'), plugin('C')])
  const problems = findObstacles(kubeBundle([gate]), deployed(before))
  expect(problems).toMatchObject([
    { code: 'MASS_DELETE', message: '3 of the stack’s 3 plugins would be removed: A, B, C' },
  ])
  const [two] = findObstacles(kubeBundle([gate, plugin('C')]), deployed(before))
  expect(two?.message).toBe('2 of the stack’s 3 plugins would be removed: A, B')
  expect(findObstacles(kubeBundle([gate, plugin('A'), plugin('B')]), deployed(before))).toEqual([])
})

test('what is somebody else’s, refused or in conflict stands in the way', () => {
  const bundle = kubeBundle([gate, plugin('A')])
  const [deployment, service, other, its] = (bundle.kubernetes?.objects ?? []).map(({ key }) => key)
  const objects = bundle.kubernetes?.objects
    .filter(({ key }) => key !== service)
    .map((one) => liveObject(one, { hash: 'old', ...(one.key === its && { owner: 'Helm release web' }) }))
  const findings = {
    [deployment ?? '']: { kind: 'conflict' as const, manager: 'vpa', fields: ['spec.replicas'] },
    [service ?? '']: { kind: 'foreign' as const, owner: 'stack other' },
    [other ?? '']: { kind: 'refused' as const, message: 'spec.selector: field is immutable' },
  }
  const problems = findObstacles(bundle, deployed(bundle, { ...(objects && { objects }), findings }))
  expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'FIELD_CONFLICT: vpa set spec.replicas of Deployment/mcpgateway, and the configuration sets it otherwise',
    'OBJECT_FOREIGN: Service/mcpgateway is there already and belongs to stack other',
    'APPLY_FAILED: the API server refuses Deployment/a: spec.selector: field is immutable',
    'OBJECT_FOREIGN: Helm release web keeps Service/a and would undo what is written here',
  ])
  expect(problems[1]?.hint).not.toMatch(/remove|delete/i)
})
