import { describe, expect, test } from 'vitest'
import { StackError } from '../../src/errors.ts'
import { type EnvValue, plain } from '../../src/model/env-value.ts'
import type { Plan } from '../../src/model/plan.ts'
import { Secret } from '../../src/model/secret.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { plainEnv, plainPod, pluginConfig, type StackChanges, stackConfig } from './stack-config.ts'

const plan = (changes: StackChanges = {}): Plan => planStack(stackConfig(changes))

const value = (given: EnvValue | undefined): unknown =>
  given?.kind === 'secret'
    ? given.parts
        .map((part) => (part.kind === 'literal' ? part.text.reveal() : `<${part.secret} ${part.encoding}>`))
        .join('')
    : given?.value

const reference = (secret: string): EnvValue => ({
  kind: 'secret',
  parts: [{ kind: 'reference', secret, encoding: 'none' }],
})

function refused(changes: StackChanges): StackError {
  try {
    plan(changes)
  } catch (error) {
    if (error instanceof StackError) return error
    throw error
  }
  throw new Error('the plan was not refused')
}

const postgres = {
  image: 'postgres:17',
  database: 'gateway db',
  user: 'mcp@x',
  storageSize: '1Gi',
  dataPath: '/var/lib/postgresql/data',
  resources: {},
  pod: plainPod,
}

describe('the gateway', () => {
  test('is told what CONTRACT §1 asks for', () => {
    const { gateway } = plan({ gateway: { port: 5555 }, plugins: [pluginConfig('Guard')] })
    expect(gateway.env).toMatchObject(
      plainEnv({
        HOST: '0.0.0.0',
        PORT: '5555',
        PLUGINS_ENABLED: 'true',
        PLUGINS_CONFIG_FILE: '/app/config/plugins.yaml',
        PLUGINS_FAIL_ON_PLUGIN_ERROR: 'true',
        PLUGINS_CLIENT_MTLS_CERTFILE: '/app/certs/mcp/client.crt',
        PLUGINS_CLIENT_MTLS_KEYFILE: '/app/certs/mcp/client.key',
        PLUGINS_CLIENT_MTLS_CA_BUNDLE: '/app/certs/mcp/ca.crt',
        PLUGINS_CLIENT_MTLS_VERIFY: 'true',
        PLUGINS_CLIENT_MTLS_CHECK_HOSTNAME: 'true',
        MCPGATEWAY_ADMIN_API_ENABLED: 'true',
        ADMIN_REQUIRE_PASSWORD_CHANGE_ON_BOOTSTRAP: 'false',
      }),
    )
    const names = Object.keys(gateway.env)
    expect(names).toEqual([...names].sort())
    expect(gateway.health).toEqual({ kind: 'http', port: 5555, path: '/ready' })
    expect(gateway.dependsOn).toEqual(['Guard'])
  })

  test('has no client certificate where no plugin asks for one', () => {
    const { gateway, certificates } = plan({ plugins: [pluginConfig('Guard', { mtls: false })] })
    expect(Object.keys(gateway.env).filter((name) => name.includes('MTLS'))).toEqual([])
    expect(certificates).toEqual([])
  })

  test.each([
    ['PORT', '1234'],
    ['HOST', '127.0.0.1'],
    ['PLUGINS_ENABLED', 'false'],
    ['PLUGINS_CONFIG_FILE', 'plugins/config.yaml'],
  ])('refuses %s=%s, which would break it', (name, given) => {
    const error = refused({ gateway: { env: plainEnv({ [name]: given }) } })
    expect(error.code).toBe('CONFIG_INVALID')
    expect(error.problems).toMatchObject([{ severity: 'error', path: `gateway.env_vars.${name}` }])
  })

  test('takes values that work as well, and its own', () => {
    const env = plainEnv({
      HOST: '::',
      PORT: '4444',
      PLUGINS_PLUGIN_TIMEOUT: '90',
      PLUGINS_FAIL_ON_PLUGIN_ERROR: 'false',
    })
    const { gateway, problems } = plan({ gateway: { env } })
    expect(gateway.env).toMatchObject(env)
    expect(problems.filter(({ path }) => path?.endsWith('ON_PLUGIN_ERROR'))).toMatchObject([{ severity: 'note' }])
  })

  test('is published on the loopback address unless told otherwise, on Compose only', () => {
    expect(plan().gateway.hostPort).toEqual({ address: '127.0.0.1', port: 4444 })
    const open = plan({ gateway: { hostPort: { address: '0.0.0.0', port: 80 } } })
    expect(open.gateway.hostPort).toEqual({ address: '0.0.0.0', port: 80 })
    expect(open.gatewayUrl).toBe('http://127.0.0.1:80')
    expect(plan({ gateway: { hostPort: { address: '::1', port: 80 } } }).gatewayUrl).toBe('http://[::1]:80')
    expect(plan({ type: 'kubernetes' }).gateway.hostPort).toBeUndefined()
  })
})

describe('the database', () => {
  test('is a file on a volume where nothing else is said', () => {
    const { gateway } = plan()
    expect(value(gateway.env['DATABASE_URL'])).toBe('sqlite:////app/data/mcp.db')
    expect(gateway.dataPaths).toEqual({ '/app/data': 'gateway-data' })
  })

  test.each([
    ['postgresql://u:p@db/x', 'postgresql+psycopg://u:p@db/x'],
    ['postgres://u@db/x', 'postgresql+psycopg://u@db/x'],
  ])('%s gets the driver the gateway has, in plain text and in secret', (given, expected) => {
    const open = plan({ gateway: { env: { DATABASE_URL: plain(given) } } })
    expect(value(open.gateway.env['DATABASE_URL'])).toBe(expected)
    const literal: EnvValue = { kind: 'secret', parts: [{ kind: 'literal', text: new Secret('DATABASE_URL', given) }] }
    const closed = plan({ gateway: { env: { DATABASE_URL: literal } } })
    expect(value(closed.gateway.env['DATABASE_URL'])).toBe(expected)
    for (const { problems, gateway } of [open, closed]) {
      expect(problems).toContainEqual(
        expect.objectContaining({ severity: 'note', path: 'gateway.env_vars.DATABASE_URL' }),
      )
      expect(gateway.dataPaths).toEqual({})
    }
  })

  test('with a driver is left alone', () => {
    const { gateway, problems } = plan({ gateway: { env: plainEnv({ DATABASE_URL: 'postgresql+asyncpg://db/x' }) } })
    expect(value(gateway.env['DATABASE_URL'])).toBe('postgresql+asyncpg://db/x')
    expect(problems.filter(({ path }) => path === 'gateway.env_vars.DATABASE_URL')).toEqual([])
  })

  test.each([
    ['sqlite:////srv/db/a.db', { '/srv/db': 'gateway-data' }, 0],
    ['sqlite:///./mcp.db', {}, 1],
    ['sqlite:////app/mcp.db', {}, 1],
    ['sqlite:////mcp.db', {}, 1],
  ])('%s gets a volume under its folder, or a warning', (url, dataPaths, warnings) => {
    const { gateway, problems } = plan({ gateway: { env: plainEnv({ DATABASE_URL: url }) } })
    expect(gateway.dataPaths).toEqual(dataPaths)
    expect(problems.filter(({ severity }) => severity === 'warning')).toHaveLength(warnings)
  })

  test("is the stack's own Postgres, user and name percent-encoded, the password made once", () => {
    const { gateway, infrastructure, secrets } = plan({ infrastructure: { postgres } })
    expect(value(gateway.env['DATABASE_URL'])).toBe(
      'postgresql+psycopg://mcp%40x:<POSTGRES_PASSWORD url>@postgres:5432/gateway%20db',
    )
    expect(gateway.dataPaths).toEqual({})
    expect(infrastructure[0]?.dataPaths).toEqual({ '/var/lib/postgresql/data': 'postgres-data' })
    expect(secrets).toContainEqual({
      name: 'POSTGRES_PASSWORD',
      origin: 'generated',
      shape: 'password',
      opensVolume: true,
      copiedTo: ['gateway.DATABASE_URL'],
      usedBy: ['postgres.POSTGRES_PASSWORD', 'gateway.DATABASE_URL'],
    })
  })

  test("encodes the user's own password", () => {
    const password: EnvValue = {
      kind: 'secret',
      parts: [
        { kind: 'literal', text: new Secret('password', 'p@ss/') },
        { kind: 'reference', secret: 'DATABASE_PASSWORD', encoding: 'none' },
      ],
    }
    const { gateway, secrets } = plan({ infrastructure: { postgres: { ...postgres, password } } })
    expect(value(gateway.env['DATABASE_URL'])).toContain(':p%40ss%2F<DATABASE_PASSWORD url>@')
    expect(secrets.map(({ name, origin }) => [name, origin])).toContainEqual(['DATABASE_PASSWORD', 'declared'])
  })
})

describe('the cache', () => {
  test('is Redis where there is one', () => {
    const own = plan({ infrastructure: { redis: { image: 'redis:7', resources: {}, pod: plainPod } } })
    expect(own.gateway.env).toMatchObject(plainEnv({ REDIS_URL: 'redis://redis:6379/0', CACHE_TYPE: 'redis' }))
    const given = plan({ gateway: { env: plainEnv({ REDIS_URL: 'redis://elsewhere' }) } })
    expect(value(given.gateway.env['CACHE_TYPE'])).toBe('redis')
    expect(given.problems).toContainEqual(expect.objectContaining({ path: 'gateway.env_vars.CACHE_TYPE' }))
    expect(plan().gateway.env['CACHE_TYPE']).toBeUndefined()
  })

  test("keeps the user's choice and says what it means", () => {
    const env = plainEnv({ REDIS_URL: 'redis://elsewhere', CACHE_TYPE: 'memory' })
    const { gateway, problems } = plan({ gateway: { env } })
    expect(value(gateway.env['CACHE_TYPE'])).toBe('memory')
    expect(problems).toContainEqual(expect.objectContaining({ message: 'CACHE_TYPE is memory: Redis is not used' }))
  })
})

describe('secrets', () => {
  test('the gateway needs are made where nobody gives them', () => {
    expect(plan().secrets).toEqual([
      {
        name: 'AUTH_ENCRYPTION_SECRET',
        origin: 'generated',
        shape: 'token',
        strength: 'gateway',
        opensVolume: true,
        usedBy: ['gateway.AUTH_ENCRYPTION_SECRET'],
      },
      {
        name: 'BASIC_AUTH_PASSWORD',
        origin: 'generated',
        shape: 'password',
        opensVolume: false,
        usedBy: ['gateway.BASIC_AUTH_PASSWORD'],
      },
      {
        name: 'JWT_SECRET_KEY',
        origin: 'generated',
        shape: 'token',
        strength: 'gateway',
        opensVolume: true,
        usedBy: ['gateway.JWT_SECRET_KEY'],
      },
      {
        name: 'PLATFORM_ADMIN_PASSWORD',
        origin: 'generated',
        shape: 'password',
        strength: 'administrator',
        opensVolume: true,
        usedBy: ['gateway.PLATFORM_ADMIN_PASSWORD'],
      },
    ])
  })

  test('the user refers to have to be there, and are checked under their own names', () => {
    const env = { JWT_SECRET_KEY: reference('MY_KEY'), PLATFORM_ADMIN_PASSWORD: reference('PLATFORM_ADMIN_PASSWORD') }
    const { secrets, gateway } = plan({ gateway: { env }, secrets: [{ name: 'UNUSED', to: [] }] })
    const byName = Object.fromEntries(secrets.map((secret) => [secret.name, secret]))
    expect(byName['MY_KEY']).toMatchObject({ origin: 'declared', strength: 'gateway' })
    expect(byName['PLATFORM_ADMIN_PASSWORD']).toMatchObject({ origin: 'declared', strength: 'administrator' })
    expect(Object.keys(byName)).not.toContain('JWT_SECRET_KEY')
    expect(Object.keys(byName)).not.toContain('UNUSED')
    expect(gateway.env['ADMIN_REQUIRE_PASSWORD_CHANGE_ON_BOOTSTRAP']).toBeUndefined()
  })

  test('go where {name, to} sends them, behind what the user set', () => {
    const { plugins, gateway } = plan({
      plugins: [pluginConfig('A'), pluginConfig('B', { env: plainEnv({ API_KEY: 'mine' }) })],
      secrets: [{ name: 'API_KEY', to: ['A', 'B', 'gateway'] }],
    })
    expect(plugins.map(({ env }) => value(env['API_KEY']))).toEqual(['<API_KEY none>', 'mine'])
    expect(value(gateway.env['API_KEY'])).toBe('<API_KEY none>')
  })
})

describe('a plugin', () => {
  test('with mTLS is told what CONTRACT §2 asks for, and gets the shim', () => {
    const [plugin] = plan({
      plugins: [pluginConfig('Word_Guard', { env: plainEnv({ PYTHONPATH: '/app/src' }) })],
    }).plugins
    expect(plugin?.env).toEqual(
      plainEnv({
        PLUGINS_SERVER_HOST: '0.0.0.0',
        PLUGINS_SERVER_PORT: '8000',
        PLUGINS_SERVER_SSL_CA_CERTS: '/app/certs/mcp/ca.crt',
        PLUGINS_SERVER_SSL_CERTFILE: '/app/certs/mcp/server.crt',
        PLUGINS_SERVER_SSL_CERT_REQS: '2',
        PLUGINS_SERVER_SSL_ENABLED: 'true',
        PLUGINS_SERVER_SSL_KEYFILE: '/app/certs/mcp/server.key',
        PLUGINS_TRANSPORT: 'http',
        PYTHONPATH: '/opt/mcp-stack/shim:/app/src',
      }),
    )
    expect(plugin).toMatchObject({
      service: 'word-guard',
      aliases: ['mcp-plugin-word-guard'],
      url: 'https://word-guard:8000/mcp',
      health: { kind: 'http', port: 9000, path: '/health' },
      shim: true,
    })
  })

  test('without mTLS speaks plain HTTP and has its health on its own port', () => {
    const [plugin] = plan({ plugins: [pluginConfig('Guard', { mtls: false })] }).plugins
    expect(plugin).toMatchObject({ url: 'http://guard:8000/mcp', health: { kind: 'http', port: 8000 }, shim: false })
    expect(Object.keys(plugin?.env ?? {})).toEqual(['PLUGINS_SERVER_HOST', 'PLUGINS_SERVER_PORT', 'PLUGINS_TRANSPORT'])
  })

  test('is another name on Kubernetes', () => {
    const [plugin] = plan({ type: 'kubernetes', plugins: [pluginConfig('Word_Guard', { servicePort: 80 })] }).plugins
    expect(plugin).toMatchObject({
      service: 'mcp-plugin-word-guard',
      aliases: [],
      url: 'https://mcp-plugin-word-guard.mcp-gateway.svc:80/mcp',
    })
  })

  test('gives the gateway the shim where no call may be lost, before what its image has', () => {
    const gatewayOf = (changes: StackChanges) => plan({ plugins: [pluginConfig('Guard')], ...changes }).gateway
    const parallel = { type: 'kubernetes', deploy: { rolling: 'parallel' } } as const
    const mounted = gatewayOf(parallel)
    expect(mounted.shim).toBe(true)
    expect(mounted.env['PYTHONPATH']).toEqual({ kind: 'plain', value: '/opt/mcp-stack/shim:/app' })
    expect(gatewayOf({ ...parallel, gateway: { runtimeCompat: false } }).shim).toBe(false)
    expect(gatewayOf({ type: 'kubernetes' }).shim).toBe(false)
    expect(gatewayOf({}).env['PYTHONPATH']).toBeUndefined()
  })

  test('keeps its shim away where runtime_compat is false', () => {
    const [plugin] = plan({ plugins: [pluginConfig('Guard', { runtimeCompat: false })] }).plugins
    expect(plugin?.shim).toBe(false)
    expect(plugin?.env['PYTHONPATH']).toBeUndefined()
  })

  test('may not change what the stack depends on: every problem at once', () => {
    const error = refused({
      plugins: [
        pluginConfig('A', { env: plainEnv({ PLUGINS_TRANSPORT: 'stdio' }) }),
        pluginConfig('B', { env: { PLUGINS_SERVER_SSL_CERT_REQS: plain('0') } }),
      ],
    })
    expect(error.problems.map(({ path }) => path)).toEqual([
      'plugins[0].env_vars.PLUGINS_TRANSPORT',
      'plugins[1].env_vars.PLUGINS_SERVER_SSL_CERT_REQS',
    ])
  })
})

test('certificates carry every name of CONTRACT §4', () => {
  const { certificates } = plan({ plugins: [pluginConfig('OPA_Filter'), pluginConfig('Open', { mtls: false })] })
  expect(
    certificates.map(({ component, kind, commonName, dnsNames }) => ({ component, kind, commonName, dnsNames })),
  ).toEqual([
    { component: 'gateway', kind: 'client', commonName: 'mcpgateway', dnsNames: ['mcpgateway'] },
    {
      component: 'OPA_Filter',
      kind: 'server',
      commonName: 'mcp-plugin-opa-filter',
      dnsNames: [
        'opa-filter',
        'mcp-plugin-opa-filter',
        'mcp-plugin-opa-filter.mcp-gateway',
        'mcp-plugin-opa-filter.mcp-gateway.svc',
        'mcp-plugin-opa-filter.mcp-gateway.svc.cluster.local',
        'localhost',
        'OPA_Filter',
      ],
    },
  ])
})

test('plugins-config.yaml holds what the user said, between our keys', () => {
  const { pluginsConfig } = plan({
    plugins: [
      pluginConfig('Guard', {
        priority: 0,
        mode: 'sequential',
        onError: 'fail',
        overrides: { priority: 9, hooks: ['x'], description: 'd' },
      }),
      pluginConfig('Plain', { mtls: false }),
    ],
  })
  expect(pluginsConfig).toEqual({
    plugins: [
      {
        name: 'Guard',
        kind: 'external',
        priority: 0,
        mode: 'sequential',
        on_error: 'fail',
        description: 'd',
        hooks: ['x'],
        mcp: { proto: 'STREAMABLEHTTP', url: 'https://guard:8000/mcp' },
      },
      { name: 'Plain', kind: 'external', mcp: { proto: 'STREAMABLEHTTP', url: 'http://plain:8000/mcp' } },
    ],
    plugin_dirs: [],
  })
})

test('images are named by registry, stack and component, equal on both targets', () => {
  const built = pluginConfig('Word_Guard', { registry: { prefix: 'registry.example/team', push: true } })
  for (const type of ['compose', 'kubernetes'] as const) {
    expect(plan({ type, plugins: [built] }).images.map(({ component, repository }) => [component, repository])).toEqual(
      [
        ['gateway', 'mcp-stack/demo/mcpgateway'],
        ['Word_Guard', 'registry.example/team/demo/word-guard'],
      ],
    )
  }
})
