import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { jobSpec } from '../../src/commands/gitlab-component/component-inputs.ts'
import { wordsOf } from '../../src/commands/inputs.ts'
import { outputs } from '../../src/commands/outputs.ts'
import { parseWords } from '../../src/commands/parse.ts'
import { root } from '../support/machine.ts'
import { fencedBlocks, gitlabSnippets, workflowSnippets } from '../support/snippets.ts'

// Whatever people copy from us is read as the program would read it.

const folder = join(root, 'examples/ci')
const release = { version: '1.0.0', image: 'builder', asset: 'package.tgz', assetSha256: '' }
const files = readdirSync(folder)

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Job {
  readonly steps: readonly Step[]
}

/** The inputs as CI hands them over, all of them texts; an expression is whatever it will be. */
const given = (inputs: Readonly<Record<string, unknown>> = {}) =>
  new Map(Object.entries(inputs).map(([name, value]) => [name, String(value)]))

test('all that the documentation promises is there', () => {
  expect(files.toSorted()).toEqual([
    'Jenkinsfile',
    'deploy.sh',
    'github-certificates.yml',
    'github-deploy.yml',
    'github-plan-approve-deploy.yml',
    'gitlab-certificates.yml',
    'gitlab-ci.yml',
    'renew-certificates.sh',
  ])
})

test.each(['github-deploy.yml', 'gitlab-ci.yml', 'deploy.sh'])('%s is a front in at most 15 lines', (name) => {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n')
  expect(lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).length).toBeLessThanOrEqual(15)
})

describe.each(workflowSnippets().map((snippet) => [snippet.name, snippet] as const))('%s', (_name, { text, value }) => {
  // What has jobs is a workflow; actionlint checks the shape in the end-to-end tests.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const jobs = value['jobs'] as Readonly<Record<string, Job>>
  const steps = Object.values(jobs).flatMap((job) => job.steps)
  const ours = steps.filter(({ uses }) => uses?.startsWith('ibm/mcp-stack-deploy@') === true)

  test('every action is pinned by commit with its version beside it, ours by its major version', () => {
    for (const line of text.split('\n').filter((one) => one.includes('uses:')))
      expect(line).toMatch(/uses: (ibm\/mcp-stack-deploy@v1$|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/)
  })

  test('its inputs are ours, and the program would take them', () => {
    expect(ours.length).toBeGreaterThan(0)
    for (const step of ours) parseWords(wordsOf(given(step.with), 'github'))
  })

  test('its outputs are ours', () => {
    const ids = ours.flatMap(({ id }) => id ?? [])
    const used = [...text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)].filter(([, id]) => ids.includes(id ?? ''))
    for (const [, , name] of used) expect(Object.keys(outputs)).toContain(name)
  })
})

describe.each(gitlabSnippets().map((snippet) => [snippet.name, snippet] as const))('%s', (_name, { value }) => {
  test('its inputs are ours, and the program would take them', () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const includes = value['include'] as readonly { component: string; inputs?: Readonly<Record<string, unknown>> }[]
    for (const { component, inputs } of includes) {
      expect(component).toMatch(/^\$CI_SERVER_FQDN\/[\w/-]+\/mcp-stack-deploy@1$/)
      const ofTheJob = Object.keys(jobSpec(release))
      const entries = Object.entries(inputs ?? {}).filter(([name]) => !ofTheJob.includes(name))
      parseWords(wordsOf(given(Object.fromEntries(entries)), 'gitlab'))
    }
  })
})

test.each(['github-certificates.yml', 'gitlab-certificates.yml', 'Jenkinsfile', 'renew-certificates.sh'])(
  '%s renews first, keeps the images, and asks what runs last',
  (name) => {
    const text = readFileSync(join(folder, name), 'utf8').replaceAll(/^ *(?:#|\/\/).*$/gm, '')
    expect(text.lastIndexOf('certs check')).toBeGreaterThan(text.search(/frozen: true|--frozen/))
    expect(text).toMatch(/frozen: true|--frozen/)
  },
)

/** A command line in a script → its words, quotes and variables taken away. */
const wordsIn = (text: string) =>
  [...text.matchAll(/mcp-deploy ((?:plan|deploy|certs check)[^'|;&\n#]*)/g)].map((match) =>
    (match[1] ?? '')
      .trim()
      .replaceAll('"', '')
      .replaceAll('$file', 'mcp-stack.yaml')
      .replaceAll('$folder/', '')
      .split(/\s+/),
  )

test('the Jenkinsfile is balanced, has its stages in order, and its commands are ours', () => {
  const text = readFileSync(join(folder, 'Jenkinsfile'), 'utf8')
  const code = text.replaceAll(/\/\/.*$/gm, '').replaceAll(/'[^']*'/g, "''")
  const count = (character: string) => code.split(character).length
  expect([count('{'), count('('), code.split("'").length % 2]).toEqual([count('}'), count(')'), 1])
  expect(code.trimStart().startsWith('pipeline {')).toBe(true)
  expect([...text.matchAll(/stage\('(\w+)'\)/g)].map(([, name]) => name)).toEqual([
    'Certificates',
    'Plan',
    'Approve',
    'Deploy',
  ])
  const lines = wordsIn(text)
  expect(lines).toHaveLength(4)
  for (const words of lines) parseWords(words)
})

test.each(files.filter((name) => name.endsWith('.sh')))(
  '%s can be run, is strict, and its commands are ours',
  (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    expect(statSync(join(folder, name)).mode & 0o111).toBe(0o111)
    expect(text).toMatch(/^#!\/bin\/sh\n/)
    expect(text).toContain('\nset -eu\n')
    const lines = wordsIn(text.replaceAll(' || code=$?', ''))
    expect(lines).toHaveLength(name === 'deploy.sh' ? 2 : 3)
    for (const words of lines) parseWords(words.filter((word) => word !== ''))
  },
)

test('the builder image in the documentation is used as the request has it', () => {
  const blocks = fencedBlocks('sh').filter(({ text }) => text.includes('mcp-builder') && text.includes('docker run'))
  expect([...new Set(blocks.map(({ text }) => text.replaceAll(/\\\n\s*/g, '').trim()))]).toEqual([
    'docker run --rm -v $PWD:/workspace -v ~/.kube:/root/.kube:ro -w /workspace ghcr.io/ibm/mcp-builder:1.0.0 deploy mcp-stack.yaml',
  ])
})
