import { afterAll, beforeAll, expect, test } from 'vitest'
import { bake } from '../../src/build/builders/bake.ts'
import { docker } from '../../src/build/builders/docker.ts'
import { podman } from '../../src/build/builders/podman.ts'
import type { StackError } from '../../src/errors.ts'
import { isPending } from '../../src/model/pending.ts'
import type { ImagePlan } from '../../src/model/plan.ts'
import { baseImage, ensureBaseImage, ensureRegistry, hasProgram, inRegistry, run } from '../build/engine-fixtures.ts'
import {
  build as buildIn,
  type Changes,
  imagePlan,
  recipe,
  referenceOf,
  removeImages,
} from '../build/stage-fixtures.ts'
import { git, makeRepository, openWorkshop, type Repository, type Workshop } from '../build/workshop.ts'
import { type GitServer, startGitServer } from '../support/git-server.ts'

const stack = `it-${process.pid}`
let closeRegistry: () => void
let workshop: Workshop
let server: GitServer
let repository: Repository
let monorepo: Repository
const containerfile = `FROM ${baseImage}\nCOPY f /f\nUSER 10:20\nENTRYPOINT ["/bin/cat", "/f"]\n`

beforeAll(async () => {
  closeRegistry = await ensureRegistry()
  await ensureBaseImage()
  // For podman's RUN: its runtime, crun, refuses a kernel that has cgroups of both versions (run: crun 1.8.1). Docker ignores it.
  workshop = openWorkshop({ BUILDAH_ISOLATION: 'chroot' })
  repository = makeRepository(workshop.folder, 'plain', { Containerfile: containerfile, f: 'one' })
  monorepo = makeRepository(workshop.folder, 'mono', {
    'plugins/a/Containerfile': containerfile,
    'plugins/a/f': 'a',
    'README.md': 'x',
  })
  server = await startGitServer(workshop.folder)
})

afterAll(async () => {
  await server.close()
  await workshop.close()
  closeRegistry()
  removeImages(stack)
})

type GitSource = Extract<ImagePlan['source'], { kind: 'git' }>

function plan(component: string, changes: Partial<GitSource> = {}, registry = false): ImagePlan {
  const source = { kind: 'git' as const, repo: `${server.url}/plain.git`, ref: 'main', ...recipe, ...changes }
  return imagePlan(stack, component, source, registry)
}

const build = (images: readonly ImagePlan[], changes: Changes = {}) =>
  buildIn(workshop, images, { ...changes, config: { insecureRepos: [server.url], ...changes.config } })

const started = (word: string) => workshop.commands.filter((line) => line.includes(word))

test('builds once; an unchanged stack clones and builds nothing', async () => {
  const [first] = await build([plan('a')])
  expect(first).toMatchObject({ how: 'built', reference: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) })
  expect(run('docker', 'run', '--rm', referenceOf(first))).toBe('one')

  const [second] = await build([plan('a')])
  expect(second).toMatchObject({ how: 'reused', reference: first?.reference, sourceKey: first?.sourceKey })
  expect(started('fetch')).toEqual([])
  expect(started('buil')).toEqual([])
})

test('a dry run names the source key and writes nothing', async () => {
  const [image] = await build([plan('dry')], { dry: true })
  expect(image).toMatchObject({ how: 'pending', revision: git(repository.folder, 'rev-parse', 'HEAD') })
  expect(isPending(image?.reference) && image.reference.key).toBe(image?.sourceKey)
  expect(started('fetch')).toEqual([])
  expect(workshop.commands.every((line) => /ls-remote|version|image inspect/.test(line))).toBe(true)
})

test('a changed commit is another key and another image', async () => {
  const [before] = await build([plan('moving')])
  repository.commit({ f: 'two' })
  const [after] = await build([plan('moving')])
  expect(after?.how).toBe('built')
  expect(after?.sourceKey).not.toBe(before?.sourceKey)
  expect(run('docker', 'run', '--rm', referenceOf(after))).toBe('two')
})

test.each([false, true])('a commit elsewhere in a monorepo builds nothing (registry: %s)', async (registry) => {
  const source = { repo: `${server.url}/mono.git`, context: 'plugins/a' }
  const [before] = await build([plan('mono', source, registry)])
  expect(before?.how).toBe('built')
  monorepo.commit({ 'README.md': `changed ${registry}` })

  const [after] = await build([plan('mono', source, registry)])
  expect(after).toMatchObject({ how: 'reused', reference: before?.reference })
  expect(after?.sourceKey).not.toBe(before?.sourceKey)
  expect(started('bake')).toEqual([])

  await build([plan('mono', source, registry)])
  expect(started('fetch')).toEqual([])
})

test('with a registry an image is pushed and deployed by digest', async () => {
  const [first] = await build([plan('pushed', {}, true)])
  expect(first?.reference).toMatch(new RegExp(`^localhost:5000/mcp-test/${stack}/pushed@sha256:[0-9a-f]{64}$`))
  expect(await inRegistry(`mcp-test/${stack}/pushed`, String(first?.sourceKey))).toBe(true)
  const [second] = await build([plan('pushed', {}, true)])
  expect(second).toMatchObject({ how: 'reused', reference: first?.reference })
  expect(workshop.commands.filter((line) => line.startsWith('docker'))).toEqual(
    workshop.commands.filter((line) => line.includes('version')),
  )
})

test('one failing image does not hide the others, and says how to see it by hand', async () => {
  const broken = makeRepository(workshop.folder, 'broken', {
    Containerfile: `FROM ${baseImage}\nRUN echo reason; exit 3\n`,
  })
  expect(broken.bare).toContain('broken.git')
  const images = [
    plan('good', { buildArgs: { UNIQUE: '1' } }),
    plan('bad', { repo: `${server.url}/broken.git` }),
    plan('missing', { ref: 'mian' }),
    plan('gone', { repo: `${server.url}/none.git` }),
  ]
  const error = await build(images).then(
    () => undefined,
    (reason: StackError) => reason,
  )
  expect(error?.code).toBe('BUILD_FAILED')
  expect(error?.problems.map((problem) => problem.code).sort()).toEqual([
    'BUILD_FAILED',
    'REF_NOT_FOUND',
    'SOURCE_UNREACHABLE',
  ])
  const failed = error?.problems.find((problem) => problem.code === 'BUILD_FAILED')
  expect(failed?.frame).toContain('reason')
  expect(failed?.hint).toContain('git clone -- ')
  expect(error?.problems.find((problem) => problem.code === 'REF_NOT_FOUND')?.hint).toContain('main')
  const [good] = await build([plan('good', { buildArgs: { UNIQUE: '1' } })])
  expect(good?.how).toBe('reused')
})

test('every builder makes the same image configuration', async () => {
  const text = `ARG BASE=${baseImage}\nFROM $BASE AS build\nARG GREETING\nRUN echo "$GREETING" > /greeting\nFROM $BASE\nCOPY --from=build /greeting /greeting\nENV A=b\nUSER 10:20\nWORKDIR /tmp\nEXPOSE 8000\nHEALTHCHECK CMD true\nENTRYPOINT ["/bin/cat", "/greeting"]\n`
  makeRepository(workshop.folder, 'config', { Containerfile: text })
  const greeting = 'a "b" $c ${d} %{e} $${f} \\ ü'
  const source = { repo: `${server.url}/config.git`, buildArgs: { GREETING: greeting } }
  const builders = [docker, ...(hasProgram('docker', 'buildx', 'version') ? [bake] : [])]
  const configs = new Map<string, unknown>()
  for (const builder of builders) {
    const [image] = await build([plan('same', source)], { noCache: true, builders: [builder] })
    expect(`${builder.name} ${run('docker', 'run', '--rm', referenceOf(image))}`).toBe(`${builder.name} ${greeting}`)
    configs.set(builder.name, readConfig('docker', referenceOf(image)))
  }
  if (hasProgram('podman', 'version')) {
    const [image] = await build([plan('same', source)], {
      noCache: true,
      builders: [podman],
      containerEngine: 'podman',
    })
    configs.set('podman', readConfig('podman', referenceOf(image)))
  }
  expect(configs.size).toBeGreaterThanOrEqual(1)
  const [first, ...others] = configs.values()
  for (const other of others) expect(other).toEqual(first)
  expect(first).toMatchObject({
    User: '10:20',
    Entrypoint: ['/bin/cat', '/greeting'],
    Labels: {
      'org.opencontainers.image.source': `${server.url}/config.git`,
      'org.opencontainers.image.base.name': baseImage,
      'org.opencontainers.image.base.digest': expect.stringMatching(/^sha256:/),
    },
  })
})

function readConfig(program: string, reference: string): unknown {
  const [image]: [{ Config: Record<string, unknown> }] = JSON.parse(run(program, 'image', 'inspect', reference))
  const { User, Entrypoint, Labels, WorkingDir, ExposedPorts, Cmd } = image.Config
  return { User, Entrypoint, Labels, WorkingDir, ExposedPorts, Cmd: Cmd ?? null }
}
