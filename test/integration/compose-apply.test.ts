import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Bundle } from '../../src/model/bundle.ts'
import { applyChanges } from '../../src/targets/compose/apply.ts'
import { destroyStack } from '../../src/targets/compose/destroy.ts'
import { diffStack } from '../../src/targets/compose/diff.ts'
import { observeStack } from '../../src/targets/compose/observe.ts'
import {
  docker,
  importTinyImage,
  makeBundle,
  makeSecrets,
  openWorld,
  removeWorld,
  type Service,
  type World,
} from './compose-world.ts'

let world: World
beforeAll(importTinyImage)
beforeEach(() => {
  world = openWorld()
})
afterEach(async () => {
  removeWorld(world)
  await world.io.close()
})

const plugin = (name: string, more: Partial<Service> = {}): Service => ({
  name,
  role: 'plugin',
  key: `key of ${name}`,
  ...more,
})
const gateway = (more: Partial<Service> = {}): Service => ({ name: 'gateway', role: 'gateway', token: true, ...more })

async function deploy(bundle: Bundle, timeoutSeconds = 60) {
  const changes = diffStack(bundle, await observeStack(world.place))
  const input = { bundle, changes, secrets: makeSecrets(), certificates: [], wait: true, timeoutSeconds }
  const outcome = await applyChanges(world.place, input, () => undefined)
  return { changes, outcome, actions: Object.fromEntries(changes.map(({ component, action }) => [component, action])) }
}

const idOf = (service: string) =>
  docker('ps', '-aq', '--no-trunc', '--filter', `name=^${world.place.project}-${service}-1$`)

test('a stack comes up, does nothing the second time, rolls what changed and the gateway after it, loses what is gone', async () => {
  const first = makeBundle(world.place.project, [plugin('alpha'), plugin('beta'), gateway()])
  expect(await deploy(first)).toMatchObject({
    actions: { alpha: 'create', beta: 'create', gateway: 'create' },
    outcome: { ok: true },
  })
  const project = world.place.project
  expect(docker('exec', `${project}-alpha-1`, '/bin/cat', '/app/certs/mcp/server.key')).toBe('key of alpha')
  expect(docker('exec', `${project}-alpha-1`, '/bin/ls', '-ln', '/app/certs/mcp/server.key')).toMatch(
    /^-r-------- 1 1001 0/,
  )
  expect(docker('exec', `${project}-gateway-1`, '/bin/sh', '-c', 'echo $TOKEN')).toBe('token-of-the-test-0123456789')

  const before = { alpha: idOf('alpha'), beta: idOf('beta'), gateway: idOf('gateway') }
  expect((await deploy(first)).actions).toEqual({ alpha: 'unchanged', beta: 'unchanged', gateway: 'unchanged' })
  expect({ alpha: idOf('alpha'), beta: idOf('beta'), gateway: idOf('gateway') }).toEqual(before)

  const second = makeBundle(project, [plugin('alpha', { key: 'new key' }), plugin('beta'), gateway()])
  expect(await deploy(second)).toMatchObject({
    actions: { alpha: 'update', beta: 'unchanged', gateway: 'restart' },
    outcome: { ok: true },
  })
  expect(idOf('beta')).toBe(before.beta)
  expect(idOf('alpha')).not.toBe(before.alpha)
  expect(idOf('gateway')).not.toBe(before.gateway)
  const live = await observeStack(world.place)
  expect(live.contents).toEqual(second.contents.map(({ name }) => name).toSorted())

  const third = makeBundle(project, [plugin('alpha', { key: 'new key' }), gateway()])
  expect((await deploy(third)).actions).toEqual({ alpha: 'unchanged', beta: 'delete', gateway: 'unchanged' })
  expect(idOf('beta')).toBe('')
})

test('a component that dies ends the run at once, with its last words', async () => {
  const script = 'echo loading >&2; echo "PermissionError: server.key" >&2; exit 3'
  const bundle = makeBundle(world.place.project, [plugin('alpha'), plugin('broken', { script }), gateway()])
  const started = Date.now()
  const { outcome } = await deploy(bundle, 120)
  expect(Date.now() - started).toBeLessThan(30_000)
  expect(outcome).toMatchObject({
    ok: false,
    failures: [
      { component: 'broken', lastLog: expect.arrayContaining(['PermissionError: server.key']), hint: /readable/ },
    ],
  })
  expect(idOf('gateway')).toBe('')
})

test('a container that ends by itself without an error is a failure, too', async () => {
  const bundle = makeBundle(world.place.project, [plugin('stdio', { script: 'exit 0', healthcheck: false }), gateway()])
  const { outcome } = await deploy(bundle)
  expect(outcome).toMatchObject({ ok: false, failures: [{ component: 'stdio', hint: /test stage/ }] })
})

test('what is not ready in time is named with what it does', async () => {
  const script = 'echo still thinking; while :; do sleep 1 & wait $!; done'
  const slow = { ...plugin('slow', { script }) }
  const bundle = makeBundle(world.place.project, [slow])
  const { outcome } = await deploy(bundle, 3)
  expect(outcome).toMatchObject({
    ok: false,
    failures: [{ component: 'slow', lastLog: expect.arrayContaining(['still thinking']) }],
  })
})

test('an image that is not there is said before anything is touched', async () => {
  const bundle = makeBundle(world.place.project, [plugin('alpha', { image: `sha256:${'0'.repeat(64)}` }), gateway()])
  const { outcome } = await deploy(bundle)
  expect(outcome).toMatchObject({ ok: false, failures: [{ component: 'alpha', reason: /is missing/, hint: /build/ }] })
  expect(docker('ps', '-aq', '--filter', `label=com.docker.compose.project=${world.place.project}`)).toBe('')
})

test('a gateway that is older than its plugin is restarted', async () => {
  const bundle = makeBundle(world.place.project, [plugin('alpha'), gateway()])
  await deploy(bundle)
  docker('restart', '-t', '1', `${world.place.project}-alpha-1`)
  const { changes, outcome } = await deploy(bundle)
  expect(outcome.ok).toBe(true)
  expect(changes).toMatchObject([
    { component: 'alpha', action: 'unchanged' },
    { component: 'gateway', action: 'restart', reasons: [{ field: 'plugin restarted' }] },
  ])
  expect((await deploy(bundle)).actions).toEqual({ alpha: 'unchanged', gateway: 'unchanged' })
})

test('a stopped or removed container is brought back', async () => {
  const bundle = makeBundle(world.place.project, [plugin('alpha'), plugin('beta'), gateway()])
  await deploy(bundle)
  docker('stop', '-t', '1', `${world.place.project}-alpha-1`)
  docker('rm', '-f', `${world.place.project}-beta-1`)
  expect(await deploy(bundle)).toMatchObject({
    actions: { alpha: 'restart', beta: 'create', gateway: 'restart' },
    outcome: { ok: true },
  })
})

test('a container of somebody else in the same project is a conflict that names it', async () => {
  const { project } = world.place
  docker(
    'create',
    '--name',
    `${project}-web-1`,
    '--label',
    `com.docker.compose.project=${project}`,
    'mcp-stack-test/tiny:1',
    '/bin/sh',
  )
  await expect(observeStack(world.place)).rejects.toMatchObject({
    code: 'STACK_CONFLICT',
    message: expect.stringContaining(`${project}-web-1`),
  })
})

test('destroy leaves nothing, and is fine when nothing is there', async () => {
  const { project } = world.place
  await deploy(makeBundle(project, [plugin('alpha'), gateway({ data: true })]))
  const removed = await destroyStack(world.place, { volumes: true, keepSecrets: [] })
  expect(removed).toContain('2 containers')
  for (const label of ['com.docker.compose.project', 'mcp-stack.dev/stack']) {
    for (const kind of [
      ['ps', '-a'],
      ['volume', 'ls'],
      ['network', 'ls'],
    ]) {
      expect(docker(...kind, '-q', '--filter', `label=${label}=${project}`)).toBe('')
    }
  }
  expect(await destroyStack(world.place, { volumes: true, keepSecrets: [] })).toEqual([])
})
