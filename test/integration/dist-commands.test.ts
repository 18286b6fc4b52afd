import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freePort } from '../support/example.ts'
import { root } from '../support/machine.ts'
import { checkedReport, copyDist, type DistCopy, listing } from './dist-copy.ts'

let dist: DistCopy
beforeEach(() => {
  dist = copyDist()
})
afterEach(() => dist.close())

const good = `deployment: {type: compose, project_name: smoke}
gateway: {image: "registry.example.test/gateway:1.0.0", mtls_enabled: true}
plugins:
  - {name: One, image: "registry.example.test/one:1.0.0", port: 8000}
`

test('version is the one of package.json', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  for (const word of ['version', '--version']) {
    expect(await dist.run(word)).toMatchObject({ exitCode: 0, stdout: `${version}\n`, stderr: '' })
  }
})

test('help names every command, and explains each', async () => {
  const { stdout, exitCode } = await dist.run('--help')
  expect(exitCode).toBe(0)
  const commands = [...stdout.matchAll(/^ {2}([a-z]+(?: [a-z]+)?) {2,}\S/gm)].map((match) => match[1] ?? '')
  expect(commands).toEqual(expect.arrayContaining(['init', 'validate', 'plan', 'deploy', 'rollback', 'certs check']))
  const helped = await Promise.all(['deploy', 'certs'].map((name) => dist.run('help', name)))
  for (const run of helped) expect(run).toMatchObject({ exitCode: 0, stderr: '' })
  expect(helped[0]?.stdout).toContain('--dry-run')
})

test('no word at all is help', async () => {
  const bare = await dist.run()
  expect(bare.stdout + bare.stderr).toContain('mcp-deploy COMMAND')
})

test('schema is the published one, and accepts what init writes', async () => {
  const { stdout } = await dist.run('schema')
  expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(join(root, 'schemas/mcp-stack.schema.json'), 'utf8')))
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(stdout))
  expect(validate({ deployment: { type: 'compose' }, gateway: { image: 'a:1' } })).toBe(true)
  expect(validate({ deployment: { type: 'nomad' }, gateway: { image: 'a:1' } })).toBe(false)
})

describe('validate', () => {
  test('a good file', async () => {
    dist.write({ 'mcp-stack.yaml': good })
    const before = listing(dist.everywhere)
    const { exitCode, stdout } = await dist.run('validate')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('smoke on compose, a gateway and 1 plugin')
    expect(listing(dist.everywhere)).toEqual(before)
  })

  test('a bad file: every problem at once, at its place, without a stack', async () => {
    dist.write({ 'bad.yaml': good.replace('port: 8000', 'port: 80000, prot: 1').replace('compose,', 'nomad,') })
    const { exitCode, stdout, stderr } = await dist.run('validate', 'bad.yaml')
    expect(exitCode).toBe(2)
    const said = stdout + stderr
    for (const place of ['bad.yaml:1:', 'bad.yaml:4:']) expect(said).toContain(place)
    expect(said).toContain('prot')
    expect(said).not.toMatch(/^ {4}at /m)
  })

  test.each([
    ['mcp-stack.yaml', 0, 'succeeded', good],
    ['mcp-stack.yaml', 2, 'failed', good.replace('gateway:', 'gatway:')],
    ['mcp-stack.yaml', 2, 'failed', 'deployment: {type: compose\n'],
    ['missing.yaml', 2, 'failed', good],
  ] as const)('--json of %s ends with %d: %s', async (file, exitCode, status, text) => {
    dist.write({ 'mcp-stack.yaml': text })
    const run = await dist.run('validate', file, '--json')
    const report = checkedReport(run)
    expect([run.exitCode, report.status, report.command]).toEqual([exitCode, status, 'validate'])
    expect(report.problems.some(({ severity }) => severity === 'error')).toBe(exitCode !== 0)
  })
})

test.each([
  [['valdate'], 'Did you mean validate?'],
  [['deploy', '--dryrun'], 'Did you mean --dry-run?'],
  [['deploy', '--timeout', 'soon'], '--timeout'],
  [['rollback', '--to', 'last'], '--to'],
  [['validate', 'a.yaml', 'b.yaml'], 'b.yaml'],
])('%j is refused with 2 and a hint', async (words, hint) => {
  const text = await dist.run(...words)
  expect(text.exitCode).toBe(2)
  expect(text.stdout + text.stderr).toContain(hint)
  const report = checkedReport(await dist.run(...words, '--json'))
  expect(report.problems.map(({ code }) => code)).toEqual(['USAGE'])
})

test('init writes a file that is valid, and nothing over what is there', async () => {
  expect((await dist.run('init')).exitCode).toBe(0)
  for (const path of ['mcp-stack.yaml', 'gateway.env', 'plugins/my-plugin.env', '.gitignore']) {
    expect(existsSync(join(dist.folder, path)), path).toBe(true)
  }
  expect((await dist.run('validate')).exitCode).toBe(0)
  const before = listing(dist.folder)
  expect((await dist.run('init')).exitCode).toBe(2)
  expect(listing(dist.folder)).toEqual(before)
})

test('without an engine plan ends with 1 and says what is missing', async () => {
  dist.write({ 'mcp-stack.yaml': good })
  const env = { DOCKER_HOST: `tcp://127.0.0.1:${await freePort()}` }
  const report = checkedReport(await dist.start(['plan', '--json'], env).ended)
  expect(report).toMatchObject({ exitCode: 1, problems: [{ code: 'ENGINE_UNREACHABLE' }] })
})

describe('a signal', () => {
  let engine: Server
  afterEach(() => {
    engine.close()
  })

  test.each([
    ['SIGTERM', 143, 'TERMINATED'],
    ['SIGINT', 130, 'INTERRUPTED'],
  ] as const)('%s while the engine is silent ends the run with %d', async (signal, exitCode, code) => {
    dist.write({ 'mcp-stack.yaml': good })
    const asked = new Promise<void>((resolve) => {
      engine = createServer((socket) => {
        socket.on('error', () => undefined)
        socket.once('data', () => resolve())
      })
    })
    const port = await freePort()
    engine.listen(port, '127.0.0.1')
    const running = dist.start(['plan', '--json'], { DOCKER_HOST: `tcp://127.0.0.1:${port}` })
    await Promise.race([asked, running.ended])
    running.child.kill(signal)
    const report = checkedReport(await running.ended)
    expect(report).toMatchObject({ status: 'failed', exitCode, problems: [{ code }], next: 'mcp-deploy plan' })
    expect(listing(join(dist.everywhere, 'tmp'))).toEqual([])
  })
})
