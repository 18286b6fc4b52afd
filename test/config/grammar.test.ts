import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkGitRef, isPinnedRef } from '../../src/config/grammar/git-ref.ts'
import { parseHostPort } from '../../src/config/grammar/host-port.ts'
import { checkImageReference, isMovingImage } from '../../src/config/grammar/image-reference.ts'
import { checkNamespace, checkPluginName, dnsName } from '../../src/config/grammar/names.ts'
import { checkMemory, parseCpu, parseMemory } from '../../src/config/grammar/quantity.ts'
import { checkRepository } from '../../src/config/grammar/repository.ts'
import { hasUserInfo, isSecretName, maskUserInfo } from '../../src/config/secret-names.ts'
import { weaknessOf } from '../../src/model/secret-strength.ts'

const gibi = 2n ** 30n

test('memory across units', () => {
  expect(parseMemory('1Gi')).toBe(gibi * 1000n)
  expect(parseMemory('1024Mi')).toBe(gibi * 1000n)
  expect(parseMemory('1.5Gi')).toBe((gibi * 3000n) / 2n)
  expect(parseMemory('1G')).toBe(10n ** 12n)
  expect(parseMemory('1Gib')).toBeUndefined()
  expect(checkMemory('512Mb')?.hint).toBe('Write 512Mi (binary) or 512M (decimal)')
})

test('a CPU is a thousand thousandths', () => {
  fc.assert(fc.property(fc.nat(1_000_000), (count) => parseCpu(`${count}m`) === BigInt(count)))
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(999), (whole, part) => {
      expect(parseCpu(`${whole}.${String(part).padStart(3, '0')}`)).toBe(BigInt(whole) * 1000n + BigInt(part))
    }),
  )
})

test('bigger numbers are bigger quantities, in every unit', () => {
  const unit = fc.constantFrom('', 'k', 'Ki', 'M', 'Mi', 'G', 'Gi', 'T', 'Ti')
  fc.assert(
    fc.property(fc.nat(1_000_000), unit, (count, suffix) => {
      const [less, more] = [parseMemory(`${count}${suffix}`), parseMemory(`${count + 1}${suffix}`)]
      expect(less !== undefined && more !== undefined && less < more).toBe(true)
    }),
  )
})

test('every name that passes is one DNS label with its prefix', () => {
  const name = fc.string({
    unit: fc.constantFrom('a', 'b', 'z', 'A', 'Z', '0', '9', '-', '_', '.', ' ', '/'),
    maxLength: 60,
  })
  fc.assert(
    fc.property(name, (text) => {
      const isLabel = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])$/.test(`mcp-plugin-${dnsName(text)}`)
      expect(checkPluginName(text) !== undefined || isLabel).toBe(true)
    }),
    { numRuns: 2000 },
  )
  expect(checkPluginName('a'.repeat(52))).toBeUndefined()
  expect(checkNamespace('n'.repeat(63))).toBeUndefined()
})

test('refs', () => {
  expect(
    ['main', 'v1.0.0', 'feature/x_y-1.2', '1.0', 'refs/tags/v1', 'a'.repeat(40), 'release@2'].filter(
      (ref) => checkGitRef(ref) !== undefined,
    ),
  ).toEqual([])
  expect(['v1.0.0', '1.2', 'refs/tags/x', 'release-1.2.3', '0'.repeat(40)].map(isPinnedRef)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
  expect(['main', 'feature/x', 'abc1234', 'HEAD'].map(isPinnedRef)).toEqual([false, false, false, false])
})

test('images', () => {
  const digest = `sha256:${'0'.repeat(64)}`
  expect(
    ['redis', 'redis:7', 'localhost:5000/a/b:1', `ghcr.io/a/b@${digest}`, `a.b/c:1@${digest}`, 'a/b__c:T_1'].filter(
      (image) => checkImageReference(image) !== undefined,
    ),
  ).toEqual([])
  expect(['redis', 'redis:latest', 'a/b:main', 'a/b:7', `a/b@${digest}`].map(isMovingImage)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})

test('repositories', () => {
  const fine = [
    'https://git.example.test/a/b.git',
    'git@git.example.test:a/b.git',
    'ssh://git@git.example.test:2222/a.git',
    'git.example.test:a',
  ]
  expect(fine.filter((repo) => checkRepository(repo, []) !== undefined)).toEqual([])
  const trusted = ['http://127.0.0.1:3000/team', 'file:///srv/git']
  expect(checkRepository('http://127.0.0.1:3000/team/a.git', trusted)).toBeUndefined()
  expect(checkRepository('file:///srv/git/a.git', trusted)).toBeUndefined()
  expect(checkRepository('http://127.0.0.1:3000/teamster/a.git', trusted)).toBeDefined()
  expect(checkRepository('http://u:p@127.0.0.1:3000/team/a.git', ['http://u:p@127.0.0.1:3000'])?.message).toContain(
    'credentials',
  )
})

test('host ports', () => {
  expect(parseHostPort(8080)).toEqual({ address: '127.0.0.1', port: 8080 })
  expect(parseHostPort('0.0.0.0:80')).toEqual({ address: '0.0.0.0', port: 80 })
  expect(parseHostPort('[::]:80')).toEqual({ address: '[::]', port: 80 })
  expect(parseHostPort('1.2.3.400:80')).toBeUndefined()
})

test('names that are secret, and names that only look like it', () => {
  const secret = [
    'JWT_SECRET_KEY',
    'PGPASSWORD',
    'API_KEY',
    'APIKEY',
    'apiKey',
    'sshKeys',
    'KEY',
    'AUTH_TOKEN',
    'DB_CREDENTIALS',
    'KEY2',
  ]
  const open = ['MONKEY', 'KEYBOARD', 'KEYBOARD_LAYOUT', 'MONKEYS', 'LOG_LEVEL', 'TURKEY_MODE', 'KEYWORD', 'PORT']
  expect(secret.filter((name) => !isSecretName(name))).toEqual([])
  expect(open.filter(isSecretName)).toEqual([])
})

test('user info', () => {
  expect(hasUserInfo('redis://:pw@h')).toBe(true)
  expect(hasUserInfo('https://h/users/@me')).toBe(false)
  expect(maskUserInfo('url: https://a:b@h/x')).toBe('url: https://***@h/x')
  expect(maskUserInfo('image: a/b:1@sha256:00')).toBe('image: a/b:1@sha256:00')
})

test('what the gateway would refuse', () => {
  expect(weaknessOf('h7Gq2LxV9pKdT4mZbW8sRnYc3FjEuAaX', 'gateway')).toBeUndefined()
  expect(weaknessOf('my-test-key-but-now-longer-than-32-bytes', 'gateway')).toMatch(/well-known/)
  expect(weaknessOf('a'.repeat(64), 'gateway')).toMatch(/repeats/)
  expect(weaknessOf('__REPLACE_ME__xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'gateway')).toMatch(/placeholder/)
  expect(weaknessOf('short', 'administrator')).toMatch(/12/)
})
