import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { removeAbandoned } from '../../src/io/abandoned-folders.ts'

const root = mkdtempSync(join(tmpdir(), 'swept-'))
afterAll(() => rmSync(root, { recursive: true }))

const folder = (name: string) => {
  mkdirSync(join(root, name))
  return join(root, name)
}
const age = (name: string, seconds: number) => {
  const then = Date.now() / 1000 - seconds
  utimesSync(join(root, name), then, then)
}
/** A process that is killed leaves its socket. */
const leaveSocket = (name: string) => {
  const script =
    "require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))"
  spawnSync(process.execPath, ['-e', script, join(folder(name), 's')])
  expect(existsSync(join(root, name, 's'))).toBe(true)
}

test('folders that killed runs left are removed, those in use, young, full or somebody else’s are not', async () => {
  for (const name of ['mcp-kube-dead', 'mcp-kube-young', 'other-dead']) leaveSocket(name)
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(join(folder('mcp-kube-alive'), 's'), resolve))
  for (const name of ['mcp-kube-empty', 'mcp-kube-new']) folder(name)
  writeFileSync(join(folder('mcp-kube-full'), 'patch.json'), '{}')
  const day = 25 * 60 * 60
  for (const name of ['mcp-kube-dead', 'other-dead', 'mcp-kube-alive', 'mcp-kube-empty', 'mcp-kube-full'])
    age(name, day)
  age('mcp-kube-new', 3600)
  await removeAbandoned(root, 'mcp-kube')
  expect(readdirSync(root).sort()).toEqual([
    'mcp-kube-alive',
    'mcp-kube-full',
    'mcp-kube-new',
    'mcp-kube-young',
    'other-dead',
  ])
  await removeAbandoned(join(root, 'absent'), 'mcp-kube')
  await new Promise((resolve) => server.close(resolve))
})
