import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { wordsOf } from '../../src/commands/inputs.ts'
import { outputsOf } from '../../src/commands/outputs.ts'
import { tell, tellReport } from '../../src/commands/tell.ts'
import { hostViews } from '../../src/commands/views/host-views.ts'
import { github } from '../../src/hosts/github/github.ts'
import { gitlab } from '../../src/hosts/gitlab/gitlab.ts'
import { terminal } from '../../src/hosts/terminal.ts'
import { createRedactor } from '../../src/io/redact.ts'
import { createSelfScan } from '../../src/io/self-scan.ts'
import type { HostKind } from '../../src/model/host.ts'
import type { Report } from '../../src/model/report.ts'
import { Secret } from '../../src/model/secret.ts'
import { captureStream } from '../hosts/captured-stream.ts'
import { exampleReport } from './example-report.ts'

// Whole hosts with a redactor that sees nothing: what the self-scan is there for.

const value = 'Given+Secret/012_345@6789'
const base64 = Buffer.from(value).toString('base64')
const start = process.cwd()
/** @actions/core keeps the path of the first. */
const summary = join(mkdtempSync(join(tmpdir(), 'mcp-tell-summary-')), 'GITHUB_STEP_SUMMARY')
let folder: string

afterAll(() => rmSync(dirname(summary), { recursive: true, force: true }))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mcp-tell-'))
  mkdirSync(join(folder, 'deploy'))
  process.chdir(folder)
  writeFileSync(summary, '')
  vi.stubEnv('GITHUB_STEP_SUMMARY', summary)
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE']) {
    writeFileSync(join(folder, name), name === 'GITHUB_OUTPUT' ? 'before=1\n' : '')
    vi.stubEnv(name, join(folder, name))
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
})
afterEach(() => {
  process.chdir(start)
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

async function open(kind: HostKind, environment: Readonly<Record<string, string>>, blind = true) {
  const selfScan = createSelfScan()
  const [stdout, stderr] = [captureStream(), captureStream()]
  const real = createRedactor()
  const redactor = selfScan.guard(
    blind ? { ...real, redact: (text: string) => text, redactJson: <T>(all: T) => all } : real,
  )
  const files = {
    GITHUB_OUTPUT: join(folder, 'GITHUB_OUTPUT'),
    GITHUB_STEP_SUMMARY: summary,
  }
  const host = await kind.open({
    words: 'INPUT_COMMAND' in environment ? [] : ['deploy'],
    environment: { RUNNER_TEMP: folder, ...files, ...environment },
    stdout: selfScan.listen(stdout, 'stdout'),
    stderr: selfScan.listen(stderr, 'stderr'),
    redactor,
    selfScan,
    contract: { words: wordsOf, outputs: outputsOf },
    views: hostViews,
  })
  redactor.add(new Secret('API_KEY', value))
  const listener = { host, selfScan, again: 'mcp-deploy deploy' }
  return { host, listener, selfScan, said: () => stdout.text() + stderr.text() }
}

const shown = () => ({ json: false, folder: join(folder, 'deploy'), files: {} })
const inMarkdown = (text: string) => text.replace('_', '&#95;').replace('@', '&#64;&#8203;')
/** A report that a careless command wrote a value into, where every view of it shows it. */
const leaking = (text: string): Report => ({
  ...exampleReport,
  stack: { ...exampleReport.stack!, where: text, gatewayUrl: `https://x/${text}` },
  problems: [{ severity: 'warning', code: 'CONFIG_WARNING', message: text }],
})

function filesWith(text: string): readonly string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter(
    (name) => statSync(join(folder, name)).isFile() && readFileSync(join(folder, name), 'utf8').includes(text),
  )
}

const hosts: readonly (readonly [string, HostKind, Record<string, string>, readonly string[]])[] = [
  ['action', github, { GITHUB_ACTIONS: 'true', INPUT_COMMAND: 'deploy' }, ['report.json', 'GITHUB_OUTPUT']],
  ['run step', github, { GITHUB_ACTIONS: 'true' }, ['GITHUB_STEP_SUMMARY']],
  ['GitLab', gitlab, { GITLAB_CI: 'true' }, ['report.json', 'mcp-deploy.env', 'gl-code-quality.json']],
  ['terminal', terminal, {}, []],
]

describe.each(hosts)('%s', (name, kind, environment, places) => {
  test.each([
    ['a value', value],
    ['its base64', base64],
  ])('%s that the host wrote into its own files is taken out of them, and the run ends 4', async (_what, text) => {
    const { listener, said } = await open(kind, environment)
    listener.host.words()
    expect(await tellReport(leaking(text), shown(), listener)).toBe(4)
    expect([filesWith(text), readFileSync(summary, 'utf8')]).toEqual([
      [],
      expect.not.stringContaining(inMarkdown(text)),
    ])
    for (const place of places)
      expect(said()).toMatch(new RegExp(`deployed; leaked in \\S*${place}, (removed|cut back).*rotate API_KEY`))
    expect(said()).toContain('deployed; leaked in stdout, and printed is printed, rotate API_KEY')
    if (name === 'action') {
      const output = readFileSync(join(folder, 'GITHUB_OUTPUT'), 'utf8')
      expect(output).toMatch(/^before=1\n/)
      expect(output).toContain('unhealthy')
    }
  })

  test('a report that holds none is as it was', async () => {
    const { listener, said } = await open(kind, environment, false)
    listener.host.words()
    expect(await tellReport(exampleReport, shown(), listener)).toBe(0)
    expect(said()).not.toContain('leaked')
    expect(existsSync(join(folder, 'deploy/report.json'))).toBe(places.includes('report.json'))
  })
})

describe('what was found before the report is in the report', () => {
  const plant = async (report: Report) => {
    const { listener, said, selfScan } = await open(terminal, {}, false)
    const file = join(folder, 'deploy/compose.yaml')
    writeFileSync(file, base64)
    selfScan.wrote(file)
    const exitCode = await tellReport(report, { ...shown(), json: true }, listener)
    expect(existsSync(file)).toBe(false)
    return { exitCode, report: JSON.parse(said()) as Report }
  }

  test.each(['deploy', 'rollback', 'certs rotate'])('what %s made live stays, and the run ends 4', async (command) => {
    const { exitCode, report } = await plant({ ...exampleReport, command })
    expect([exitCode, report.exitCode, report.status]).toEqual([4, 4, 'unhealthy'])
    expect(report.problems.at(-1)).toMatchObject({
      code: 'SECRET_LEAKED',
      message: `deployed; leaked in ${join(folder, 'deploy/compose.yaml')}, removed, rotate API_KEY`,
    })
    expect(report.next).toBe('Rotate API_KEY, then: mcp-deploy deploy')
  })

  test('where nothing new is live it ends 1', async () => {
    for (const change of [{ command: 'plan', status: 'pending', exitCode: 3 }, { status: 'unchanged' }] as const) {
      const { exitCode, report } = await plant({ ...exampleReport, ...change })
      expect([exitCode, report.status]).toEqual([1, 'failed'])
      expect(report.problems.at(-1)?.message).toMatch(/^leaked in /)
    }
  })

  test('of a plan that was refused for it nothing is left to approve', async () => {
    for (const leaks of [true, false]) {
      const { listener, selfScan } = await open(terminal, {}, false)
      const [plan, other] = [join(folder, 'p.json'), join(folder, 'other.json')]
      for (const file of [plan, other]) writeFileSync(file, '{}')
      selfScan.wrote(plan)
      if (leaks) selfScan.mayLeave('the comment', value)
      const report: Report = { ...exampleReport, command: 'plan', status: 'pending', exitCode: 0 }
      await tellReport(report, { ...shown(), files: { plan } }, listener)
      await tellReport(report, { ...shown(), files: { plan: other } }, listener)
      expect([existsSync(plan), existsSync(other)], String(leaks)).toEqual([!leaks, true])
    }
  })

  test('an error of its own keeps its exit code', async () => {
    const { exitCode } = await plant({ ...exampleReport, status: 'failed', exitCode: 2 })
    expect(exitCode).toBe(2)
  })
})

test('text that was printed is searched; a secret that was asked for is not', async () => {
  const text = await open(terminal, {})
  expect(await tell({ text: `${value}\n` }, shown(), text.listener)).toBe(1)
  expect(text.said()).toContain('leaked in stdout')
  const secret = await open(terminal, {})
  expect(await tell({ secret: value }, shown(), secret.listener)).toBe(0)
  expect(secret.said()).toBe(`${value}\n`)
})
