import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { podman } from '../../src/build/builders/podman.ts'
import type { CacheConfig } from '../../src/model/layer-cache.ts'
import { baseImage, ensureBaseImage, ensureRegistry, run } from '../build/engine-fixtures.ts'
import { build, type Changes, imagePlan, recipe, removeImages } from '../build/stage-fixtures.ts'
import { openWorkshop, type Workshop } from '../build/workshop.ts'

const stack = `layers-${process.pid}`
let closeRegistry: () => void
let workshop: Workshop

beforeAll(async () => {
  closeRegistry = await ensureRegistry()
  await ensureBaseImage()
})
afterAll(() => {
  removeImages(stack)
  closeRegistry()
})
beforeEach(() => {
  // crun refuses a kernel that has cgroups of both versions.
  workshop = openWorkshop({ BUILDAH_ISOLATION: 'chroot' })
})
afterEach(() => workshop.close())

async function buildWith(component: string, cache: Partial<CacheConfig>, changes: Changes = {}) {
  workshop.write({
    'source/Containerfile': `FROM ${baseImage}\nRUN echo ${component} > /once\nCOPY f /f\n`,
    'source/f': String(changes.noCache),
  })
  const source = { kind: 'path' as const, path: join(workshop.folder, 'source'), ...recipe }
  const [image] = await build(workshop, [imagePlan(stack, component, source, true)], {
    ...changes,
    config: { cache: { mode: 'auto', maxBytes: 2 ** 31, ...cache } },
  })
  return { image, line: workshop.lines[0], problems: [...workshop.problems] }
}

test("docker's own builder says itself that it cannot bring layers elsewhere", async () => {
  expect(run('docker', 'buildx', 'inspect')).toMatch(/^Driver:\s+docker$/m)
  const auto = await buildWith('auto', {})
  expect(auto).toMatchObject({ image: { how: 'built', cacheHits: { steps: 2 } }, problems: [] })
  expect(auto.line).toContain("layer cache: the builder's own")
  const asked = await buildWith('asked', { mode: 'local', folder: join(workshop.folder, 'layers') })
  expect(asked).toMatchObject({ image: { how: 'built' }, problems: [{ severity: 'warning', code: 'CACHE_UNUSABLE' }] })
})

test('a second build is told as cached', async () => {
  await buildWith('twice', {})
  // The engine remembers earlier runs of this test.
  workshop.write({ 'source/f': `changed at ${Date.now()}` })
  const source = { kind: 'path' as const, path: join(workshop.folder, 'source'), ...recipe }
  const [image] = await build(workshop, [imagePlan(stack, 'twice', source, true)])
  expect(image).toMatchObject({ how: 'built', cacheHits: { cached: 1, steps: 2 } })
})

test.each([
  ['where there is nothing yet', `localhost:5000/mcp-test/${stack}/layers`, 0],
  ['that is not there', 'localhost:1/layers', 1],
])("a registry %s is no failure of docker's own builder, which only reads", async (_name, ref, warnings) => {
  const { image, line, problems } = await buildWith(`read-${warnings}`, { mode: 'registry', ref })
  expect(image?.how).toBe('built')
  expect(line).toContain('read only')
  expect(problems).toHaveLength(warnings)
})

test('podman keeps its layers in a registry, and builds where it cannot', async () => {
  const builders = [podman]
  const containerEngine = 'podman'
  const ref = `localhost:5000/mcp-test/${stack}/podman-layers`
  const kept = await buildWith('podman', { mode: 'registry', ref }, { builders, containerEngine })
  expect(kept).toMatchObject({ image: { how: 'built' }, problems: [] })
  const { tags }: { tags: string[] } = JSON.parse(
    await (await fetch(`http://localhost:5000/v2/mcp-test/${stack}/podman-layers/tags/list`)).text(),
  )
  expect(tags.length).toBeGreaterThan(0)

  const broken = { mode: 'registry', ref: 'localhost:1/layers' } as const
  const { image, problems } = await buildWith('podman-broken', broken, { builders, containerEngine })
  expect(image?.how).toBe('built')
  expect(problems).toMatchObject([{ severity: 'warning', code: 'CACHE_UNUSABLE' }])
})
