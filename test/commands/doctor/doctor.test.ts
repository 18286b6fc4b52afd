import { chmodSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reportSchema } from '../../../src/commands/report-schema.ts'
import { checkLines } from '../../../src/commands/views/doctor-view.ts'
import { renderReport } from '../../../src/commands/views/report-view.ts'
import { plainStyle } from '../../../src/model/style.ts'
import { openWorkshop, type Workshop } from '../../build/workshop.ts'
import { examine, foundBy, statesOf } from '../../support/doctor.ts'

let workshop: Workshop
beforeEach(() => {
  workshop = openWorkshop()
})
afterEach(() => workshop.close())

/** Runs it with these programs alone on PATH; a second is long enough for scripts. */
function run(files: Readonly<Record<string, string>>, programs: Readonly<Record<string, string>> = {}) {
  const bin = join(workshop.folder, 'bin')
  mkdirSync(bin)
  for (const [name, script] of Object.entries(programs)) {
    workshop.write({ [`bin/${name}`]: `#!/bin/sh\n${script}\n` })
    chmodSync(join(bin, name), 0o755)
  }
  workshop.write(files)
  const environment = { PATH: bin, HOME: workshop.folder }
  return examine({ file: join(workshop.folder, 'mcp-stack.yaml'), environment, seconds: 1 })
}

const compose = `deployment: {type: compose, project_name: demo}
gateway: {image: "127.0.0.1:9/gateway:1", env_vars: {API_TOKEN: "\${DEMO_TOKEN}"}}
ci_cd: {vault_secrets: [DEMO_TOKEN]}
plugins: []
`

test('nothing is installed and there is no file: all of it is told, nothing thrown, nothing written', async () => {
  const report = await run({})
  // A file that was named and is not there.
  expect(statesOf(report)).toMatchObject({
    file: 'bad',
    git: 'warning',
    engine: 'warning',
    kubectl: 'warning',
    compose: 'skipped',
  })
  for (const { fix, state } of report.checks ?? [])
    if (state !== 'good' && state !== 'skipped') expect(fix).toBeTruthy()
  expect(readdirSync(workshop.folder)).toEqual(['bin'])
})

test('what the stack needs is in the way, each with its fix and a code', async () => {
  const report = await run({ 'mcp-stack.yaml': compose })
  expect([report.status, report.exitCode]).toEqual(['failed', 1])
  expect(reportSchema.parse(report)).toEqual(report)
  expect(statesOf(report)).toMatchObject({
    file: 'good',
    git: 'warning',
    engine: 'bad',
    compose: 'bad',
    'registry 127.0.0.1:9': 'warning',
    secrets: 'warning',
  })
  expect(foundBy(report, 'secrets')?.found).toBe('1 of 1 not set here: DEMO_TOKEN')
  expect(statesOf(report)).not.toHaveProperty('kubectl')
  const errors = report.problems.filter(({ severity }) => severity === 'error')
  expect(errors.map(({ code }) => code)).toEqual(['TOOL_MISSING', 'TOOL_MISSING'])
  expect(errors.every(({ hint }) => hint !== undefined)).toBe(true)
})

test('a broken file is one of the findings, with its place, and the rest is looked at in general', async () => {
  const report = await run({ 'mcp-stack.yaml': compose.replace('gateway:', 'gatway:') })
  expect(foundBy(report, 'file')).toMatchObject({
    state: 'bad',
    found: expect.stringMatching(/mcp-stack\.yaml:\d+:1: /),
  })
  expect(statesOf(report)).toMatchObject({ engine: 'warning', kubectl: 'warning' })
  expect(report.problems.some(({ place }) => place !== undefined)).toBe(true)
  expect(renderReport(report, plainStyle(100))).toContain('Did you mean gateway?')
})

test('programs that never answer are not waited for', async () => {
  const sleeps = 'exec /bin/sleep 60'
  const kubernetes = compose.replace('compose, project_name', 'kubernetes, namespace')
  const report = await run(
    { 'mcp-stack.yaml': kubernetes },
    { docker: sleeps, podman: sleeps, kubectl: sleeps, git: sleeps },
  )
  expect(statesOf(report)).toMatchObject({ git: 'warning', cluster: 'bad' })
})

test('the table: marks, names in a column, the fix below', () => {
  const lines = checkLines(
    [
      { name: 'git', state: 'good', found: '2.39.5' },
      {
        name: 'engine',
        state: 'bad',
        found: 'neither docker nor podman is installed',
        fix: 'Install Docker or Podman',
      },
      { name: 'registry registry.example.company.test', state: 'warning', found: 'anonymous', fix: 'Log in' },
      { name: 'proxy', state: 'skipped', found: 'none is set' },
    ],
    plainStyle(60),
  )
  expect(lines).toEqual([
    '✓ git                       2.39.5',
    '✗ engine                    neither docker nor podman is',
    '                            installed',
    '                            → Install Docker or Podman',
    '! registry registry.example.company.test',
    '                            anonymous',
    '                            → Log in',
    '– proxy                     none is set',
  ])
})
