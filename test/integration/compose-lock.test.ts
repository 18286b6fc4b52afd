import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from '../../src/targets/compose/lock.ts'
import { docker, openWorld, removeWorld, type World } from './compose-world.ts'

let world: World
beforeEach(() => {
  world = openWorld()
})
afterEach(async () => {
  removeWorld(world)
  await world.io.close()
})

const times = { beatSeconds: 0.3, staleSeconds: 2, pollSeconds: 0.2 }
const request = (holder: string, waitSeconds = 30) => ({ purpose: 'deploy', holder, waitSeconds, times })
const name = () => `${world.place.project}-mcp-lock`

test('the second run waits, says for whom, and goes on when the first is done', async () => {
  const first = await takeLock(world.place, request('anna@laptop'))
  let taken = false
  const waiting = takeLock(world.place, request('job 7')).then((lock) => {
    taken = true
    return lock
  })
  await world.io.clock.sleep(3500)
  expect(taken).toBe(false)
  expect(world.lines.join('\n')).toContain('waiting for anna@laptop')
  await first.release()
  const second = await waiting
  expect(docker('inspect', '--format', '{{index .Config.Labels "mcp-stack.dev/holder"}}', name())).toBe('job 7')
  await second.release()
  expect(() => docker('inspect', name())).toThrow(/No such/)
})

test('who has no patience is told who holds it', async () => {
  const first = await takeLock(world.place, request('anna@laptop'))
  await expect(takeLock(world.place, request('job 7', 1))).rejects.toMatchObject({
    code: 'LOCK_HELD',
    message: expect.stringContaining('anna@laptop holds the lock'),
  })
  await first.release()
})

test('a holder without a heartbeat loses it, and knows when it wakes up', async () => {
  const asleep = await takeLock(world.place, { ...request('killed run'), times: { ...times, beatSeconds: 4 } })
  const next = await takeLock(world.place, request('next run'))
  expect(world.lines.join('\n')).toContain('killed run')
  expect(next.lost()).toBe(false)
  await world.io.clock.sleep(4500)
  expect(asleep.lost()).toBe(true)
  await asleep.release()
  expect(docker('inspect', '--format', '{{index .Config.Labels "mcp-stack.dev/holder"}}', name())).toBe('next run')
  await next.release()
})

test('of many that want it at once, one gets it', async () => {
  const asked = await Promise.allSettled(
    Array.from({ length: 5 }, (_, n) => takeLock(world.place, request(`run ${n}`, 0))),
  )
  const won = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(won).toHaveLength(1)
  await won[0]?.release()
})
