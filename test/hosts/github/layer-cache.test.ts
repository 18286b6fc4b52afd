import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openFolderStore } from '../../../src/hosts/github/layer-cache.ts'
import type { FolderStore } from '../../../src/model/layer-cache.ts'
import { type CacheServer, startCacheServer } from './cache-server.ts'

let server: CacheServer
let broken = false
let root: string
let warnings: string[]

beforeEach(async () => {
  broken = false
  warnings = []
  root = mkdtempSync(join(tmpdir(), 'runner-'))
  server = await startCacheServer(() => broken)
  // The library reads its own process's variables.
  vi.stubEnv('ACTIONS_CACHE_URL', server.url)
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', 'a-token-of-a-runner')
  vi.stubEnv('GITHUB_WORKSPACE', root)
  vi.stubEnv('RUNNER_TEMP', root)
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  server.close()
  rmSync(root, { recursive: true, force: true })
})

function open(): FolderStore {
  const store = openFolderStore(process.env, (text) => void warnings.push(text))
  if (store === undefined) throw new Error('there is a service and a folder')
  return store
}

function fill(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.json'), text)
}

test('what one job saves the next one finds: under its key, else the newest of its scope', async () => {
  const store = open()
  const folder = join(store.folder, 'shop.opa')
  expect(await store.restore(folder, 'layers-shop.opa-1', ['layers-shop.opa-'])).toBeUndefined()
  fill(folder, 'one')
  await store.save(folder, 'layers-shop.opa-1')

  rmSync(store.folder, { recursive: true })
  expect(await store.restore(folder, 'layers-shop.opa-2', ['layers-shop.opa-'])).toBe('layers-shop.opa-1')
  expect(readFileSync(join(folder, 'index.json'), 'utf8')).toBe('one')
  expect(await store.restore(folder, 'layers-shop.opa-1', ['layers-shop.opa-'])).toBe('layers-shop.opa-1')
  expect(warnings).toEqual([])
})

test('a key that is there already, and a folder that is not', async () => {
  const store = open()
  const folder = join(store.folder, 'shop.opa')
  fill(folder, 'one')
  await store.save(folder, 'key')
  await store.save(folder, 'key')
  expect(server.keys).toEqual(['key'])
  await store.save(join(store.folder, 'nothing'), 'other')
  expect(server.keys).not.toContain('nothing')
})

test('a service that fails fails nothing', async () => {
  const store = open()
  const folder = join(store.folder, 'shop.opa')
  fill(folder, 'one')
  broken = true
  expect(await store.restore(folder, 'key', [])).toBeUndefined()
  await store.save(folder, 'key')
  expect(existsSync(join(folder, 'index.json'))).toBe(true)
})

test('ACTIONS_CACHE_MODE=read: nothing is saved', async () => {
  const store = open()
  const folder = join(store.folder, 'shop.opa')
  fill(folder, 'one')
  vi.stubEnv('ACTIONS_CACHE_MODE', 'read')
  await store.save(folder, 'key')
  expect(server.keys).toEqual([])
})

test.each(['ACTIONS_CACHE_URL', 'ACTIONS_RUNTIME_TOKEN', 'RUNNER_TEMP'])('without %s there is no store', (name) => {
  vi.stubEnv(name, '')
  expect(openFolderStore(process.env, () => undefined)).toBeUndefined()
})
