import { describe, expect, test } from 'vitest'
import type { StackError } from '../../../src/errors.ts'
import type { JsonObject, PatchConfig } from '../../../src/model/stack.ts'
import { jsonPatch } from '../../../src/render/kubernetes/json-patch.ts'
import { strategicMerge } from '../../../src/render/kubernetes/strategic-merge.ts'
import { pluginConfig } from '../../plan/stack-config.ts'
import { at, find, renderKubernetes } from './kubernetes-input.ts'

const refusal = async (promise: Promise<unknown>): Promise<StackError> =>
  promise.then(
    () => Promise.reject(new Error('it was accepted')),
    (error: StackError) => error,
  )
const render = (...patches: readonly PatchConfig[]) => renderKubernetes({ plugins: [pluginConfig('Guard')], patches })
const gateway = { kind: 'Deployment', name: 'mcpgateway' }

describe('a strategic merge', () => {
  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    ['merges maps and removes null', { a: { b: 1, c: 2 } }, { a: { b: null, d: 3 } }, { a: { c: 2, d: 3 } }],
    [
      'merges containers by name',
      { containers: [{ name: 'a', image: 'x' }] },
      { containers: [{ name: 'b' }, { name: 'a', tty: true }] },
      { containers: [{ name: 'a', image: 'x', tty: true }, { name: 'b' }] },
    ],
    [
      'merges ports by number',
      { ports: [{ containerPort: 1, name: 'a', protocol: 'TCP' }] },
      { ports: [{ containerPort: 1, name: 'b' }, { containerPort: 2 }] },
      { ports: [{ containerPort: 1, name: 'b', protocol: 'TCP' }, { containerPort: 2 }] },
    ],
    [
      'keeps one number of two protocols apart',
      { ports: [{ containerPort: 53, name: 'a' }] },
      {
        ports: [
          { containerPort: 53, protocol: 'UDP' },
          { containerPort: 53, protocol: 'TCP', name: 'b' },
        ],
      },
      {
        ports: [
          { containerPort: 53, name: 'b', protocol: 'TCP' },
          { containerPort: 53, protocol: 'UDP' },
        ],
      },
    ],
    [
      'merges mounts by path',
      { volumeMounts: [{ name: 'a', mountPath: '/a' }] },
      { volumeMounts: [{ mountPath: '/a', $patch: 'delete' }] },
      { volumeMounts: [] },
    ],
    [
      'replaces other lists',
      { tolerations: [{ key: 'a' }] },
      { tolerations: [{ key: 'b' }] },
      { tolerations: [{ key: 'b' }] },
    ],
    ['replaces a map', { a: { b: 1 } }, { a: { $patch: 'replace', c: 2 } }, { a: { c: 2 } }],
    [
      'replaces a list',
      { env: [{ name: 'a' }] },
      { env: [{ $patch: 'replace' }, { name: 'b' }] },
      { env: [{ name: 'b' }] },
    ],
    ['removes a map', { a: { b: 1 }, c: 1 }, { a: { $patch: 'delete' } }, { c: 1 }],
  ])('%s', (_name, target, patch, result) => {
    expect(strategicMerge('Deployment', target, patch)).toEqual(result)
  })

  test.each<[JsonObject, RegExp]>([
    [{ containers: [{ image: 'x' }] }, /does not say its name/],
    [{ $setElementOrder: [] }, /\$setElementOrder/],
    [{ a: { $patch: 'merge-all' } }, /merge-all/],
  ])('refuses %j', (patch, message) => {
    expect(() => strategicMerge('Deployment', { containers: [] }, patch)).toThrow(message)
  })
})

describe('a strategic merge of another kind', () => {
  test('a Service’s ports are found by theirs', () => {
    const target = { ports: [{ port: 80, targetPort: 'http', protocol: 'TCP' }] }
    expect(strategicMerge('Service', target, { ports: [{ port: 80, nodePort: 30080 }, { port: 81 }] })).toEqual({
      ports: [{ port: 80, targetPort: 'http', protocol: 'TCP', nodePort: 30080 }, { port: 81 }],
    })
    expect(() => strategicMerge('Service', target, { ports: [{ containerPort: 80 }] })).toThrow(/its port/)
  })

  test.each(['NetworkPolicy', 'HTTPRoute', 'Route', 'Certificate', 'Ingress'])(
    'lists of a %s are replaced whole',
    (kind) => {
      const ports = [{ protocol: 'UDP', port: 53 }, { protocol: 'TCP', port: 53 }, { port: 443 }]
      const target = { spec: { egress: [{ ports: [{ port: 8443 }] }], ports: [{ port: 1, name: 'a' }] } }
      const patch = { spec: { egress: [{ ports }], ports: [{ name: 'no port' }] } }
      expect(strategicMerge(kind, target, patch)).toEqual(patch)
    },
  )
})

describe('JSON 6902', () => {
  const target = { a: { b: [1, 2], 'c/d': 'x' } }
  test.each<[string, readonly JsonObject[], JsonObject]>([
    [
      'add',
      [
        { op: 'add', path: '/a/b/1', value: 9 },
        { op: 'add', path: '/a/b/-', value: 3 },
      ],
      { a: { b: [1, 9, 2, 3], 'c/d': 'x' } },
    ],
    [
      'remove',
      [
        { op: 'remove', path: '/a/c~1d' },
        { op: 'remove', path: '/a/b/0' },
      ],
      { a: { b: [2] } },
    ],
    ['replace', [{ op: 'replace', path: '/a/b', value: null }], { a: { b: null, 'c/d': 'x' } }],
    ['move', [{ op: 'move', from: '/a/c~1d', path: '/e' }], { a: { b: [1, 2] }, e: 'x' }],
    ['copy', [{ op: 'copy', from: '/a/b/0', path: '/a/b/-' }], { a: { b: [1, 2, 1], 'c/d': 'x' } }],
    ['test', [{ op: 'test', path: '/a/b', value: [1, 2] }], target],
  ])('%s', (_name, operations, result) => {
    expect(jsonPatch(target, operations)).toEqual(result)
  })

  test.each<[JsonObject, RegExp]>([
    [{ op: 'remove', path: '/x' }, /finds nothing there/],
    [{ op: 'add', path: '/a/b/7', value: 1 }, /finds nothing there|cannot be done/],
    [{ op: 'add', path: '/a/b/01', value: 1 }, /finds nothing there|cannot be done/],
    [{ op: 'test', path: '/a/b/0', value: 2 }, /does not hold/],
    [{ op: 'add', path: 'a', value: 1 }, /does not begin with/],
    [{ op: 'add', path: '/__proto__/x', value: 1 }, /is no path/],
    [{ op: 'add', path: '/a/x' }, /has no value/],
    [{ op: 'merge', path: '/a' }, /is no operation/],
    [{ op: 'replace', path: '', value: 1 }, /leaves no mapping/],
  ])('refuses %j', (operation, message) => {
    expect(() => jsonPatch(target, [operation])).toThrow(message)
    expect(Object.prototype).not.toHaveProperty('x')
  })
})

describe('patches of a stack', () => {
  test('change pods, their hash and the report', async () => {
    const bundle = await render({ target: gateway, merge: { spec: { template: { spec: { hostNetwork: true } } } } })
    const before = await render()
    const of = ({ components }: typeof bundle) => components.find(({ name }) => name === 'gateway')
    expect(at(find(bundle, 'Deployment/mcpgateway'), 'spec.template.spec.hostNetwork')).toBe(true)
    expect(of(bundle)?.hash).not.toBe(of(before)?.hash)
    expect(of(bundle)?.fields).toMatchObject({ 'pod.hostNetwork': 'true' })
  })

  test('find all of a kind, or of a component', async () => {
    const bundle = await render(
      { target: { kind: 'Deployment' }, merge: { metadata: { labels: { all: 'yes' } } } },
      {
        target: { kind: 'Service', component: 'Guard' },
        json6902: [{ op: 'add', path: '/metadata/labels/one', value: 'yes' }],
      },
    )
    for (const name of ['mcpgateway', 'mcp-plugin-guard']) {
      expect(at(find(bundle, `Deployment/${name}`), 'metadata.labels.all')).toBe('yes')
    }
    expect(at(find(bundle, 'Service/mcp-plugin-guard'), 'metadata.labels.one')).toBe('yes')
    expect(at(find(bundle, 'Service/mcpgateway'), 'metadata.labels.one')).toBe(undefined)
  })

  test('a plugin in a slot is found by the name the user knows', async () => {
    const patch = { target: { kind: 'Deployment', name: 'mcp-plugin-guard' }, merge: { spec: { minReadySeconds: 3 } } }
    const bundle = await renderKubernetes({
      plugins: [pluginConfig('Guard')],
      deploy: { rolling: 'parallel' },
      patches: [patch],
    })
    expect(at(find(bundle, 'Deployment/mcp-plugin-guard-r1'), 'spec.minReadySeconds')).toBe(3)
  })

  test.each<[string, PatchConfig, RegExp]>([
    [
      'finds nothing',
      { target: { kind: 'Deployment', name: 'gateway' }, merge: {} },
      /patches\[0\] finds no Deployment gateway/,
    ],
    ['finds no such kind', { target: { kind: 'CronJob' }, merge: {} }, /finds no CronJob/],
    ['renames', { target: gateway, merge: { metadata: { name: 'x' } } }, /metadata.name of Deployment mcpgateway/],
    ['moves', { target: gateway, merge: { metadata: { namespace: 'x' } } }, /metadata.namespace/],
    ['changes the kind', { target: gateway, merge: { kind: 'DaemonSet' } }, /kind of/],
    ['takes our labels', { target: gateway, json6902: [{ op: 'remove', path: '/metadata/labels' }] }, /the labels/],
    [
      'takes the pods’ labels',
      { target: gateway, merge: { spec: { template: { metadata: { labels: null } } } } },
      /the pods’ labels/,
    ],
    [
      'changes the selector',
      { target: gateway, merge: { spec: { selector: { matchLabels: { a: 'b' } } } } },
      /the selector/,
    ],
    [
      'puts values into a Secret',
      { target: { kind: 'Secret', name: 'mcpgateway-env' }, merge: { stringData: { A: 'b' } } },
      /the values/,
    ],
    [
      'breaks',
      { target: gateway, json6902: [{ op: 'remove', path: '/spec/nothing' }] },
      /patches\[0\] on Deployment mcpgateway: .*finds nothing there/,
    ],
  ])('one that %s is refused', async (_name, patch, message) => {
    const error = await refusal(render(patch))
    expect(error).toMatchObject({ code: 'CONFIG_INVALID' })
    expect(error.message).toMatch(message)
  })

  test('one that finds nothing hears what there is', async () => {
    expect((await refusal(render({ target: { kind: 'Deployment', name: 'x' } }))).hint).toBe(
      'There are: mcp-plugin-guard, mcpgateway',
    )
  })
})
