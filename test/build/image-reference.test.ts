import { expect, test } from 'vitest'
import { isLoopback, nameOf, parseReference } from '../../src/build/image-reference.ts'

const digest = `sha256:${'a'.repeat(64)}`

test.each([
  ['python', { registry: 'docker.io', path: 'library/python', tag: 'latest' }],
  ['python:3.12-slim', { registry: 'docker.io', path: 'library/python', tag: '3.12-slim' }],
  ['yourorg/plugin', { registry: 'docker.io', path: 'yourorg/plugin', tag: 'latest' }],
  ['index.docker.io/library/python', { registry: 'docker.io', path: 'library/python', tag: 'latest' }],
  ['ghcr.io/ibm/gateway:1', { registry: 'ghcr.io', path: 'ibm/gateway', tag: '1' }],
  ['localhost/x', { registry: 'localhost', path: 'x', tag: 'latest' }],
  ['localhost:5000/base/x:1', { registry: 'localhost:5000', path: 'base/x', tag: '1' }],
  [`ghcr.io/a/b@${digest}`, { registry: 'ghcr.io', path: 'a/b', digest }],
  [`ghcr.io/a/b:1@${digest}`, { registry: 'ghcr.io', path: 'a/b', tag: '1', digest }],
])('%s', (text, parsed) => {
  expect(parseReference(text)).toEqual(parsed)
})

test.each(['', 'UPPER/case', 'a b', 'https://ghcr.io/a', 'a@sha256:12', 'ghcr.io/a:', '-x', 'a//b'])(
  '%s is none',
  (text) => {
    expect(parseReference(text)).toBeUndefined()
  },
)

test('the name is what stands before tag and digest', () => {
  expect(nameOf(`localhost:5000/a:1@${digest}`)).toBe('localhost:5000/a')
  expect(nameOf('localhost:5000/a')).toBe('localhost:5000/a')
})

test('loopback', () => {
  expect(['localhost:5000', '127.0.0.1', '127.1.2.3:80', '[::1]:5000', 'x.localhost'].map(isLoopback)).not.toContain(
    false,
  )
  expect(['ghcr.io', '10.0.0.1', 'localhost.example.org', '1270.0.0.1'].map(isLoopback)).not.toContain(true)
})
