import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { renderAction } from '../../src/commands/action-page.ts'
import { renderPipelinesPage } from '../../src/commands/pipelines-page.ts'
import { listKeys, renderConfigurationPage } from '../../src/config/configuration-page.ts'
import { stackSchema } from '../../src/config/json-schema.ts'
import { toolVersion } from '../../src/model/version.ts'

const top = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(resolve(top, path), 'utf8')

test('every key has a description, an example and a word for each target', () => {
  const bare = listKeys().filter(
    ({ about, example, compose, kubernetes }) =>
      about === '' || example === undefined || compose === '' || kubernetes === '',
  )
  expect(bare).toEqual([])
  expect(listKeys().length).toBeGreaterThan(100)
})

test('schemas/mcp-stack.schema.json is what the program says', () => {
  expect(JSON.parse(read('schemas/mcp-stack.schema.json'))).toEqual(JSON.parse(JSON.stringify(stackSchema())))
  expect(stackSchema()).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    required: ['deployment', 'gateway'],
  })
})

test('docs/configuration.md is what the program says', () => {
  expect(read('docs/configuration.md')).toBe(renderConfigurationPage())
})

test('action.yml and docs/pipelines.md are what the table of commands says', () => {
  expect(read('action.yml')).toBe(renderAction())
  expect(read('docs/pipelines.md')).toBe(renderPipelinesPage())
})

test('the version of the tool is the version of the package', () => {
  expect(JSON.parse(read('package.json'))).toMatchObject({ version: toolVersion })
})
