import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLocalCache } from '../../../src/build/layer-cache/local-cache.ts'
import type { FolderStore, ImageCache } from '../../../src/model/layer-cache.ts'
import { openWorkshop, type Workshop } from '../workshop.ts'

let workshop: Workshop
let folder: string
beforeEach(() => {
  workshop = openWorkshop()
  folder = join(workshop.folder, 'layers')
})
afterEach(() => workshop.close())

/** What BuildKit leaves of a build, as far as it is looked at here. */
function exportTo({ to }: ImageCache, blob: string, bytes = 10): void {
  if (to?.type !== 'local') throw new Error('nothing is written')
  mkdirSync(join(to.folder, 'blobs'), { recursive: true })
  writeFileSync(join(to.folder, 'blobs', blob), 'x'.repeat(bytes))
  writeFileSync(join(to.folder, 'index.json'), '{}')
}

const open = (changes: Partial<Parameters<typeof openLocalCache>[0]> = {}) =>
  openLocalCache({ folder, maxBytes: 1000, writes: true, store: undefined, ...changes }, workshop.io)

/** Remembers what it was asked. */
function recordingStore(found?: string): FolderStore & { readonly saved: string[]; readonly asked: string[] } {
  const saved: string[] = []
  const asked: string[] = []
  return {
    folder,
    saved,
    asked,
    restore: (_folder, key, prefixes) => {
      asked.push(key, ...prefixes)
      return Promise.resolve(found)
    },
    save: (_folder, key) => Promise.resolve(void saved.push(key)),
  }
}

async function buildOnce(blob: string, scope = 'shop.opa', options = {}): Promise<ImageCache> {
  const cache = open(options)
  const place = await cache.place('OPA', scope, 'abc')
  exportTo(place, blob)
  await cache.close(['OPA'])
  return place
}

test('nothing is read the first time; the second time what was written', async () => {
  expect(await buildOnce('one')).not.toHaveProperty('from')
  expect(await buildOnce('two')).toMatchObject({ from: { type: 'local', folder: join(folder, 'shop.opa') } })
})

test('layers of old do not pile up, and nothing is left beside them', async () => {
  await buildOnce('one')
  await buildOnce('two')
  expect(readdirSync(join(folder, 'shop.opa/blobs'))).toEqual(['two'])
  expect(readdirSync(folder)).toEqual(['shop.opa'])
  expect(workshop.problems).toEqual([])
})

test('what a failed build or a failed export leaves does not replace what was there', async () => {
  await buildOnce('one')
  const failed = open()
  exportTo(await failed.place('OPA', 'shop.opa', 'abc'), 'two')
  await failed.close([])
  const empty = open()
  await empty.place('OPA', 'shop.opa', 'abc')
  await empty.close(['OPA'])
  expect(readdirSync(join(folder, 'shop.opa/blobs'))).toEqual(['one'])
  expect(readdirSync(folder)).toEqual(['shop.opa'])
})

test('over its size, the scope that was not written for longest goes', async () => {
  for (const [days, scope] of [
    [3, 'shop.old'],
    [2, 'shop.older'],
  ] as const) {
    await buildOnce('blob', scope, { maxBytes: 30 })
    const then = new Date(Date.now() - days * 86_400_000)
    utimesSync(join(folder, scope), then, then)
  }
  await buildOnce('blob', 'shop.new', { maxBytes: 30 })
  expect(readdirSync(folder)).toEqual(['shop.new', 'shop.older'])
  expect(workshop.lines).toEqual(['layer cache: over its size, removed shop.old'])
})

test('a folder that a killed run left goes after a day', async () => {
  const left = join(folder, '.shop.opa.0011.new')
  mkdirSync(left, { recursive: true })
  await buildOnce('one')
  expect(existsSync(left)).toBe(true)
  const then = new Date(Date.now() - 2 * 86_400_000)
  utimesSync(left, then, then)
  await buildOnce('two')
  expect(existsSync(left)).toBe(false)
})

test('a folder that cannot be written is a warning, and the build has no cache to write', async () => {
  workshop.write({ file: '' })
  const cache = open({ folder: join(workshop.folder, 'file/layers') })
  expect(await cache.place('OPA', 'shop.opa', 'abc')).toEqual({})
  await cache.close(['OPA'])
  expect(workshop.problems).toMatchObject([{ severity: 'warning', code: 'CACHE_UNUSABLE' }])
})

test('read only: nothing is made', async () => {
  const cache = open({ writes: false })
  expect(await cache.place('OPA', 'shop.opa', 'abc')).toEqual({})
  await cache.close(['OPA'])
  expect(existsSync(folder)).toBe(false)
})

test('from job to job: by source key, else by what the scope had last; the same key is not saved again', async () => {
  const key = `mcp-layers-${process.arch}-shop.opa-abc`
  const fresh = recordingStore(`mcp-layers-${process.arch}-shop.opa-before`)
  await buildOnce('one', 'shop.opa', { store: fresh })
  expect(fresh.asked).toEqual([key, `mcp-layers-${process.arch}-shop.opa-`])
  expect(fresh.saved).toEqual([key])

  const same = recordingStore(key)
  await buildOnce('one', 'shop.twin', { store: same })
  const again = recordingStore(`mcp-layers-${process.arch}-shop.twin-abc`)
  await workshop.io.files.remove(folder)
  await buildOnce('one', 'shop.twin', { store: again })
  expect(again.saved).toEqual([])
})
