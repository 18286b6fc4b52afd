import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmallStack, type SmallStack } from '../support/small-stack.ts'
import { reportOf, runTool, type ToolRun } from '../support/tool.ts'

// On a real engine: every secret is asked for before the first image is built.

let stack: SmallStack
beforeAll(async () => {
  stack = await openSmallStack('secrets-first')
})
afterAll(() => stack.close())

const value = 'a-value-that-a-build-prints'
const deploy = (...flags: readonly string[]): Promise<ToolRun> =>
  runTool(['deploy', 'mcp-stack.yaml', ...flags], { cwd: stack.folder, env: stack.env })
const secrets = (...lines: readonly string[]) => ['--set', `ci_cd.vault_secrets=[${lines.join(', ')}]`]

test('all that is wrong with secrets is told at once, wherever they are, and nothing is built', async () => {
  const declared = secrets(
    '{name: AT_A_FILE, from: "file:not-there", to: [Echo]}',
    '{name: NOWHERE, to: [Echo]}',
    '{name: BY_A_COMMAND, from: {command: ["false"]}, to: [gateway]}',
  )
  const refused = await deploy('--json', ...declared)
  const problems = reportOf(refused).problems.filter(({ severity }) => severity === 'error')
  expect(refused.exitCode).not.toBe(0)
  for (const name of ['AT_A_FILE', 'NOWHERE', 'BY_A_COMMAND'])
    expect(problems.map(({ message }) => message)).toContainEqual(expect.stringContaining(name))
  expect(refused.stderr).not.toMatch(/\bbuil(?:t|ding)\b/)
})

test('what a build prints is masked', async () => {
  writeFileSync(join(stack.folder, 'key.txt'), value)
  writeFileSync(join(stack.folder, 'gateway/Containerfile'), `FROM scratch\nCOPY server.py /${value}\nCOPY nothing /\n`)
  const failed = await deploy('--verbose', ...secrets('{name: KEY, from: "file:key.txt", to: [Echo]}'))
  expect(failed.exitCode).not.toBe(0)
  const said = failed.stdout + failed.stderr
  expect(said).toContain('[secret KEY]')
  expect(said).not.toContain(value)
})
