import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import {
  type ComponentRelease,
  contractSpec,
  jobSpec,
  type SpecInput,
} from '../../src/commands/gitlab-component/component-inputs.ts'
import { withInputsTable } from '../../src/commands/gitlab-component/inputs-table.ts'
import { renderTemplate } from '../../src/commands/gitlab-component/template.ts'
import { inputs, wordsOf } from '../../src/commands/inputs.ts'
import { toolVersion } from '../../src/model/version.ts'

const top = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(top, path), 'utf8')
const release: ComponentRelease = JSON.parse(read('gitlab/release.json'))
const template = read('gitlab/templates/mcp-stack-deploy/template.yml')

interface Job {
  readonly script: readonly string[]
  readonly variables: Readonly<Record<string, string | { readonly value: string; readonly expand: boolean }>>
}

function parts() {
  const documents = parseAllDocuments(template).map((document) => document.toJS())
  const [header, jobs] = documents as [
    { readonly spec: { readonly inputs: Readonly<Record<string, SpecInput>> } },
    Readonly<Record<string, Job>>,
  ]
  return { spec: header.spec.inputs, jobs }
}

test('the template and the tables are what the program says: npm run docs', () => {
  expect(template).toBe(renderTemplate(release))
  const page = read('gitlab/README.md')
  expect(withInputsTable(page, release)).toBe(page)
})

test('the component is of this version, and has the licence of the whole', () => {
  expect(release.version).toBe(toolVersion)
  expect(release.asset).toContain(toolVersion)
  expect(read('gitlab/LICENSE')).toBe(read('LICENSE'))
})

test('a job that makes a release has the program that does it, in a version', () => {
  const jobs = Object.values<{ release?: object; image?: string }>(parse(read('gitlab/.gitlab-ci.yml')))
  const releasing = jobs.filter((job) => job.release !== undefined)
  expect(releasing).toHaveLength(1)
  for (const { image } of releasing) expect(image).toMatch(/^registry\.gitlab\.com\/gitlab-org\/cli:v\d+\.\d+\.\d+$/)
})

test('every input is typed, described, and has a default that is allowed', () => {
  const { spec } = parts()
  const own = inputs.filter(({ fronts }) => fronts === undefined || fronts.includes('gitlab')).map(({ name }) => name)
  expect(Object.keys(spec)).toEqual(expect.arrayContaining(own))
  for (const [name, input] of Object.entries(spec)) {
    expect(input.description, name).not.toBe('')
    expect(Array.isArray(input.default) ? 'array' : typeof input.default, name).toBe(input.type)
    if (input.options !== undefined) expect(input.options, name).toContain(input.default)
    if (input.regex !== undefined) expect(input.default, name).toMatch(new RegExp(input.regex))
  }
  expect(Object.keys(contractSpec).filter((name) => name in jobSpec(release))).toEqual([])
})

test('an input is used, and what is used is an input', () => {
  const { jobs, spec } = parts()
  const used = [...JSON.stringify(jobs).matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map((match) => match[1])
  expect(new Set(used)).toEqual(new Set(Object.keys(spec)))
})

test('no input is pasted into a script', () => {
  const { jobs } = parts()
  expect(Object.keys(jobs)).toHaveLength(2)
  for (const job of Object.values(jobs)) {
    expect(job.script.join('\n')).toContain('mcp-deploy')
    expect(job.script.join('\n')).not.toContain('$[[')
    expect(job).not.toHaveProperty('before_script')
    expect(job).not.toHaveProperty('after_script')
    for (const [name, variable] of Object.entries(job.variables)) {
      // GitLab would put variables in for dollar signs of a user's value; a kubeconfig is asked for that way.
      if (typeof variable === 'string') expect(variable.includes('$[['), name).toBe(name === 'MCP_INPUT_KUBECONFIG')
      else expect(variable.expand, name).toBe(false)
    }
  }
})

test('with the defaults of the component the program is asked for the same as with nothing', () => {
  const { spec } = parts()
  const given = Object.keys(contractSpec).map((name): [string, string] => {
    const value = spec[name]?.default
    return [name, Array.isArray(value) ? '' : String(value)]
  })
  expect(wordsOf(new Map(given), 'gitlab')).toEqual(['deploy', 'mcp-stack.yaml'])
})

test('the page shows the component in at most 15 lines, with inputs that there are', () => {
  const { spec } = parts()
  const snippets = [...read('gitlab/README.md').matchAll(/```yaml\n([^]*?)```/g)].map((match) => match[1] ?? '')
  expect(snippets).toHaveLength(2)
  for (const snippet of snippets) {
    expect(snippet.trimEnd().split('\n').length).toBeLessThanOrEqual(15)
    const { include }: { readonly include: readonly { readonly inputs?: object }[] } = parse(snippet)
    for (const { inputs: given = {} } of include)
      expect(Object.keys(spec)).toEqual(expect.arrayContaining(Object.keys(given)))
  }
})
