import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Bundle } from '../../src/model/bundle.ts'
import type { Release } from '../../src/model/live.ts'
import { Secret } from '../../src/model/secret.ts'
import { restoreCompose } from '../../src/render/restore-compose.ts'
import { applyChanges } from '../../src/targets/compose/apply.ts'
import { destroyStack } from '../../src/targets/compose/destroy.ts'
import { diffStack } from '../../src/targets/compose/diff.ts'
import { findPluginEndpoints, openGatewayShells } from '../../src/targets/compose/doors.ts'
import { showLogs } from '../../src/targets/compose/logs.ts'
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
  const live = await observeStack(world.place)
  const changes = diffStack(bundle, live)
  const input = { bundle, changes, live, secrets: makeSecrets(), certificates: [], wait: true, timeoutSeconds }
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

test('a manifest that Compose cannot read is refused before anything is touched', async () => {
  const bundle = makeBundle(world.place.project, [plugin('alpha'), gateway()])
  const files = bundle.files.map((file) =>
    file.path === 'compose.yaml' ? { ...file, text: `${file.text}\nnonsense: true\n` } : file,
  )
  await expect(deploy({ ...bundle, files })).rejects.toMatchObject({ code: 'RENDER_INVALID', message: /nonsense/ })
  const filter = `label=com.docker.compose.project=${world.place.project}`
  expect([docker('ps', '-aq', '--filter', filter), docker('volume', 'ls', '-q', '--filter', filter)]).toEqual(['', ''])
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

test('a release is applied again after a deploy that failed', async () => {
  const { project } = world.place
  const good = makeBundle(project, [plugin('alpha'), gateway()])
  await deploy(good)
  const before = idOf('gateway')
  const bad = makeBundle(project, [plugin('alpha', { script: 'exit 1' }), plugin('beta'), gateway({ version: '2' })])
  expect((await deploy(bad)).outcome).toMatchObject({ ok: false, failures: [{ component: 'alpha' }] })
  // The gateway comes after the plugins: it was never touched.
  expect(idOf('gateway')).toBe(before)

  const certificate = {
    component: 'alpha',
    kind: 'server' as const,
    chainPem: 'today',
    keyPem: new Secret('key of alpha', 'key of today'),
    trustBundlePem: 'a CA',
    fingerprint: '',
    issuer: '',
    dnsNames: [],
    notBefore: '',
    notAfter: '',
  }
  const release: Release = {
    revision: 1,
    status: 'live',
    startedAt: '2026-11-23T08:00:00.000Z',
    actor: 'test',
    toolVersion: '0.1.0',
    configDigest: '',
    summary: '',
    components: good.components.map(({ contents: _contents, ...component }) => ({
      ...component,
      image: component.tag,
    })),
    manifest: good.files[0]?.text ?? '',
    contents: Object.fromEntries(good.contents.map(({ name, ...content }) => [name, { ...content, files: {} }])),
    variables: { MCPS_1: { parts: [{ kind: 'reference', secret: 'TOKEN', encoding: 'none' }] } },
  }
  const { state } = await observeStack(world.place)
  const { outcome, actions } = await deploy(restoreCompose(release, { ...state, certificates: [certificate] }))
  expect(outcome).toMatchObject({ ok: true })
  expect(actions).toEqual({ alpha: 'update', beta: 'delete', gateway: 'restart' })
  expect(docker('exec', `${project}-alpha-1`, '/bin/cat', '/app/certs/mcp/server.key')).toBe('key of today')
})

test('a data volume belongs to the image’s user, outlives its container, and Compose takes it for its own', async () => {
  const { project } = world.place
  const script = 'echo kept >> /data/file; touch /tmp/ready; while :; do sleep 1 & wait $!; done'
  expect((await deploy(makeBundle(project, [gateway({ data: true, script })]))).outcome.ok).toBe(true)
  expect((await deploy(makeBundle(project, [gateway({ data: true, script, version: '2' })]))).outcome.ok).toBe(true)
  expect(docker('exec', `${project}-gateway-1`, '/bin/cat', '/data/file')).toBe('kept\nkept')
  await destroyStack(world.place, { volumes: false, keepSecrets: [] })
  expect(docker('volume', 'ls', '-q', '--filter', `label=com.docker.compose.project=${project}`)).toBe(
    `${project}_data`,
  )
})

test('SIGTERM stops between two steps, says how to go on, and the next run finishes', async () => {
  const bundle = makeBundle(world.place.project, [
    plugin('slow', { script: 'sleep 3; touch /tmp/ready; sleep 60' }),
    gateway(),
  ])
  const stop = new AbortController()
  const stopped = openWorld(stop.signal)
  const place = { ...stopped.place, project: world.place.project }
  setTimeout(() => stop.abort('SIGTERM'), 2000)
  const live = await observeStack(place)
  const changes = diffStack(bundle, live)
  const input = { bundle, changes, live, secrets: makeSecrets(), certificates: [], wait: true, timeoutSeconds: 60 }
  await expect(applyChanges(place, input, () => undefined)).rejects.toMatchObject({
    hint: expect.stringContaining('again'),
  })
  await stopped.io.close()
  expect((await deploy(bundle)).outcome).toMatchObject({ ok: true })
})

test('the doors lead into the gateway and to every plugin', async () => {
  const { project } = world.place
  await deploy(makeBundle(project, [plugin('alpha'), gateway()]))
  const [shell] = await openGatewayShells(world.place)
  expect(shell?.name).toBe(`${project}-gateway-1`)
  expect(await shell?.python('print(1)', 10)).toMatchObject({
    exitCode: expect.toSatisfy((code: number) => code === 126 || code === 127),
  })
  const plan = { plugins: [{ name: 'Alpha', service: 'alpha', port: 8000 }] }
  const endpoints = await findPluginEndpoints(world.place, plan.plugins)
  expect(endpoints).toEqual([
    { component: 'Alpha', address: expect.stringMatching(/^\d+(\.\d+){3}$/), port: 8000, serverName: 'alpha' },
  ])
})

test('logs are shown by component; an unknown one lists those that are there', async () => {
  await deploy(
    makeBundle(world.place.project, [plugin('alpha', { script: 'echo hello; touch /tmp/ready; sleep 60' }), gateway()]),
  )
  const lines: string[] = []
  const onLine = (component: string, line: string) => {
    lines.push(`${component}: ${line}`)
  }
  await showLogs(world.place, { components: ['alpha'], follow: false, tail: 10, onLine })
  expect(lines).toEqual(['alpha: hello'])
  await expect(
    showLogs(world.place, { components: ['nobody'], follow: false, tail: 10, onLine }),
  ).rejects.toMatchObject({
    code: 'USAGE',
    hint: 'There are: alpha, gateway',
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
