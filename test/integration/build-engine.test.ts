import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { docker } from '../../src/build/builders/docker.ts'
import { podman } from '../../src/build/builders/podman.ts'
import type { ImagePlan } from '../../src/model/plan.ts'
import { baseImage, ensureBaseImage, ensureRegistry, hasProgram, inRegistry, run } from '../build/engine-fixtures.ts'
import { build, imagePlan, recipe, referenceOf, removeImages } from '../build/stage-fixtures.ts'
import { openWorkshop, type Workshop } from '../build/workshop.ts'

const stack = `engine-${process.pid}`
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
  workshop = openWorkshop()
})
afterEach(() => workshop.close())

type PathSource = Extract<ImagePlan['source'], { kind: 'path' }>

function plan(component: string, changes: Partial<PathSource> = {}, registry = false): ImagePlan {
  const path = join(workshop.folder, 'source')
  return imagePlan(stack, component, { kind: 'path', path, ...recipe, ...changes }, registry)
}

const source = (files: Readonly<Record<string, string>>) =>
  workshop.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [`source/${path}`, text])))

const started = (word: string) => workshop.commands.filter((line) => line.includes(word))

test('a local folder is built once, again when it changes, and not for what is ignored', async () => {
  source({
    Containerfile: `FROM ${baseImage}\nCOPY . /x\nCMD ["/bin/cat", "/x/f"]`,
    f: '1',
    '.dockerignore': 'notes\n',
    notes: 'a',
  })
  const [first] = await build(workshop, [plan('path')])
  expect(first?.how).toBe('built')
  source({ notes: 'b' })
  expect((await build(workshop, [plan('path')]))[0]).toMatchObject({ how: 'reused', reference: first?.reference })
  source({ f: '2' })
  const [changed] = await build(workshop, [plan('path')])
  expect(changed?.how).toBe('built')
  expect(run('docker', 'run', '--rm', referenceOf(changed))).toBe('2')
})

test('--no-cache builds what is there already', async () => {
  source({ Containerfile: `FROM ${baseImage}\nRUN echo x > /x` })
  await build(workshop, [plan('again')])
  expect((await build(workshop, [plan('again')], { noCache: true }))[0]?.how).toBe('built')
  expect(started('--no-cache')).toHaveLength(1)
})

test('problems of a source are found before anything is built, all at once', async () => {
  source({ Dockerfile: 'FROM scratch', ok: `FROM ${baseImage} AS serve\nFROM serve AS other\n` })
  symlinkSync('/etc', join(workshop.folder, 'source/out'))
  const images = [plan('none'), plan('link', { containerfile: 'Dockerfile' }), plan('folder', { context: 'nowhere' })]
  const error = await build(workshop, images).catch((reason: unknown) => reason)
  expect(error).toMatchObject({
    code: 'SOURCE_INVALID',
    problems: [
      { message: 'none: the source has no Containerfile', hint: 'Did you mean containerfile: Dockerfile?' },
      { message: 'link: the link out -> /etc leaves the build context' },
      { message: 'folder: the source has no folder nowhere' },
    ],
  })
  expect(started('bake')).toEqual([])
})

test('an unknown target is an error with the stages; none with a test stage at the end is a warning', async () => {
  source({ Containerfile: `FROM ${baseImage} AS serve\nFROM serve AS testing\n` })
  await expect(build(workshop, [plan('target', { target: 'server' })])).rejects.toMatchObject({
    code: 'SOURCE_INVALID',
    hint: 'It has: serve, testing',
  })
  await build(workshop, [plan('target')])
  expect(workshop.problems).toMatchObject([
    { code: 'CONFIG_WARNING', hint: 'Set target: to the stage that serves: serve' },
  ])
  await build(workshop, [plan('target', { target: 'serve' })])
  expect(workshop.problems).toEqual([])
})

test.each([
  ['buildx or docker', undefined],
  ['docker', docker],
])('a base image is replaced by the map, also through an argument (%s)', async (_name, builder) => {
  source({ Containerfile: 'ARG BASE=base.invalid/shell:1\nFROM ${BASE}\nCMD ["/bin/echo", "mirrored"]' })
  const config = { baseImages: { 'base.invalid/shell:1': baseImage } }
  const [image] = await build(workshop, [plan('mapped')], {
    config,
    noCache: true,
    ...(builder === undefined ? {} : { builders: [builder] }),
  })
  expect(run('docker', 'run', '--rm', referenceOf(image))).toBe('mirrored')
})

test('check_base: an image is built again when its base has moved, and only then', async () => {
  const moving = `localhost:5000/mcp-test/${stack}/base:1`
  const publish = (change: string) => {
    source({ 'base/Containerfile': `FROM ${baseImage}\nRUN echo ${change} > /base` })
    run(
      'docker',
      'build',
      '--quiet',
      '--file',
      join(workshop.folder, 'source/base/Containerfile'),
      '--tag',
      moving,
      join(workshop.folder, 'source/base'),
    )
    run('docker', 'push', '--quiet', moving)
  }
  publish('one')
  source({ 'plugin/Containerfile': `FROM ${moving}\nCMD ["/bin/cat", "/base"]` })
  const path = join(workshop.folder, 'source/plugin')
  for (const registry of [false, true]) {
    const images = [plan(`checked-${registry}`, { path }, registry)]
    const config = { checkBase: true }
    expect((await build(workshop, images, { config }))[0]?.how).toBe('built')
    expect((await build(workshop, images, { config }))[0]?.how).toBe('reused')

    publish(`moved ${registry}`)
    expect((await build(workshop, images))[0]?.how).toBe('reused')
    expect((await build(workshop, images, { config, dry: true }))[0]?.how).toBe('pending')
    const [rebuilt] = await build(workshop, images, { config })
    expect(rebuilt?.how).toBe('built')
    expect(run('docker', 'run', '--rm', referenceOf(rebuilt))).toBe(`moved ${registry}`)
  }
})

test('podman builds and pushes by digest', async () => {
  if (!hasProgram('podman', 'version')) throw new Error('this test needs podman: apt-get install podman')
  source({ Containerfile: `FROM ${baseImage}\nLABEL x=y` })
  const options = { builders: [podman], containerEngine: 'podman' }
  const [image] = await build(workshop, [plan('podman', {}, true)], options)
  expect(referenceOf(image)).toMatch(/@sha256:[0-9a-f]{64}$/)
  expect(await inRegistry(`mcp-test/${stack}/podman`, String(image?.sourceKey))).toBe(true)
  expect((await build(workshop, [plan('podman', {}, true)], options))[0]).toMatchObject({
    how: 'reused',
    reference: image?.reference,
  })
})

test('docker without buildx pushes by digest', async () => {
  source({ Containerfile: `FROM ${baseImage}\nLABEL x=z` })
  const [image] = await build(workshop, [plan('legacy', {}, true)], { builders: [docker] })
  expect(referenceOf(image)).toMatch(/@sha256:[0-9a-f]{64}$/)
  expect(run('docker', 'image', 'inspect', referenceOf(image))).toContain('mcp-stack.dev/source-key')
})

test('several platforms need a registry and buildx', async () => {
  source({ Containerfile: `FROM ${baseImage}` })
  const platforms = ['linux/amd64', 'linux/arm64']
  await expect(build(workshop, [plan('p', { platforms })])).rejects.toMatchObject({ code: 'NOT_SUPPORTED' })
  await expect(build(workshop, [plan('p', { platforms }, true)], { builders: [docker] })).rejects.toMatchObject({
    code: 'NOT_SUPPORTED',
  })
})

const prebuilt = (reference: string): ImagePlan => imagePlan(stack, 'prebuilt', { kind: 'image', reference })

test('a prebuilt image of the registry is deployed by digest, one that only this engine has by its id', async () => {
  const [image] = await build(workshop, [prebuilt(baseImage)])
  expect(referenceOf(image)).toMatch(/^localhost:5000\/.*@sha256:[0-9a-f]{64}$/)

  const own = `mcp-stack/${stack}/by-hand:1`
  source({ Containerfile: 'FROM scratch\nLABEL by=hand' })
  run(
    'docker',
    'build',
    '--quiet',
    '--tag',
    own,
    '--file',
    join(workshop.folder, 'source/Containerfile'),
    join(workshop.folder, 'source'),
  )
  const [byHand] = await build(workshop, [prebuilt(own)])
  expect(byHand?.reference).toBe(run('docker', 'image', 'inspect', '--format', '{{.Id}}', own))
  await expect(build(workshop, [prebuilt('localhost:5000/mcp-test/none:1')])).rejects.toMatchObject({
    code: 'IMAGE_NOT_FOUND',
  })
})

test('--frozen takes what is live and asks nobody', async () => {
  const frozen = { prebuilt: { reference: 'live@sha256:1', revision: 'abc' } }
  expect(await build(workshop, [prebuilt('x')], { frozen })).toEqual([
    { component: 'prebuilt', reference: 'live@sha256:1', revision: 'abc', tag: 'x', how: 'reused', seconds: 0 },
  ])
  expect(workshop.commands).toEqual([])
})

test('an engine that is not there is an error with what to do, and no obstacle to a dry run', async () => {
  source({ Containerfile: 'FROM scratch' })
  const containerEngine = join(workshop.folder, 'no-such-engine')
  await expect(build(workshop, [plan('x')], { containerEngine })).rejects.toMatchObject({ code: 'TOOL_MISSING' })
  expect((await build(workshop, [plan('x')], { containerEngine, dry: true }))[0]?.how).toBe('pending')
})

test('a registry that does not answer is an error, and pending in a dry run', async () => {
  source({ Containerfile: 'FROM scratch' })
  const image = { ...plan('x'), repository: '127.0.0.1:1/s/x', registry: { prefix: '127.0.0.1:1/s', push: true } }
  await expect(build(workshop, [image])).rejects.toMatchObject({ code: 'REGISTRY_UNREACHABLE' })
  expect((await build(workshop, [image], { dry: true }))[0]?.how).toBe('pending')
})
