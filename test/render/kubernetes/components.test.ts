import { describe, expect, test } from 'vitest'
import { Secret } from '../../../src/model/secret.ts'
import { plainEnv, plainPod, pluginConfig } from '../../plan/stack-config.ts'
import { at, find, objectsOf, renderKubernetes } from './kubernetes-input.ts'

const container = 'spec.template.spec.containers.0'
const guard = (change: Parameters<typeof pluginConfig>[1] = {}, rest = {}) =>
  renderKubernetes({ plugins: [pluginConfig('Guard', change)], ...rest })

describe('health', () => {
  test('of a plugin with mTLS is asked in plain HTTP on a port of its own', async () => {
    const pod = find(await guard(), 'Deployment/mcp-plugin-guard')
    expect(at(pod, `${container}.ports`)).toEqual([
      { name: 'http', containerPort: 8000, protocol: 'TCP' },
      { name: 'health', containerPort: 9000, protocol: 'TCP' },
    ])
    expect(at(pod, `${container}.startupProbe.httpGet`)).toEqual({ path: '/health', port: 'health' })
  })

  test('without mTLS on the one port, by command, or not at all', async () => {
    const plain = find(await guard({ mtls: false }), 'Deployment/mcp-plugin-guard')
    expect(at(plain, `${container}.readinessProbe.httpGet.port`)).toBe('http')
    const command = find(await guard({ healthcheck: ['ok', '$(X)'] }), 'Deployment/mcp-plugin-guard')
    expect(at(command, `${container}.livenessProbe.exec.command`)).toEqual(['ok', '$(X)'])
    const none = find(await guard({ healthcheck: false }), 'Deployment/mcp-plugin-guard')
    expect(at(none, `${container}.startupProbe`)).toBe(undefined)
  })

  test('of the gateway: ready when its database is, alive without', async () => {
    const pod = find(await guard(), 'Deployment/mcpgateway')
    expect(at(pod, `${container}.readinessProbe.httpGet.path`)).toBe('/ready')
    expect(at(pod, `${container}.livenessProbe.httpGet.path`)).toBe('/health')
  })
})

test('a gateway with a database of its own has a claim and never two pods at once', async () => {
  const bundle = await guard()
  expect(find(bundle, 'PersistentVolumeClaim/mcpgateway-data').wave).toBe(-1)
  expect(at(find(bundle, 'Deployment/mcpgateway'), 'spec.strategy')).toEqual({ type: 'Recreate' })
})

test('a store’s pods get what the configuration says, and its claim, which cannot be changed, nothing of it', async () => {
  const pod = {
    ...plainPod,
    labels: { team: 'a' },
    annotations: { note: 'b' },
    nodeSelector: { disk: 'ssd' },
    tolerations: [{ key: 'dedicated', operator: 'Exists' }],
    affinity: { nodeAffinity: {} },
    priorityClass: 'high',
    serviceAccount: 'stores',
    imagePullSecrets: ['regcred'],
    runAsUser: 5,
  }
  const settings = { database: 'a', user: 'b', storageSize: '1Gi', dataPath: '/d', resources: {}, pod }
  const infrastructure = {
    postgres: { image: 'postgres:17', ...settings },
    redis: { image: 'redis:7', resources: {}, pod },
  }
  const bundle = await guard({}, { infrastructure })
  for (const name of ['StatefulSet/postgres', 'Deployment/redis']) {
    const template = at(find(bundle, name), 'spec.template')
    expect(template).toMatchObject({
      metadata: { labels: { team: 'a' }, annotations: { note: 'b' } },
      spec: {
        nodeSelector: { disk: 'ssd' },
        tolerations: pod.tolerations,
        affinity: pod.affinity,
        priorityClassName: 'high',
        serviceAccountName: 'stores',
        imagePullSecrets: [{ name: 'regcred' }],
        securityContext: { runAsUser: 5 },
      },
    })
  }
  const claim = JSON.stringify(at(find(bundle, 'StatefulSet/postgres'), 'spec.volumeClaimTemplates'))
  expect(claim).not.toContain('team')
})

test('an autoscaler decides on replicas where the configuration says so', async () => {
  const bundle = await guard({ autoscaled: true })
  expect(at(find(bundle, 'Deployment/mcp-plugin-guard'), 'spec.replicas')).toBe(undefined)
  expect(find(bundle, 'PodDisruptionBudget/mcp-plugin-guard').wave).toBe(1)
})

test('OpenShift gives user and group itself', async () => {
  const openshift = { createRoutes: true, domain: 'apps.example', tlsTermination: 'edge' }
  const bundle = await guard({ pod: { ...plainPod, runAsUser: 7 } }, { deployment: { openshift } })
  expect(at(find(bundle, 'Deployment/mcp-plugin-guard'), 'spec.template.spec.securityContext')).toEqual({
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  })
  expect(at(find(bundle, 'Route/mcpgateway'), 'spec')).toMatchObject({
    host: 'mcpgateway-mcp-gateway.apps.example',
    tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'Redirect' },
  })
})

test.each([
  ['httproute', { parentRefs: [{ name: 'public' }], hostnames: ['mcp.example'] }],
  ['route', { host: 'mcp.example', to: { kind: 'Service', name: 'mcpgateway', weight: 100 }, path: '/mcp' }],
] as const)('exposed via %s', async (via, spec) => {
  const expose = {
    host: 'mcp.example',
    via,
    path: '/mcp',
    parent: { name: 'public' },
    tlsTermination: 'edge',
    annotations: {},
  }
  const bundle = await guard({}, { expose })
  const object = objectsOf(bundle).find(({ kind }) => kind === (via === 'route' ? 'Route' : 'HTTPRoute'))
  expect(object).toMatchObject({ component: 'gateway', wave: 3, manifest: { spec } })
})

test('the user’s labels and annotations stand beside ours, which win', async () => {
  const labels = { team: 'a', 'app.kubernetes.io/name': 'x', 'mcp-stack.dev/stack': 'other' }
  const pod = find(await guard({ pod: { ...plainPod, labels } }), 'Deployment/mcp-plugin-guard')
  for (const place of ['metadata.labels', 'spec.template.metadata.labels']) {
    expect(at(pod, place)).toMatchObject({
      team: 'a',
      'app.kubernetes.io/name': 'mcp-plugin-guard',
      'mcp-stack.dev/stack': 'demo',
    })
  }
})

test('two volumes of one name are refused', async () => {
  const volumes = [{ name: 'certs', mountPath: '/x', readOnly: true, source: { emptyDir: {} } }]
  await expect(guard({ pod: { ...plainPod, volumes } })).rejects.toThrow('two volumes with the name certs')
})

test('an image that only an engine has is named by its tag', async () => {
  const bundle = await renderKubernetes(
    {},
    {
      images: [
        {
          component: 'gateway',
          reference: `sha256:${'a'.repeat(64)}`,
          tag: 'mcp/gateway:k1',
          how: 'built',
          seconds: 0,
        },
      ],
    },
  )
  expect(at(find(bundle, 'Deployment/mcpgateway'), `${container}.image`)).toBe('mcp/gateway:k1')
})

test('a secret that stands in a plain value too is found, and the object is named', async () => {
  const text = 'a secret that is known'
  const env = {
    ...plainEnv({ SHOWN: `x=${text}` }),
    HIDDEN: { kind: 'secret' as const, parts: [{ kind: 'literal' as const, text: new Secret('HIDDEN', text) }] },
  }
  await expect(guard({ env })).rejects.toThrow(/HIDDEN would stand in ConfigMap mcp-plugin-guard-env-/)
})

test('500 plugins are rendered within seconds', async () => {
  const plugins = Array.from({ length: 500 }, (_, index) =>
    pluginConfig(`Plugin${index}`, { env: plainEnv({ A: `${index}` }) }),
  )
  const start = process.cpuUsage()
  const bundle = await renderKubernetes({ plugins })
  const { user, system } = process.cpuUsage(start)
  expect(objectsOf(bundle).length).toBeGreaterThan(2000)
  expect((user + system) / 1e6).toBeLessThan(10)
})
