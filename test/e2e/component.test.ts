import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseAllDocuments, stringify } from 'yaml'
import type { Report } from '../../src/model/report.ts'
import { containersOf } from '../support/engine.ts'
import { type Example, openExample } from '../support/example.ts'
import { readMachine, root } from '../support/machine.ts'
import { startProgram, type ToolRun } from '../support/tool.ts'

// The GitLab component as a project includes it, by commit: a pipeline with it deploys the example on a shell runner.

const { pipelines } = readMachine()
if (pipelines === null) throw new Error('no pipeline tools: run node scripts/setup.mjs e2e')
const { checkJsonschema, gitlabCiLocal, node24 } = pipelines

const bundle = resolve(root, process.env['MCP_DEPLOY_DIST'] ?? 'dist')
const key = '-----BEGIN OF A KEY-----\nc2Vjb25kIGxpbmUgb2YgdGhlIGtleQ\nthird-line-of-the-key\n-----END OF A KEY-----'
const secrets = { API_KEY: 'e2e-Given+Secret/0123456789', SIGNING_KEY: key }

let example: Example
/** Where the program makes its own files. */
let temporary: string
let deployed: ToolRun

beforeAll(async () => {
  example = await openExample('component')
  temporary = join(example.folder, '../temporary')
  mkdirSync(temporary)
  const names = Object.keys(secrets).map((name) => `    - { name: ${name}, to: [WordGuard] }\n`)
  example.edit('mcp-stack.yaml', 'ci_cd:\n', `ci_cd:\n  vault_secrets:\n${names.join('')}`)
  writePipeline(example.folder, { command: 'deploy', set: ['gateway.env_vars.LOG_LEVEL=WARNING'] }, afterwards)
  deployed = await run(example.folder)
})

afterAll(async () => {
  await example.close()
})

describe('schemas', () => {
  test('the component and its own pipeline are what GitLab knows', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mcp-e2e-schema-'))
    const [spec, jobs] = parseAllDocuments(template()).map((document) => document.toJS())
    // Keys of a job are checked with values, not with the places for them.
    const inputs: Readonly<Record<string, { readonly default: unknown }>> = spec.spec.inputs
    const filled = JSON.stringify(jobs)
      .replaceAll(/"\$\[\[ inputs\.([\w-]+) \]\]"/g, (_, name: string) => JSON.stringify(inputs[name]?.default))
      .replaceAll(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => String(inputs[name]?.default))
    writeFileSync(join(folder, 'spec.yml'), stringify(spec))
    writeFileSync(join(folder, 'jobs.yml'), filled)
    const files = [join(folder, 'spec.yml'), join(folder, 'jobs.yml'), join(root, 'gitlab/.gitlab-ci.yml')]
    const output = execFileSync(checkJsonschema, ['--builtin-schema', 'vendor.gitlab-ci', ...files], {
      encoding: 'utf8',
    })
    expect(output).toContain('ok')
    rmSync(folder, { recursive: true })
  })
})

describe('a pipeline that includes the component', () => {
  test('deploys the stack, and the next job knows where it is', () => {
    expect(deployed.exitCode, deployed.stdout + deployed.stderr).toBe(0)
    expect(Object.keys(containersOf(example.project)).sort()).toEqual(['mailmask', 'mcpgateway', 'wordguard'])
    const said = textOf(deployed)
    expect(said).toContain(`the gateway of the job before: ${example.gatewayUrl} succeeded true`)
    // What gitlab-ci-local makes of the marks of a section.
    const begun = said.match(/mcp_\d+_\w+_started/g) ?? []
    expect(begun.length).toBeGreaterThan(4)
    expect(said.match(/mcp_\d+_\w+ took /g)).toHaveLength(begun.length)
  })

  test('leaves the reports that GitLab reads', () => {
    const report: Report = JSON.parse(read('report.json'))
    expect(report).toMatchObject({
      status: 'succeeded',
      run: { host: 'gitlab', repository: 'shop/stack', trusted: true },
      verification: { outcome: 'passed' },
    })
    for (const line of read('mcp-deploy.env').trimEnd().split('\n')) expect(line).toMatch(/^MCP_[A-Z_]+=/)
    const schema = JSON.parse(readFileSync(join(root, 'test/support/code-quality.schema.json'), 'utf8'))
    const validate = new Ajv().compile(schema)
    const findings: unknown = JSON.parse(read('gl-code-quality.json'))
    expect(validate(findings), JSON.stringify(validate.errors)).toBe(true)
    const probes = report.verification?.probes ?? []
    expect(probes.length).toBeGreaterThan(5)
    expect(countJunit(join(example.folder, 'deploy/junit-verify.xml'))).toEqual({
      tests: probes.length,
      failures: 0,
      skipped: 0,
    })
  })

  test('shows no secret, in no form', () => {
    const lines = key.split('\n').filter((line) => !line.startsWith('-----'))
    const values = [secrets.API_KEY, ...lines]
    const places = [textOf(deployed), ...reportNames.map(read)]
    for (const value of values) {
      for (const form of [value, Buffer.from(value).toString('base64'), encodeURIComponent(value)]) {
        for (const text of places) expect(text).not.toContain(form)
      }
    }
  })

  test('a second time there is nothing to do', async () => {
    const again = await run(example.folder)
    expect(again.exitCode).toBe(0)
    expect(textOf(again)).toContain('nothing to do')
    expect(textOf(again)).toContain(`${example.gatewayUrl} unchanged false`)
  })

  test('the stop job removes it', async () => {
    const stopped = await run(example.folder, ['mcp-stack-deploy:stop'])
    expect(stopped.exitCode, textOf(stopped)).toBe(0)
    expect(containersOf(example.project)).toEqual({})
  })
})

describe('a wrong input is refused with its name', () => {
  test.each([
    ['a word that there is not', { command: 'depoly' }, /command.*depoly/],
    ['a wrong type', { 'dry-run': 'yes' }, /dry-run.*boolean/],
    ['no number', { timeout: 'long' }, /timeout.*long/],
  ])('by the component: %s', async (_name, inputs, message) => {
    const folder = join(example.folder, '..', `wrong-${Object.keys(inputs)[0]}`)
    mkdirSync(folder)
    writePipeline(folder, inputs)
    const refused = await run(folder)
    expect(refused.exitCode).not.toBe(0)
    expect(textOf(refused)).toMatch(message)
  })

  test('by the program: a variable that is no input, an input of another command', async () => {
    const folder = join(example.folder, '..', 'wrong-variable')
    mkdirSync(folder)
    const kubeconfig = 'apiVersion: v1\nkind: Config'
    writePipeline(
      folder,
      { command: 'validate', kubeconfig },
      { 'mcp-stack-deploy': { variables: { MCP_INPUT_DRY_RAN: 'true' } } },
    )
    const typo = await run(folder)
    expect(typo.exitCode).not.toBe(0)
    expect(textOf(typo)).toContain('there is no input "dry-ran"')
    expect(textOf(typo)).toContain('Did you mean dry-run?')
    expect(readdirSync(temporary)).toEqual([])
    writePipeline(folder, { command: 'validate', 'dry-run': true })
    const other = await run(folder)
    expect(other.exitCode).not.toBe(0)
    expect(textOf(other)).toContain('validate has no option --dry-run')
  })
})

test('the package of a release is run when its checksum is right, and only then', async () => {
  const [folder, unpacked] = ['asset', 'unpacked'].map((name) => join(example.folder, '..', name)) as [string, string]
  cpSync(bundle, join(unpacked, 'package/dist'), { recursive: true })
  const archive = join(unpacked, 'package.tgz')
  execFileSync('tar', ['-czf', archive, '-C', unpacked, 'package'])
  cpSync(join(root, 'gitlab/test'), folder, { recursive: true })
  const asset = { command: 'validate', runtime: 'asset', asset: `file://${archive}` }
  const sha256 = createHash('sha256').update(readFileSync(archive)).digest('hex')
  writePipeline(folder, { ...asset, 'asset-sha256': sha256 })
  const right = await run(folder)
  expect(right.exitCode, textOf(right)).toBe(0)
  expect(textOf(right)).toContain('validate succeeded')
  writePipeline(folder, { ...asset, 'asset-sha256': '0'.repeat(64) })
  const wrong = await run(folder)
  expect(wrong.exitCode).not.toBe(0)
  expect(textOf(wrong)).toContain('did NOT match')
  expect(textOf(wrong)).not.toContain('validate succeeded')
})

test("the component project's own pipeline passes", async () => {
  const folder = join(example.folder, '..', 'component-project')
  cpSync(join(root, 'gitlab'), folder, { recursive: true })
  // The program as the builder image has it.
  const bin = join(example.folder, '../bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'mcp-deploy'), `#!/bin/sh\nexec node "$MCP_DEPLOY_BUNDLE/index.js" "$@"\n`, { mode: 0o755 })
  commit(folder)
  const ended = await run(folder, [], bin)
  expect(ended.exitCode, textOf(ended)).toBe(0)
  expect(textOf(ended)).toMatch(/PASS {2}reports/)
})

const afterwards = {
  afterwards: {
    stage: 'use',
    script: [
      'echo "the gateway of the job before: $MCP_GATEWAY_URL $MCP_STATUS $MCP_CHANGED"',
      'test -s "$MCP_REPORT"',
    ],
  },
}

const reportNames = ['report.json', 'mcp-deploy.env', 'gl-code-quality.json', 'junit-verify.xml']
const read = (name: string) => readFileSync(join(example.folder, 'deploy', name), 'utf8')
const template = () => readFileSync(join(root, 'gitlab/templates/mcp-stack-deploy/template.yml'), 'utf8')
const textOf = ({ stderr, stdout }: ToolRun) => stdout + stderr

/** A project that includes the component of the same project, as the component's own pipeline does. */
function writePipeline(folder: string, inputs: Readonly<Record<string, unknown>>, jobs: object = {}): void {
  const component = '$CI_SERVER_FQDN/$CI_PROJECT_PATH/mcp-stack-deploy@$CI_COMMIT_SHA'
  const rules = { rules: [{ when: 'on_success' }], 'stop-rules': [{ when: 'manual', allow_failure: true }] }
  const pipeline = {
    stages: ['deploy', 'use'],
    include: [{ component, inputs: { runtime: 'path', ...rules, ...inputs } }],
    ...jobs,
  }
  cpSync(join(root, 'gitlab/templates'), join(folder, 'templates'), { recursive: true })
  writeFileSync(join(folder, '.gitlab-ci.yml'), stringify(pipeline))
  writeFileSync(join(folder, '.gitlab-ci-local-variables.yml'), stringify({ ...example.env, ...secrets }))
  commit(folder)
}

/** By commit: the component is taken from the folder itself. */
function commit(folder: string): void {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com', ...args], {
      cwd: folder,
      stdio: 'pipe',
    })
  git('init', '--quiet', '--initial-branch', 'main')
  git('add', '--all')
  git('commit', '--quiet', '--allow-empty', '--message', 'A stack')
  // Never contacted: it says which project this is.
  git('config', 'remote.origin.url', 'https://gitlab.example.com/shop/stack.git')
}

/** Every job of the pipeline, or the ones that are named. */
function run(folder: string, jobs: readonly string[] = [], bin = node24): Promise<ToolRun> {
  // In the file of variables a path would be a variable of the type file.
  const variable = `MCP_DEPLOY_BUNDLE=${bundle}`
  const args = ['--force-shell-executor', '--no-color', '--variable', variable, ...jobs]
  return startProgram(gitlabCiLocal, args, {
    cwd: folder,
    env: { PATH: `${bin}:${node24}:${process.env['PATH'] ?? ''}`, TMPDIR: temporary },
  }).ended
}

/** Read by a real parser, as GitLab does. */
function countJunit(file: string): object {
  const program = `
import json, sys, xml.etree.ElementTree as tree
cases = tree.parse(sys.argv[1]).getroot().findall("testsuite/testcase")
names = {(case.get("classname"), case.get("name")) for case in cases}
count = lambda tag: sum(case.find(tag) is not None for case in cases)
print(json.dumps({"tests": len(names), "failures": count("failure"), "skipped": count("skipped")}))
`
  const python = join(dirname(checkJsonschema), 'python')
  return JSON.parse(execFileSync(python, ['-c', program, file], { encoding: 'utf8' }))
}
