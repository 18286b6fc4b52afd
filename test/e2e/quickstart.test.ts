import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { containersOf, identities, networksOf, removeProject, volumesOf } from '../support/engine.ts'
import { freePort } from '../support/example.ts'
import { root } from '../support/machine.ts'
import { mustEnd, startProgram, type ToolRun } from '../support/tool.ts'

// The one command of the README as a newcomer runs it, in clones of their own.

const project = 'mcp-e2e-quickstart'
const folder = mkdtempSync(join(tmpdir(), `${project}-`))
let env: Readonly<Record<string, string>>
let first: ToolRun

beforeAll(async () => {
  removeProject(project)
  env = {
    QUICKSTART_PROJECT: project,
    QUICKSTART_PORT: String(await freePort()),
    QUICKSTART_GIT_PORT: String(await freePort()),
    MCP_DEPLOY_RUN: join(folder, 'run'),
  }
  first = await quickstart(clone('first'))
})

afterAll(async () => {
  await quickstart(join(folder, 'first'), {}, '--', 'down')
  removeProject(project)
  rmSync(folder, { recursive: true, force: true })
})

test('ends with every component healthy, every handshake proven and the two calls', () => {
  mustEnd(first, 0)
  const text = `${first.stdout}${first.stderr}`
  for (const name of ['gateway', 'WordGuard', 'MailMask'])
    expect(text).toMatch(new RegExp(`${name}.*\\b(ready|healthy)\\b`))
  expect(text).toMatch(/refused/i)
  expect(first.stdout).toContain('HTTP 200  rewritten by MailMask')
  expect(first.stdout).toContain('answer: Write a letter to [address masked].')
  expect(first.stdout).toContain('HTTP 422  blocked by WordGuard')
  expect(Object.keys(containersOf(project)).sort()).toEqual(['mailmask', 'mcpgateway', 'wordguard'])
})

test('a second run from a new clone with an empty HOME has nothing to do', async () => {
  const before = identities(project)
  const home = join(folder, 'empty-home')
  mkdirSync(home)
  const second = mustEnd(await quickstart(clone('second'), { HOME: home }), 0)
  expect(`${second.stdout}${second.stderr}`).toMatch(/nothing to do/i)
  expect(identities(project)).toEqual(before)
  expect(second.seconds).toBeLessThan(20)
})

test('down leaves nothing behind', async () => {
  mustEnd(await quickstart(join(folder, 'first'), {}, '--', 'down'), 0)
  expect(containersOf(project)).toEqual({})
  expect(volumesOf(project)).toEqual([])
  expect(networksOf(project)).toEqual([])
  await expect(fetch(`http://127.0.0.1:${env.QUICKSTART_GIT_PORT}/`)).rejects.toThrow('fetch failed')
})

/** What a clone of this state would hold: the tracked files, nothing installed and nothing built but dist. */
function clone(name: string): string {
  const target = join(folder, name)
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  for (const file of files.filter((path) => path !== '')) {
    mkdirSync(join(target, dirname(file)), { recursive: true })
    cpSync(join(root, file), join(target, file))
  }
  return target
}

function quickstart(cwd: string, extra: Readonly<Record<string, string>> = {}, ...args: readonly string[]) {
  return startProgram('npm', ['run', 'quickstart', ...args], { cwd, env: { ...env, ...extra } }).ended
}
