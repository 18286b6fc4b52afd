import { describe, expect, test } from 'vitest'
import { type EnvValue, plain } from '../../src/model/env-value.ts'
import { planRules } from '../../src/plan/plan-rules.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { plainEnv, plainPod, pluginConfig, type StackChanges, stackConfig } from './stack-config.ts'

const plan = (changes: StackChanges) => planStack(stackConfig({ type: 'kubernetes', ...changes }))
const reference = (secret: string): EnvValue => ({
  kind: 'secret',
  parts: [{ kind: 'reference', secret, encoding: 'none' }],
})
const postgres = {
  image: 'postgres:17',
  database: 'mcp',
  user: 'mcp',
  storageSize: '1Gi',
  dataPath: '/d',
  resources: {},
  pod: plainPod,
}

test('what pods get is what the config says', () => {
  const pod = { ...plainPod, labels: { team: 'a' }, runAsUser: 5 }
  const { gateway, plugins } = plan({ gateway: { pod }, plugins: [pluginConfig('Guard', { autoscaled: true })] })
  expect([gateway.pod, gateway.autoscaled]).toEqual([pod, false])
  expect([plugins[0]?.pod, plugins[0]?.autoscaled]).toEqual([plainPod, true])
})

test('networks of an engine are nothing to a cluster', () => {
  const changes = { networks: ['databases'], plugins: [pluginConfig('Guard')] }
  expect([plan(changes)].flatMap(({ gateway, plugins }) => [gateway, ...plugins].map((one) => one.networks))).toEqual([
    [],
    [],
  ])
  expect(plan({ ...changes, type: 'compose' }).gateway.networks).toEqual(['databases'])
})

test("a volume of the user's own takes the place of ours at the same path", () => {
  const volumes = ['/tmp/', '/app/data'].map((mountPath) => ({
    name: 'a',
    mountPath,
    readOnly: false,
    source: { emptyDir: {} },
  }))
  const gateway = { pod: { ...plainPod, volumes }, writablePaths: ['/app/cache'] }
  expect(plan({ gateway }).gateway).toMatchObject({ writablePaths: ['/app/cache'], dataPaths: {} })
  expect(plan({ gateway, type: 'compose' }).gateway).toMatchObject({
    writablePaths: ['/app/cache', '/tmp'],
    dataPaths: { '/app/data': 'gateway-data' },
  })
})

describe('certificates', () => {
  const names = (changes: StackChanges) =>
    plan({ plugins: [pluginConfig('OPA_Filter')], ...changes }).certificates.map(({ dnsNames }) => dnsNames)

  test('name every slot when revisions stand side by side', () => {
    const [client, server] = names({ deploy: { rolling: 'parallel' } })
    expect(client).toEqual(['mcpgateway'])
    expect(server?.slice(7)).toEqual([
      'mcp-plugin-opa-filter-r1',
      'mcp-plugin-opa-filter-r1.mcp-gateway.svc',
      'mcp-plugin-opa-filter-r2',
      'mcp-plugin-opa-filter-r2.mcp-gateway.svc',
      'mcp-plugin-opa-filter-r3',
      'mcp-plugin-opa-filter-r3.mcp-gateway.svc',
    ])
  })

  test('name none otherwise', () => {
    expect(names({})[1]).toHaveLength(7)
    expect(names({ type: 'compose', deploy: { rolling: 'parallel' } })[1]).toHaveLength(7)
  })
})

describe('where the gateway is', () => {
  const expose = { host: 'a.example.test', path: '/', tlsTermination: 'edge', annotations: {} } as const
  test.each([
    [{ ...expose, via: 'ingress' }, 'http://a.example.test'],
    [{ ...expose, via: 'ingress', tlsSecret: 'a', path: '/mcp' }, 'https://a.example.test/mcp'],
    [{ ...expose, via: 'route' }, 'https://a.example.test'],
    [{ ...expose, via: 'route', host: '' }, undefined],
    [{ ...expose, via: 'httproute', parent: { name: 'a' } }, 'http://a.example.test'],
    [{ ...expose, via: 'httproute', parent: { name: 'a', sectionName: 'https' } }, 'https://a.example.test'],
    [undefined, undefined],
  ] as const)('%j', (given, url) => {
    expect(plan(given === undefined ? {} : { expose: given }).gatewayUrl).toBe(url)
  })
})

test('passwords of registries are asked for, on a cluster only', () => {
  const pullCredentials = [{ registry: 'r.example.test', username: 'u', password: reference('PULL_TOKEN') }]
  const asked = (type: 'compose' | 'kubernetes') => plan({ type, deployment: { pullCredentials } }).secrets
  expect(asked('kubernetes')).toContainEqual({
    name: 'PULL_TOKEN',
    origin: 'declared',
    opensVolume: false,
    usedBy: ['pull.r.example.test'],
    copiedTo: ['the pull credentials of r.example.test'],
  })
  expect(asked('compose').map(({ name }) => name)).not.toContain('PULL_TOKEN')
})

describe('a Postgres of sclorg', () => {
  const image = 'quay.io/sclorg/postgresql-15-c9s:c9s'
  const store = (user: string, database: string) =>
    plan({
      infrastructure: { postgres: { ...postgres, image, user, database, dataPath: '/var/lib/pgsql/data' } },
    }).infrastructure[0]

  test.each([
    ['mcp', 'mcp', { POSTGRESQL_USER: plain('mcp'), POSTGRESQL_DATABASE: plain('mcp') }, ['POSTGRESQL_PASSWORD']],
    // Its scripts make no second `postgres`.
    [
      'postgres',
      'mcp',
      { POSTGRESQL_USER: plain('mcp'), POSTGRESQL_DATABASE: plain('mcp') },
      ['POSTGRESQL_ADMIN_PASSWORD', 'POSTGRESQL_PASSWORD'],
    ],
    ['postgres', 'postgres', {}, ['POSTGRESQL_ADMIN_PASSWORD']],
  ])('user %s and database %s are told as its scripts read them', (user, database, told, passwords) => {
    const env = store(user, database)?.env ?? {}
    const password = { kind: 'secret', parts: [{ kind: 'reference', secret: 'POSTGRES_PASSWORD', encoding: 'none' }] }
    expect(env).toEqual({ ...told, ...Object.fromEntries(passwords.map((name) => [name, password])) })
  })

  test('may write where its scripts write, and its data is in the volume', () => {
    expect(store('mcp', 'mcp')).toMatchObject({
      readOnlyRoot: true,
      writablePaths: ['/tmp', '/var/lib/pgsql', '/var/run/postgresql'],
      dataPaths: { '/var/lib/pgsql/data': 'postgres-data' },
    })
  })
})

describe('the users of stores', () => {
  test.each([
    ['postgres:17', 999],
    ['docker.io/library/postgres:17.2-bookworm', 999],
    ['mirror.example.test:5000/library/postgres:17-alpine3.20', 70],
    [`postgres:17-alpine@sha256:${'0'.repeat(64)}`, 70],
    ['quay.io/sclorg/postgresql-15-c9s:c9s', 26],
    ['registry.redhat.io/rhel9/postgresql-16:1', 26],
    ['example.test/postgresql:1', undefined],
    ['timescale/timescaledb:2', undefined],
  ])('%s', (image, user) => {
    const { infrastructure } = plan({ infrastructure: { postgres: { ...postgres, image } } })
    expect(infrastructure[0]?.pod.runAsUser).toBe(user)
  })

  test.each([
    ['redis:7-alpine', 999],
    ['valkey/valkey:8', undefined],
  ])('%s', (image, user) => {
    expect(
      plan({ infrastructure: { redis: { image, resources: {}, pod: plainPod } } }).infrastructure[0]?.pod.runAsUser,
    ).toBe(user)
  })

  test('are what the config says, and nobody on OpenShift and Compose', () => {
    const infrastructure = { redis: { image: 'redis:7', resources: {}, pod: { ...plainPod, runAsUser: 5 } } }
    const user = (changes: StackChanges) => plan({ infrastructure, ...changes }).infrastructure[0]?.pod.runAsUser
    const openshift = { createRoutes: false, tlsTermination: 'edge' }
    expect([user({}), user({ type: 'compose' }), user({ deployment: { openshift } })]).toEqual([
      5,
      undefined,
      undefined,
    ])
  })
})

describe('several gateways', () => {
  const refused = (changes: StackChanges) => planRules(plan(changes)).map(({ path }) => path)

  test('on SQLite are refused', () => {
    expect(refused({ gateway: { replicas: 2 } })).toEqual(['gateway.replicas'])
    expect(refused({ gateway: { autoscaled: true } })).toEqual(['gateway.autoscaling'])
    const env = plainEnv({ DATABASE_URL: 'sqlite:////srv/a.db' })
    expect(refused({ gateway: { replicas: 2, env } })).toEqual(['gateway.replicas'])
  })

  test('on anything else are not', () => {
    const pod = { ...plainPod, existingSecret: 'database' }
    expect(refused({ gateway: { replicas: 1 } })).toEqual([])
    expect(refused({ gateway: { replicas: 2, pod } })).toEqual([])
    expect(refused({ gateway: { replicas: 2, env: { DATABASE_URL: reference('URL') } } })).toEqual([])
    expect(refused({ gateway: { replicas: 2 }, infrastructure: { postgres } })).toEqual([])
    expect(refused({ type: 'compose', gateway: { replicas: 2 } })).toEqual([])
  })
})
