import { describe, expect, test } from 'vitest'
import type { StackError } from '../../../src/errors.ts'
import { pluginConfig } from '../../plan/stack-config.ts'
import { at, find, renderKubernetes } from './kubernetes-input.ts'

const render = (text: string) =>
  renderKubernetes({ plugins: [pluginConfig('Guard')], extraManifests: [{ file: 'extra.yaml', text }] })
const refusal = (text: string): Promise<StackError> =>
  render(text).then(
    () => Promise.reject(new Error('it was accepted')),
    (error: StackError) => error,
  )

test('documents become objects of the stack, read as kubectl reads them', async () => {
  const bundle = await render(
    [
      '# nothing here',
      '---',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: own, labels: {a: b}}\ndata: {at: 12:30}',
      '---',
      'apiVersion: batch/v1\nkind: Job\nmetadata: {name: migrate}\nspec: {suspend: yes, template: {spec: {volumes: [{name: s, secret: {secretName: mcpgateway-env, defaultMode: 0440}}]}}}',
    ].join('\n'),
  )
  const own = find(bundle, 'ConfigMap/own')
  expect(own).toMatchObject({ component: 'stack', wave: -1, contentNamed: false })
  expect(own.manifest).toMatchObject({
    metadata: {
      namespace: 'mcp-gateway',
      labels: { a: 'b', 'mcp-stack.dev/stack': 'demo', 'mcp-stack.dev/component': 'stack' },
    },
    data: { at: '12:30' },
  })
  const job = find(bundle, 'Job/migrate')
  expect(job.wave).toBe(0)
  expect(at(job, 'spec.suspend')).toBe(true)
  expect(at(job, 'spec.template.spec.volumes.0.secret')).toEqual({
    secretName: find(bundle, 'Secret/mcpgateway-env').name,
    defaultMode: 0o440,
  })
})

const named = (kind: string, name = 'x', rest = '') =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}}\n${rest}`

const of = (apiVersion: string, kind: string) => named(kind).replace('v1', apiVersion)

test.each([
  ['postgresql.cnpg.io/v1', 'Cluster'],
  ['example.test/v1', 'ClusterRole'],
  ['example.test/v1', 'AllowList'],
])('%s %s is in a namespace, whatever its name begins or ends with', async (apiVersion, kind) => {
  expect(find(await render(of(apiVersion, kind)), `${kind}/x`).manifest).toMatchObject({ apiVersion })
})

describe('refused with its file and document', () => {
  test.each([
    ['just text', 'is no mapping'],
    ['kind: ConfigMap\nmetadata: {name: x}', 'has no apiVersion'],
    ['apiVersion: v1\nmetadata: {name: x}', 'has no kind'],
    ['apiVersion: v1\nkind: Pod\nmetadata: {generateName: x-}', 'has no metadata.name'],
    [of('rbac.authorization.k8s.io/v1', 'ClusterRole'), 'in no namespace'],
    [of('cert-manager.io/v1', 'ClusterIssuer'), 'in no namespace'],
    [of('storage.k8s.io/v1', 'StorageClass'), 'in no namespace'],
    [named('Namespace'), 'in no namespace'],
    [named('PersistentVolume'), 'in no namespace'],
    [named('List'), 'is a list'],
    ['apiVersion: v1\nkind: List\nitems: []', 'is a list'],
    ['apiVersion: apps/v1\nkind: DeploymentList\nitems: []', 'is a list'],
    ['apiVersion: v1\nkind: Pod\nmetadata: {name: x, namespace: other}', 'is for namespace "other"'],
    [named('Secret', 'x', 'stringData: {a: b}'), 'holds its values in plain text'],
    [named('Secret', 'mcp-stack-state'), 'keeps its state'],
    [
      'apiVersion: apps/v1beta1\nkind: Deployment\nmetadata: {name: mcpgateway}',
      'is there already, from the stack itself',
    ],
    [`${named('ConfigMap')}---\n${named('ConfigMap')}`, 'is there already, from extra.yaml, document 1'],
    ['a: [', 'extra.yaml:'],
    [named('ConfigMap', '../../namespaces/other/configmaps/x'), 'is no metadata.name'],
    [named('ConfigMap', 'a%2fb'), 'is no metadata.name'],
    ['apiVersion: apps/../v1\nkind: Deployment\nmetadata: {name: x}', 'is no apiVersion'],
    [named('Config/Map'), 'is no kind'],
  ])('%j', async (text, message) => {
    const error = await refusal(text)
    expect(error).toMatchObject({ code: 'CONFIG_INVALID' })
    expect(error.message).toContain('extra_manifests: extra.yaml')
    expect(error.message).toContain(message)
  })
})
