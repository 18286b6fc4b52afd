import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkGitRef, isPinnedRef } from '../../src/config/grammar/git-ref.ts'
import { parseHostPort } from '../../src/config/grammar/host-port.ts'
import { checkImageReference, isMovingImage } from '../../src/config/grammar/image-reference.ts'
import { checkNamespace, checkPluginName, dnsName } from '../../src/config/grammar/names.ts'
import { checkMemory, parseCpu, parseMemory } from '../../src/config/grammar/quantity.ts'
import { checkRepository } from '../../src/config/grammar/repository.ts'
import { hasUserInfo, isSecretText, maskSecrets, secretPartsOf } from '../../src/config/secret-texts.ts'
import { isSecretName } from '../../src/model/secret-names.ts'
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
    'PASS',
    'DBPASS',
    'DB_PASS_2',
    'dbPass',
    'PWD1',
    'MYSQL_PWD',
    'DB_PW',
    'AWS_CREDS',
    'SALT',
    'HASHSALT',
    'PAT',
    'GITHUB_PAT',
    'JWT',
    'USER_JWT_2',
    'AUTH',
    'BASIC_AUTH',
    'DOCKER_AUTH_CONFIG',
    'PROXY_AUTHORIZATION',
  ]
  const open = [
    'MONKEY',
    'KEYBOARD',
    'KEYBOARD_LAYOUT',
    'MONKEYS',
    'LOG_LEVEL',
    'TURKEY_MODE',
    'KEYWORD',
    'PORT',
    'PASSTHROUGH',
    'COMPASS',
    'BYPASS',
    'PASSED',
    'PATTERN',
    'PATH',
    'OPA_POLICY_PATH',
    'COMPAT',
    'PWD',
    'OLDPWD',
    'AUTH_REQUIRED',
    'AUTH_ENABLED',
    'BASIC_AUTH_USER',
    'JWT_ALGORITHM',
    'JWT_AUDIENCE',
    'AUTHOR',
    'authority',
  ]
  expect(secret.filter((name) => !isSecretName(name))).toEqual([])
  expect(open.filter((name) => isSecretName(name))).toEqual([])
})

test('a value can tell that a name means no secret', () => {
  expect(['true', 'FALSE', 'off', '1', ''].filter((value) => isSecretName('BASIC_AUTH', value))).toEqual([])
  expect(isSecretName('REDIS_AUTH', '12345678')).toBe(true)
  expect([isSecretName('PWD', '/srv/app'), isSecretName('PWD', 'hunter2')]).toEqual([false, true])
})

test('texts that are secret by their form', () => {
  const secret = [
    'redis://h/0?password=hunterqp',
    'https://example.test/x.git?a=1&access_token=x1',
    'https://example.test/?pass%77ord=x',
    'https://b.example.test/c?sv=1&sig=abc%3D',
    'https://b.example.test/c?X-Amz-Signature=abc',
    'https://a.example.test/#key=abc',
    'Server=db;Database=x;User Id=sa;Password=hunter2;Encrypt=true',
    'Driver=x;UID=sa;PWD=hunter2',
    'AccountName=x;AccountKey=YWJj==',
    'host=db user=me password=hunter2',
    '-Xmx1g --token=hunter2',
    'me:hunter2@tcp(db:3306)/x',
    'me:hunter2@db.example.test:5432/x',
    'https://hooks.slack.com/services/T0/B0/abc',
    'https://discord.com/api/webhooks/1/abc',
    '-----BEGIN PRIVATE KEY-----\nMII',
    'x\n-----BEGIN RSA PRIVATE KEY-----\nMII',
    'Bearer hunter2x',
    'Basic bWU6cGFzcw==',
    '{"Authorization": "Bearer x"}',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
    'ghp_hunter2hunter2',
    'gho_hunter2hunter2',
    'github_pat_11AAhunter2',
    'glpat-hunter2hunter2',
    'sk-proj-hunter2hunter2',
    'xoxb-1-2-hunter2',
    'AKIAIOSFODNN7EXAMPLE',
  ]
  const open = [
    'postgresql://db.example.test/x?sslmode=require',
    'https://a.example.test/?authSource=admin&page=2',
    'a/b:1@sha256:0000',
    'registry.example.test:5000/a/b:1',
    'mailto:a@b.example.test',
    'me@example.test',
    'sk-learn-pipeline',
    'key=%(message)s',
    'service.name=a,env=b',
    'a;b=c',
    'Bearer',
    'Basic information on it',
    '-----BEGIN CERTIFICATE-----\nMII',
    'https://hooks.example.test/services/T0',
    'INFO',
    '12:30',
    'token=',
    '/a/b',
    '--use-token=true',
    'eyJ',
    'risk-2024-assessment',
    'postgresql+psycopg://mcpgateway:5432/x',
  ]
  expect(secret.filter((text) => !isSecretText(text))).toEqual([])
  expect(open.filter(isSecretText)).toEqual([])
})

test('what is secret in a line goes, the rest stays', () => {
  const shown = secretLines.map(maskSecrets)
  expect(shown.filter((line) => line.includes('hunter'))).toEqual([])
  expect(shown.map((line) => line.slice(0, 3))).toEqual(secretLines.map((line) => line.slice(0, 3)))
  expect(maskSecrets('url: redis://h/0?db=1&password=hunterqp&x=2')).toBe('url: redis://h/0?db=1&password=***&x=2')
  expect(secretPartsOf('redis://u:p%40ss@h/0?password=hunter%2Fqp')).toEqual([
    'p%40ss',
    'p@ss',
    'hunter%2Fqp',
    'hunter/qp',
  ])
})

const secretLines = [
  'url: redis://h/0?password=hunterqp',
  'a: https://u:hunter2@h/x',
  'a: "Server=x;Password=hunter2;"',
  'a: Bearer hunter2x',
  'a: ghp_hunter2hunter2',
  'a: https://hooks.slack.com/services/hunter',
  'args: ["--token=hunter2"]',
]

test('user info', () => {
  expect(hasUserInfo('redis://:pw@h')).toBe(true)
  expect(hasUserInfo('https://h/users/@me')).toBe(false)
  expect(maskSecrets('url: https://a:b@h/x')).toBe('url: https://***@h/x')
  expect(maskSecrets('image: a/b:1@sha256:00')).toBe('image: a/b:1@sha256:00')
})

test('what the gateway would refuse', () => {
  expect(weaknessOf('h7Gq2LxV9pKdT4mZbW8sRnYc3FjEuAaX', 'gateway')).toBeUndefined()
  expect(weaknessOf('my-test-key-but-now-longer-than-32-bytes', 'gateway')).toMatch(/well-known/)
  expect(weaknessOf('a'.repeat(64), 'gateway')).toMatch(/repeats/)
  expect(weaknessOf('__REPLACE_ME__xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'gateway')).toMatch(/placeholder/)
  expect(weaknessOf('short', 'administrator')).toMatch(/12/)
})
