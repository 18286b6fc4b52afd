import { expect, test } from 'vitest'
import { away, toAnswer } from '../../../src/targets/kubernetes/answers.ts'
import type { KubeAnswer, KubeApi } from '../../../src/targets/kubernetes/api.ts'
import { patientApi } from '../../../src/targets/kubernetes/patient-api.ts'

/** An API that says these things in turn, the last one for ever, and a clock that jumps. */
function world(...says: readonly (KubeAnswer | Error)[]) {
  let asked = 0
  let now = 0
  let onPause: () => void = () => undefined
  const lines: string[] = []
  const pauses: number[] = []
  const stop = new AbortController()
  const say = (): Promise<KubeAnswer> => {
    const next = says[Math.min(asked, says.length - 1)] ?? new Error('nothing to say')
    asked += 1
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next)
  }
  const api: KubeApi = {
    get: say,
    create: say,
    replace: say,
    apply: say,
    patch: say,
    remove: say,
    watch: () => Promise.resolve(200),
    close: () => Promise.resolve(),
  }
  const clock = {
    now: () => new Date(now),
    sleep: (milliseconds: number) => {
      pauses.push(milliseconds)
      now += milliseconds
      onPause()
      return Promise.resolve()
    },
  }
  const task = () => ({ update: () => undefined, done: () => undefined, fail: () => undefined })
  const line = (text: string) => {
    lines.push(text)
  }
  const progress = { step: line, line, detail: line, task, problem: () => undefined }
  const whilePausing = (work: () => void) => {
    onPause = work
  }
  const patient = patientApi(api, { clock, progress, random: (bytes) => new Uint8Array(bytes), signal: stop.signal })
  return { api: patient, lines, pauses, stop, asked: () => asked, whilePausing }
}

const ok = toAnswer(200, '{}')
const gone = away('dial tcp 10.0.0.1:6443: connect: connection refused')
const cut = away('other side closed')

test('an answer is an answer', async () => {
  const { api, pauses } = world(toAnswer(404, '{}'))
  expect(await api.get('/a')).toMatchObject({ status: 404 })
  expect(pauses).toEqual([])
})

test('a moment is waited for without a word, longer with one line for all requests', async () => {
  const short = world(cut, ok)
  expect(await short.api.apply('/a', '{}')).toBe(ok)
  expect(short.lines).toEqual([])
  const long = world(gone, gone, gone, gone, gone, gone, ok)
  await Promise.all([long.api.get('/a'), long.api.remove('/b'), long.api.replace('/c', '{}')])
  expect(long.lines).toEqual([expect.stringMatching(/^waiting up to 60 s: the API server does not answer: dial tcp/)])
})

test('after a minute its last words are told', async () => {
  const { api, pauses } = world(gone)
  await expect(api.get('/a')).rejects.toBe(gone)
  const waited = pauses.reduce((a, b) => a + b, 0) / 1000
  expect(waited).toBeGreaterThan(50)
  expect(waited).toBeLessThan(65)
})

test('a busy server says when to come again; after a minute its answer is the answer', async () => {
  const { api, pauses } = world(toAnswer(429, '{}', '3'), ok)
  expect(await api.create('/a', '{}')).toBe(ok)
  expect(pauses[0]).toBeGreaterThanOrEqual(3000)
  const busy = world(toAnswer(503, '{}'))
  expect(await busy.api.get('/a')).toMatchObject({ status: 503 })
})

test('an object is not made twice where the first request may have arrived', async () => {
  const refused = world(gone, ok)
  expect(await refused.api.create('/a', '{}')).toBe(ok)
  const lost = world(cut, ok)
  await expect(lost.api.create('/a', '{}')).rejects.toBe(cut)
})

test('SIGTERM ends waiting, not asking', async () => {
  const { api, stop, asked, pauses } = world(gone, ok)
  stop.abort()
  await expect(api.get('/a')).rejects.toBe(gone)
  expect(await api.get('/a')).toBe(ok)
  expect([asked(), pauses.length]).toEqual([2, 0])
})

test('nothing is asked twice once it is closed', async () => {
  const { api, asked, whilePausing, lines } = world(gone)
  whilePausing(() => void api.close())
  await expect(api.get('/a')).rejects.toBe(gone)
  expect(asked()).toBe(1)
  await expect(api.get('/a')).rejects.toBe(gone)
  expect([asked(), lines]).toEqual([2, []])
})
