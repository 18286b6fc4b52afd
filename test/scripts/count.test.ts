import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { root } from '../support/machine.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

test('checks count one each, tests one by one; the total is the last line', async () => {
  const answer = await count({
    'lint.passed': '',
    'unit.json': tier([{ status: 'passed', tests: ['passed', 'passed', 'skipped'] }]),
  })
  expect(answer).toEqual({ last: '3 passed, 0 failed, 1 skipped', exitCode: 0, text: expect.any(String) })
})

test('a failed check, a failed test and a file that does not load fail the run and are named', async () => {
  const answer = await count({
    'types.failed': 'types failed',
    'unit.json': tier([
      { status: 'failed', tests: ['passed', 'failed'] },
      { status: 'failed', tests: [] },
    ]),
  })
  expect(answer.last).toBe('1 passed, 3 failed')
  expect(answer.exitCode).toBe(1)
  expect(answer.text).toContain('types failed')
  expect(answer.text).toContain('unit: test 1')
  expect(answer.text).toContain('unit: file.test.ts: does not load')
})

test.each([
  [
    'all skipped',
    { 'lint.passed': '', 'e2e.json': tier([{ status: 'passed', tests: ['skipped'] }]) },
    '1 passed, 1 failed, 1 skipped',
  ],
  ['no file', { 'lint.passed': '', 'e2e.json': tier([]) }, '1 passed, 1 failed'],
  ['no result', { 'lint.passed': '', 'e2e.json': '' }, '1 passed, 1 failed'],
  ['nothing at all', {}, '0 passed, 0 failed'],
])('a tier that ran nothing has failed: %s', async (_name, results, last) => {
  const answer = await count(results)
  expect(answer).toMatchObject({ last, exitCode: 1 })
})

function tier(files: readonly { readonly status: string; readonly tests: readonly string[] }[]): string {
  return JSON.stringify({
    testResults: files.map(({ status, tests }) => ({
      status,
      name: 'file.test.ts',
      message: tests.length === 0 ? 'does not load\n  at line 1' : '',
      assertionResults: tests.map((one, index) => ({ status: one, fullName: `test ${index}` })),
    })),
  })
}

async function count(results: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'count-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(results)) writeFileSync(join(folder, name), text)
  return new Promise<{ last: string | undefined; exitCode: number | null; text: string }>((resolve) => {
    const child = execFile(process.execPath, [join(root, 'scripts/ci/count.mjs'), folder], (_error, text) => {
      resolve({ last: text.trimEnd().split('\n').at(-1), exitCode: child.exitCode, text })
    })
  })
}
