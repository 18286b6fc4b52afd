import { expect, test } from 'vitest'
import { readReference } from '../../src/secrets/vault/reference.ts'

test.each([
  ['secret/data/mcp#jwt', { path: 'secret/data/mcp', key: 'jwt' }],
  ['secret/data/mcp', { path: 'secret/data/mcp', key: 'NAME' }],
  ['/secret/data/mcp/#jwt', { path: 'secret/data/mcp', key: 'jwt' }],
  ['secret/data/mcp#jwt?version=3', { path: 'secret/data/mcp', key: 'jwt', version: '3' }],
  ['secret/data/mcp?version=12#jwt', { path: 'secret/data/mcp', key: 'jwt', version: '12' }],
  ['secret/data/a b/ü#key.with-dots', { path: 'secret/data/a b/ü', key: 'key.with-dots' }],
])('%s', (text, parts) => {
  expect(readReference(text, 'NAME')).toEqual(parts)
})

test.each([
  'secret',
  '#jwt',
  'secret/data/mcp#',
  'secret/data/mcp#a#b',
  'secret/data/mcp#jwt?version=0',
  'secret/data/mcp#jwt?version=x',
  'secret/data/../../sys/x#jwt',
  'secret//mcp#jwt',
  './secret/mcp#jwt',
])('%s is refused', (text) => {
  expect(() => readReference(text, 'NAME')).toThrow(/secret NAME: .* is not a place in Vault/)
})
