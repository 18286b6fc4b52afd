import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { validateStack } from '../../src/config/read-stack.ts'
import type { Problem } from '../../src/model/problem.ts'
import { base } from './bad/base.ts'
import { badInputs } from './bad/cases.ts'
import { readingIo } from './io.ts'

const folder = mkdtempSync(join(tmpdir(), 'config-'))
symlinkSync('/etc/passwd', join(folder, 'link.env'))
symlinkSync('/', join(folder, 'link-to-root'))
mkdirSync(join(folder, 'linked'))
symlinkSync('/etc/passwd', join(folder, 'linked/Containerfile'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = join(folder, 'mcp-stack.yaml')
const environment = { MCP_T_D: 'word', MCP_T_TOKEN: 'hunter2token' }
const validate = () =>
  validateStack({ file, sets: [], checkEnvironment: true, requirePinned: false }, readingIo(environment).io)
const show = (problems: readonly Problem[]) => JSON.stringify(problems, null, 2)

test('the base is fine', async () => {
  writeFileSync(file, base)
  expect(await validate()).toEqual([])
})

test.each(badInputs)('$name', async ({ text, path, code, says, files }) => {
  writeFileSync(file, text)
  for (const [name, content] of Object.entries(files ?? {})) writeFileSync(join(folder, name), content)
  const start = process.cpuUsage()
  const problems = await validate()
  const used = process.cpuUsage(start)

  const errors = problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  const found = { path: first?.path, code: first?.code, all: show(problems) }
  expect(found).toEqual({ path: path ?? first?.path, code: code ?? first?.code, all: show(problems) })
  expect(show(errors)).toMatch(says ?? /./)
  expect(errors.map(({ place }) => (place?.line ?? 0) > 0 && (place?.column ?? 0) > 0)).toEqual(errors.map(() => true))
  expect(errors).not.toEqual([])
  expect(show(problems)).not.toContain('hunter2')
  expect((used.user + used.system) / 1e6).toBeLessThan(1)
})
