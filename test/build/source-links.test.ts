import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkSource } from '../../src/build/identify-source.ts'
import { recipe } from './stage-fixtures.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

let workshop: Workshop
let folder: string

beforeEach(() => {
  workshop = openWorkshop()
  folder = join(workshop.folder, 'source')
  mkdirSync(join(folder, 'inner'), { recursive: true })
  writeFileSync(join(workshop.folder, 'outside'), 'FROM scratch\n')
})
afterEach(() => workshop.close())

const check = (changes = {}) => checkSource(folder, { ...recipe, ...changes }, workshop.io)

test.each([
  ['outside', '../outside'],
  ['an absolute path', '/etc/passwd'],
  ['nowhere', 'missing'],
])('a Containerfile that is a link to %s is called that', async (_where, target) => {
  symlinkSync(target, join(folder, 'Containerfile'))
  await expect(check()).rejects.toMatchObject({
    code: 'SOURCE_INVALID',
    message: 'Containerfile is a link that leaves the source, or leads nowhere in it',
    hint: expect.not.stringContaining('mean'),
  })
})

test('a context that is such a link too', async () => {
  symlinkSync('..', join(folder, 'up'))
  await expect(check({ context: 'up' })).rejects.toMatchObject({ message: expect.stringMatching(/^up is a link/) })
})

test('a link inside the source is followed; a file that is not there is not there', async () => {
  await expect(check()).rejects.toMatchObject({ message: 'the source has no Containerfile' })
  writeFileSync(join(folder, 'inner/file'), 'FROM scratch\n')
  symlinkSync('inner/file', join(folder, 'Containerfile'))
  expect(await check()).toBe('Containerfile')
})
