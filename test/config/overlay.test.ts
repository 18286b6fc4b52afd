import { expect, test } from 'vitest'
import { errorsOf, small, stackFile } from './stack-file.ts'

const layered = `deployment: {type: compose}
gateway:
  image: registry.example.test/gateway:1.0.0
  env_vars: {LOG_LEVEL: INFO, GONE: "1"}
plugins:
  - {name: One, image: registry.example.test/one:1.0.0, port: 8000, args: [a, b]}
  - {name: Two, image: registry.example.test/two:1.0.0, port: 8100}
environments:
  staging:
    deployment: {type: kubernetes, namespace: staging}
    gateway:
      env_vars: {LOG_LEVEL: DEBUG, GONE: null}
    plugins:
      - {name: One, port: 9000, args: [c]}
      - {name: Three, image: registry.example.test/three:1.0.0, port: 8200}
  less:
    plugins:
      Two: null
      One: {priority: 5}
`

test('maps merge, plugins merge by name, lists replace, null removes', async () => {
  const config = await stackFile(layered, { environment: 'staging' }).read()
  expect(config.environment).toBe('staging')
  expect(config.deployment).toMatchObject({ type: 'kubernetes', name: 'staging' })
  expect(config.gateway.env).toEqual({ LOG_LEVEL: { kind: 'plain', value: 'DEBUG' } })
  expect(config.plugins.map(({ name, port, args }) => [name, port, args])).toEqual([
    ['One', 9000, ['c']],
    ['Two', 8100, undefined],
    ['Three', 8200, undefined],
  ])
})

test('plugins of an overlay as a map', async () => {
  const config = await stackFile(layered, { environment: 'less' }).read()
  expect(config.plugins.map(({ name, priority }) => [name, priority])).toEqual([['One', 5]])
})

test('without a name the base alone', async () => {
  const config = await stackFile(layered).read()
  expect(config.plugins).toHaveLength(2)
  expect(config.gateway.env['GONE']).toEqual({ kind: 'plain', value: '1' })
})

test('a name that is not there', async () => {
  const [error] = errorsOf(await stackFile(layered, { environment: 'stagin' }).problems())
  expect(error).toMatchObject({ path: 'environments', hint: 'Did you mean staging?', place: { line: 8 } })
})

test('a problem of an overlay is at the place in the overlay, and told once', async () => {
  const text = `${small}environments:\n  a:\n    gateway: {replicas: 0}\n  b:\n    gateway: {port: 1}\n`
  const errors = errorsOf(await stackFile(text).validate())
  expect(errors).toMatchObject([{ path: 'gateway.replicas', place: { line: 6, column: 25 } }])
  expect(errors[0]?.message).toMatch(/environment a/)
})

test('a problem of the base is not told again for every overlay', async () => {
  const text = `${small}plugins: [{name: a.b, image: x/y:1}]\nenvironments: {a: {}, b: {}, c: {}}\n`
  expect(errorsOf(await stackFile(text).validate())).toHaveLength(1)
})

test.each([
  [['gateway.replicas=1', 'gateway.port=5000'], (c: Config) => c.gateway.port, 5000],
  [['plugins[1].port=9'], (c: Config) => c.plugins[1]?.port, 9],
  [['plugins.Two.port=9'], (c: Config) => c.plugins[1]?.port, 9],
  [['plugins.1.port=9'], (c: Config) => c.plugins[1]?.port, 9],
  [['gateway.env_vars.NEW=12'], (c: Config) => c.gateway.env['NEW'], { kind: 'plain', value: '12' }],
  [['gateway.env_vars.NEW=a=b'], (c: Config) => c.gateway.env['NEW'], { kind: 'plain', value: 'a=b' }],
  [['gateway.env_vars.NEW=${V}'], (c: Config) => c.gateway.env['NEW'], { kind: 'plain', value: 'v' }],
  [['gateway.env_vars=null'], (c: Config) => c.gateway.env, {}],
  [['plugins.One.args=["x", "y"]'], (c: Config) => c.plugins[0]?.args, ['x', 'y']],
  [
    ['ci_cd.build.base_images["python:3.12"]=mirror/python:3.12'],
    (c: Config) => c.build.baseImages,
    { 'python:3.12': 'mirror/python:3.12' },
  ],
  [['ci_cd.deploy.wait=false'], (c: Config) => c.deploy.wait, false],
  [['plugins[0]=null'], (c: Config) => c.plugins.map(({ name }) => name), ['Two']],
])('--set %j', async (sets, read, expected) => {
  expect(read(await stackFile(layered, { sets, variables: { V: 'v' } }).read())).toEqual(expected)
})

type Config = Awaited<ReturnType<ReturnType<typeof stackFile>['read']>>

test.each([
  ['gateway.port', 'USAGE', undefined],
  ['=x', 'USAGE', undefined],
  ['gateway.port=zero', 'CONFIG_INVALID', 'gateway.port'],
  ['plugins.Nobody.port=1', 'USAGE', 'plugins.Nobody.port'],
  ['plugins[7].port=1', 'USAGE', 'plugins[7].port'],
  ['__proto__.x=1', 'USAGE', undefined],
  ['gateway.args=[1', 'USAGE', 'gateway.args'],
])('--set %s is refused at the command line', async (set, code, path) => {
  const [error] = errorsOf(await stackFile(layered, { sets: [set] }).problems())
  expect(error).toMatchObject({ code, place: { line: 1, column: 1 } })
  expect(error?.place?.file).toMatch(/^--set/)
  expect(error?.path).toBe(path)
})

test.each([
  ['__proto__.x=1', /__proto__ .* is not a key/],
  ['gateway.env_vars.__proto__=1', /__proto__ .* is not a key/],
  ['environments.a.gateway.port=1', /environments is not a key/],
  ['gateway.port', /needs path=value/],
  ['gateway..port=1', /needs path=value/],
])('--set %s says what is wrong with it', async (set, says) => {
  const [error] = errorsOf(await stackFile(layered, { sets: [set] }).problems())
  expect(error?.message).toMatch(says)
})

test('the value of --set is never shown', async () => {
  const sets = ['gateway.env_vars.API_KEY=hunter2hunter2 ${']
  expect(JSON.stringify(await stackFile(layered, { sets }).problems())).not.toContain('hunter2')
})

test('everything that is wrong in one run, also behind a broken name', async () => {
  const text = `deployment: {type: compos}
gateway:
  image: Registry/gateway
  port: http
  cpu_request: 2
  cpu_limit: 1
  env_vars: {1A: x, OK: "\${MCP_T_UNSET_1}", BAD: "\${"}
plugins:
  - {name: a.b, repo: "http://git.example.test/x.git", ref: "-x"}
  - {name: Twin, image: x/y:1}
  - {name: twin, image: x/y:1, priorty: 1}
  -
  - {image: x/y:1}
certificates: {validity_days: 0, ca_path: /}
`
  const paths = errorsOf(await stackFile(text).validate()).map(({ path, place }) => `${place?.line} ${path}`)
  expect(paths).toEqual([
    '1 deployment.type',
    '3 gateway.image',
    '4 gateway.port',
    '5 gateway.cpu_request',
    '7 gateway.env_vars.1A',
    '7 gateway.env_vars.OK',
    '7 gateway.env_vars.BAD',
    '9 plugins[0].name',
    '9 plugins[0].repo',
    '9 plugins[0].ref',
    '11 plugins[2].name',
    '11 plugins[2].priorty',
    '12 plugins[3]',
    '13 plugins[4].name',
    '14 certificates.validity_days',
    '14 certificates.ca_path',
  ])
})

test('numbers and switches may come from variables, quoted or not', async () => {
  const text = `${small}  port: \${PORT}
  replicas: "\${REPLICAS}"
  mtls_enabled: \${MTLS}
  env_vars: {A: "\${PORT}", B: 1e5, C: 0x10, D: 1.0, E: true}
plugins: [{name: One, repo: "https://git.example.test/a.git", ref: "\${REF}"}]
`
  const config = await stackFile(text, { variables: { PORT: '5000', REPLICAS: '1', MTLS: 'false', REF: '1e5' } }).read()
  expect(config.gateway).toMatchObject({ port: 5000, replicas: 1, mtls: false })
  expect(config.plugins[0]?.source).toMatchObject({ ref: '1e5' })
  expect(Object.values(config.gateway.env).map((value) => value.kind === 'plain' && value.value)).toEqual([
    '5000',
    '1e5',
    '0x10',
    '1.0',
    'true',
  ])
})

test('without the environment, what depends on it is not judged', async () => {
  const text = `${small}  port: \${PORT}\n  env_vars: {A: "\${NOPE}", KEY: "\${SOME_KEY:?say}"}\n`.replaceAll(
    '\\n',
    '\n',
  )
  expect(errorsOf(await stackFile(text, { checkEnvironment: false }).validate())).toEqual([])
  expect(errorsOf(await stackFile(text).validate())).toHaveLength(3)
})

test('a registry of a component wins key by key', async () => {
  const text = `${small}registry: {enabled: true, url: registry.example.test, namespace: team}
plugins:
  - {name: A, repo: "https://git.example.test/a.git", ref: v1.0.0}
  - {name: B, repo: "https://git.example.test/b.git", ref: v1.0.0, registry: {namespace: other}}
  - {name: C, repo: "https://git.example.test/c.git", ref: v1.0.0, registry: {enabled: false}}
`
  const config = await stackFile(text).read()
  expect(config.plugins.map(({ registry }) => registry)).toEqual([
    { prefix: 'registry.example.test/team', push: true },
    { prefix: 'registry.example.test/other', push: true },
    undefined,
  ])
})

test('host ports on Compose', async () => {
  const text = `${small}plugins:
  - {name: A, image: x/y:1, expose_port: true}
  - {name: B, image: x/y:1, expose_port: true, host_port: "0.0.0.0:8000"}
  - {name: C, image: x/y:1}
`
  const config = await stackFile(text).read()
  expect([config.gateway, ...config.plugins].map(({ hostPort }) => hostPort)).toEqual([
    { address: '127.0.0.1', port: 4444 },
    { address: '127.0.0.1', port: 8001 },
    { address: '0.0.0.0', port: 8000 },
    undefined,
  ])
})
