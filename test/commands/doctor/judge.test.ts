import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { judgeCache } from '../../../src/commands/doctor/cache.ts'
import { judgeHost } from '../../../src/commands/doctor/ci-host.ts'
import { describeProxy, judgeBundle } from '../../../src/commands/doctor/network.ts'
import { judgeSecrets } from '../../../src/commands/doctor/secrets.ts'
import { judgeGit, judgeNode } from '../../../src/commands/doctor/software.ts'
import { judgeClock } from '../../../src/model/check.ts'

describe('the clock', () => {
  const date = 'Thu, 26 Nov 2026 00:00:00 GMT'
  test.each([
    [0, 'good', 'as at the API server (within 1 s)'],
    [-60, 'good', 'as at the API server (within 60 s)'],
    [61, 'warning', '61 s ahead of the API server'],
    [-300, 'warning', '300 s behind the API server'],
    [301, 'bad', '301 s ahead of the API server'],
  ])('%i s off is %s', (seconds, state, found) => {
    const now = new Date(Date.parse(date) + seconds * 1000)
    expect(judgeClock(date, now, 'the API server')).toMatchObject({ state, found })
  })

  test('without a date nothing is said', () => {
    expect(judgeClock(undefined, new Date(), 'x')).toBeUndefined()
    expect(judgeClock('soon', new Date(), 'x')).toBeUndefined()
  })
})

test.each([
  ['git version 2.39.5 (Apple Git-154)\n', true, 'good', '2.39.5'],
  ['git version 2.47.1.windows.1', true, 'good', '2.47.1'],
  ['git version 2.23.0', true, 'bad', '2.23.0'],
  ['git version 2.17.1', false, 'warning', '2.17.1'],
  ['who knows', true, 'bad', 'no version in "who knows"'],
])('%s', (answer, needed, state, found) => {
  expect(judgeGit(answer, needed)).toMatchObject({ state, found })
})

test('Node', () => {
  expect(judgeNode('24.1.0').state).toBe('good')
  expect(judgeNode('20.18.3')).toMatchObject({
    state: 'bad',
    fix: expect.stringContaining('Install Node 20.19 or newer'),
  })
})

describe('the proxy', () => {
  test('is shown as it is used, without user and password', () => {
    const environment = {
      HTTPS_PROXY: 'http://ignored:1',
      https_proxy: 'http://ada:pass@word@proxy.example:3128',
      NO_PROXY: 'localhost,.example',
    }
    const finding = describeProxy(environment)
    expect(finding).toEqual({
      name: 'proxy',
      state: 'good',
      found: 'HTTPS_PROXY=http://proxy.example:3128 NO_PROXY=localhost,.example',
    })
    expect(describeProxy({ HTTPS_PROXY: 'ada:pass@proxy.example' }).found).not.toContain('pass')
  })

  test('none, and one that nobody can use', () => {
    expect(describeProxy({ NO_PROXY: 'x', HTTP_PROXY: '' }).state).toBe('skipped')
    expect(describeProxy({ HTTPS_PROXY: 'proxy.example:3128' })).toMatchObject({
      state: 'bad',
      fix: 'Write it whole: HTTPS_PROXY=http://host:port',
    })
  })
})

describe('a file of authorities', () => {
  const certificate = execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      '/dev/null',
      '-subj',
      '/CN=ca',
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  )
  test.each([
    [certificate, 'good', 'ca.pem, 1 certificate'],
    [`${certificate}# second\n${certificate}`, 'good', 'ca.pem, 2 certificates'],
    [undefined, 'bad', 'ca.pem cannot be read'],
    ['', 'bad', 'ca.pem holds no certificate'],
    [`${certificate}${certificate.replace(/[A-Za-z0-9]{30}/, '')}`, 'bad', 'certificate 2 of ca.pem cannot be read'],
  ])('%#', (text, state, found) => {
    expect(judgeBundle('network.ca_file', 'ca.pem', text, true)).toMatchObject({ state, found })
  })

  test('that only Node would have used is no obstacle', () => {
    expect(judgeBundle('NODE_EXTRA_CA_CERTS', 'ca.pem', undefined, false).state).toBe('warning')
  })
})

describe('the host', () => {
  const facts = { host: 'gitlab', actor: 'ada', trusted: true }
  test('a runner that traces secrets is in the way', () => {
    const environment = { CI_DEBUG_TRACE: 'true' }
    expect(judgeHost(facts, environment, 1)).toMatchObject({
      state: 'bad',
      found: expect.stringContaining('CI_DEBUG_TRACE'),
    })
    expect(judgeHost(facts, environment, 0).state).toBe('good')
    expect(judgeHost(facts, { CI_DEBUG_TRACE: 'false' }, 1).state).toBe('good')
  })

  test('tokens are told by what they are for, never by value', () => {
    expect(judgeHost(facts, { CI_JOB_TOKEN: 'value' }, 0).found).toBe('gitlab, a trusted run; has job token')
    expect(judgeHost({ ...facts, trusted: false }, {}, 0)).toMatchObject({ state: 'warning', code: 'UNTRUSTED' })
  })
})

test('secrets are told by name', () => {
  const here = ['environment']
  expect(judgeSecrets([], new Set(), here).state).toBe('skipped')
  expect(judgeSecrets(['A', 'B'], new Set(['A', 'B']), here).state).toBe('good')
  expect(judgeSecrets(['B', 'C', 'A'], new Set(['C']), here)).toMatchObject({
    state: 'warning',
    found: '2 of 3 not set here: A, B',
    fix: expect.stringContaining('in the environment of the deploy'),
  })
  expect(judgeSecrets(['A'], new Set(), ['environment', 'vault'])).toMatchObject({
    fix: 'Put them where a deploy asks for them: environment, vault',
  })
})

test('the layer cache', () => {
  const said = { kind: 'builder', sentence: "layer cache: the builder's own" } as const
  expect(judgeCache(said)).toEqual({ name: 'layer cache', state: 'good', found: "the builder's own" })
  expect(judgeCache({ ...said, refused: true })).toMatchObject({
    state: 'warning',
    fix: expect.stringContaining('buildx create'),
  })
  expect(judgeCache({ kind: 'off', sentence: 'layer cache: off (as asked for)' }).state).toBe('skipped')
})
