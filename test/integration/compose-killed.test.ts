import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bundle } from '../../src/model/bundle.ts'
import type { Io, Run } from '../../src/model/io.ts'
import { Secret } from '../../src/model/secret.ts'
import { applyChanges } from '../../src/targets/compose/apply.ts'
import { diffStack } from '../../src/targets/compose/diff.ts'
import type { Place } from '../../src/targets/compose/engine.ts'
import { takeLock } from '../../src/targets/compose/lock.ts'
import { observeStack } from '../../src/targets/compose/observe.ts'
import { writeState } from '../../src/targets/compose/state-store.ts'
import {
  docker,
  importTinyImage,
  makeBundle,
  makeSecrets,
  openWorld,
  removeWorld,
  reopen,
  type World,
} from './compose-world.ts'

let world: World
beforeAll(() => {
  importTinyImage()
  world = openWorld()
})
afterAll(async () => {
  removeWorld(world)
  await world.io.close()
})

const times = { beatSeconds: 0.3, staleSeconds: 1.2, pollSeconds: 0.2 }

/** One run as the pipeline makes it: lock, state, changes. */
async function deploy(place: Place, bundle: Bundle, token: string, beatSeconds = times.beatSeconds) {
  const lock = await takeLock(place, {
    purpose: 'deploy',
    holder: 'test',
    waitSeconds: 60,
    times: { ...times, beatSeconds },
  })
  try {
    const live = await observeStack(place)
    await writeState(place, { ...live.state, fresh: false, generated: { TOKEN: new Secret('TOKEN', token) } })
    const changes = diffStack(bundle, live)
    const input = { bundle, changes, live, secrets: makeSecrets(), certificates: [], wait: true, timeoutSeconds: 60 }
    return { changes, outcome: await applyChanges(place, input, () => undefined) }
  } finally {
    await lock.release()
  }
}

class Killed extends Error {}

/**
 * An edge that dies at its n-th command, and with it everything after: no clean-up runs. What the command has begun
 * is either done by the engine or cut off after `cutMilliseconds`.
 */
function dyingIo(
  io: Io,
  at: number,
  cutMilliseconds: number | undefined,
): { readonly io: Io; readonly commands: () => number } {
  let count = 0
  const run: Run = async (command, options) => {
    count += 1
    if (count > at) throw new Killed()
    if (count < at) return await io.run(command, options)
    const signal = cutMilliseconds === undefined ? undefined : AbortSignal.timeout(cutMilliseconds)
    await io.run(command, { ...options, ...(signal && { signal }) })
    throw new Killed()
  }
  return { io: { ...io, run }, commands: () => count }
}

const version = (n: number) =>
  makeBundle(world.place.project, [
    { name: 'alpha', role: 'plugin', key: `key ${n}`, version: String(n) },
    { name: 'gateway', role: 'gateway', version: String(n - (n % 2)) },
  ])

test('a run that is killed at one of its commands is repaired by running again', async () => {
  await deploy(world.place, version(0), 'token 0')
  let survived = false
  for (let at = 1; !survived; at += 3) {
    const dying = dyingIo(world.io, at, at % 2 === 0 ? 40 + at * 10 : undefined)
    survived = await deploy(reopen(world, dying.io), version(at), `token ${at}`, 600).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Killed) return false
        throw error
      },
    )
    const { outcome } = await deploy(world.place, version(at), `token ${at}`)
    expect(outcome, `killed at command ${at}`).toMatchObject({ ok: true })
    const live = await observeStack(world.place)
    expect(live.state.generated['TOKEN']?.reveal()).toBe(`token ${at}`)
    expect(
      diffStack(version(at), live).map(({ action }) => action),
      `killed at command ${at}`,
    ).toEqual(['unchanged', 'unchanged'])
    expect(live.contents).toEqual(version(at).contents.map(({ name }) => name))
    expect(docker('exec', `${world.place.project}-alpha-1`, '/bin/cat', '/app/certs/mcp/server.key')).toBe(`key ${at}`)
    expect(at).toBeLessThan(60)
  }
  const left = docker(
    'ps',
    '-a',
    '--format',
    '{{.Names}}',
    '--filter',
    `label=mcp-stack.dev/stack=${world.place.project}`,
  )
  expect(left.split('\n').toSorted()).toEqual(
    ['alpha-1', 'gateway-1', 'mcp-state'].map((name) => `${world.place.project}-${name}`),
  )
}, 480_000)
