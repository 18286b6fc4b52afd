import { describe, expect, test } from 'vitest'
import type { Problem } from '../../src/model/problem.ts'
import { errorsOf, type Given, stackFile } from './stack-file.ts'

const base = `gateway: {image: "registry.example.test/gateway:1.0.0"}
plugins: [{name: Guard, image: "registry.example.test/guard:1.0.0"}]
`
const kubernetes = `deployment: {type: kubernetes, namespace: tools}\n${base}`
const compose = `deployment: {type: compose}\n${base}`
const problems = (text: string, given: Given = {}) => stackFile(text, given).problems()
const show = (told: readonly Problem[]) => told.map(({ severity, path }) => `${severity} ${path}`)

describe('expose', () => {
  test('at the top and at the gateway', async () => {
    const section =
      '{host: a.example.test, via: httproute, path: /mcp, parent: {name: public, namespace: infra, section: https}, annotations: {a: b}}'
    const expected = {
      host: 'a.example.test',
      via: 'httproute',
      path: '/mcp',
      tlsTermination: 'edge',
      annotations: { a: 'b' },
      parent: { name: 'public', namespace: 'infra', sectionName: 'https' },
    }
    const top = await stackFile(`${kubernetes}expose: ${section}\n`).read()
    const below = await stackFile(kubernetes.replace('.0"}', `.0", expose: ${section}}`)).read()
    expect([top.expose, top.problems]).toEqual([expected, []])
    expect(below.expose).toEqual(expected)
    expect((await stackFile(kubernetes).read()).expose).toBeUndefined()
  })

  test('an Ingress with its class and certificate', async () => {
    const text = `${kubernetes}expose: {host: a.example.test, via: ingress, class: nginx, tls_secret: a-tls}\n`
    const config = await stackFile(text).read()
    expect(config.expose).toMatchObject({ via: 'ingress', path: '/', className: 'nginx', tlsSecret: 'a-tls' })
  })

  test.each([
    ['create_routes: true, domain: apps.example.test', 'mcpgateway-tools.apps.example.test'],
    ['create_routes: true', ''],
  ])('openshift: %s', async (keys, host) => {
    const text = kubernetes.replace('tools}', `tools, openshift: {${keys}, tls_termination: reencrypt}}`)
    const config = await stackFile(text).read()
    expect(config.expose).toEqual({ host, via: 'route', path: '/', tlsTermination: 'reencrypt', annotations: {} })
    // The gateway serves plain HTTP.
    expect(show(config.problems)).toEqual(['warning deployment.openshift.tls_termination'])
  })

  test.each([
    ['{host: a.example.test}', 'error expose.via'],
    ['{via: ingress}', 'error expose.host'],
    ['{host: A_B, via: ingress}', 'error expose.host'],
    ['{host: a.example.test, via: httproute}', 'error expose.parent'],
    ['{host: a.example.test, via: ingres}', 'error expose.via'],
    ['{host: a.example.test, via: ingress, path: mcp}', 'error expose.path'],
    ['{host: a.example.test, via: ingress, parent: {name: x}}', 'warning expose.parent'],
    ['{via: route, tls_secret: x}', 'warning expose.tls_secret'],
    ['{via: route, tls_termination: passthrough}', 'warning expose.tls_termination'],
    ['{via: route, tls_termination: reencrypt}', 'warning expose.tls_termination'],
    ['{via: route, tls_termination: passthrough, path: /mcp}', 'error expose.path'],
  ])('%s', async (section, expected) => {
    const told = await problems(`${kubernetes}expose: ${section}\n`)
    expect(show(told)).toEqual([expected])
    expect(told[0]?.place?.line).toBe(4)
  })

  test('in both places, and beside create_routes', async () => {
    const section = '{host: a.example.test, via: ingress}'
    const both = `${kubernetes.replace('.0"}', `.0", expose: ${section}}`)}expose: ${section}\n`
    expect(show(await problems(both))).toEqual(['error gateway.expose'])
    const routes = kubernetes.replace('tools}', 'tools, openshift: {create_routes: true}}')
    expect(show(await problems(`${routes}expose: ${section}\n`))).toEqual([
      'warning deployment.openshift.create_routes',
    ])
  })
})

describe('network policies', () => {
  test('arrive as they are', async () => {
    const peer = '{namespaceSelector: {matchLabels: {a: b}}}'
    const text = `${kubernetes}network_policy: {enabled: true, gateway_from: [${peer}], metrics_from: [], egress: []}\n`
    expect((await stackFile(text).read()).networkPolicy).toEqual({
      enabled: true,
      gatewayFrom: [{ namespaceSelector: { matchLabels: { a: 'b' } } }],
      metricsFrom: [],
      egress: [],
    })
    expect((await stackFile(kubernetes).read()).networkPolicy).toEqual({
      enabled: false,
      gatewayFrom: [],
      metricsFrom: [],
    })
  })

  test.each([
    ['{enabled: true, gateway_from: [{podSelectr: {}}]}', 'error network_policy.gateway_from[0].podSelectr'],
    ['{enabled: true, egress: [{from: []}]}', 'error network_policy.egress[0].from'],
    ['{enabled: true, metrics_from: {}}', 'error network_policy.metrics_from'],
    ['{metrics_from: []}', 'warning network_policy.metrics_from'],
  ])('%s', async (section, expected) => {
    expect(show(await problems(`${kubernetes}network_policy: ${section}\n`))).toEqual([expected])
  })
})

describe('patches', () => {
  test('both kinds arrive', async () => {
    const text = `${kubernetes}patches:
  - target: {kind: Deployment, component: Guard}
    merge: {spec: {minReadySeconds: 5, paused: null}}
  - target: {kind: Service, name: mcpgateway}
    json6902: [{op: add, path: /a, value: null}, {op: move, path: /b, from: /c}]
`
    const config = await stackFile(text).read()
    expect(config.problems).toEqual([])
    expect(config.patches).toEqual([
      {
        target: { kind: 'Deployment', component: 'Guard' },
        merge: { spec: { minReadySeconds: 5, paused: null } },
      },
      {
        target: { kind: 'Service', name: 'mcpgateway' },
        json6902: [
          { op: 'add', path: '/a', value: null },
          { op: 'move', path: '/b', from: '/c' },
        ],
      },
    ])
  })

  test.each([
    ['{target: {kind: deployment}, merge: {}}', 'patches[0].target.kind'],
    ['{target: {kind: Deployment, component: Gaurd}, merge: {}}', 'patches[0].target.component'],
    ['{target: {kind: Deployment, component: redis}, merge: {}}', 'patches[0].target.component'],
    ['{target: {kind: Namespace}, merge: {}}', 'patches[0].target.kind'],
    ['{target: {kind: Deployment}}', 'patches[0]'],
    ['{merge: {}}', 'patches[0].target'],
    ['{target: {kind: A}, merge: {}, json6902: [{op: remove, path: /a}]}', 'patches[0].json6902'],
    ['{target: {kind: A}, json6902: []}', 'patches[0].json6902'],
    ['{target: {kind: A}, json6902: [{op: ad, path: /a}]}', 'patches[0].json6902[0].op'],
    ['{target: {kind: A}, json6902: [{op: remove, path: a}]}', 'patches[0].json6902[0].path'],
    ['{target: {kind: A}, json6902: [{op: add, path: /a}]}', 'patches[0].json6902[0].value'],
    ['{target: {kind: A}, json6902: [{op: copy, path: /a}]}', 'patches[0].json6902[0].from'],
  ])('%s', async (patch, path) => {
    const told = await problems(`${kubernetes}patches: [${patch}]\n`)
    expect(show(told)).toEqual([`error ${path}`])
    expect(told[0]?.place?.line).toBe(4)
  })
})

describe('further manifests', () => {
  const text = `${kubernetes}extra_manifests: [k8s/a.yaml]\n`

  test('arrive as they are: nothing in them is filled in', async () => {
    const content = 'kind: ConfigMap\ndata: {a: "${HOME} $$"}\n---\nkind: Secret\n'
    const config = await stackFile(text, { files: { 'k8s/a.yaml': content } }).read()
    expect(config.extraManifests).toEqual([{ file: 'k8s/a.yaml', text: content }])
  })

  test.each([
    ['k8s/b.yaml', /does not exist/],
    ['k8s', /directory/],
    ['../a.yaml', /leaves the folder/],
    ['/etc/passwd', /leaves the folder/],
    ['k8s/binary.yaml', /NUL/],
    ['k8s/big.yaml', /a release keeps them/],
    ['"https://a.example.test/b.yaml"', /URL/],
  ])('%s', async (file, says) => {
    const files = { 'k8s/a.yaml': 'a: b\n', 'k8s/binary.yaml': 'a: \0', 'k8s/big.yaml': `# ${'x'.repeat(300_000)}` }
    const [error, ...others] = await problems(text.replace('k8s/a.yaml', file), { files })
    expect(error).toMatchObject({ severity: 'error', place: { line: 4 } })
    expect(error?.path).toMatch(/^extra_manifests/)
    expect(error?.message).toMatch(says)
    expect(others).toEqual([])
  })
})

describe('rolling in parallel', () => {
  const parallel = 'ci_cd: {deploy: {rolling: parallel}}\n'

  test('works on Kubernetes, where names leave room for the slot', async () => {
    expect((await stackFile(kubernetes + parallel).read()).deploy.rolling).toBe('parallel')
    const long = (count: number) => kubernetes.replace('Guard', 'a'.repeat(count)) + parallel
    expect(await problems(long(49))).toEqual([])
    expect(await problems(long(50))).toMatchObject([{ path: 'plugins[0].name', place: { line: 3 } }])
  })

  test('refuses a plugin whose service is one of another plugin’s revisions', async () => {
    const two = (name: string) =>
      kubernetes.replace('plugins: [', `plugins: [{name: ${name}, image: "r.example.test/b:1.0.0"}, `)
    expect(await problems(two('guard_R1') + parallel)).toMatchObject([
      { severity: 'error', path: 'plugins[0].name', message: expect.stringContaining('mcp-plugin-guard-r1') },
    ])
    expect(await problems(two('Guard-r4') + parallel)).toEqual([])
    expect(await problems(two('Guard-r1'))).toEqual([])
  })

  test('is refused on Compose', async () => {
    const told = await problems(compose + parallel)
    expect(told).toMatchObject([{ severity: 'error', code: 'NOT_SUPPORTED', path: 'ci_cd.deploy.rolling' }])
  })
})

test('more than one gateway needs one database', async () => {
  const several = (keys: string) => kubernetes.replace('.0"}', `.0", ${keys}}`)
  const warned = async (text: string, given: Given = {}) => show(await problems(text, given))
  expect(await warned(several('replicas: 2'))).toEqual(['warning gateway.replicas'])
  expect(await warned(several('autoscaling: true'))).toEqual(['warning gateway.autoscaling'])
  expect(await warned(several('replicas: 2, existing_secret: database'))).toEqual([])
  expect(await warned(`${several('replicas: 2')}infrastructure: {postgres: {}}\n`)).toEqual([])
  const given = `${several('replicas: 2')}ci_cd: {vault_secrets: [{name: DATABASE_URL, to: [gateway]}]}\n`
  expect(await warned(given, { variables: { DATABASE_URL: 'postgresql://x' } })).toEqual([])
})

test('what only Kubernetes knows is a warning on Compose, once per key', async () => {
  const text = `deployment:
  type: compose
  context: a
  create_namespace: true
  image_pull_secrets: []
  pull_credentials: [{registry: a, username: b, password: "\${A_TOKEN}"}]
  kubectl_proxy: false
  openshift: {create_routes: true}
gateway:
  image: registry.example.test/gateway:1.0.0
  labels: {a: b}
  expose: {host: a.example.test, via: ingress}
plugins:
  - {name: A, image: "registry.example.test/a:1", labels: {}, volumes: [], autoscaling: false, run_as_user: 5}
  - {name: B, image: "registry.example.test/b:1", labels: {}, tolerations: [], existing_secret: x, affinity: {}}
infrastructure: {postgres: {storage_class: a, run_as_user: 5, node_selector: {a: b}}, redis: {tolerations: []}}
network_policy: {enabled: true}
patches: []
extra_manifests: []
`
  const told = await problems(text, { variables: { A_TOKEN: 'hunter2' } })
  expect(errorsOf(told)).toEqual([])
  expect(told.map(({ path }) => path)).toEqual([
    'deployment.context',
    'deployment.create_namespace',
    'deployment.image_pull_secrets',
    'deployment.pull_credentials',
    'deployment.kubectl_proxy',
    'deployment.openshift',
    'gateway.labels',
    'gateway.expose',
    'plugins[0].volumes',
    'plugins[0].autoscaling',
    'plugins[0].run_as_user',
    'plugins[1].tolerations',
    'plugins[1].existing_secret',
    'plugins[1].affinity',
    'infrastructure.postgres.storage_class',
    'infrastructure.postgres.run_as_user',
    'infrastructure.postgres.node_selector',
    'infrastructure.redis.tolerations',
    'network_policy',
    'patches',
    'extra_manifests',
  ])
  expect(told[6]).toMatchObject({
    severity: 'warning',
    message: 'gateway.labels does nothing on Compose: gateway, A, B',
    place: { line: 11 },
  })
  expect(told[8]?.message).toBe('plugins[0].volumes does nothing on Compose')
})
