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

test('the value of --set is never shown', async () => {
  const sets = ['gateway.env_vars.API_KEY=hunter2hunter2 ${']
  expect(JSON.stringify(await stackFile(layered, { sets }).problems())).not.toContain('hunter2')
})
