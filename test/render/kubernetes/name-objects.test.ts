import { describe, expect, test } from 'vitest'
import { objectLabels } from '../../../src/model/kubernetes.ts'
import { Secret } from '../../../src/model/secret.ts'
import { plainEnv, pluginConfig } from '../../plan/stack-config.ts'
import { at, find, hashesOf, type KubernetesChanges, objectsOf, renderKubernetes } from './kubernetes-input.ts'

const secret = (text: string) => ({
  kind: 'secret' as const,
  parts: [{ kind: 'literal' as const, text: new Secret('API_KEY', text) }],
})
const guard = (env: Parameters<typeof pluginConfig>[1] = {}) => pluginConfig('Guard', env)
const two = (change: Parameters<typeof pluginConfig>[1] = {}, gateway: KubernetesChanges['gateway'] = {}) =>
  ({ gateway, plugins: [guard(change), pluginConfig('Other')] }) satisfies KubernetesChanges

/** Keys of objects that differ, by kind and name without hash. */
async function changed(before: KubernetesChanges, after: KubernetesChanges): Promise<readonly string[]> {
  const [old, now] = [hashesOf(await renderKubernetes(before)), hashesOf(await renderKubernetes(after))]
  return Object.keys(now)
    .filter((key) => old[key] !== now[key])
    .map((key) => key.replace(/^.*\/(?=[A-Z])/, '').replace(/-[0-9a-f]{10}$/, ''))
    .sort()
}

describe('what a change writes', () => {
  test('nothing for the same again', async () => {
    expect(await changed(two(), two())).toEqual([])
  })

  test('a gateway value: its ConfigMap and its Deployment', async () => {
    expect(await changed(two(), two({}, { env: plainEnv({ LOG_LEVEL: 'DEBUG' }) }))).toEqual([
      'ConfigMap/mcpgateway-env',
      'Deployment/mcpgateway',
    ])
  })

  test('a plugin value: that plugin, and the gateway, which must roll after it', async () => {
    expect(await changed(two(), two({ env: plainEnv({ A: 'b' }) }))).toEqual([
      'ConfigMap/mcp-plugin-guard-env',
      'Deployment/mcp-plugin-guard',
      'Deployment/mcpgateway',
    ])
  })

  test('a secret: a new Secret under a new name, and no value in any manifest', async () => {
    const [one, other] = [
      two({ env: { API_KEY: secret('0123456789abcdef-one') } }),
      two({ env: { API_KEY: secret('0123456789abcdef-two') } }),
    ]
    expect(await changed(one, other)).toEqual([
      'Deployment/mcp-plugin-guard',
      'Deployment/mcpgateway',
      'Secret/mcp-plugin-guard-env',
    ])
    expect(JSON.stringify(objectsOf(await renderKubernetes(one)))).not.toContain('0123456789abcdef')
  })

  test('the time limit of a deploy: every Deployment, and no pod template', async () => {
    const [old, now] = [
      await renderKubernetes(two()),
      await renderKubernetes({ ...two(), deploy: { timeoutSeconds: 60 } }),
    ]
    const podHashes = (bundle: typeof old) => bundle.components.map(({ hash }) => hash)
    expect(podHashes(now)).toEqual(podHashes(old))
    expect(find(now, 'Deployment/mcpgateway').hash).not.toBe(find(old, 'Deployment/mcpgateway').hash)
  })
})

test('ConfigMaps and Secrets are immutable, and pods refer to them by the names they have', async () => {
  const bundle = await renderKubernetes(two({ env: { API_KEY: secret('x'.repeat(20)) } }))
  const named = objectsOf(bundle).filter(({ contentNamed }) => contentNamed)
  expect(named.length).toBeGreaterThan(5)
  for (const { name, manifest, kind } of named) {
    expect(name).toMatch(/-[0-9a-f]{10}$/)
    expect(manifest['immutable']).toBe(true)
    expect(['ConfigMap', 'Secret']).toContain(kind)
  }
  const pods = JSON.stringify(
    objectsOf(bundle)
      .filter(({ kind }) => kind === 'Deployment')
      .map(({ manifest }) => manifest),
  )
  for (const { name } of named) expect(pods).toContain(`"${name}"`)
})

test('an object says its hash, and pods the hash of their template', async () => {
  const bundle = await renderKubernetes(two())
  for (const { manifest, hash } of objectsOf(bundle)) {
    expect(hash).toMatch(/^[0-9a-f]{16}$/)
    expect(at({ manifest }, 'metadata.annotations')).toMatchObject({ [objectLabels.hash]: hash })
  }
  const { hash, service } = bundle.components[0] ?? { hash: '', service: '' }
  expect(at(find(bundle, `Deployment/${service}`), 'spec.template.metadata.labels')).toMatchObject({
    [objectLabels.hash]: hash,
  })
})

test('what is not there yet gives a name of its own and is listed where it is waited for', async () => {
  const config = {
    plugins: [
      guard({ env: { API_KEY: { kind: 'secret', parts: [{ kind: 'reference', secret: 'KEY', encoding: 'none' }] } } }),
    ],
  } satisfies KubernetesChanges
  const waiting = { pending: 'secret', key: 'KEY' } as const
  const image = { pending: 'image', key: 'k1' } as const
  const bundle = await renderKubernetes(config, {
    digest: (value, name) => (name === 'Guard.API_KEY' ? waiting : value.kind),
    certificates: [],
    images: ['Guard', 'gateway'].map((component) => ({
      component,
      reference: image,
      tag: `x/${component}:k1`,
      how: 'pending',
      seconds: 0,
    })),
  })
  const env = find(bundle, 'Secret/mcp-plugin-guard-env')
  expect(env.name).toMatch(/^mcp-plugin-guard-env-pending-[0-9a-f]{10}$/)
  expect(env.data?.['API_KEY']).toEqual({ kind: 'pending', pending: waiting })
  const deployment = find(bundle, 'Deployment/mcp-plugin-guard')
  expect(deployment.pending.map(({ pending }) => pending).sort()).toEqual(['certificate', 'image', 'secret'])
  expect(at(deployment, 'spec.template.spec.containers.0.image')).toBe('x/Guard:k1')
  expect(bundle.components.find(({ name }) => name === 'Guard')?.pending).toEqual(deployment.pending)
})

describe('rolling: parallel', () => {
  const parallel: KubernetesChanges = { ...two({ serviceType: 'NodePort' }), deploy: { rolling: 'parallel' } }
  const slotOf = (plugin: string) => (plugin === 'Guard' ? 'r2' : 'r1')

  test('a plugin runs in its slot, under a Service of its own, and the gateway calls that', async () => {
    const bundle = await renderKubernetes(parallel, { slotOf })
    const selector = {
      'app.kubernetes.io/name': 'mcp-plugin-guard',
      [objectLabels.stack]: 'demo',
      [objectLabels.revision]: 'r2',
    }
    expect(at(find(bundle, 'Deployment/mcp-plugin-guard'), 'spec.selector.matchLabels')).toEqual(selector)
    expect(find(bundle, 'Service/mcp-plugin-guard-r2').wave).toBe(1)
    expect(at(find(bundle, 'Service/mcp-plugin-guard-r2'), 'spec.type')).toBe('ClusterIP')
    expect(find(bundle, 'Service/mcp-plugin-guard').wave).toBe(3)
    expect(at(find(bundle, 'Service/mcp-plugin-guard'), 'spec.selector')).toEqual(selector)
    const config = String(at(find(bundle, 'ConfigMap/mcpgateway-config'), 'data')?.['plugins.yaml' as never])
    expect(config).toContain('https://mcp-plugin-guard-r2.mcp-gateway.svc:8000/mcp')
    expect(config).toContain('https://mcp-plugin-other-r1.mcp-gateway.svc:8000/mcp')
    expect(JSON.stringify(objectsOf(bundle))).not.toMatch(/rN/)
    expect(bundle.components.map(({ service }) => service)).toContain('mcp-plugin-guard-r2')
    expect(at(find(bundle, 'Deployment/mcpgateway'), 'spec.template.metadata.annotations')).not.toHaveProperty(
      'mcp-stack.dev/plugins',
    )
  })

  test('the slot is asked for with the hash that the pods carry, and changes it not', async () => {
    const asked: (readonly [string, string])[] = []
    const ask = (slot: string) =>
      renderKubernetes(parallel, {
        slotOf: (plugin, hash) => {
          asked.push([plugin, hash])
          return slot
        },
      })
    const bundles = [await ask('r1'), await ask('r3')]
    for (const bundle of bundles) {
      for (const { name, hash, role } of bundle.components)
        if (role === 'plugin') expect(asked).toContainEqual([name, hash])
    }
    expect(new Set(asked.map(([plugin, hash]) => `${plugin} ${hash}`)).size).toBe(2)
  })

  test('for a repository there is one revision only', async () => {
    const bundle = await renderKubernetes(parallel, { gitops: true })
    expect(find(bundle, 'Deployment/mcp-plugin-guard').name).toBe('mcp-plugin-guard')
  })
})

test('for a repository nothing depends on values or certificates', async () => {
  const of = (text: string) => ({ plugins: [guard({ env: { API_KEY: secret(text) } })] }) satisfies KubernetesChanges
  const [one, other] = [
    await renderKubernetes(of('one secret text of many'), { gitops: true }),
    await renderKubernetes(of('another secret text too'), { gitops: true, certificates: [] }),
  ]
  expect(one.files).toEqual(other.files)
  const text = one.files.map((file) => file.text).join('\n')
  expect(text).not.toMatch(/kind: Secret|immutable/)
  expect(text).toContain('secretName: mcp-plugin-guard-certs\n')
  expect(text).toContain('# Needs Secret mcp-plugin-guard-env (Opaque: API_KEY)')
})

test.each([
  [true, true, true],
  [undefined, true, true],
  [false, true, true],
  [true, false, false],
])(
  'for a repository, where the namespace is there (%s), create_namespace: %s decides',
  async (exists, create, there) => {
    const { files } = await renderKubernetes(
      { deployment: { createNamespace: create } },
      { gitops: true, ...(exists === undefined ? {} : { namespaceExists: exists }) },
    )
    expect(files.some(({ path }) => path === 'namespace.yaml')).toBe(there)
    const kustomization = files.find(({ path }) => path === 'kustomization.yaml')?.text
    expect(kustomization?.includes('namespace.yaml')).toBe(there)
  },
)
