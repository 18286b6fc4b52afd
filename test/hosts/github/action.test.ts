import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createImageTasks } from '../../../src/build/image-tasks.ts'
import { wordsOf } from '../../../src/commands/inputs.ts'
import { outputsOf } from '../../../src/commands/outputs.ts'
import { hostViews } from '../../../src/commands/views/host-views.ts'
import { planLines } from '../../../src/commands/views/plan-view.ts'
import { chooseHost } from '../../../src/hosts/choose-host.ts'
import { github } from '../../../src/hosts/github/github.ts'
import { createFiles } from '../../../src/io/files.ts'
import { createRedactor } from '../../../src/io/redact.ts'
import type { Host } from '../../../src/model/host.ts'
import type { ImagePlan } from '../../../src/model/plan.ts'
import { Secret } from '../../../src/model/secret.ts'
import { change } from '../../commands/draft-values.ts'
import { exampleReport } from '../../commands/example-report.ts'
import { captureStream } from '../captured-stream.ts'

// The real @actions/core: it writes to process.stdout and to the files that the runner's variables name.

const summary = join(mkdtempSync(join(tmpdir(), 'mcp-test-summary-')), 'summary.md')
let folder: string
let stdout: ReturnType<typeof captureStream>
const start = process.cwd()

afterAll(() => {
  rmSync(dirname(summary), { recursive: true, force: true })
})

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mcp-test-action-'))
  stdout = captureStream()
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout.write(String(text))
    return true
  })
  // @actions/core keeps the path of the first.
  rmSync(summary, { recursive: true, force: true })
  writeFileSync(summary, '')
  vi.stubEnv('GITHUB_STEP_SUMMARY', summary)
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE']) {
    writeFileSync(join(folder, name), '')
    vi.stubEnv(name, join(folder, name))
  }
})

afterEach(() => {
  process.chdir(start)
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const runner = () => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_ACTOR: 'ada',
  GITHUB_REPOSITORY: 'shop/stack',
  RUNNER_TEMP: folder,
  ACTIONS_RUNTIME_TOKEN: 'runtime-token',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'identity-token',
  GITHUB_ENV: '/env',
  GITHUB_STATE: join(folder, 'GITHUB_STATE'),
  PATH: '/bin',
})

async function open(variables: Record<string, string>): Promise<Host> {
  let host: Host | undefined
  const redactor = createRedactor((secret) => host?.mask(secret))
  host = await github.open({
    words: [],
    environment: { ...runner(), ...variables },
    stdout,
    stderr: captureStream(),
    redactor,
    contract: { words: wordsOf, outputs: outputsOf },
    views: hostViews,
  })
  return host
}

/** The end of the job, as the runner starts it: an entry that runs when it is loaded. */
async function post(state: string | undefined, variables: Record<string, string> = {}): Promise<void> {
  for (const [name, value] of Object.entries({ ...runner(), ...variables })) vi.stubEnv(name, value)
  vi.stubEnv('STATE_mcp-deploy', state)
  vi.stubEnv('INPUT_COMMAND', 'validate')
  process.argv.splice(2)
  vi.resetModules()
  await import('../../../src/start.ts')
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8')

/** What the runner reads from such a file. */
function values(name: string): Record<string, string> {
  return Object.fromEntries(
    [...read(name).matchAll(/^(\S+?)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, key, , value]) => [key, value]),
  )
}

test('only the text "true" is GitHub', () => {
  expect(chooseHost({ GITHUB_ACTIONS: 'true' }).name).toBe('github')
  expect(chooseHost({ GITHUB_ACTIONS: 'false' }).name).toBe('terminal')
})

test('inputs are words; what is empty or at its default is not given', async () => {
  const host = await open({
    INPUT_COMMAND: 'deploy',
    'INPUT_DRY-RUN': 'true',
    INPUT_ENVIRONMENT: '',
    INPUT_SET: 'a=1\nb=2',
  })
  expect(host.words()).toEqual(['deploy', '--set=a=1', '--set=b=2', '--dry-run'])
})

test('a typo in an input is an error with what was meant', async () => {
  const host = await open({ INPUT_ENVIROMENT: 'prod' })
  expect(() => host.words()).toThrow(
    expect.objectContaining({ code: 'USAGE', hint: expect.stringContaining('Did you mean environment?') }),
  )
})

test('children see neither inputs nor what the runner gave to the action alone', async () => {
  const host = await open({
    INPUT_COMMAND: 'plan',
    'INPUT_GITHUB-TOKEN': 'ghs_0123456789',
    STATE_other: 'x',
    KEPT: 'yes',
  })
  host.words()
  expect(Object.keys(host.environment).sort()).toEqual([
    'GITHUB_ACTIONS',
    'GITHUB_ACTOR',
    'GITHUB_REPOSITORY',
    'KEPT',
    'PATH',
    'RUNNER_TEMP',
    'TMPDIR',
  ])
})

test('working-directory is entered first of all', async () => {
  mkdirSync(join(folder, 'stacks'))
  const host = await open({ INPUT_COMMAND: 'plan', 'INPUT_WORKING-DIRECTORY': join(folder, 'stacks') })
  host.words()
  expect(process.cwd().endsWith('/stacks')).toBe(true)
  const wrong = await open({ INPUT_COMMAND: 'plan', 'INPUT_WORKING-DIRECTORY': join(folder, 'none') })
  expect(() => wrong.words()).toThrow('working-directory')
})

test('post removes the files of keys that this step made in the checkout, and no other', async () => {
  const host = await open({ INPUT_COMMAND: 'certs', GITHUB_WORKSPACE: join(folder, 'checkout') })
  host.words()
  const files = createFiles(undefined, undefined, host.notePrivateFile)
  const at = (path: string) => join(folder, path)
  await createFiles().write(at('checkout/certs/mine.key'), 'before', 0o600)
  for (const path of ['checkout/certs/ca/ca.key', 'checkout/certs/ca/ca.crt', 'checkout/certs/mine.key', 'ca/ca.key'])
    await files.write(at(path), new Secret('a key', 'a key of this step'), 0o600)
  await files.write(at('checkout/deploy/compose.yaml'), 'services: {}', 0o644)
  await post(values('GITHUB_STATE')['mcp-deploy'])
  expect(readdirSync(at('checkout/certs/ca'))).toEqual([])
  expect(
    ['ca/ca.key', 'checkout/certs/mine.key', 'checkout/deploy/compose.yaml'].map((path) => existsSync(at(path))),
  ).toEqual([true, true, true])
})

test('with a long RUNNER_TEMP, temporary folders are still where post looks', async () => {
  const long = { RUNNER_TEMP: join(folder, 'x'.repeat(60)) }
  const host = await open({ ...long, INPUT_COMMAND: 'plan' })
  host.words()
  const { TMPDIR = '' } = host.environment
  expect(dirname(TMPDIR)).toBe(tmpdir())
  await post(values('GITHUB_STATE')['mcp-deploy'], long)
  expect(existsSync(TMPDIR)).toBe(false)
})

describe('a fork with a linked folder', () => {
  const fork = () => {
    mkdirSync(join(folder, 'elsewhere'))
    mkdirSync(join(folder, 'checkout'))
    symlinkSync('../elsewhere', join(folder, 'checkout/infra'))
    process.chdir(join(folder, 'checkout'))
    return { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_WORKSPACE: join(folder, 'checkout') }
  }

  test('is not entered, unless it is told', async () => {
    const given = { ...fork(), INPUT_COMMAND: 'generate', 'INPUT_WORKING-DIRECTORY': 'infra' }
    const host = await open(given)
    expect(() => host.words()).toThrow(
      expect.objectContaining({ code: 'UNTRUSTED', hint: expect.stringContaining('allow-untrusted') }),
    )
    expect(process.cwd()).toBe(realpathSync(join(folder, 'checkout')))
    const allowed = await open({ ...given, 'INPUT_ALLOW-UNTRUSTED': 'true' })
    allowed.words()
    expect(process.cwd()).toBe(realpathSync(join(folder, 'elsewhere')))
  })

  test('gets no report', async () => {
    const host = await open({ ...fork(), INPUT_COMMAND: 'config', INPUT_CONFIG: 'infra/mcp-stack.yaml' })
    host.words()
    await host.report(exampleReport, { json: false, folder: 'infra/deploy', files: {} })
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([])
    expect(values('GITHUB_OUTPUT')).toMatchObject({ report: '' })
    await host.report(exampleReport, { json: false, folder: 'deploy', files: {} })
    expect(existsSync('deploy/report.json')).toBe(true)
  })
})

describe('secrets', () => {
  const value = 'first line of it\nsecond line of it\n'

  test('toJSON(secrets) is for the names the file asks for, hidden everywhere, with a warning', async () => {
    const host = await open({
      INPUT_COMMAND: 'plan',
      INPUT_SECRETS: JSON.stringify({ DB_PASSWORD: value, SHORT: 'abc' }),
    })
    host.words()
    expect(host.secrets).toEqual({ DB_PASSWORD: value, SHORT: 'abc' })
    expect(host.environment.DB_PASSWORD).toBeUndefined()
    const masks = stdout
      .text()
      .split('\n')
      .filter((line) => line.startsWith('::add-mask::'))
    expect(masks).toContain('::add-mask::first line of it')
    expect(masks).toContain(`::add-mask::${Buffer.from(value).toString('base64')}`)
    const before = stdout.text().length
    await host.report(
      { ...exampleReport, next: 'second line of it' },
      { json: false, folder: join(folder, 'd'), files: {} },
    )
    expect(stdout.text().slice(before)).not.toContain('second line of it')
    expect(stdout.text()).toContain('::warning title=CONFIG_WARNING::the input secrets hands every secret')
    expect(read('d/report.json')).not.toContain('second line of it')
    // The same report as on every host.
    expect(JSON.parse(read('d/report.json')).problems).toEqual(exampleReport.problems)
  })

  test('a value of thousands of lines is masked as far as it goes, with a warning, and later ones are masked', async () => {
    const long = Array.from({ length: 3000 }, (_, index) => `line number ${index}`).join('\n')
    const host = await open({
      INPUT_COMMAND: 'plan',
      INPUT_SECRETS: JSON.stringify({ LONG: long, LATER: 'later-value' }),
    })
    host.words()
    expect(stdout.text()).toContain('::add-mask::line number 0\n')
    expect(stdout.text()).toContain('::add-mask::later-value\n')
    expect(stdout.text().match(/::add-mask::line number/g)?.length).toBeLessThan(2000)
    await host.report(exampleReport, { json: false, folder: join(folder, 'd'), files: {} })
    expect(stdout.text().match(/::warning [^\n]*not told to hide every line of LONG:/g)).toHaveLength(1)
  })

  test.each(['{"A": 1}', '[]', 'not JSON with a-secret-in-it'])('%s is refused and not shown', async (json) => {
    const host = await open({ INPUT_COMMAND: 'plan', INPUT_SECRETS: json })
    expect(() => host.words()).toThrow('the input secrets is not a JSON object of texts')
  })
})

describe('a kubeconfig', () => {
  const text = 'apiVersion: v1\nusers:\n- user: {token: "abcdefgh12345678"}\n'

  test('as a text is a 0600 file in a 0700 folder, and post removes both', async () => {
    const host = await open({ INPUT_COMMAND: 'plan', INPUT_KUBECONFIG: text })
    host.words()
    const file = host.environment.KUBECONFIG ?? ''
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect([statSync(file).mode & 0o777, statSync(dirname(file)).mode & 0o777]).toEqual([0o600, 0o700])
    expect(stdout.text()).toContain('::add-mask::abcdefgh12345678')
    const state = values('GITHUB_STATE')
    const before = stdout.text()
    await post(state['mcp-deploy'])
    expect(existsSync(dirname(file))).toBe(false)
    await post(state['mcp-deploy'])
    expect(stdout.text()).toBe(before)
  })

  test('as a path is that path', async () => {
    const host = await open({ INPUT_COMMAND: 'plan', INPUT_KUBECONFIG: 'package.json' })
    host.words()
    expect(host.environment.KUBECONFIG).toBe(join(start, 'package.json'))
  })

  test('in base64 is its text, and neither is shown', async () => {
    const whole = `apiVersion: v1\nclusters: []\n${text.slice(text.indexOf('users'))}`
    const host = await open({ INPUT_COMMAND: 'plan', INPUT_KUBECONFIG: Buffer.from(whole).toString('base64') })
    host.words()
    expect(readFileSync(host.environment.KUBECONFIG ?? '', 'utf8')).toBe(whole)
    await host.print(Buffer.from(whole).toString('base64'))
    expect(stdout.text()).toContain('[secret kubeconfig]')
  })

  test('that is neither is refused without a word of it', async () => {
    const host = await open({ INPUT_COMMAND: 'plan', INPUT_KUBECONFIG: 'a-token-by-mistake-0123456789' })
    expect(() => host.words()).toThrow(
      expect.objectContaining({ code: 'USAGE', message: expect.not.stringContaining('mistake') }),
    )
  })

  test('post removes nothing that this action did not make', async () => {
    mkdirSync(join(folder, 'precious'))
    for (const state of [join(folder, 'precious'), join(folder, 'mcp-deploy-x/../precious'), start, ''])
      await post(state)
    expect(existsSync(join(folder, 'precious'))).toBe(true)
  })

  test('the step is noted before the rest is loaded, and the end of its job loads nothing', async () => {
    const notes: string[] = []
    vi.doMock('../../../src/main.ts', () => {
      notes.push(values('GITHUB_STATE')['mcp-deploy'] ?? 'not noted')
      return {}
    })
    vi.stubEnv('INPUT_COMMAND', 'deploy')
    await post(undefined)
    expect(notes).toEqual([expect.stringContaining(join(folder, 'mcp-deploy-'))])
    await post(notes[0])
    expect([notes.length, existsSync(notes[0] ?? '')]).toEqual([1, false])
    vi.doUnmock('../../../src/main.ts')
  })
})

test('a report is text, annotations, outputs, a file and a summary', async () => {
  const host = await open({ INPUT_COMMAND: 'deploy' })
  host.words()
  host.progress({ verbose: false, json: false, color: true }).step('Images')
  const files = { manifests: 'deploy' }
  await host.report(exampleReport, { json: false, folder: join(folder, 'deploy'), files })
  const text = stdout.text()
  expect(text.indexOf('::group::Images\n::endgroup::\n')).toBeGreaterThanOrEqual(0)
  expect(text).toContain('✓ deploy succeeded in 36.0 s, release 4')
  expect(text).toContain(
    '::warning title=NOT_PINNED,file=mcp-stack.yaml,line=31,col=10::plugins[1].ref: main is a branch',
  )
  expect(text).not.toContain('\u001b')
  const report = join(folder, 'deploy/report.json')
  expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual(exampleReport)
  expect(statSync(report).mode & 0o777).toBe(0o644)
  expect(values('GITHUB_OUTPUT')).toEqual(outputsOf(exampleReport, { ...files, report }))
  expect(readFileSync(summary, 'utf8')).toBe(`${hostViews.summary(exampleReport)}\n`)
})

test('the whole log of 500 plugins stays under a megabyte', async () => {
  const host = await open({ INPUT_COMMAND: 'deploy' })
  host.words()
  const progress = host.progress({ verbose: false, json: false, color: true })
  const names = Array.from({ length: 500 }, (_, index) => `plugin-with-quite-a-long-name-${index}`)
  const image = (name: string) => `registry.example/a-team/a-project/${name}:3f2a9c1d7e5b4a60`
  const reference = `registry.example/a-team/a-project/x@sha256:${'d'.repeat(64)}`
  const changes = names.map((name) => ({
    ...change(name, 'update'),
    reasons: [{ field: 'image', before: reference, after: reference.replaceAll('d', 'e') }],
  }))
  progress.step('Images')
  const tasks = createImageTasks(
    names.map((component) => ({ component }) as ImagePlan),
    progress,
  )
  for (const name of names) tasks.found({ component: name, tag: image(name), reference, how: 'resolved', seconds: 0 })
  tasks.lookedUp()
  progress.step('Changes')
  planLines(changes).forEach((line) => progress.line(line))
  progress.step('Apply')
  names.map((name) => progress.task(name)).forEach((task) => task.done('ready'))
  const [component] = exampleReport.components
  const [certificate] = exampleReport.certificates
  const [, probe] = exampleReport.verification!.probes
  const [problem] = exampleReport.problems
  await host.report(
    {
      ...exampleReport,
      changes,
      images: names.map((name) => ({ component: name, tag: image(name), reference, how: 'resolved', seconds: 0 })),
      certificates: names.map((name) => ({ ...certificate!, component: name })),
      components: names.map((name) => ({ ...component!, name, image: image(name) })),
      verification: {
        ...exampleReport.verification!,
        probes: names.flatMap((name) => Array.from({ length: 5 }, () => ({ ...probe!, component: name }))),
      },
      problems: names.map((name) => ({ ...problem!, message: `${name}: ${problem!.message}` })),
    },
    { json: false, folder: join(folder, 'deploy'), files: {} },
  )
  expect(Buffer.byteLength(stdout.text())).toBeLessThan(500_000)
  expect(stdout.text()).toContain('500 images: 500 resolved')
  expect(statSync(summary).size).toBeLessThan(1_000_000)
})

test('annotations and outputs are for whoever starts at the top of the checkout', async () => {
  mkdirSync(join(folder, 'stacks'))
  const host = await open({
    INPUT_COMMAND: 'generate',
    'INPUT_WORKING-DIRECTORY': join(folder, 'stacks'),
    GITHUB_WORKSPACE: folder,
  })
  host.words()
  await host.report(exampleReport, { json: false, folder: 'deploy', files: { manifests: 'deploy' } })
  expect(stdout.text()).toContain(',file=stacks/mcp-stack.yaml,')
  expect(values('GITHUB_OUTPUT')).toMatchObject({ report: 'stacks/deploy/report.json', manifests: 'stacks/deploy' })
})

test('what cannot be written is a warning, not a failure', async () => {
  rmSync(summary)
  mkdirSync(summary)
  writeFileSync(join(folder, 'deploy'), 'a file, not a folder')
  const host = await open({ INPUT_COMMAND: 'deploy' })
  host.words()
  await host.report(exampleReport, { json: false, folder: join(folder, 'deploy'), files: {} })
  expect(stdout.text()).toMatch(/::warning .*report\.json could not be written/)
  expect(stdout.text()).toMatch(/::warning .*no job summary was written/)
  expect(values('GITHUB_OUTPUT')).toMatchObject({ report: '', status: 'succeeded' })
})

test('short commands go through @actions/exec, and nothing of them reaches the log', async () => {
  const host = await open({ INPUT_COMMAND: 'plan' })
  const before = stdout.text()
  const environment = { PATH: process.env.PATH ?? '', GIVEN: 'a value' }
  const script = 'process.stdout.write(process.env.GIVEN); process.stderr.write("::error::x"); process.exit(3)'
  expect(await host.runBrief?.({ program: process.execPath, args: ['-e', script] }, environment)).toEqual({
    exitCode: 3,
    stdout: 'a value',
    stderr: '::error::x',
  })
  await expect(host.runBrief?.({ program: 'no-such-program', args: [] }, environment)).rejects.toThrow(
    expect.objectContaining({ code: 'TOOL_MISSING' }),
  )
  expect(stdout.text()).toBe(before)
})

vi.setConfig({ testTimeout: 20_000 })
