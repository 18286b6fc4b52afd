import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFiles } from '../../src/io/files.ts'
import { Secret } from '../../src/model/secret.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const modeOf = (path: string) => statSync(path).mode & 0o777
const files = createFiles()

test('a private file has its mode whatever was there and whatever the umask, in private folders', async () => {
  const path = join(folder, 'ca/deep/ca.key')
  await files.write(path, new Secret('CA', 'key'), 0o600)
  expect(readFileSync(path, 'utf8')).toBe('key')
  expect([modeOf(path), modeOf(dirname(path)), modeOf(join(folder, 'ca'))]).toEqual([0o600, 0o700, 0o700])

  const open = join(folder, 'open')
  writeFileSync(open, 'old', { mode: 0o644 })
  await files.write(open, 'new', 0o600)
  expect(modeOf(open)).toBe(0o600)

  const umask = process.umask(0o077)
  try {
    await files.write(join(folder, 'public/file'), 'text', 0o644)
  } finally {
    process.umask(umask)
  }
  expect(modeOf(join(folder, 'public/file'))).toBe(0o644)
})

test('a link is replaced, what it points to stays', async () => {
  const target = join(folder, 'target')
  writeFileSync(target, 'untouched')
  symlinkSync(target, join(folder, 'link'))
  await files.write(join(folder, 'link'), 'mine', 0o600)
  expect(readFileSync(target, 'utf8')).toBe('untouched')
  expect(lstatSync(join(folder, 'link')).isFile()).toBe(true)
})

test('a failed write says where, keeps the old content and leaves nothing behind', async () => {
  const path = join(folder, 'taken')
  await files.write(join(path, 'child'), 'x', 0o600)
  await expect(files.write(path, 'y', 0o600)).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    message: expect.stringContaining(path),
  })
  await expect(files.write(join(path, 'child/below'), 'y', 0o600)).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' })
  expect(readdirSync(folder)).toEqual(['taken'])
  expect(readFileSync(join(path, 'child'), 'utf8')).toBe('x')
})

test('reading, listing and removing', async () => {
  await files.write(join(folder, 'b'), 'é', 0o644)
  await files.write(join(folder, 'a'), new Uint8Array([0, 255]), 0o644)
  expect(await files.list(folder)).toEqual(['a', 'b'])
  expect(await files.read(join(folder, 'b'))).toBe('é')
  expect([...(await files.readBytes(join(folder, 'a')))]).toEqual([0, 255])
  await files.remove(join(folder, 'a'))
  await files.remove(join(folder, 'a'))
  expect([await files.exists(join(folder, 'a')), await files.exists(join(folder, 'b'))]).toEqual([false, true])
  await expect(files.read(join(folder, 'a'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('temporary folders are private and gone after close', async () => {
  const own = createFiles(folder)
  const temporary = await own.temporaryFolder('clone')
  await own.write(join(temporary, 'x/y'), 'z', 0o600)
  expect(modeOf(temporary)).toBe(0o700)
  expect(dirname(temporary)).toBe(folder)
  await own.close()
  expect(existsSync(temporary)).toBe(false)
})
