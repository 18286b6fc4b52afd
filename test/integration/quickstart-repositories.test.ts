import { execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '../support/machine.ts'

const run = promisify(execFile)
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quickstart-repositories-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('the same content is the same commit, whoever makes it and wherever', () => {
  const here = publish(join(root, 'examples/quickstart/plugins'), 'here')
  const copy = join(folder, 'copy')
  cpSync(join(root, 'examples/quickstart/plugins'), copy, { recursive: true })
  const env = {
    GIT_AUTHOR_NAME: 'someone else',
    GIT_COMMITTER_DATE: '2001-01-01T00:00:00Z',
    TZ: 'Asia/Tokyo',
    HOME: folder,
  }
  writeFileSync(join(folder, '.gitconfig'), '[core]\n\tautocrlf = true\n[user]\n\tname = x\n')
  expect(publish(copy, 'there', env)).toEqual(here)
  expect(Object.keys(here).sort()).toEqual(['mailmask', 'wordguard'])

  writeFileSync(join(copy, 'wordguard/config.yaml'), 'changed: true\n')
  const changed = publish(copy, 'there')
  expect(changed.mailmask).toBe(here.mailmask)
  expect(changed.wordguard).not.toBe(here.wordguard)
})

test('the server answers git over smart HTTP, with partial fetches, and takes no push', async () => {
  const commits = publish(join(root, 'examples/quickstart/plugins'), 'served')
  const script = join(root, 'scripts/quickstart/git-server.mjs')
  const server = spawn(process.execPath, [script, join(folder, 'served'), '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const [line] = await once(server.stdout, 'data')
    const url = `http://127.0.0.1:${String(line).trim()}/wordguard.git`
    const heads = await run('git', ['ls-remote', url, 'refs/heads/main'])
    expect(heads.stdout).toBe(`${commits.wordguard}\trefs/heads/main\n`)
    const clone = join(folder, 'clone')
    await run('git', ['clone', '--quiet', '--depth=1', '--filter=blob:none', '--no-checkout', '--', url, clone])
    const files = await run('git', ['-C', clone, 'ls-tree', '--name-only', 'HEAD'])
    expect(files.stdout).toBe('Containerfile\nconfig.yaml\nwordguard.py\n')
    await run('git', ['-C', clone, 'checkout', '--quiet'])
    await expect(run('git', ['-C', clone, 'push', '--quiet', url, 'HEAD:refs/heads/other'])).rejects.toThrow(/403/)
    expect((await fetch(url.replace('wordguard', 'unknown'))).status).toBe(404)
  } finally {
    server.kill()
    await once(server, 'exit')
  }
})

function publish(sources: string, served: string, env: Readonly<Record<string, string>> = {}): Record<string, string> {
  const script = join(root, 'scripts/quickstart/publish.mjs')
  const options = { encoding: 'utf8', env: { ...process.env, ...env } } as const
  return JSON.parse(execFileSync(process.execPath, [script, sources, join(folder, served)], options))
}
