import { expect, test } from 'vitest'
import { type EnvValue, wholeReference } from '../../../src/model/env-value.ts'
import { restoreBundle } from '../../../src/render/restore-bundle.ts'
import { pluginConfig } from '../../plan/stack-config.ts'
import { at, find, objectsOf, renderKubernetes } from './kubernetes-input.ts'

const reference = (secret: string): EnvValue => ({
  kind: 'secret',
  parts: [{ kind: 'reference', secret, encoding: 'none' }],
})

const alpha = pluginConfig('Alpha', { env: { API_KEY: reference('API_KEY'), OTHER_KEY: reference('OTHER_KEY') } })
const render = (value: string, gitops = false) =>
  renderKubernetes(
    { plugins: [alpha, pluginConfig('Beta')] },
    {
      gitops,
      digest: (env) => (wholeReference(env) === 'API_KEY' ? value : 'd'),
      reference: (env) => (wholeReference(env) === 'API_KEY' ? { secret: 'mcp-secrets', key: 'api.key' } : undefined),
    },
  )

const workload = 'Deployment/mcp-plugin-alpha'
const annotation = (bundle: Awaited<ReturnType<typeof render>>, name = workload) =>
  (at(find(bundle, name), 'spec.template.metadata.annotations') as Record<string, string>)['mcp-stack.dev/secrets']
const hashes = (bundle: Awaited<ReturnType<typeof render>>) =>
  Object.fromEntries(bundle.components.map(({ name, hash }) => [name, hash]))

test('a key of an existing Secret is referred to, and is in no object of ours', async () => {
  const bundle = await render('first')
  expect(at(find(bundle, workload), 'spec.template.spec.containers.0.env')).toEqual([
    { name: 'API_KEY', valueFrom: { secretKeyRef: { name: 'mcp-secrets', key: 'api.key' } } },
  ])
  expect(Object.keys(find(bundle, 'Secret/mcp-plugin-alpha-env').data ?? {})).toEqual(['OTHER_KEY'])
  const component = bundle.components.find(({ name }) => name === 'Alpha')
  expect(component?.fields).toMatchObject({ 'env.API_KEY': 'kubernetes:mcp-secrets#api.key' })
})

test('another value rolls who refers to it, and after it the gateway, nobody else', async () => {
  const [before, after] = [hashes(await render('first')), hashes(await render('second'))]
  expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual(['Alpha', 'gateway'])
  expect(annotation(await render('first'))).toMatch(/^[0-9a-f]{16}$/)
  expect(annotation(await render('first'), 'Deployment/mcp-plugin-beta')).toBeUndefined()
})

test('in a repository there is the reference and no digest', async () => {
  const bundle = await render('first', true)
  expect(at(find(bundle, workload), 'spec.template.spec.containers.0.env.0.valueFrom')).toBeDefined()
  expect(annotation(bundle)).toBeUndefined()
})

test("a stored release is restored with the digest of today's value", async () => {
  const [first, second] = [await render('first'), await render('second')]
  const objects = first.kubernetes?.unnamed.filter(({ values }) => values === undefined) ?? []
  const release = { components: [], objects, revision: 1 }
  const restored = restoreBundle({
    target: 'kubernetes',
    release: release as unknown as Parameters<typeof restoreBundle>[0]['release'],
    state: { certificates: [] } as unknown as Parameters<typeof restoreBundle>[0]['state'],
    digest: () => 'd',
    referenced: new Map([['mcp-secrets#api.key', 'second']]),
  })
  expect(objectsOf(restored).length).toBeGreaterThan(0)
  expect(annotation(restored)).toBe(annotation(second))
})
