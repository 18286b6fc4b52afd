import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { validateStack } from '../../src/config/read-stack.ts'
import { readingIo } from './io.ts'

/** Cases that continuous integration has beside the clone; a clone alone has the ones of bad/. */
const shared = resolve(import.meta.dirname, '../../../shared/badinputs')
const folder = mkdtempSync(join(tmpdir(), 'shared-'))
afterAll(() => rmSync(folder, { recursive: true }))

const cases = existsSync(shared) ? prepare() : []

function prepare(): readonly string[][] {
  cpSync(shared, folder, { recursive: true })
  symlinkSync('/etc/passwd', join(folder, 'link.env'))
  return readFileSync(join(folder, 'INDEX.tsv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
}

test('every case that is there is tried', () => {
  expect(cases.length).toBe(
    existsSync(shared) ? readFileSync(join(shared, 'INDEX.tsv'), 'utf8').trim().split('\n').length : 0,
  )
})

test.each(cases)('%s: %s', async (name = '', expected = '') => {
  const options = { file: join(folder, name), sets: [], checkEnvironment: true, requirePinned: false }
  const start = process.cpuUsage()
  const problems = await validateStack(options, readingIo({ MCP_T_D: 'd' }).io)
  const used = process.cpuUsage(start)
  const errors = problems.filter(({ severity }) => severity === 'error')
  const shown = problems.map(({ message, hint, frame, path }) => [path, message, hint, frame].join('\n')).join('\n')

  const isRefused = errors.length > 0 && errors.every(({ place }) => (place?.line ?? 0) > 0 && (place?.column ?? 0) > 0)
  const behaves = expected === 'ok' ? errors.length === 0 : isRefused && new RegExp(expected, 'i').test(shown)
  expect({ behaves, shown }).toEqual({ behaves: true, shown })
  expect(shown).not.toContain('hunter2')
  expect((used.user + used.system) / 1e6).toBeLessThan(1)
})
