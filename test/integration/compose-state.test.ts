import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StackState } from '../../src/model/live.ts'
import { Secret } from '../../src/model/secret.ts'
import { destroyStack } from '../../src/targets/compose/destroy.ts'
import { readState, writeState } from '../../src/targets/compose/state-store.ts'
import { packTar } from '../../src/targets/compose/tar.ts'
import { docker, openWorld, removeWorld, type World } from './compose-world.ts'

let world: World
beforeEach(() => {
  world = openWorld()
})
afterEach(async () => {
  removeWorld(world)
  await world.io.close()
})

const stateOf = (token: string): StackState => ({
  schema: 1,
  stack: world.place.project,
  hashKey: new Secret('hash key', 'the hash key of this test'),
  certificates: [],
  generated: { TOKEN: new Secret('TOKEN', token), OTHER: new Secret('OTHER', 'another value') },
  releases: [],
  fresh: false,
})

const token = async () => (await readState(world.place)).generated['TOKEN']?.reveal()

/** Puts a text in the place of one of the two stored copies. */
async function damage(name: 'odd' | 'even', content: string): Promise<void> {
  const stdin = await packTar([{ path: `state/${name}.json`, content, mode: 0o400, uid: 0, gid: 0 }])
  await world.io.run({ program: 'docker', args: ['cp', '-', `${world.place.project}-mcp-state:/`], stdin })
}

test('before the first write the state is fresh, and nothing was made by looking', async () => {
  expect((await readState(world.place)).fresh).toBe(true)
  expect(docker('volume', 'ls', '-q', '--filter', `name=${world.place.project}`)).toBe('')
})

test('the newest of two copies is read, the older when the newest is cut off, and neither is an error', async () => {
  await writeState(world.place, stateOf('first value'))
  expect(await token()).toBe('first value')
  await writeState(world.place, stateOf('second value'))
  expect(await token()).toBe('second value')
  await damage('even', '{"schema":1,"sequence":2,"sha256":"00"}\n{"cut')
  expect(await token()).toBe('first value')
  await writeState(world.place, stateOf('third value'))
  expect(await token()).toBe('third value')
  await damage('odd', '')
  await damage('even', '')
  await expect(readState(world.place)).rejects.toMatchObject({ code: 'STATE_UNREADABLE' })
})

test('secrets of the state are known to the redactor as soon as it is read', async () => {
  await writeState(world.place, stateOf('a value that must not be seen'))
  const other = openWorld()
  await readState({ ...other.place, project: world.place.project })
  expect(other.io.redactor.redact('it says a value that must not be seen')).not.toContain('must not be seen')
  await other.io.close()
})

test('the state outlives its container, and prune of unused volumes does not reach it', async () => {
  await writeState(world.place, stateOf('kept value'))
  docker('rm', '-f', `${world.place.project}-mcp-state`)
  expect(await token()).toBe('kept value')
  expect(() => docker('volume', 'rm', `${world.place.project}_mcp-state`)).toThrow(/in use/)
})

test('destroy keeps what opens a kept volume, and forgets the rest', async () => {
  const { project } = world.place
  await writeState(world.place, stateOf('opens the database'))
  docker('volume', 'create', '--label', `com.docker.compose.project=${project}`, `${project}_data`)
  await destroyStack(world.place, { volumes: false, keepSecrets: ['TOKEN'] })
  const kept = await readState(world.place)
  expect(kept.hashKey.reveal()).toBe('the hash key of this test')
  expect(Object.keys(kept.generated)).toEqual(['TOKEN'])
  expect(await token()).toBe('opens the database')
  await destroyStack(world.place, { volumes: true, keepSecrets: ['TOKEN'] })
  expect((await readState(world.place)).fresh).toBe(true)
})
