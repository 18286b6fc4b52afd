import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { containersOf } from '../support/engine.ts'
import { root } from '../support/machine.ts'
import { openSmallStack, type SmallStack } from '../support/small-stack.ts'
import { mustEnd, startProgram } from '../support/tool.ts'

// The plain-shell examples, run as they are; mcp-deploy is on PATH as an installed one would be.

let stack: SmallStack
beforeAll(async () => {
  stack = await openSmallStack('ci-examples')
  mkdirSync(join(stack.folder, 'bin'))
  const program = resolve(root, process.env['MCP_DEPLOY_DIST'] ?? 'dist', 'index.js')
  writeFileSync(join(stack.folder, 'bin/mcp-deploy'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`)
  chmodSync(join(stack.folder, 'bin/mcp-deploy'), 0o755)
})
afterAll(() => stack?.close())

function type(line: string, env: Readonly<Record<string, string>> = stack.env) {
  const PATH = `${join(stack.folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`
  return startProgram('sh', ['-c', line], { cwd: stack.folder, env: { ...env, PATH } }).ended
}

const shell = (name: string, env = stack.env) => type(join(root, 'examples/ci', name), env)

test('deploy.sh deploys exactly its plan, and then has nothing to do', async () => {
  mustEnd(await shell('deploy.sh'), 0)
  const before = containersOf(stack.project)
  expect(before['mcpgateway']?.running).toBe(true)
  expect(mustEnd(await shell('deploy.sh'), 0).stdout).toContain('nothing to do')
  expect(containersOf(stack.project)).toEqual(before)
})

test('renew-certificates.sh touches nothing that is good', async () => {
  const before = containersOf(stack.project)
  expect(mustEnd(await shell('renew-certificates.sh'), 0).stdout).not.toContain('deploy')
  // What it does when something is due, where nothing is.
  mustEnd(await type('mcp-deploy deploy mcp-stack.yaml --frozen'), 0)
  expect(containersOf(stack.project)).toEqual(before)
})

test('a failure is a failure: its exit code is that of mcp-deploy', async () => {
  expect((await shell('deploy.sh', { API_KEY: '' })).exitCode).toBe(2)
  const file = join(stack.folder, 'mcp-stack.yaml')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, `${text}nonsense: true\n`)
  expect((await shell('renew-certificates.sh')).exitCode).toBe(2)
  writeFileSync(file, text)
})
