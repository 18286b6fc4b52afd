import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { createFiles } from '../../src/io/files.ts'
import type { Files, Run } from '../../src/model/io.ts'
import { describeHolder } from '../../src/targets/holder.ts'
import { formatMark, isGone, parseMark } from '../../src/targets/process-mark.ts'

const self = { boot: 'b', namespace: 'pid:[1]', uid: '0', pid: '7', start: '100' }
const run: Run = () => Promise.reject(new Error('nothing is to be run'))

/** /proc as it would be. */
function files(texts: Readonly<Record<string, string | Error>>): Files {
  const real = createFiles()
  const read = (path: string) => {
    const text = texts[path] ?? Object.assign(new Error('absent'), { code: 'ENOENT' })
    return text instanceof Error ? Promise.reject(text) : Promise.resolve(text)
  }
  return { ...real, read }
}

const stat = (state: string, start: string) =>
  ['8 (a) b (c)', state, ...Array.from({ length: 18 }, () => '0'), start, '0'].join(' ')

test.each([
  ['absent', undefined, true],
  ['alive', stat('S', '100'), false],
  ['started later', stat('S', '101'), true],
  ['a zombie', stat('Z', '100'), true],
  ['not to be read', Object.assign(new Error('hidden'), { code: 'EACCES' }), false],
  ['without sense', '', false],
])('a process that is %s', async (_name, text, gone) => {
  const texts = text === undefined ? {} : { '/proc/8/stat': text }
  expect(await isGone({ ...self, pid: '8' }, self, { files: files(texts) })).toBe(gone)
})

test('a mark is a label and back; another text is none', () => {
  expect(parseMark(formatMark(self))).toEqual(self)
  expect(parseMark('')).toBeUndefined()
  expect(parseMark('b ns 0 ../../etc 5')).toBeUndefined()
})

test('the holder is a job’s address, else user, machine and process', async () => {
  const real = createFiles()
  const own = `${hostname()} (pid ${process.pid})`
  expect(await describeHolder({ environment: { USER: 'anna' }, files: real, run })).toBe(`anna@${own}`)
  expect(await describeHolder({ environment: { USER: '', LOGNAME: 'eve' }, files: real, run })).toBe(`eve@${own}`)
  expect(await describeHolder({ environment: {}, files: real, run })).toBe(`uid ${process.getuid?.() ?? ''}@${own}`)
  expect(await describeHolder({ environment: { CI_JOB_URL: 'job/7' }, files: real, run })).toBe('job/7')
  const elsewhere = { environment: { HOSTNAME: 'mac' }, files: files({}), run }
  expect(await describeHolder(elsewhere)).toBe('somebody@mac')
})
