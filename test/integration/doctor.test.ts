import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { examine, foundBy, openSilence, statesOf } from '../support/doctor.ts'
import { freePort } from '../support/example.ts'
import { readMachine } from '../support/machine.ts'
import { docker, importTinyImage, tinyImage } from './compose-world.ts'
import { listing } from './dist-copy.ts'

const project = `mcptest-${randomBytes(4).toString('hex')}`
const { registry } = readMachine()
let folder: string
beforeAll(() => {
  importTinyImage()
  folder = mkdtempSync(join(tmpdir(), 'doctor-'))
  writeFileSync(join(folder, 'Containerfile'), `FROM ${tinyImage}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A gateway that is built and pushed, and a plugin that the engine has. */
function run(pushTo: string, environment: Readonly<Record<string, string | undefined>> = {}): Promise<Report> {
  const file = join(folder, 'mcp-stack.yaml')
  writeFileSync(
    file,
    `deployment: {type: compose, project_name: ${project}}
gateway:
  path: .
  containerfile: Containerfile
  registry: {enabled: true, url: "${pushTo}", namespace: doctor, push: true}
plugins:
  - {name: Ready, image: "${tinyImage}", port: 8000}
`,
  )
  return examine({ file, environment: { ...process.env, DOCKER_HOST: undefined, ...environment }, seconds: 8 })
}

test('a good machine: nothing in the way, nothing made', async () => {
  const world = () => [docker('volume', 'ls', '-q'), docker('image', 'ls', '-q', `*/doctor/*`), ...listing(folder)]
  await run(registry)
  const before = world()
  const report = await run(registry)
  expect([report.status, report.exitCode]).toEqual(['succeeded', 0])
  expect(statesOf(report)).toMatchObject({
    file: 'good',
    git: 'good',
    engine: 'good',
    disk: expect.stringMatching(/good|warning/),
    buildx: 'good',
    'layer cache': 'good',
    compose: 'good',
    'base images': 'good',
    [`registry ${registry}`]: 'good',
    // The engine has the plugin's image.
    'registry docker.io': 'skipped',
  })
  expect(foundBy(report, 'engine')?.found).toMatch(/^Docker \d+\.\d+/)
  expect(foundBy(report, 'buildx')?.found).toMatch(/^\d+\.\d+.*layers/)
  // The file is written by each run; a `mcptest-…` volume is another test file's, which runs beside this one.
  const others = /^mcp-stack\.yaml|^mcptest-/
  const withoutStack = (all: readonly string[]) =>
    all.flatMap((text) => text.split('\n')).filter((line) => !others.test(line))
  expect(withoutStack(world())).toEqual(withoutStack(before))
  expect(readFileSync(join(folder, 'Containerfile'), 'utf8')).toContain(tinyImage)
})

test('a registry that is dead is named, with what to look at', async () => {
  const dead = `127.0.0.1:${await freePort()}`
  const report = await run(dead)
  expect(report.exitCode).toBe(1)
  expect(foundBy(report, `registry ${dead}`)).toMatchObject({
    state: 'bad',
    found: expect.stringContaining('ECONNREFUSED'),
    fix: expect.stringContaining(`curl -I http://${dead}/v2/`),
  })
  expect(report.problems).toContainEqual(expect.objectContaining({ severity: 'error', code: 'REGISTRY_UNREACHABLE' }))
})

test('an engine and a registry that take connections and say nothing are not waited for', async () => {
  const silence = await openSilence()
  try {
    const report = await run(`127.0.0.1:${silence.port}`, { DOCKER_HOST: `tcp://127.0.0.1:${silence.port}` })
    expect(report.exitCode).toBe(1)
    expect(foundBy(report, 'engine')).toMatchObject({ state: 'bad', found: expect.stringContaining('no answer') })
    expect(statesOf(report)).toMatchObject({ compose: 'good', [`registry 127.0.0.1:${silence.port}`]: 'bad' })
  } finally {
    silence.close()
  }
})

test('DOCKER_HOST to nowhere is named with its fix', async () => {
  const report = await run(registry, { DOCKER_HOST: `tcp://127.0.0.1:${await freePort()}` })
  expect(foundBy(report, 'engine')).toMatchObject({
    state: 'bad',
    found: expect.stringMatching(/does not answer.*docker:/),
    fix: expect.stringContaining('DOCKER_HOST'),
  })
})
