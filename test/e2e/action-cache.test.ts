import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { baseImage, ensureBaseImage, ensureRegistry } from '../build/engine-fixtures.ts'
import { commitStack, copyAction, runAct } from '../support/act.ts'
import { type Buildkit, startBuildkit } from '../support/buildkit.ts'
import { readMachine } from '../support/machine.ts'
import { mustEnd } from '../support/tool.ts'

// Layers that travel from job to job through the cache service of act, to a builder that has forgotten everything.

const { pipelines, registry } = readMachine()

// Who is not root has no daemon of his own.
describe.skipIf(pipelines === null || process.getuid?.() !== 0)('the layer cache of the action', () => {
  const home = mkdtempSync(join(tmpdir(), 'mcp-e2e-cache-'))
  const [stack, released, results] = ['stack', 'released', 'results'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ]
  let buildkit: Buildkit
  let closeRegistry: () => void

  beforeAll(async () => {
    closeRegistry = await ensureRegistry()
    await ensureBaseImage()
    buildkit = await startBuildkit(pipelines?.buildkitd ?? '', registry)
    for (const folder of [join(stack, 'plugin'), released, results]) mkdirSync(folder, { recursive: true })
    // The first step never gives the same twice, and an engine that has seen this test has never seen this one.
    const recipe = `FROM ${baseImage}\nRUN cat /proc/sys/kernel/random/uuid > /once # ${Date.now()}\nCOPY f /f\n`
    writeFileSync(join(stack, 'plugin/Containerfile'), recipe)
    writeFileSync(
      join(stack, 'mcp-stack.yaml'),
      `version: 1
deployment: {type: compose, project_name: mcp-e2e-action-cache}
gateway: {image: ${baseImage}}
plugins:
  - {name: Layers, path: plugin, port: 8000}
ci_cd: {build: {cache: local, builder: ${buildkit.builder}}}
`,
    )
    writeFileSync(join(stack, 'plugin/f'), 'one')
    commitStack(stack)
    copyAction(released)
  })

  afterAll(async () => {
    await buildkit.close()
    closeRegistry()
    rmSync(home, { recursive: true, force: true })
  })

  test('a job on a new machine restores what the job before saved', async () => {
    expect(await build('one')).toMatchObject({ how: 'built' })
    buildkit.forget()
    expect(await build('two')).toMatchObject({ how: 'built', cacheHits: '1 of 2' })
    expect(await build('two')).toMatchObject({ how: 'reused' })
  })

  async function build(content: string) {
    writeFileSync(join(stack, 'plugin/f'), content)
    const workflow = `on: push
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ibm/mcp-stack-deploy@v1
        env:
          # A runner's is the same in every job; act makes a new one.
          RUNNER_TEMP: ${join(home, 'temporary')}
        with: { command: build, plugins-only: true }
      - run: cp deploy/report.json ${results}/
`
    mkdirSync(join(home, 'temporary'), { recursive: true })
    mustEnd(await runAct(stack, workflow, { home, environment: {}, secrets: {}, released }), 0)
    const report: Report = JSON.parse(readFileSync(join(results, 'report.json'), 'utf8'))
    return report.images.find(({ component }) => component === 'Layers')
  }
})
