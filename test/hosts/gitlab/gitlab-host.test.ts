import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { wordsOf } from '../../../src/commands/inputs.ts'
import { outputsOf } from '../../../src/commands/outputs.ts'
import { hostViews } from '../../../src/commands/views/host-views.ts'
import { chooseHost } from '../../../src/hosts/choose-host.ts'
import { gitlabHost } from '../../../src/hosts/gitlab/gitlab-host.ts'
import { createRedactor } from '../../../src/io/redact.ts'
import { Secret } from '../../../src/model/secret.ts'
import { exampleReport } from '../../commands/example-report.ts'
import { captureStream } from '../captured-stream.ts'

const token = 'a-token-nobody-may-see'
const cwd = process.cwd()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mcp-gitlab-'))
  mkdirSync(join(folder, 'project/deploy'), { recursive: true })
  mkdirSync(join(folder, 'project.tmp'))
  process.chdir(join(folder, 'project'))
})
afterEach(() => {
  process.chdir(cwd)
  rmSync(folder, { recursive: true, force: true })
})

async function open(variables: Readonly<Record<string, string>> = {}, words: readonly string[] = []) {
  const [stdout, stderr] = [captureStream(), captureStream()]
  const redactor = createRedactor()
  redactor.add(new Secret('TOKEN', token))
  const host = await gitlabHost({
    words,
    environment: {
      GITLAB_CI: 'true',
      NO_COLOR: '1',
      CI_PROJECT_DIR: join(folder, 'project'),
      MCP_REPORTS_FOLDER: 'deploy',
      ...variables,
    },
    stdout,
    stderr,
    redactor,
    contract: { words: wordsOf, outputs: outputsOf },
    views: hostViews,
    now: () => new Date(2026, 10, 23, 8, 15, 3).getTime(),
  })
  return { host, stdout, stderr }
}

test('is found by what is true, never by a text that says false', () => {
  expect(chooseHost({ GITLAB_CI: 'true' }).name).toBe('gitlab')
  expect(chooseHost({ GITLAB_CI: 'false', MCP_DEPLOY_HOST: 'gitlab' }).name).toBe('gitlab')
  expect(chooseHost({ GITLAB_CI: 'false' }).name).toBe('terminal')
  expect(chooseHost({ GITLAB_CI: '1' }).name).toBe('terminal')
})

describe('inputs', () => {
  const wordsWith = async (variables: Readonly<Record<string, string>>) => (await open(variables)).host.words()

  test('come as variables; empty is not given', async () => {
    expect(
      await wordsWith({
        MCP_INPUT_COMMAND: 'certs check',
        MCP_INPUT_WITHIN: '30',
        MCP_INPUT_ENVIRONMENT: '',
        MCP_INPUT_WAIT: 'true ',
        MCP_INPUT_SET: '[] ',
      }),
    ).toEqual(['certs', 'check', '--within=30'])
  })

  test('an array is one word an item, as GitLab or gitlab-ci-local writes it', async () => {
    const words = ['deploy', '--set=gateway.replicas=2', '--set=a.b="#{c}"']
    expect(await wordsWith({ MCP_INPUT_SET: '["gateway.replicas=2", "a.b=\\"\\#{c}\\""] ' })).toEqual(words)
    expect(await wordsWith({ MCP_INPUT_SET: 'gateway.replicas=2\na.b="#{c}"' })).toEqual(words)
  })

  test('what there is not is said with its name', async () => {
    const { host } = await open({ MCP_INPUT_DRY_RAN: 'true' })
    expect(() => host.words()).toThrow(
      expect.objectContaining({ message: 'there is no input "dry-ran"', hint: expect.stringContaining('dry-run') }),
    )
  })

  test('words as typed count more', async () => {
    const { host } = await open({ MCP_INPUT_COMMAND: 'plan' }, ['deploy', 'a.yaml'])
    expect(host.words()).toEqual(['deploy', 'a.yaml'])
  })

  test('the working folder is entered', async () => {
    const { host } = await open({ MCP_INPUT_WORKING_DIRECTORY: join(folder, 'project') })
    host.words()
    expect(process.cwd()).toBe(join(folder, 'project'))
    const { host: lost } = await open({ MCP_INPUT_WORKING_DIRECTORY: 'nowhere' })
    expect(() => lost.words()).toThrow('the input working-directory names "nowhere", which is no folder here')
  })

  test('a kubeconfig is a path, or a text that becomes a 0600 file', async () => {
    const path = join(folder, 'project.tmp/KUBE')
    writeFileSync(path, 'apiVersion: v1\n')
    expect((await open({ MCP_INPUT_KUBECONFIG: path })).host.environment.KUBECONFIG).toBe(path)
    const text = 'apiVersion: v1\nkind: Config'
    const written = (await open({ MCP_INPUT_KUBECONFIG: text })).host.environment.KUBECONFIG ?? ''
    expect(readFileSync(written, 'utf8')).toBe(`${text}\n`)
    expect(statSync(written).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(written)).mode & 0o777).toBe(0o700)
    rmSync(dirname(written), { recursive: true })
    const whole = 'apiVersion: v1\nclusters: []\n'
    const encoded = Buffer.from(whole).toString('base64')
    const decoded = (await open({ MCP_INPUT_KUBECONFIG: encoded })).host.environment.KUBECONFIG ?? ''
    expect(readFileSync(decoded, 'utf8')).toBe(`${whole}\n`)
    rmSync(dirname(decoded), { recursive: true })
    const { host } = await open({ MCP_INPUT_KUBECONFIG: 'nowhere' })
    expect(() => host.words()).toThrow('the input kubeconfig is neither')
  })
})

describe('variables', () => {
  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl'

  test('no child has the tokens of the job, nor an input; the file may ask for them', async () => {
    const own = {
      CI_JOB_TOKEN: 'glcbt-64_1234567890',
      CI_JOB_JWT_V2: jwt,
      CI_REGISTRY_PASSWORD: 'glcbt-64_1234567890',
      CI_REPOSITORY_URL: 'https://gitlab-ci-token:glcbt-64_1234567890@gitlab.example/a/b.git',
      MCP_ID_TOKEN: jwt,
    }
    const { host, stdout } = await open({ ...own, PATH: '/bin', MCP_INPUT_COMMAND: 'plan' })
    expect(Object.keys(host.environment)).toEqual(
      expect.not.arrayContaining([...Object.keys(own), 'MCP_INPUT_COMMAND']),
    )
    expect(host.environment.PATH).toBe('/bin')
    expect(host.secrets).toEqual(own)
    await host.print(`${own.CI_JOB_TOKEN} ${jwt}\n`)
    expect(stdout.text()).toBe('[secret CI_JOB_TOKEN] [secret CI_JOB_JWT_V2]\n')
  })

  test('a secret in a variable of the type file is what is in the file', async () => {
    const path = (name: string) => join(folder, 'project.tmp', name)
    for (const name of ['DB_PASSWORD', 'KUBECONFIG']) writeFileSync(path(name), `content of ${name}\nline 2\n`)
    writeFileSync(join(folder, 'OTHER_KEY'), 'not of the runner')
    const { host } = await open({
      DB_PASSWORD: path('DB_PASSWORD'),
      KUBECONFIG: path('KUBECONFIG'),
      LOST_TOKEN: path('LOST_TOKEN'),
      OTHER_KEY: join(folder, 'OTHER_KEY'),
      UP_KEY: `${folder}/project.tmp/../OTHER_KEY`,
    })
    expect(host.secrets).toEqual({ DB_PASSWORD: 'content of DB_PASSWORD\nline 2\n' })
    expect(host.environment.DB_PASSWORD).toBeUndefined()
    expect(host.environment).toMatchObject({
      KUBECONFIG: path('KUBECONFIG'),
      LOST_TOKEN: path('LOST_TOKEN'),
      OTHER_KEY: join(folder, 'OTHER_KEY'),
    })
  })

  test('gitlab-ci-local has them in a folder of its own', async () => {
    const local = mkdtempSync('/tmp/gitlab-ci-local-file-variables-')
    try {
      writeFileSync(join(local, 'DB_PASSWORD'), 'content of the file')
      const { host } = await open({ DB_PASSWORD: join(local, 'DB_PASSWORD') })
      expect(host.secrets).toEqual({ DB_PASSWORD: 'content of the file' })
    } finally {
      rmSync(local, { recursive: true })
    }
  })

  test.each(['CI_DEBUG_TRACE', 'CI_DEBUG_SERVICES'])('%s is refused before anything runs', async (name) => {
    const traced = (await open({ [name]: 'true', MCP_INPUT_COMMAND: 'deploy' })).host
    expect(() => traced.words()).toThrow(expect.objectContaining({ code: 'UNTRUSTED', hint: expect.any(String) }))
    expect((await open({ [name]: 'true', MCP_INPUT_COMMAND: 'validate' })).host.words()).toEqual(['validate'])
    const loud = (await open({ [name]: 'TRUE', MCP_INPUT_COMMAND: 'plan' })).host
    expect(() => loud.words()).toThrow(name)
    expect((await open({ [name]: 'false' })).host.words()).toEqual(['deploy'])
  })
})

const hostile = `${token}\u001b[0Ksection_end:1:mcp_1_x\r\u001b[0K\nsection_start:1:evil[collapsed=true]\r`

describe('the log', () => {
  test('every step is a section that ends, also when the run fails', async () => {
    const { host, stderr } = await open()
    const progress = host.progress({ verbose: false, json: false, color: true })
    progress.step('Images')
    progress.line('a line')
    progress.step('Deploy & verify')
    await host.report(
      { ...exampleReport, status: 'failed' },
      { json: false, folder: join(folder, 'project/deploy'), files: {} },
    )
    const seconds = Math.floor(new Date(2026, 10, 23, 8, 15, 3).getTime() / 1000)
    const marker = (edge: string, name: string) => `\u001b[0Ksection_${edge}:${seconds}:${name}`
    expect(stderr.text()).toBe(
      `${marker('start', 'mcp_1_images')}[collapsed=true]\r\u001b[0KImages
08:15:03 a line
${marker('end', 'mcp_1_images')}\r\u001b[0K
${marker('start', 'mcp_2_deploy_verify')}[collapsed=true]\r\u001b[0KDeploy & verify
${marker('end', 'mcp_2_deploy_verify')}\r\u001b[0K
`,
    )
  })

  test('no text from elsewhere is a marker, and none shows a secret', async () => {
    const { host, stderr, stdout } = await open()
    const progress = host.progress({ verbose: true, json: false, color: true })
    progress.step(hostile)
    progress.line(hostile)
    progress.detail(hostile)
    progress.task(hostile).fail(hostile)
    progress.problem({ severity: 'error', code: 'BUG', message: hostile })
    await host.report(
      { ...exampleReport, next: hostile },
      { json: false, folder: join(folder, 'project/deploy'), files: {} },
    )
    const text = stderr.text() + stdout.text()
    expect(text).not.toContain(token)
    // A marker is the escape sequence, the word, a carriage return; only ours are left.
    expect(text.split('\u001b[0Ksection_')).toHaveLength(3)
    expect(text.split('\r')).toHaveLength(3)
  })
})

describe('files for GitLab', () => {
  const read = (name: string) => readFileSync(join(folder, 'project/deploy', name), 'utf8')

  test('are in deploy/ beside the configuration, redacted', async () => {
    const { host, stderr, stdout } = await open()
    await host.report({ ...exampleReport, next: token }, { json: false, folder: 'deploy', files: {} })
    expect(JSON.parse(read('report.json'))).toEqual({ ...exampleReport, next: '[secret TOKEN]' })
    expect(read('mcp-deploy.env')).toContain('MCP_REPORT=deploy/report.json\n')
    expect(JSON.parse(read('gl-code-quality.json'))).toMatchObject([{ location: { path: 'mcp-stack.yaml' } }])
    expect(read('junit-verify.xml')).toContain('tests="13"')
    expect(stdout.text()).toContain('deploy succeeded')
    expect(stderr.text()).toBe('')
  })

  test('places count from the root of the project', async () => {
    mkdirSync(join(folder, 'project/stacks'))
    process.chdir(join(folder, 'project/stacks'))
    const { host, stderr } = await open()
    await host.report(exampleReport, { json: false, folder: 'deploy', files: {} })
    const written = readFileSync('deploy/gl-code-quality.json', 'utf8')
    expect(JSON.parse(written)).toMatchObject([{ location: { path: 'stacks/mcp-stack.yaml' } }])
    expect(stderr.text()).toContain('set reports-folder: stacks/deploy')
  })

  test('of inputs that were not understood, too', async () => {
    const { host } = await open({ MCP_INPUT_CONFIG: 'stacks/shop.yaml', MCP_INPUT_COMMAND: 'depoly' })
    expect(() => host.words()).toThrow('depoly')
    const report = { ...exampleReport, status: 'failed' as const }
    await host.report(report, { json: false, folder: 'deploy', files: {} })
    expect(readFileSync('stacks/deploy/mcp-deploy.env', 'utf8')).toContain('MCP_STATUS=failed\n')
  })

  test.each([
    [{ MCP_INPUT_COMMAND: 'depoly' }, 'depoly'],
    [{ CI_DEBUG_TRACE: 'true' }, 'CI_DEBUG_TRACE'],
    [{ MCP_INPUT_KUBECONFIG: 'nowhere' }, 'kubeconfig'],
  ])('of a refused run are where those of the run would be: %j', async (wrong, named) => {
    mkdirSync(join(folder, 'project/stacks'))
    const reports = { MCP_REPORTS_FOLDER: 'stacks/deploy', MCP_INPUT_WORKING_DIRECTORY: 'stacks' }
    const { host, stderr } = await open({ ...reports, ...wrong })
    expect(() => host.words()).toThrow(named)
    await host.report(exampleReport, { json: false, folder: 'deploy', files: {} })
    expect(existsSync(join(folder, 'project/stacks/deploy/report.json'))).toBe(true)
    expect(stderr.text()).toBe('')
  })

  test("of a fork's merge request are written through no linked folder", async () => {
    const fork = {
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_PROJECT_ID: '1',
      CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '2',
    }
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync('../elsewhere', join(folder, 'project/infra'))
    const report = { ...exampleReport, run: { ...exampleReport.run, trusted: false } }
    const { host: entering } = await open({ ...fork, MCP_INPUT_WORKING_DIRECTORY: 'infra' })
    expect(() => entering.words()).toThrow(expect.objectContaining({ code: 'UNTRUSTED' }))
    expect(process.cwd()).toBe(join(folder, 'project'))
    const { host } = await open({ ...fork, MCP_INPUT_CONFIG: 'infra/mcp-stack.yaml' })
    host.words()
    await host.report(report, { json: false, folder: 'infra/deploy', files: {} })
    expect(existsSync(join(folder, 'elsewhere/deploy'))).toBe(false)
    const allowed = { MCP_INPUT_ALLOW_UNTRUSTED: 'true', MCP_INPUT_WORKING_DIRECTORY: 'infra' }
    const { host: told } = await open({ ...fork, ...allowed })
    expect(told.words()).toContain('--allow-untrusted')
  })

  test('a folder that cannot be written is said and is no failure', async () => {
    writeFileSync(join(folder, 'project/file'), '')
    const { host, stderr } = await open()
    await host.report(exampleReport, { json: false, folder: join(folder, 'project/file'), files: {} })
    expect(stderr.text()).toContain('report.json could not be written')
    expect(existsSync(join(folder, 'project/deploy/report.json'))).toBe(false)
  })
})
