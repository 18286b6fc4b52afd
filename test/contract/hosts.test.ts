import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../../src/commands/inputs.ts'
import { outputsOf } from '../../src/commands/outputs.ts'
import { hostViews } from '../../src/commands/views/host-views.ts'
import { openRunStep } from '../../src/hosts/github/run-step.ts'
import { gitlabHost } from '../../src/hosts/gitlab/gitlab-host.ts'
import { terminalHost } from '../../src/hosts/terminal.ts'
import { createRedactor } from '../../src/io/redact.ts'
import type { Host } from '../../src/model/host.ts'
import { Secret } from '../../src/model/secret.ts'
import { exampleReport } from '../commands/example-report.ts'
import { captureStream } from '../hosts/captured-stream.ts'

interface Opened {
  readonly host: Host
  readonly stdout: () => string
  readonly stderr: () => string
}

/** Where hosts of CI systems write their files. */
const folder = mkdtempSync(join(tmpdir(), 'mcp-hosts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const secret = new Secret('TOKEN', 'a-token-nobody-may-see')

/** Every host there is, as main opens it in a place where nobody can answer. */
const hosts: Readonly<Record<string, () => Opened | Promise<Opened>>> = {
  terminal: () => {
    const [stdout, stderr] = [captureStream(), captureStream()]
    const redactor = createRedactor()
    redactor.add(secret)
    const environment = { USER: 'ada' }
    const words = ['deploy', '--json']
    const host = terminalHost({
      words,
      environment,
      stdout,
      stderr,
      redactor,
      views: hostViews,
    })
    return { host, stdout: () => stdout.text(), stderr: () => stderr.text() }
  },
  // `mcp-deploy …` in a run: step; the action itself has inputs and no --json: fronts.test.ts.
  github: () => {
    const [stdout, stderr] = [captureStream(), captureStream()]
    const redactor = createRedactor()
    redactor.add(secret)
    const host = openRunStep({
      words: ['deploy', '--json'],
      environment: { GITHUB_ACTIONS: 'true', GITHUB_ACTOR: 'ada' },
      stdout,
      stderr,
      redactor,
      contract: { words: wordsOf, outputs: outputsOf },
      views: hostViews,
    })
    return { host, stdout: () => stdout.text(), stderr: () => stderr.text() }
  },
  gitlab: async () => {
    const [stdout, stderr] = [captureStream(), captureStream()]
    const redactor = createRedactor()
    redactor.add(secret)
    const host = await gitlabHost({
      words: ['deploy', '--json'],
      environment: { GITLAB_CI: 'true', GITLAB_USER_LOGIN: 'ada', CI_PROJECT_DIR: folder },
      stdout,
      stderr,
      redactor,
      contract: { words: wordsOf, outputs: outputsOf },
      views: hostViews,
    })
    return { host, stdout: () => stdout.text(), stderr: () => stderr.text() }
  },
}

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/report.schema.json'), 'utf8'))
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)

/** What main relies on, wherever the program runs. */
describe.each(Object.entries(hosts))('%s', (name, open) => {
  test('says who it is and what was asked', async () => {
    const { host } = await open()
    expect([host.name, host.facts.host]).toEqual([name, name])
    expect(host.facts.actor).not.toBe('')
    expect(host.words()).toEqual(['deploy', '--json'])
  })

  test('a report as JSON is the only thing on stdout, and keeps to the schema', async () => {
    const { host, stdout } = await open()
    host.mask(secret)
    const progress = host.progress({ verbose: true, json: true, color: true })
    progress.step(`Images ${secret.reveal()}`)
    progress.task('gateway').done('built')
    progress.line('a line')
    progress.detail('a detail')
    progress.problem({ severity: 'warning', code: 'NOT_PINNED', message: secret.reveal() })
    await host.report({ ...exampleReport, next: secret.reveal() }, { json: true, folder, files: {} })
    const report: unknown = JSON.parse(stdout())
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
    expect(report).toEqual({ ...exampleReport, next: '[secret TOKEN]' })
  })

  test('no text of ours shows a secret, but the one that is asked for does', async () => {
    const { host, stdout, stderr } = await open()
    const progress = host.progress({ verbose: true, json: false, color: true })
    progress.step(secret.reveal())
    progress.line(secret.reveal())
    progress.detail(secret.reveal())
    progress.task(secret.reveal()).fail(secret.reveal())
    await host.print(`${secret.reveal()}\n`)
    await host.report({ ...exampleReport, next: secret.reveal() }, { json: false, folder, files: {} })
    expect(stdout() + stderr()).not.toContain(secret.reveal())
    await host.printSecret(`${secret.reveal()}\n`)
    expect(stdout().endsWith(`${secret.reveal()}\n`)).toBe(true)
  })

  test('nobody can answer here: no answer, not a yes', async () => {
    expect(await (await open()).host.confirm?.('Remove the stack?')).toBeUndefined()
  })
})
