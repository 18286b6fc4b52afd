import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as core from '@actions/core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { wordsOf } from '../../src/commands/inputs.ts'
import { outputsOf } from '../../src/commands/outputs.ts'
import { hostViews } from '../../src/commands/views/host-views.ts'
import { openAction } from '../../src/hosts/github/action.ts'
import { givenInputs } from '../../src/hosts/github/given-inputs.ts'
import { gitlabHost } from '../../src/hosts/gitlab/gitlab-host.ts'
import { createRedactor } from '../../src/io/redact.ts'
import type { Host, HostOptions } from '../../src/model/host.ts'
import { Secret } from '../../src/model/secret.ts'
import { exampleReport } from '../commands/example-report.ts'
import { captureStream } from '../hosts/captured-stream.ts'

/** A front whose words are inputs: how one is written there, and what a run is there. */
interface Front {
  readonly name: string
  readonly input: (name: string) => string
  /** Variables of a run of one's own. */
  readonly runner: () => Record<string, string>
  /** What a fork's run has beside them. */
  readonly outside: () => Record<string, string>
  /** Variables that no process may inherit. */
  readonly tokens: Readonly<Record<string, string>>
  readonly open: (options: HostOptions) => Host | Promise<Host>
  /** Outputs as the CI system reads them after the job. */
  readonly outputs: () => string
}

type Captured = ReturnType<typeof captureStream>

let project = ''
const at = (path: string) => join(project, path)

const fronts: readonly Front[] = [
  {
    name: 'github, uses:',
    input: (name) => `INPUT_${name.toUpperCase()}`,
    runner: () => ({
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: 'ada',
      GITHUB_WORKSPACE: at('checkout'),
      RUNNER_TEMP: at('temp'),
    }),
    outside: () => ({ GITHUB_EVENT_NAME: 'pull_request_target' }),
    tokens: { ACTIONS_RUNTIME_TOKEN: 'a-runtime-token', GITHUB_OUTPUT: '/output', GITHUB_STATE: '/state' },
    open: (options) => {
      const given = givenInputs(options.environment) ?? new Map()
      return openAction(options, { given, core, folder: at('temp') })
    },
    outputs: () => readFileSync(at('temp/output'), 'utf8'),
  },
  {
    name: 'gitlab',
    input: (name) => `MCP_INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
    runner: () => ({ GITLAB_CI: 'true', GITLAB_USER_LOGIN: 'ada', CI_PROJECT_DIR: at('checkout'), CI_PROJECT_ID: '1' }),
    outside: () => ({ CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '2' }),
    tokens: { CI_JOB_TOKEN: 'glcbt-64_1234567890', CI_REGISTRY_PASSWORD: 'glcbt-64_1234567890' },
    open: gitlabHost,
    outputs: () => readFileSync('deploy/mcp-deploy.env', 'utf8'),
  },
]

/** What a pipeline relies on, whichever it is. */
describe.each(fronts)('inputs of $name', (front) => {
  const start = process.cwd()

  beforeEach(() => {
    project = realpathSync(mkdtempSync(join(tmpdir(), 'mcp-fronts-')))
    for (const name of ['checkout/stacks', 'elsewhere', 'temp']) mkdirSync(at(name), { recursive: true })
    symlinkSync('../elsewhere', at('checkout/infra'))
    writeFileSync(at('temp/output'), '')
    vi.stubEnv('GITHUB_OUTPUT', at('temp/output'))
    vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
    process.chdir(at('checkout'))
  })
  afterEach(() => {
    process.chdir(start)
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    rmSync(project, { recursive: true, force: true })
  })

  const open = async (
    inputs: Readonly<Record<string, string>>,
    more: Readonly<Record<string, string>> = {},
    [stdout, stderr]: readonly [Captured, Captured] = [captureStream(), captureStream()],
    secret?: Secret,
  ) => {
    const redactor = createRedactor()
    if (secret !== undefined) redactor.add(secret)
    const given = Object.entries(inputs).map(([name, value]) => [front.input(name), value])
    return front.open({
      words: [],
      environment: { ...front.runner(), ...more, ...Object.fromEntries(given) },
      stdout,
      stderr,
      redactor,
      contract: { words: wordsOf, outputs: outputsOf },
      views: hostViews,
    })
  }
  const show = (host: Host) => host.report(exampleReport, { json: false, folder: 'deploy', files: {} })

  test('are words of the command line', async () => {
    const host = await open({ command: 'certs check', within: '30', environment: '', 'allow-untrusted': 'false' })
    expect(host.words()).toEqual(['certs', 'check', '--within=30'])
    expect([host.asked, (await open({})).asked]).toEqual(['certs check', 'deploy'])
  })

  test.each([
    [{ enviroment: 'prod' }, 'there is no input "enviroment"', 'Did you mean environment?'],
    [{ command: 'depoly' }, 'the input command does not know "depoly"', 'Did you mean deploy?'],
    [{ 'dry-run': 'yes' }, 'the input dry-run does not know "yes"', 'It knows: true, false'],
  ])('%j is refused with its name and what was meant', async (wrong, message, hint) => {
    const host = await open({ command: 'plan', ...wrong })
    expect(() => host.words()).toThrow(
      expect.objectContaining({ code: 'USAGE', message, hint: expect.stringContaining(hint) }),
    )
    expect(host.asked).toBe('command' in wrong ? 'depoly' : 'plan')
  })

  test('and the tokens of the job are seen by no process', async () => {
    const host = await open({ command: 'plan', kubeconfig: at('temp') }, { ...front.tokens, KEPT: 'yes' })
    host.words()
    const names = Object.keys(host.environment)
    expect(names).toContain('KEPT')
    expect(names.filter((name) => name in front.tokens || /INPUT_/.test(name))).toEqual([])
  })

  test('outputs and the report are beside the configuration, also of a refused input', async () => {
    for (const inputs of [{ command: 'deploy' }, { command: 'depoly' }]) {
      process.chdir(at('checkout'))
      rmSync(at('checkout/stacks/deploy'), { recursive: true, force: true })
      const host = await open({ ...inputs, 'working-directory': 'stacks' })
      try {
        host.words()
      } catch (error) {
        expect(error).toMatchObject({ code: 'USAGE' })
      }
      await show(host)
      expect(JSON.parse(readFileSync(at('checkout/stacks/deploy/report.json'), 'utf8'))).toEqual(exampleReport)
      expect(front.outputs()).toContain('stacks/deploy/report.json')
      expect(existsSync(at('checkout/deploy'))).toBe(false)
    }
  })

  test('no text of ours shows a secret, and nobody can answer', async () => {
    const secret = new Secret('TOKEN', 'a-token-nobody-may-see')
    const streams = [captureStream(), captureStream()] as const
    const host = await open({ command: 'plan' }, {}, streams, secret)
    host.words()
    const progress = host.progress({ verbose: true, json: false, color: true })
    progress.step(secret.reveal())
    progress.line(secret.reveal())
    progress.task(secret.reveal()).fail(secret.reveal())
    await host.report({ ...exampleReport, next: secret.reveal() }, { json: false, folder: 'deploy', files: {} })
    expect(streams.map((stream) => stream.text()).join('')).not.toContain(secret.reveal())
    expect(readFileSync('deploy/report.json', 'utf8')).not.toContain(secret.reveal())
    expect(await host.confirm?.('Remove the stack?')).toBeUndefined()
  })

  test('a run from outside is not trusted, and stays in the checkout', async () => {
    const inputs = { command: 'plan', 'working-directory': 'infra' }
    expect((await open(inputs)).facts.trusted).toBe(true)
    const host = await open(inputs, front.outside())
    expect([host.facts.trusted, host.checkout]).toEqual([false, at('checkout')])
    expect(() => host.words()).toThrow(expect.objectContaining({ code: 'UNTRUSTED' }))
    expect(process.cwd()).toBe(at('checkout'))
    await show(host)
    expect(readdirSync(at('elsewhere'))).toEqual([])
  })
})
