import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BuildContext, BuildJob } from '../../src/model/image.ts'
import { builders } from '../../src/registry.ts'
import { openWorkshop, type Workshop } from '../build/workshop.ts'

let workshop: Workshop
beforeEach(() => {
  workshop = openWorkshop()
})
afterEach(() => workshop.close())

/** An engine that is a program of this test; what it says on stderr, and how it ends. */
function context(name: 'docker' | 'podman', script: string): BuildContext {
  const program = join(workshop.folder, 'bin', name)
  workshop.write({ [`bin/${name}`]: `#!/bin/sh\n${script}\n` })
  chmodSync(program, 0o755)
  return { io: workshop.io, engine: { program, args: [] }, parallel: 2, cache: true }
}

function job(component: string): BuildJob {
  workshop.write({ 'source/Containerfile': 'FROM registry.example.test/base:1\n' })
  return {
    component,
    folder: join(workshop.folder, 'source'),
    context: '.',
    containerfile: 'Containerfile',
    buildArgs: {},
    platforms: [],
    tags: [`mcp-stack/contract/${component.toLowerCase()}:1`],
    labels: {},
    baseImages: {},
    push: false,
    log: `build-${component}`,
  }
}

test('every builder has a name of its own', () => {
  const names = builders.map((builder) => builder.name)
  expect(names.length).toBeGreaterThan(0)
  expect(new Set(names).size).toBe(names.length)
})

test.each(['docker', 'podman'] as const)('an engine without any extra has a builder: %s', async (engine) => {
  const answers = await Promise.all(builders.map((builder) => builder.available(context(engine, 'exit 1'))))
  expect(answers.filter((answer) => answer)).toHaveLength(1)
})

/** What buildImages relies on, whatever builds; that they build is shown on a real engine in test/integration. */
describe.each(builders.map((builder) => [builder.name, builder] as const))('%s', (_name, builder) => {
  test('nothing asked, nothing built', async () => {
    expect(await builder.build([], context('docker', 'exit 1'))).toEqual([])
    expect(workshop.commands).toEqual([])
  })

  test('a build that fails is an answer for every image, in order, with the reason in one line', async () => {
    const failing = context('docker', 'echo "step 1" >&2; echo "ERROR: no space left" >&2; exit 1')
    const outcomes = await builder.build([job('One'), job('Two'), job('Three')], failing)
    expect(outcomes.map(({ component, ok }) => [component, ok])).toEqual([
      ['One', false],
      ['Two', false],
      ['Three', false],
    ])
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ reason: 'no space left', log: expect.arrayContaining(['ERROR: no space left']) })
    }
  })

  test('a build that ends well without an image is a failure', async () => {
    const [outcome] = await builder.build([job('Ghost')], context('docker', 'case "$*" in *inspect*) exit 1;; esac'))
    expect(outcome?.ok).toBe(false)
  })
})
