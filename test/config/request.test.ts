import { expect, test } from 'vitest'
import { errorsOf, stackFile } from './stack-file.ts'

/** The example of the feature request, key by key. */
const request = `deployment:
  type: kubernetes
  namespace: mcp-gateway
gateway:
  image: ghcr.io/ibm/mcp-context-forge:latest
  image_pull_policy: IfNotPresent
  port: 4444
  service_type: ClusterIP
  service_port: 4444
  replicas: 2
  memory_request: 512Mi
  memory_limit: 1Gi
  cpu_request: 250m
  cpu_limit: 1000m
  env_file: gateway.env
  env_vars:
    LOG_LEVEL: INFO
    MCPGATEWAY_UI_ENABLED: "true"
    DATABASE_URL: postgresql://user:pass@postgres:5432/mcpgateway
    REDIS_URL: redis://redis:6379
    JWT_SECRET_KEY: \${JWT_SECRET_KEY}
  mtls_enabled: true
plugins:
  - name: OPAPluginFilter
    repo: https://github.com/yourorg/mcp-opa-plugin.git
    ref: main
    containerfile: Containerfile
    port: 8000
    replicas: 2
    env_file: plugins/opa.env
    env_vars:
      OPA_POLICY_PATH: /app/policies
    mtls_enabled: true
    priority: 10
  - name: ClamAVPlugin
    repo: https://github.com/yourorg/mcp-clamav-plugin.git
    ref: v1.0.0
    port: 3000
    env_vars:
      CLAMAV_PORT: "3310"
certificates:
  validity_days: 825
  auto_generate: true
  ca_path: ./certs/mcp/ca
  gateway_path: ./certs/mcp/gateway
  plugins_path: ./certs/mcp/plugins
ci_cd:
  vault_secrets:
    - JWT_SECRET_KEY
    - DATABASE_PASSWORD
    - REDIS_PASSWORD
    - API_KEY
  build:
    parallel: true
    cache: true
  deploy:
    wait: true
    timeout: 300
    verify: true
`
const files = { 'gateway.env': 'HOST_NAME=example\n', 'plugins/opa.env': 'LOG_LEVEL=INFO\nEXTRA=1 # one\n' }
const variables = { JWT_SECRET_KEY: 'h7Gq2LxV9pKdT4mZbW8sRnYc3FjEuAaX' }

test('the request means what it says', async () => {
  const config = await stackFile(request, { files, variables }).read()

  expect(config.deployment).toEqual({
    type: 'kubernetes',
    name: 'mcp-gateway',
    namespace: 'mcp-gateway',
    networks: [],
    createNamespace: true,
    imagePullSecrets: [],
    pullCredentials: [],
    kubectlProxy: true,
  })
  expect(config.gateway).toMatchObject({
    source: { kind: 'image', reference: 'ghcr.io/ibm/mcp-context-forge:latest' },
    pullPolicy: 'IfNotPresent',
    port: 4444,
    servicePort: 4444,
    replicas: 2,
    mtls: true,
    resources: { memoryRequest: '512Mi', memoryLimit: '1Gi', cpuRequest: '250m', cpuLimit: '1000m' },
  })
  expect(config.plugins.map(({ name, port, mtls, priority }) => ({ name, port, mtls, priority }))).toEqual([
    { name: 'OPAPluginFilter', port: 8000, mtls: true, priority: 10 },
    { name: 'ClamAVPlugin', port: 3000, mtls: true, priority: undefined },
  ])
  expect(config.plugins[0]?.source).toMatchObject({
    kind: 'git',
    ref: 'main',
    context: '.',
    containerfile: 'Containerfile',
  })
  expect(config.plugins[0]?.env).toEqual({
    LOG_LEVEL: { kind: 'plain', value: 'INFO' },
    EXTRA: { kind: 'plain', value: '1' },
    OPA_POLICY_PATH: { kind: 'plain', value: '/app/policies' },
  })
  expect(config.certificates).toMatchObject({ validityDays: 825, authority: 'local' })
  expect(config.deploy).toMatchObject({ wait: true, timeoutSeconds: 300, verify: true, rollBack: true })
})

test('secrets stay references, URLs with passwords are literals that nobody prints', async () => {
  const file = stackFile(request, { files, variables })
  const { env } = (await file.read()).gateway

  expect(env['JWT_SECRET_KEY']).toEqual({
    kind: 'secret',
    parts: [{ kind: 'reference', secret: 'JWT_SECRET_KEY', encoding: 'none' }],
  })
  expect(env['DATABASE_URL']?.kind).toBe('secret')
  expect(env['CACHE_TYPE']).toEqual({ kind: 'plain', value: 'redis' })
  expect(JSON.stringify(env)).not.toContain('user:pass')
  expect(file.masked.map((secret) => secret.reveal())).toContain(
    'postgresql+psycopg://user:pass@postgres:5432/mcpgateway',
  )
})

test('what was adapted and what is doubtful is said, once each', async () => {
  const { problems } = await stackFile(request, { files, variables }).read()
  const told = problems.map(({ severity, path }) => `${severity} ${path}`)

  expect(told).toEqual([
    'warning gateway.image',
    'warning gateway.env_vars.DATABASE_URL',
    'warning gateway.env_vars.REDIS_URL',
    'warning plugins[0].ref',
    'warning certificates.validity_days',
    'warning ci_cd.vault_secrets[1]',
    'note gateway.env_vars.DATABASE_URL',
    'note gateway.env_vars.REDIS_URL',
    'note plugins[0].repo',
  ])
  expect(problems[1]?.hint).toContain('infrastructure.postgres.enabled')
  expect(problems.map(({ code }) => code).slice(4)).toEqual([
    'CONFIG_WARNING',
    'CONFIG_WARNING',
    'CONFIG_NOTE',
    'CONFIG_NOTE',
    'CONFIG_NOTE',
  ])
})

test('the signing key that is written and not set is missing, not generated', async () => {
  const [error, ...others] = errorsOf(await stackFile(request, { files }).validate())

  expect(error).toMatchObject({
    code: 'SECRET_MISSING',
    path: 'gateway.env_vars.JWT_SECRET_KEY',
    place: { line: 21, column: 21 },
  })
  expect(others).toEqual([])
  expect(errorsOf(await stackFile(request, { files, checkEnvironment: false }).validate())).toEqual([])
})

test('a cluster cannot pull what no registry has: a note, for some can be given it', async () => {
  const told = async (text: string) =>
    (await stackFile(text, { files, variables }).problems()).filter(({ path }) => path?.endsWith('.repo') === true)
  expect(await told(request)).toMatchObject([{ severity: 'note', path: 'plugins[0].repo' }])
  expect(await told(`${request}registry: {enabled: true, url: registry.example.test, namespace: team}\n`)).toEqual([])
})

test('moving sources are errors with --require-pinned', async () => {
  const problems = errorsOf(await stackFile(request, { files, variables, requirePinned: true }).validate())
  expect(problems.map(({ code, path }) => [code, path])).toEqual([
    ['NOT_PINNED', 'gateway.image'],
    ['NOT_PINNED', 'plugins[0].ref'],
  ])
})

test('a review is a validation and a reading in one', async () => {
  const file = stackFile(request, { files, variables })
  const { problems, config } = await file.review()
  expect(problems).toHaveLength(9)
  expect(config?.digest).toBe((await file.read()).digest)
  expect((await stackFile(request, { files }).review()).config).toBeUndefined()
})
