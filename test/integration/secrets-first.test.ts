import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmallStack, type SmallStack } from '../support/small-stack.ts'
import { mustEnd, reportOf, runTool, type ToolRun } from '../support/tool.ts'

// On a real engine: every secret is asked for before anything is built or anybody's words are shown.

let stack: SmallStack
beforeAll(async () => {
  stack = await openSmallStack('secrets-first')
})
afterAll(() => stack.close())

const value = 'a-value-that-a-build-prints'
const run = (command: string, ...flags: readonly string[]): Promise<ToolRun> =>
  runTool([command, 'mcp-stack.yaml', ...flags], { cwd: stack.folder, env: stack.env })
const secrets = (...lines: readonly string[]) => ['--set', `ci_cd.vault_secrets=[${lines.join(', ')}]`]

test('all that is wrong with secrets is told at once, wherever they are, and nothing is built', async () => {
  const declared = secrets(
    '{name: AT_A_FILE, from: "file:not-there", to: [Echo]}',
    '{name: NOWHERE, to: [Echo]}',
    '{name: BY_A_COMMAND, from: {command: ["false"]}, to: [gateway]}',
  )
  const refused = await run('deploy', '--json', ...declared)
  const problems = reportOf(refused).problems.filter(({ severity }) => severity === 'error')
  expect(refused.exitCode).not.toBe(0)
  for (const name of ['AT_A_FILE', 'NOWHERE', 'BY_A_COMMAND'])
    expect(problems.map(({ message }) => message)).toContainEqual(expect.stringContaining(name))
  expect(refused.stderr).not.toMatch(/\bbuil(?:t|ding)\b/)
})

const inFile = secrets('{name: KEY, from: "file:key.txt", to: [Echo]}')

test.each(['build', 'deploy'])('what %s prints of a build is masked', async (command) => {
  writeFileSync(join(stack.folder, 'key.txt'), value)
  const before = readFileSync(containerfile(), 'utf8')
  writeFileSync(containerfile(), `FROM scratch\nCOPY server.py /${value}\nCOPY nothing /\n`)
  const failed = await run(command, '--verbose', ...inFile)
  writeFileSync(containerfile(), before)
  expect(failed.exitCode).not.toBe(0)
  expect(failed.stdout + failed.stderr).toContain('[secret KEY]')
  expect(failed.stdout + failed.stderr).not.toContain(value)
})

test('what a container prints is masked by logs, whatever the places of secrets have by now', async () => {
  const careless = ['--set', `plugins[0].command=["sh", "-c", "printenv KEY; exec python3 -u /server.py"]`]
  mustEnd(await run('deploy', ...inFile, ...careless), 0)
  const masked = mustEnd(await run('logs', ...inFile), 0)
  expect(masked.stdout).toContain('[secret KEY]')
  for (const change of [
    () => writeFileSync(join(stack.folder, 'key.txt'), 'rotated-and-not-deployed-yet'),
    () => rmSync(join(stack.folder, 'key.txt')),
  ]) {
    change()
    const rotated = mustEnd(await run('logs', ...inFile), 0)
    expect(rotated.stdout).toContain('[secret KEY]')
    expect(rotated.stdout + rotated.stderr).not.toContain(value)
    expect(rotated.stderr).not.toContain('is not searched for')
  }
})

const containerfile = () => join(stack.folder, 'gateway/Containerfile')
