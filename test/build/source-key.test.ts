import { assert, dictionary, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { normalPath, type SourceIdentity, sourceKey } from '../../src/build/source-key.ts'

const recipe = { context: '.', containerfile: 'Containerfile', buildArgs: {}, platforms: [], submodules: false }
const identity: SourceIdentity = { kind: 'commit', repo: 'https://example.org/a.git', commit: 'a'.repeat(40) }

test('a key is a tag: 40 hex digits', () => {
  expect(sourceKey(identity, recipe, {})).toMatch(/^[0-9a-f]{40}$/)
})

test('what does not change the image does not change the key', () => {
  const key = sourceKey(identity, recipe, {})
  expect(sourceKey(identity, { ...recipe, context: './' }, {})).toBe(key)
  expect(sourceKey(identity, { ...recipe, containerfile: './Containerfile' }, {})).toBe(key)
  const platforms = ['linux/amd64', 'linux/arm64']
  expect(sourceKey(identity, { ...recipe, platforms }, {})).toBe(
    sourceKey(identity, { ...recipe, platforms: platforms.toReversed() }, {}),
  )
})

test.each([
  ['repository', sourceKey({ ...identity, repo: 'https://example.org/b.git' }, recipe, {})],
  ['commit', sourceKey({ ...identity, commit: 'b'.repeat(40) }, recipe, {})],
  ['context', sourceKey(identity, { ...recipe, context: 'a' }, {})],
  ['containerfile', sourceKey(identity, { ...recipe, containerfile: 'a' }, {})],
  ['target', sourceKey(identity, { ...recipe, target: 'a' }, {})],
  ['build argument', sourceKey(identity, { ...recipe, buildArgs: { A: '1' } }, {})],
  ['platforms', sourceKey(identity, { ...recipe, platforms: ['linux/arm64'] }, {})],
  ['submodules', sourceKey(identity, { ...recipe, submodules: true }, {})],
  ['base image', sourceKey(identity, recipe, { 'python:3.12': 'mirror/python:3.12' })],
])('another %s is another key', (_what, key) => {
  expect(key).not.toBe(sourceKey(identity, recipe, {}))
})

const keyOf = (buildArgs: Record<string, string>) => sourceKey(identity, { ...recipe, buildArgs }, {})
const inOrder = (record: Record<string, string>) =>
  JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

test('the order of build arguments is nothing, their content is everything', () => {
  assert(
    property(dictionary(string(), string()), dictionary(string(), string()), (first, second) => {
      expect(keyOf(Object.fromEntries(Object.entries(first).toReversed()))).toBe(keyOf(first))
      expect(keyOf(first) === keyOf(second)).toBe(inOrder(first) === inOrder(second))
    }),
  )
})

test('paths are compared without their decoration', () => {
  expect(normalPath('./a//b/')).toBe('a/b')
  expect(normalPath('.')).toBe('')
})
