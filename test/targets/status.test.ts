import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ContainerFacts } from '../../src/targets/compose/inspect.ts'
import { readStatus, toLiveContainer } from '../../src/targets/compose/status.ts'

/** What a real engine said of real containers. */
function recorded(name: string): ContainerFacts {
  return JSON.parse(readFileSync(join(import.meta.dirname, `../recorded/docker-inspect/${name}.json`), 'utf8'))
}

test.each([
  ['healthy', 'ready', 'healthy'],
  ['running', 'ready', 'running, no health check'],
  ['starting', 'progressing', 'starting'],
  ['unhealthy', 'failed', 'unhealthy: cat: /nowhere: No such file or directory'],
  ['exited', 'failed', 'exited (3)'],
  ['exited-0', 'stopped', 'exited (0)'],
  ['stopped', 'stopped', 'exited (137)'],
  ['killed', 'stopped', 'exited (137)'],
  ['restarting', 'failed', 'exited (3) and restarted 7 times'],
  ['created', 'stopped', 'created, not started'],
])('%s is %s: %s', (name, readiness, message) => {
  expect(readStatus(recorded(name))).toEqual({ readiness, message })
})

test('what the engine could not start says why', () => {
  expect(readStatus(recorded('port-taken'))).toMatchObject({
    readiness: 'failed',
    message: expect.stringContaining('address already in use'),
  })
  expect(readStatus(recorded('no-such-program'))).toMatchObject({
    readiness: 'failed',
    message: expect.stringContaining('no such file or directory'),
  })
})

test('running out of memory names the limit', () => {
  const killed = recorded('killed')
  expect(readStatus({ ...killed, State: { ...killed.State, OOMKilled: true } })).toEqual({
    readiness: 'failed',
    message: 'killed for using more memory than 8 MiB',
  })
})

test('a first restart is a slow start, a second one a crash loop', () => {
  const restarting = recorded('restarting')
  expect(readStatus({ ...restarting, RestartCount: 1 }).readiness).toBe('progressing')
  expect(readStatus({ ...restarting, RestartCount: 2 }).readiness).toBe('failed')
})

test('a live container carries its start, its address and nothing that it does not have', () => {
  const healthy = recorded('healthy')
  expect(toLiveContainer(healthy)).toEqual({
    id: healthy.Id,
    name: 'eexpreal-gateway-1',
    state: 'running',
    health: 'healthy',
    restarts: 0,
    startedAt: new Date(healthy.State.StartedAt ?? '').toISOString(),
    addresses: [expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/)],
  })
  expect(toLiveContainer(recorded('created'))).not.toHaveProperty('startedAt')
})

test('a crash loop that is seen while it runs says how it ended before, where that is known', () => {
  const starting = { ...recorded('starting'), RestartCount: 2 }
  expect(readStatus(starting, 3)).toEqual({ readiness: 'failed', message: 'exited (3) and restarted 2 times' })
  expect(readStatus(starting)).toEqual({ readiness: 'failed', message: 'restarted 2 times' })
  const running = { ...recorded('running'), RestartCount: 1 }
  expect(readStatus({ ...recorded('starting'), RestartCount: 1 }, 3).message).toBe(
    'starting, exited (3) and restarted once',
  )
  expect(readStatus(running, 3).readiness).toBe('ready')
})
