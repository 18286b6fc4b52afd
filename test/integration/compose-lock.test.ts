import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from '../../src/targets/compose/lock.ts'
import { markOfSelf, type ProcessMark } from '../../src/targets/process-mark.ts'
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
  expect(world.lines.join('\n')).toContain('waiting up to 30 s for anna@laptop')
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

/** The lock of a process that is not this one, as its last act. */
async function lockOf(pid: number, change: Partial<ProcessMark> = {}) {
  const self = await markOfSelf(world.io)
  if (self === undefined) throw new Error('this machine has no /proc')
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  const mark = { ...self, pid: String(pid), start, ...change }
  await takeLock(world.place, { ...request('killed run'), mark, times: { ...times, beatSeconds: 600 } })
  return self
}

function startChild() {
  const child = spawn('sleep', ['60'])
  return { pid: child.pid ?? 0, kill: () => child.kill('SIGKILL'), ended: once(child, 'exit') }
}

test('after SIGKILL the next run on the same machine does not wait', async () => {
  const child = startChild()
  const mark = await lockOf(child.pid)
  child.kill()
  await child.ended
  const next = await takeLock(world.place, { ...request('next run', 0), mark })
  expect(world.lines.join('\n')).toContain('the run of killed run (deploy) ended without giving its lock back')
  await next.release()
})

test.each([
  ['a pid that was given away again', { start: '1' }, true],
  ['a process that lives', {}, false],
  ['another machine', { boot: 'another', pid: '999999999' }, false],
  ['another container', { namespace: 'pid:[1]', pid: '999999999' }, false],
  ['another user', { uid: '4242', pid: '999999999' }, false],
])('%s', async (_name, change, free) => {
  const child = startChild()
  const mark = await lockOf(child.pid, change)
  const asked = takeLock(world.place, { ...request('next run', 0), mark }).then(async (lock) => {
    await lock.release()
    return 'taken'
  })
  if (free) expect(await asked).toBe('taken')
  else await expect(asked).rejects.toMatchObject({ code: 'LOCK_HELD' })
  child.kill()
  await child.ended
})
