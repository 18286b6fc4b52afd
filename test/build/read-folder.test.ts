import { chmodSync, mkdirSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashEntries, readFolder } from '../../src/build/read-folder.ts'
import { openWorkshop, type Workshop, writeFiles } from './workshop.ts'

let workshop: Workshop
let folder: string

beforeEach(() => {
  workshop = openWorkshop()
  folder = join(workshop.folder, 'context')
  writeFiles(folder, { 'a.txt': 'a', 'src/b.txt': 'b', 'node_modules/x/y.js': 'y', '.git/HEAD': 'ref', keep: 'k' })
})
afterEach(() => workshop.close())

const paths = async (ignore = '') => (await readFolder(folder, ignore)).map((entry) => entry.path)
const hash = async (ignore = '') => hashEntries(folder, await readFolder(folder, ignore))

test('everything but .git, sorted', async () => {
  expect(await paths()).toEqual([
    'a.txt',
    'keep',
    'node_modules',
    'node_modules/x',
    'node_modules/x/y.js',
    'src',
    'src/b.txt',
  ])
})

test('.dockerignore: folders, patterns, exceptions, comments', async () => {
  expect(await paths('# note\n\nnode_modules\n**/*.txt\r\n!src/b.txt\n')).toEqual(['keep', 'src', 'src/b.txt'])
  expect(await paths('*\n!src\n')).toEqual(['src', 'src/b.txt'])
})

test('times count for nothing; names, modes, contents and links do', async () => {
  const before = await hash()
  utimesSync(join(folder, 'a.txt'), 1, 1)
  chmodSync(join(folder, 'a.txt'), 0o600)
  expect(await hash()).toBe(before)

  const seen = new Set([before])
  chmodSync(join(folder, 'a.txt'), 0o700)
  seen.add(await hash())
  writeFiles(folder, { 'a.txt': 'b' })
  seen.add(await hash())
  mkdirSync(join(folder, 'empty'))
  seen.add(await hash())
  symlinkSync('a.txt', join(folder, 'link'))
  seen.add(await hash())
  expect(seen.size).toBe(5)
})

test('what is ignored does not count', async () => {
  const before = await hash('node_modules')
  writeFiles(folder, { 'node_modules/x/y.js': 'changed' })
  expect(await hash('node_modules')).toBe(before)
})

test.each(['/etc/passwd', '../outside', 'up/../../../outside'])(
  'a link to %s is refused, unless it is ignored',
  async (target) => {
    symlinkSync(target, join(folder, 'src/link'))
    const wanted = target === '../outside' ? { code: undefined } : { code: 'SOURCE_INVALID' }
    const answer = await readFolder(folder, '').then(
      () => ({ code: undefined }),
      (error: { code: string }) => ({ code: error.code }),
    )
    expect(answer).toEqual(wanted)
    expect(await paths('src/link')).not.toContain('src/link')
  },
)
