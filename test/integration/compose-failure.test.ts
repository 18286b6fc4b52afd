import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Bundle } from '../../src/model/bundle.ts'
import { Secret } from '../../src/model/secret.ts'
import { applyChanges } from '../../src/targets/compose/apply.ts'
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

// What is told and kept of a component that does not come up.

let world: World
let folder: string
beforeAll(importTinyImage)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mcp-evidence-'))
  const open = openWorld()
  const io = open.io.with({ logsFolder: folder })
  world = { ...open, io, place: { ...open.place, io } }
})
afterEach(async () => {
  removeWorld(world)
  await world.io.close()
  rmSync(folder, { recursive: true })
})

async function deploy(services: readonly Service[], timeoutSeconds = 60) {
  const bundle: Bundle = makeBundle(world.place.project, services)
  const live = await observeStack(world.place)
  const changes = diffStack(bundle, live)
  const input = { bundle, changes, live, secrets: makeSecrets(), certificates: [], wait: true, timeoutSeconds }
  return await applyChanges(world.place, input, () => undefined)
}

const idOf = (service: string) =>
  docker('ps', '-aq', '--no-trunc', '--filter', `name=^${world.place.project}-${service}-1$`)
const serve = 'touch /tmp/ready; trap "exit 0" TERM; while :; do sleep 1 & wait $!; done'

test.each([
  ['at once', 'exit 3'],
  ['after a while', 'sleep 1; exit 3'],
])('a component that crashes %s says with which exit code', async (_name, end) => {
  const outcome = await deploy([{ name: 'guard', role: 'plugin', script: `echo loading; ${end}` }])
  expect(outcome).toMatchObject({
    ok: false,
    failures: [{ reason: expect.stringMatching(/^exited \(3\) and restarted \d+ times$/) }],
  })
})

test('the whole log and the state are kept in a file, without secrets and environment, and the hint says where', async () => {
  world.io.redactor.add(new Secret('TOKEN', 'token-of-the-test-0123456789'))
  const script =
    'n=0; while [ $$n -lt 60 ]; do n=$$((n+1)); echo "line $$n"; done; echo "my token: $$TOKEN" >&2; exit 3'
  const outcome = await deploy([{ name: 'guard', role: 'plugin', script, token: true, version: 'not-in-the-log' }])
  if (outcome.ok) throw new Error('it came up')
  expect(outcome.failures).toMatchObject([
    { component: 'guard', hint: 'The whole log is in deploy/logs/failed-guard.log' },
  ])
  expect(outcome.failures[0]?.lastLog).toHaveLength(20)
  await world.io.close()
  const path = join(folder, 'failed-guard.log')
  const text = readFileSync(path, 'utf8')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(text).toMatch(/^\d{4}-\d\d-\d\dT\S+Z line 1$/m)
  expect(text).toMatch(/^\S+Z line 60$/m)
  expect(text).toMatch(/status \w+, exit code \d+, out of memory false/)
  expect(text).toMatch(/restarted \d+ times/)
  expect(text).toContain('my token: ')
  expect(text).not.toContain('token-of-the-test')
  expect(text).not.toContain('not-in-the-log')
})

test('a secret in a line that the engine keeps in pieces is found all the same', async () => {
  const token = 'token-of-the-test-0123456789'
  world.io.redactor.add(new Secret('TOKEN', token))
  // 16 KiB − 10: the piece ends within the token.
  const script =
    'n=0; while [ $$n -lt 1637 ]; do n=$$((n+1)); printf aaaaaaaaaa; done; printf aaaa; echo $$TOKEN; exit 3'
  const outcome = await deploy([{ name: 'guard', role: 'plugin', script, token: true }])
  expect(outcome.ok).toBe(false)
  await world.io.close()
  const text = readFileSync(join(folder, 'failed-guard.log'), 'utf8')
  expect(text).toContain('aaaaaaaaaa')
  expect(text).not.toContain(token.slice(0, 10))
  expect(text).not.toContain(token.slice(-10))
})

test('what is not ready in time says what its health check said last', async () => {
  const script = 'echo still thinking; while :; do sleep 1 & wait $!; done'
  const outcome = await deploy([{ name: 'slow', role: 'plugin', script }], 3)
  expect(outcome).toMatchObject({
    ok: false,
    failures: [
      { reason: expect.stringMatching(/^not ready after [34] s: starting; its health check says: .*No such/) },
    ],
  })
  await world.io.close()
  expect(readFileSync(join(folder, 'failed-slow.log'), 'utf8')).toMatch(/health check ended with 1: .*No such file/)
})

test('stopping the old containers is not counted as waiting for the new ones', async () => {
  const stubborn = `trap "" TERM; ${serve.replace('trap "exit 0" TERM; ', '')}`
  expect((await deploy([{ name: 'slow', role: 'plugin', script: stubborn }])).ok).toBe(true)
  // It is killed after two seconds (stop_grace_period), and its successor needs one more.
  expect((await deploy([{ name: 'slow', role: 'plugin', script: `sleep 1; ${serve}` }], 2)).ok).toBe(true)
})

test('a port that passes to another component takes two deploys, and says so before anything is touched', async () => {
  const hostPort = 20_000 + Math.floor(Math.random() * 10_000)
  expect((await deploy([{ name: 'old', role: 'plugin', hostPort }])).ok).toBe(true)
  expect(await deploy([{ name: 'new', role: 'plugin', hostPort }])).toMatchObject({
    ok: false,
    failures: [{ component: 'new', lastLog: [], hint: expect.stringContaining('deploy first without host_port') }],
  })
  expect(idOf('new')).toBe('')
  expect((await deploy([{ name: 'new', role: 'plugin' }])).ok).toBe(true)
  expect((await deploy([{ name: 'new', role: 'plugin', hostPort }])).ok).toBe(true)
})

test('a host port that another container has is said before anything is touched', async () => {
  const hostPort = 20_000 + Math.floor(Math.random() * 10_000)
  expect((await deploy([{ name: 'gateway', role: 'gateway' }])).ok).toBe(true)
  const before = idOf('gateway')
  const other = `${world.place.project}-other`
  docker('run', '-d', '--name', other, '-p', `127.0.0.1:${hostPort}:80`, 'mcp-stack-test/tiny:1', '/bin/sleep', '60')
  try {
    expect(await deploy([{ name: 'gateway', role: 'gateway', hostPort }])).toMatchObject({
      ok: false,
      failures: [
        {
          component: 'gateway',
          reason: expect.stringContaining(`port 127.0.0.1:${hostPort} is published by container ${other}`),
          hint: expect.stringContaining('host_port'),
        },
      ],
    })
    expect(idOf('gateway')).toBe(before)
  } finally {
    docker('rm', '--force', other)
  }
  expect((await deploy([{ name: 'gateway', role: 'gateway', hostPort }])).ok).toBe(true)
  // Its own container gives way to its successor.
  expect((await deploy([{ name: 'gateway', role: 'gateway', hostPort, version: '2' }])).ok).toBe(true)
})
