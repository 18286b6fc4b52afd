import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadTemplates, templateNames } from '../../src/render/templates.ts'
import { files } from './render-input.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'templates-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('every built-in template says its version in its first line', async () => {
  const { templates, problems } = await loadTemplates('compose', undefined, { files })
  expect(problems).toEqual([])
  expect(Object.keys(templates)).toEqual(templateNames.compose)
  for (const [name, template] of Object.entries(templates)) {
    expect({ name, ...template }).toMatchObject({ name, override: false, version: 1 })
    expect(template.text.split('\n')[0]).toContain(`mcp-stack-deploy template ${name.replace(/\.hbs$/, '')} 1`)
  }
})

test.each([
  ['# mcp-stack-deploy template sitecustomize.py 1\n', []],
  ['# mcp-stack-deploy template sitecustomize.py 0\n', ['TEMPLATE_INVALID']],
  ['print(1)\n', ['TEMPLATE_INVALID']],
])('an override that begins with %j is used; an older one is warned about', async (text, codes) => {
  writeFileSync(join(folder, 'sitecustomize.py'), text)
  const { templates, problems } = await loadTemplates('compose', folder, { files })
  expect(templates['sitecustomize.py']).toMatchObject({ text, override: true })
  expect(problems.map(({ code }) => code)).toEqual(codes)
  expect(problems.every(({ severity }) => severity === 'warning')).toBe(true)
})

test('a file that overrides nothing is named, with the names that exist', async () => {
  writeFileSync(join(folder, 'compose.hbs'), '')
  const { problems } = await loadTemplates('compose', folder, { files })
  expect(problems.map(({ severity }) => severity)).toEqual(['warning'])
  expect(problems[0]?.hint).toContain('compose.yaml.hbs')
})
