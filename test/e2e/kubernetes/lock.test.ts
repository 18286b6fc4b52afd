import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { takeLock } from '../../../src/targets/kubernetes/lock.ts'
import { markOfSelf, type ProcessMark } from '../../../src/targets/process-mark.ts'
import { cluster, kubectl } from '../../support/cluster.ts'
import { newNamespace, type OpenPlace, openPlace, openRun, removeNamespace } from '../../support/place.ts'

const times = { beatSeconds: 0.3, staleSeconds: 2, pollSeconds: 0.2 }
const request = (holder: string, waitSeconds = 30) => ({ purpose: 'deploy', holder, waitSeconds, times })

describe.skipIf(cluster === null)('the lock', () => {
  let namespace: string
  let opened: OpenPlace
  beforeAll(async () => {
    namespace = newNamespace()
    opened = await openPlace(namespace)
  })
  afterAll(async () => {
    await opened.close()
    removeNamespace(namespace)
  })
  const lease = (path: string) =>
    kubectl('--namespace', namespace, 'get', 'lease', 'mcp-stack-lock', '-o', `jsonpath={${path}}`)
  afterEach(() => {
    kubectl('--namespace', namespace, 'delete', 'lease', 'mcp-stack-lock', '--ignore-not-found')
    opened.lines.length = 0
  })
  const said = () => opened.lines.join('\n')

  test('the second run waits, says for whom, and goes on when the first is done', async () => {
    const first = await takeLock(opened.place, request('anna@laptop'))
    let taken = false
    const waiting = takeLock(opened.place, request('job 7')).then((lock) => {
      taken = true
      return lock
    })
    await opened.io.clock.sleep(3500)
    expect(taken).toBe(false)
    expect(said()).toMatch(/waiting up to 30 s for anna@laptop, who holds the lock for deploy since 20\d\d-/)
    await first.release()
    const second = await waiting
    expect(lease('.spec.holderIdentity')).toBe('job 7')
    await second.release()
    expect(() => lease('.metadata.name')).toThrow(/NotFound/)
  })

  test('who has no patience is told who holds it', async () => {
    const first = await takeLock(opened.place, request('anna@laptop'))
    await expect(takeLock(opened.place, request('job 7', 1))).rejects.toMatchObject({
      code: 'LOCK_HELD',
      message: expect.stringContaining('anna@laptop holds the lock of demo for deploy'),
    })
    await first.release()
  })

  test('a holder without a sign of life loses it, and knows when it wakes up', async () => {
    const asleep = await takeLock(opened.place, { ...request('killed run'), times: { ...times, beatSeconds: 4 } })
    const next = await takeLock(opened.place, request('next run'))
    expect(said()).toContain('the lock of killed run (deploy) shows no life for 2 s: taking over')
    expect(next.lost()).toBe(false)
    await opened.io.clock.sleep(4500)
    expect(asleep.lost()).toBe(true)
    await asleep.release()
    expect(lease('.spec.holderIdentity')).toBe('next run')
    await next.release()
  })

  test('a holder that lives keeps it; somebody who only touches the Lease does not take it away', async () => {
    const first = await takeLock(opened.place, request('anna@laptop'))
    const before = lease('.spec.renewTime')
    kubectl('--namespace', namespace, 'annotate', 'lease', 'mcp-stack-lock', 'somebody=1')
    await opened.io.clock.sleep(2500)
    expect(first.lost()).toBe(false)
    expect(lease('.spec.renewTime')).not.toBe(before)
    await first.release()
    expect(() => lease('.metadata.name')).toThrow(/NotFound/)
  })

  test('who was taken over while suspended does not remove the new lock', async () => {
    const asleep = await takeLock(opened.place, { ...request('suspended'), times: { ...times, beatSeconds: 600 } })
    const next = await takeLock(opened.place, request('next run'))
    await asleep.release()
    expect(lease('.spec.holderIdentity')).toBe('next run')
    await next.release()
  })

  test('of many that want it at once, one gets it; of many that take over, one does', async () => {
    const ask = (waitSeconds: number) =>
      Promise.allSettled(Array.from({ length: 5 }, (_, n) => takeLock(opened.place, request(`run ${n}`, waitSeconds))))
    const first = (await ask(0)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(first).toHaveLength(1)
    await first[0]?.release()
    await takeLock(opened.place, { ...request('killed run'), times: { ...times, beatSeconds: 600 } })
    const second = (await ask(4)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(second).toHaveLength(1)
    await second[0]?.release()
  })

  test('SIGTERM ends waiting at once, and gives back what is held', async () => {
    const first = await takeLock(opened.place, request('anna@laptop'))
    const stop = new AbortController()
    const stopped = await openPlace(namespace, {}, openRun(undefined, stop.signal))
    setTimeout(() => stop.abort('SIGTERM'), 500)
    await expect(takeLock(stopped.place, request('job 7'))).rejects.toMatchObject({ code: 'TERMINATED' })
    await stopped.close()
    await first.release()

    const again = new AbortController()
    const holding = await openPlace(namespace, {}, openRun(undefined, again.signal))
    const lock = await takeLock(holding.place, request('job 8'))
    again.abort('SIGTERM')
    await lock.release()
    expect(() => lease('.metadata.name')).toThrow(/NotFound/)
    await holding.close()
  })

  /** The lock of a process that is not this one, as its last act. */
  async function lockOf(pid: number, change: Partial<ProcessMark> = {}) {
    const self = await markOfSelf(opened.io)
    if (self === undefined) throw new Error('this machine has no /proc')
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
    const mark = { ...self, pid: String(pid), start, ...change }
    await takeLock(opened.place, { ...request('killed run'), mark, times: { ...times, beatSeconds: 600 } })
    return self
  }

  test('after SIGKILL the next run on the same machine does not wait; another process is waited for', async () => {
    const child = spawn('sleep', ['60'])
    const mark = await lockOf(child.pid ?? 0)
    const asked = takeLock(opened.place, { ...request('next run', 0), mark })
    await expect(asked).rejects.toMatchObject({ code: 'LOCK_HELD' })
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    const next = await takeLock(opened.place, { ...request('next run', 0), mark })
    expect(said()).toContain('the run of killed run (deploy) ended without giving its lock back: taking over')
    await next.release()
  })
})
