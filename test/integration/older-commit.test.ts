import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Session } from '../../src/commands/session.ts'
import { findOlderCommit, readSourceFacts } from '../../src/commands/source-facts.ts'
import type { Release } from '../../src/model/live.ts'
import { session } from '../commands/draft-values.ts'
import { release } from '../targets/values.ts'

const root = mkdtempSync(join(tmpdir(), 'older-'))
afterAll(() => rmSync(root, { recursive: true }))

const git = (folder: string, ...args: readonly string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=ada', '-c', 'user.email=ada@example.com', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()

/** A repository with three commits: first, second, and one beside the second. */
const origin = join(root, 'origin')
execFileSync('git', ['init', '-q', '-b', 'main', origin])
const commit = (name: string) => {
  writeFileSync(join(origin, 'mcp-stack.yaml'), name)
  git(origin, 'add', '.')
  git(origin, 'commit', '-q', '-m', name)
  return git(origin, 'rev-parse', 'HEAD')
}
const first = commit('first')
const second = commit('second')
git(origin, 'checkout', '-q', '-b', 'beside', first)
const beside = commit('beside')
git(origin, 'remote', 'add', 'origin', 'https://ada:hunter2hunter2@git.example/shop/stack.git')

const { session: run } = session(new Date())
// The edge of the unit tests has no PATH.
const real = (source: NonNullable<Session['source']>): Session => ({ ...run, source })
const liveAt = (sha: string, more: Partial<Release> = {}): Release => ({ ...release(4, []), commit: sha, ...more })

test('a folder in a repository knows its commit, and its address without credentials', async () => {
  expect(await readSourceFacts(run.io, origin)).toEqual({
    commit: beside,
    repository: 'https://git.example/shop/stack.git',
  })
})

test('a folder in none knows nothing', async () => {
  expect(await readSourceFacts(run.io, mkdtempSync(join(root, 'plain-')))).toEqual({})
})

describe('against the live commit', () => {
  const found = (ours: string, live: Release | undefined, folder = origin) =>
    findOlderCommit(real({ commit: ours, repository: 'r' }), folder, live)

  test('an ancestor is refused, with the way out', async () => {
    expect(await found(first, liveAt(second))).toMatchObject({
      severity: 'error',
      code: 'OLDER_COMMIT',
      message: expect.stringMatching(
        new RegExp(`${first.slice(0, 10)} is older than ${second.slice(0, 10)}, .*release 4`),
      ),
      hint: expect.stringContaining('mcp-deploy deploy stack.yaml -e prod --allow-older'),
    })
  })

  test.each([
    ['the same', second, liveAt(second)],
    ['a newer one', second, liveAt(first)],
    ['one beside it', beside, liveAt(second)],
    ['one of another repository', first, liveAt(second, { repository: 'other' })],
    ['nothing that is recorded', first, release(4, [])],
    ['nothing that is live', first, undefined],
  ])('%s is fine', async (_name, ours, live) => {
    expect(await found(ours, live)).toBeUndefined()
  })

  test('a commit that this clone does not have is a warning', async () => {
    expect(await found(first, liveAt('0'.repeat(40)))).toMatchObject({
      severity: 'warning',
      hint: expect.stringContaining('fetch-depth'),
    })
  })

  test('a shallow clone proves only what it has', async () => {
    const shallow = join(root, 'shallow')
    execFileSync('git', ['clone', '-q', '--depth', '1', '--branch', 'beside', `file://${origin}`, shallow])
    git(shallow, 'fetch', '-q', '--depth', '1', 'origin', second)
    // Both are there and their history is not: "no ancestor" would be a guess.
    expect(await found(beside, liveAt(second), shallow)).toMatchObject({ severity: 'warning' })
    git(shallow, 'fetch', '-q', '--unshallow', 'origin', 'main')
    expect(await found(second, liveAt(first), shallow)).toBeUndefined()
  })
})
