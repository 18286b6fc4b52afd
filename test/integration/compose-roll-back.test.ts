import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Bundle } from '../../src/model/bundle.ts'
import { applyChanges } from '../../src/targets/compose/apply.ts'
import { readDatabaseRevision } from '../../src/targets/compose/database-revision.ts'
import { diffStack } from '../../src/targets/compose/diff.ts'
import { fetchImages } from '../../src/targets/compose/images.ts'
import { observeStack } from '../../src/targets/compose/observe.ts'
import {
  docker,
  importTinyImage,
  makeBundle,
  makeSecrets,
  openWorld,
  removeWorld,
  type Service,
  tinyImage,
  type World,
} from './compose-world.ts'

// What a roll-back asks before it begins. The real gateway's answers are in test/e2e/roll-back.test.ts.

/** The tiny image with a `python3` that reads its answer from the data volume, where the gateway's scripts write it. */
const answeringImage = 'mcp-stack-test/answering:1'

let world: World
beforeAll(() => {
  importTinyImage()
  const folder = mkdtempSync(join(tmpdir(), 'mcp-answering-'))
  writeFileSync(join(folder, 'python3'), '#!/bin/sh\ntest -n "$TOKEN" && cat /data/answer\n', { mode: 0o755 })
  const id = docker('create', tinyImage, '/bin/sh')
  docker('cp', join(folder, 'python3'), `${id}:/usr/bin/python3`)
  docker('commit', id, answeringImage)
  docker('rm', id)
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  world = openWorld()
})
afterEach(async () => {
  removeWorld(world)
  await world.io.close()
})

const serve = 'touch /tmp/ready; trap "exit 0" TERM; while :; do sleep 1 & wait $!; done'
const answer = (revision: string) => `echo '{"revision": "${revision}", "database": "d"}' > /data/answer`
const gateway = (script: string, more: Partial<Service> = {}): Service => ({
  name: 'gateway',
  role: 'gateway',
  image: answeringImage,
  token: true,
  data: true,
  key: 'key of gateway',
  script,
  ...more,
})

async function deploy(bundle: Bundle) {
  const live = await observeStack(world.place)
  const changes = diffStack(bundle, live)
  const input = { bundle, changes, live, secrets: makeSecrets(), certificates: [], wait: true, timeoutSeconds: 60 }
  return await applyChanges(world.place, input, () => undefined)
}

const containers = () =>
  docker('ps', '--all', '--format', '{{.Names}}', '--filter', `label=com.docker.compose.project=${world.place.project}`)

test('the running gateway is asked where its database stands', async () => {
  expect((await deploy(makeBundle(world.place.project, [gateway(`${answer('a1')}; ${serve}`)]))).ok).toBe(true)
  expect(await readDatabaseRevision(world.place, undefined)).toEqual({ revision: 'a1', database: 'd' })
})

test('for a gateway that does not stay one of its image is asked, with its volumes and secrets, and nothing is left', async () => {
  const bundle = makeBundle(world.place.project, [gateway(`${answer('b2')}; exit 1`)])
  expect((await deploy(bundle)).ok).toBe(false)
  const input = { bundle, secrets: makeSecrets() }
  expect(await readDatabaseRevision(world.place, input)).toEqual({ revision: 'b2', database: 'd' })
  expect(containers()).toBe(`${world.place.project}-gateway-1`)
})

test('nobody can say: no gateway, no Python, no image', async () => {
  const { place } = world
  const ask = (service: Service) =>
    readDatabaseRevision(place, { bundle: makeBundle(place.project, [service]), secrets: makeSecrets() })
  expect(await readDatabaseRevision(place, undefined)).toBeUndefined()
  expect(await ask(gateway(serve, { image: tinyImage }))).toBeUndefined()
  expect(await ask(gateway(serve, { image: `sha256:${'0'.repeat(64)}` }))).toBeUndefined()
  expect(containers()).toBe('')
})

test('every image that is gone is named, and nothing is touched', async () => {
  const { place } = world
  const unreachable = 'localhost:9/nobody/here:1'
  const bundle = makeBundle(place.project, [
    { name: 'alpha', role: 'plugin', image: `sha256:${'0'.repeat(64)}` },
    { name: 'beta', role: 'plugin', image: unreachable },
    { name: 'gamma', role: 'plugin' },
  ])
  const gone = await fetchImages(place, bundle)
  expect(gone.map(({ component }) => component).toSorted()).toEqual(['alpha', 'beta'])
  expect(gone.find(({ component }) => component === 'alpha')?.reason).toContain('is not there any more')
  expect(gone.find(({ component }) => component === 'beta')?.reason).toContain(unreachable)
  expect(containers()).toBe('')
})
