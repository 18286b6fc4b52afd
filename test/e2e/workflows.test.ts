import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMachine, root } from '../support/machine.ts'
import { gitlabSnippets, workflowSnippets } from '../support/snippets.ts'

// Our workflows, and those that people copy from examples/ci, the README and docs/, as the field's own checkers see them.

const tools = readMachine().pipelines
let folder: string
let workflows: readonly string[]
let pipelines: readonly string[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mcp-e2e-workflows-'))
  const place = join(folder, '.github/workflows')
  mkdirSync(place, { recursive: true })
  cpSync(join(root, '.github'), join(folder, '.github'), { recursive: true })
  const write = (target: string, { name, text }: { readonly name: string; readonly text: string }) =>
    writeFileSync(join(target, `${name.replaceAll(/\.yml$|[^\w-]+/g, '-')}.yml`), text)
  for (const snippet of workflowSnippets()) write(place, snippet)
  workflows = readdirSync(place).map((name) => join(place, name))
  mkdirSync(join(folder, 'gitlab'))
  for (const snippet of gitlabSnippets()) write(join(folder, 'gitlab'), snippet)
  pipelines = readdirSync(join(folder, 'gitlab')).map((name) => join(folder, 'gitlab', name))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a checker has to say, and how it ended. */
function check(program: string | undefined, ...args: readonly string[]) {
  const PATH = `${dirname(tools?.shellcheck ?? '')}${delimiter}${process.env['PATH'] ?? ''}`
  const { status, stdout, stderr } = spawnSync(program ?? '', args, {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, PATH },
  })
  return { exitCode: status, said: `${stdout}${stderr}` }
}

test('there is something to check', () => {
  expect(workflows.length).toBeGreaterThanOrEqual(2 + 3 + 4)
  expect(pipelines.length).toBeGreaterThanOrEqual(2)
})

test('actionlint, with shellcheck for every script in them', () => {
  expect(check(tools?.actionlint, ...workflows)).toEqual({ exitCode: 0, said: '' })
})

test('zizmor', () => {
  const { exitCode, said } = check(
    tools?.zizmor,
    '--offline',
    '--no-progress',
    '--config',
    '.github/zizmor.yml',
    '.github/workflows',
  )
  expect(exitCode, said).toBe(0)
})

test('the schemas of GitHub and of GitLab', () => {
  const github = check(tools?.checkJsonschema, '--builtin-schema', 'vendor.github-workflows', ...workflows)
  expect(github.exitCode, github.said).toBe(0)
  const gitlab = check(tools?.checkJsonschema, '--builtin-schema', 'vendor.gitlab-ci', ...pipelines)
  expect(gitlab.exitCode, gitlab.said).toBe(0)
})

test('shellcheck: every script of ours that is not bash', () => {
  const scripts = ['examples/ci', 'scripts/release', 'scripts/image'].flatMap((place) =>
    readdirSync(join(root, place))
      .filter((name) => name.endsWith('.sh') || !name.includes('.'))
      .filter((name) => name !== 'Jenkinsfile')
      .map((name) => join(root, place, name)),
  )
  expect(scripts).toHaveLength(4)
  expect(check(tools?.shellcheck, ...scripts)).toEqual({ exitCode: 0, said: '' })
})
