import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CacheConfig } from '../../src/model/layer-cache.ts'
import { Secret } from '../../src/model/secret.ts'
import { baseImage, ensureBaseImage, ensureRegistry } from '../build/engine-fixtures.ts'
import { build, type Changes, imagePlan, recipe } from '../build/stage-fixtures.ts'
import { openWorkshop, type Workshop } from '../build/workshop.ts'
import { type CacheServer, startCacheServer } from '../hosts/github/cache-server.ts'
import { type Buildkit, startBuildkit } from '../support/buildkit.ts'
import { readMachine } from '../support/machine.ts'

const { pipelines, registry } = readMachine()
const stack = `layers-${process.pid}`
/** As the runner's: claims that say which scopes the cache may use; the signature is nobody's. */
const token = [
  '{"alg":"HS256","typ":"JWT"}',
  JSON.stringify({ nbf: 0, exp: 2 ** 32, ac: '[{"Scope":"refs/heads/main","Permission":3}]' }),
  'x',
]
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.')

let buildkit: Buildkit
let closeRegistry: () => void
let service: CacheServer
let workshop: Workshop

// Who is not root has no daemon of his own.
describe.skipIf(pipelines === null || process.getuid?.() !== 0)('layers of a builder that forgets', () => {
  beforeAll(async () => {
    closeRegistry = await ensureRegistry()
    await ensureBaseImage()
    service = await startCacheServer(() => false)
    buildkit = await startBuildkit(pipelines?.buildkitd ?? '', registry)
  })
  afterAll(async () => {
    await buildkit.close()
    service.close()
    closeRegistry()
  })
  beforeEach(() => {
    workshop = openWorkshop()
  })
  afterEach(() => workshop.close())

  /** Builds an image of two steps, of which the first never gives the same twice. */
  async function buildWith(component: string, file: string, cache: Partial<CacheConfig>, changes: Changes = {}) {
    workshop.write({
      'source/Containerfile': `FROM ${baseImage}\nRUN cat /proc/sys/kernel/random/uuid > /once\nCOPY f /f\n`,
      'source/f': file,
    })
    const source = { kind: 'path' as const, path: join(workshop.folder, 'source'), ...recipe }
    const folder = join(workshop.folder, 'layers')
    const [image] = await build(workshop, [imagePlan(stack, component, source, true)], {
      config: { builder: buildkit.builder, cache: { mode: 'auto', folder, maxBytes: 2 ** 31, ...cache } },
      ...changes,
    })
    return { image, line: workshop.lines[0], problems: [...workshop.problems] }
  }

  const secrets = (url: string) => ({
    ACTIONS_RUNTIME_TOKEN: new Secret('ACTIONS_RUNTIME_TOKEN', token),
    ACTIONS_CACHE_URL: new Secret('ACTIONS_CACHE_URL', url),
  })
  const github = (url: string) => ({ layerCache: { trusted: true, tokens: secrets(url) } })

  test.each([
    ['local', 'local', {}],
    ['registry', 'registry', {}],
    ['one repository', 'registry', { ref: 'localhost:5000/mcp-test/layers' }],
    ['gha', 'gha', {}],
    ['auto', 'auto', {}],
  ] as const)('%s: the next builder has them', async (name, mode, more) => {
    const component = `kept-${name.replace(' ', '-')}`
    const changes = mode === 'gha' ? github(service.url) : {}
    const first = await buildWith(component, 'one', { mode, ...more }, changes)
    expect(first).toMatchObject({ image: { how: 'built' }, problems: [] })
    buildkit.forget()
    const second = await buildWith(component, 'two', { mode, ...more }, changes)
    expect(second).toMatchObject({ image: { how: 'built', cacheHits: { cached: 1, steps: 2 } }, problems: [] })
    expect((await buildWith(component, 'two', { mode, ...more }, changes)).image?.how).toBe('reused')
    const log = readFileSync(join(workshop.folder, 'logs', `build-${component}.log`), 'utf8')
    expect(log).not.toContain(token)
  })

  test('each image has its own', async () => {
    await buildWith('own-a', 'one', { mode: 'local' })
    await buildWith('own-b', 'one', { mode: 'local' })
    expect(existsSync(join(workshop.folder, 'layers', `${stack}.own-a`, 'index.json'))).toBe(true)
    expect(existsSync(join(workshop.folder, 'layers', `${stack}.own-b`, 'index.json'))).toBe(true)
  })

  test('a run from outside reads and does not write', async () => {
    const outside = { layerCache: { trusted: false } }
    await buildWith('outside', 'one', { mode: 'registry' }, outside)
    buildkit.forget()
    const second = await buildWith('outside', 'two', { mode: 'registry' }, outside)
    expect(second.image?.cacheHits).toEqual({ cached: 0, steps: 2 })
  })

  test.each([
    ['a registry that is not there', { mode: 'registry', ref: 'localhost:1/layers' }, {}],
    ['a service that is not there', { mode: 'gha' }, github('http://127.0.0.1:1/')],
    ['a folder that cannot be written', { mode: 'local', folder: '/etc/hostname/layers' }, {}],
  ] as const)('%s is a warning', async (name, cache, changes) => {
    const { image, problems } = await buildWith(`broken-${name.split(' ')[1]}`, 'one', cache, changes)
    expect(image?.how).toBe('built')
    expect(problems.length).toBeGreaterThan(0)
    for (const problem of problems) expect(problem).toMatchObject({ severity: 'warning', code: 'CACHE_UNUSABLE' })
    expect(JSON.stringify(problems)).not.toContain(token)
  })
})
