import { spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { StackError } from '../../src/errors.ts'
import { type EnvValue, plain } from '../../src/model/env-value.ts'
import { isPending } from '../../src/model/pending.ts'
import type { SecretRequest } from '../../src/model/plan.ts'
import { Secret } from '../../src/model/secret.ts'
import type { SecretProvider, Secrets } from '../../src/model/secrets.ts'
import { checkValues } from '../../src/secrets/check-values.ts'
import { environmentProvider } from '../../src/secrets/environment-provider.ts'
import { fileProvider } from '../../src/secrets/file-provider.ts'
import { showProvenance } from '../../src/secrets/reference.ts'
import { type ResolveOptions, resolveSecrets } from '../../src/secrets/resolve.ts'
import { sourceOf } from '../support/secret-source.ts'
import { declared, edge, generated, text } from './fixtures.ts'

const hashKey = new Secret('hash key', 'the key of the keyed hashes')

function resolve(
  requests: readonly SecretRequest[],
  environment: Record<string, string> = {},
  options: Partial<ResolveOptions> = {},
  io = edge(environment),
): Promise<Secrets> {
  return resolveSecrets(requests, { source: sourceOf(io), generated: {}, hashKey, dry: false, ...options }, io)
}

const provenanceOf = ({ provenance }: Secrets) =>
  Object.fromEntries(Object.entries(provenance).map(([name, entry]) => [name, showProvenance(entry)]))

const reveal = (value: unknown) => (value instanceof Secret ? value.reveal() : value)

async function failure(work: Promise<unknown>): Promise<StackError> {
  const error = await work.then(() => undefined).catch((cause: unknown) => cause)
  if (!(error instanceof StackError)) throw new Error('expected a StackError')
  return error
}

describe('where values come from', () => {
  test('the environment, then the state, then a new value', async () => {
    const kept = new Secret('B', 'kept-with-the-stack')
    const secrets = await resolve(
      [declared('A'), generated('B'), generated('C'), generated('D')],
      { A: 'value-of-a', D: 'value-of-d' },
      { generated: { B: kept } },
    )
    expect(provenanceOf(secrets)).toEqual({ A: 'environment', B: 'state', C: 'generated', D: 'environment' })
    expect(reveal(secrets.get('A'))).toBe('value-of-a')
    expect(secrets.get('B')).toBe(kept)
    expect(Object.keys(secrets.generated)).toEqual(['B', 'C'])
    expect(reveal(secrets.get('C'))).toMatch(/^[\w-]{64}$/)
  })

  test('under names that every object knows', async () => {
    const names = ['__proto__', 'constructor', 'toString']
    const environment = { ['__proto__']: 'value-of-proto', toString: 'value-of-tostring' }
    const { missing } = await resolve(
      names.map((name) => declared(name)),
      environment,
    ).then(
      () => ({ missing: [] }),
      ({ problems }: StackError) => ({ missing: problems.map(({ message }) => message) }),
    )
    expect(missing).toEqual([expect.stringMatching(/^secret constructor is not set or empty/)])
    const secrets = await resolve([declared('__proto__'), declared('toString'), generated('constructor')], environment)
    expect(Object.entries(provenanceOf(secrets))).toEqual([
      ['__proto__', 'environment'],
      ['toString', 'environment'],
      ['constructor', 'generated'],
    ])
    expect(secrets.problems).toEqual([])
  })

  test('a generated value is the same in the next run', async () => {
    const first = await resolve([generated('JWT_SECRET_KEY', { strength: 'gateway' })])
    const second = await resolve([generated('JWT_SECRET_KEY')], {}, { generated: first.generated })
    expect(reveal(second.get('JWT_SECRET_KEY'))).toBe(reveal(first.get('JWT_SECRET_KEY')))
  })

  test('providers are asked in order, and only for what is still open', async () => {
    const asked: string[][] = []
    const provider = (name: SecretProvider['name'], values: Record<string, string>): SecretProvider => ({
      name,
      open: () => ({
        async ask(wanted) {
          asked.push(wanted.map((secret) => secret.name))
          return wanted.map(({ name: key }) => {
            const value = values[key]
            return value === undefined ? { kind: 'absent' } : { kind: 'found', value: new Secret(key, value) }
          })
        },
      }),
    })
    const providers = [
      provider('file', { A: 'first-value' }),
      provider('vault', { A: 'second', B: 'second-value' }),
      provider('aws', {}),
    ]
    const source = sourceOf(edge(), providers)
    const secrets = await resolve([declared('A'), declared('B')], {}, { source })
    expect(asked).toEqual([['A', 'B'], ['B']])
    expect(provenanceOf(secrets)).toEqual({ A: 'file', B: 'vault' })
    expect(reveal(secrets.get('A'))).toBe('first-value')

    await resolve([declared('A'), declared('B')], {}, { source })
    expect(asked, 'an answer holds for the run').toHaveLength(2)
  })

  test('a dry run generates nothing: the value and all that is made of it are pending', async () => {
    const secrets = await resolve([generated('PW')], {}, { dry: true })
    expect(secrets.get('PW')).toEqual({ pending: 'secret', key: 'PW' })
    expect(secrets.compose(text('postgres://u:', { ref: 'PW' }, '@h/d'), 'gateway.URL')).toEqual({
      pending: 'secret',
      key: 'PW',
    })
    expect(secrets.digest(text({ ref: 'PW' }), 'gateway.PW')).toEqual({ pending: 'secret', key: 'PW' })
    expect(secrets.generated).toEqual({})
  })

  test('a run that may ask nobody: the value is pending, although the environment has it', async () => {
    const secrets = await resolve([declared('A')], { A: 'there-it-is' }, { dry: true, source: undefined })
    expect(secrets.get('A')).toEqual({ pending: 'secret', key: 'A' })
    expect(provenanceOf(secrets)).toEqual({ A: 'not asked' })
  })

  test('every value is known to the redactor: given, kept, generated, composed, and a password inside a URL', async () => {
    const io = edge({ A: 'given-value-1' })
    const kept = { B: new Secret('B', 'kept-value-22'), UNUSED: new Secret('UNUSED', 'kept-value-33') }
    const secrets = await resolve([declared('A'), generated('B'), generated('C')], {}, { generated: kept }, io)
    const made = reveal(secrets.get('C'))
    expect(io.redactor.redact(`x given-value-1 kept-value-22 kept-value-33 ${String(made)} x`)).not.toMatch(
      /value-\d|[\w-]{64}/,
    )
    secrets.compose(text('redis://me:literal-pass-word@redis:6379'), 'gateway.REDIS_URL')
    expect(io.redactor.redact('password literal-pass-word')).not.toContain('literal-pass-word')
  })
})

describe('what is refused, all at once and by name', () => {
  test('missing and empty ones, with who needs them and who was asked', async () => {
    const error = await failure(
      resolve([declared('A'), declared('B', { usedBy: ['gateway.B', 'OPA.TOKEN'] }), declared('C')], {
        A: 'there-it-is',
        C: '',
      }),
    )
    expect(error.code).toBe('SECRET_MISSING')
    expect(error.message).toBe('2 secrets are not set: B, C')
    expect(error.problems.map((problem) => problem.message)).toEqual([
      'secret B is not set or empty (asked: environment), needed by gateway.B, OPA.TOKEN',
      'secret C is not set or empty (asked: environment), needed by gateway.C',
    ])
    expect(error.exitCode).toBe(2)
  })

  test('in a dry run too', async () => {
    expect((await failure(resolve([declared('A')], {}, { dry: true }))).code).toBe('SECRET_MISSING')
  })

  test('weak ones, without their value', async () => {
    const requests = [
      generated('JWT_SECRET_KEY', { strength: 'gateway' }),
      generated('PLATFORM_ADMIN_PASSWORD', { shape: 'password', strength: 'administrator' }),
      declared('FREE'),
    ]
    const error = await failure(
      resolve(requests, { JWT_SECRET_KEY: 'hunter2-hunter2', PLATFORM_ADMIN_PASSWORD: 'changeme', FREE: 'x' }),
    )
    expect(error.code).toBe('SECRET_WEAK')
    expect(error.problems.map((problem) => problem.code)).toEqual(['SECRET_WEAK', 'SECRET_WEAK'])
    expect(JSON.stringify([error.message, error.problems])).not.toMatch(/hunter2|changeme/)
  })

  test('a NUL byte; line ends pass', async () => {
    const nul: SecretProvider = {
      name: 'file',
      open: () => ({ ask: async () => [{ kind: 'found', value: new Secret('A', 'some\0thing') }] }),
    }
    const source = sourceOf(edge(), [nul])
    expect((await failure(resolve([declared('A')], {}, { source }))).code).toBe('SECRET_INVALID')
    const secrets = await resolve([declared('PEM')], { PEM: 'line one\nline two\n' })
    expect(reveal(secrets.get('PEM'))).toBe('line one\nline two\n')
  })

  test('a name that nobody asked for', async () => {
    const secrets = await resolve([])
    expect(() => secrets.get('NEVER')).toThrow(expect.objectContaining({ code: 'SECRET_MISSING' }))
  })
})

test('what is wrong with a declared secret is told at its line, whoever says it', async () => {
  const place = (line: number) => ({ file: 'mcp-stack.yaml', line, column: 7 })
  const at = { provider: 'file', at: '/no/such/file' } as const
  const io = edge({ JWT_SECRET_KEY: 'short' })
  const requests = [
    declared('A', { place: place(3) }),
    declared('B', { place: place(4), from: at }),
    declared('JWT_SECRET_KEY', { place: place(5), strength: 'gateway' }),
    declared('C'),
  ]
  const error = await failure(
    resolve(
      requests,
      {},
      { source: sourceOf(io, [environmentProvider, fileProvider], { providers: ['environment'] }) },
      io,
    ),
  )
  expect(error.problems.map(({ code, place: found }) => [code, found?.line])).toEqual([
    ['SECRET_MISSING', 4],
    ['SECRET_MISSING', 3],
    ['SECRET_MISSING', undefined],
    ['SECRET_WEAK', 5],
  ])
})

describe('a value that no variable can carry', () => {
  // MCPS_1 and what is around it fit too.
  const most = 131_071 - 'MCPS_99999='.length

  test('the most of a variable can be passed to a program', () => {
    const pass = (bytes: number) =>
      spawnSync('true', { env: { ...process.env, MCPS_99999: 'x'.repeat(bytes) } }).error?.message
    expect([pass(most), pass(most + 1)]).toEqual([undefined, 'spawnSync true E2BIG'])
  })

  test('is refused by name and place, as it is and put together; a pull password is none', async () => {
    const place = { file: 'mcp-stack.yaml', line: 3, column: 1 }
    const values = {
      A: 'x'.repeat(most + 1),
      B: 'x'.repeat(most),
      C: 'ü'.repeat(most / 2 + 1),
      P: 'x'.repeat(most + 1),
    }
    const requests = [
      declared('A', { place }),
      declared('B'),
      declared('C', { usedBy: ['gateway.A_LONGER_NAME_THAN_THAT'] }),
      declared('P', { usedBy: ['pull.ghcr.io'] }),
    ]
    const error = await failure(resolve(requests, values))
    const carry = 'which no environment variable can carry: the most is'
    expect(error.problems).toMatchObject([
      { code: 'SECRET_INVALID', message: `secret A has ${most + 1} bytes, ${carry} ${most}`, place },
      { code: 'SECRET_INVALID', message: `secret C has ${most + 2} bytes, ${carry} ${most - 13}` },
    ])
    const secrets = await resolve([declared('B')], values)
    const url = text('x://', { ref: 'B' })
    expect(() => checkValues({ 'gateway.B': text({ ref: 'B' }) }, secrets)).not.toThrow()
    expect(() => checkValues({ 'gateway.URL': url }, secrets)).toThrow(
      `the value of gateway.URL has ${most + 4} bytes, ${carry} ${most}`,
    )
  })
})

test('warnings name short values, stray white space, and a generated value that is replaced', async () => {
  const secrets = await resolve(
    [declared('PIN'), declared('PADDED'), generated('JWT')],
    { PIN: '1234', PADDED: 'some-token\n', JWT: 'given-now-given-now' },
    { generated: { JWT: new Secret('JWT', 'generated-before') } },
  )
  expect(secrets.problems.map(({ severity, message }) => [severity, message.split(':')[0]])).toEqual([
    ['warning', 'secret PIN'],
    ['warning', 'secret PADDED'],
    ['warning', 'secret JWT'],
  ])
  expect(JSON.stringify(secrets.problems)).not.toMatch(/1234|some-token|given-now|generated-before/)
})

describe('values put together', () => {
  test('are called what is to be rotated: the secret where it is the whole, else the variable of the component', async () => {
    const secrets = await resolve([declared('PW')], { PW: 'p@ss-word-1' })
    const called = (value: EnvValue) => JSON.parse(JSON.stringify(secrets.compose(value, 'gateway.TOKEN'))) as unknown
    expect(called(text({ ref: 'PW' }))).toBe('[secret PW]')
    expect(called(text({ url: 'PW' }))).toBe('[secret PW]')
    expect(called(text('Bearer ', { ref: 'PW' }))).toBe('[secret gateway.TOKEN]')
    expect(called(text('a-literal-value'))).toBe('[secret gateway.TOKEN]')
  })

  test('a plain value stays what it is, references are put in, percent-encoded where asked', async () => {
    const secrets = await resolve([declared('PW')], { PW: "p@ss:w/o#r?d %41!'()*ü" })
    expect(reveal(secrets.compose(plain('info'), 'gateway.LOG_LEVEL'))).toBe('info')
    expect(reveal(secrets.compose(text('x ', { ref: 'PW' }, ' y'), 'gateway.X'))).toBe("x p@ss:w/o#r?d %41!'()*ü y")
    expect(
      reveal(secrets.compose(text('postgresql://mcp:', { url: 'PW' }, '@db:5432/mcp'), 'gateway.DATABASE_URL')),
    ).toBe('postgresql://mcp:p%40ss%3Aw%2Fo%23r%3Fd%20%2541%21%27%28%29%2A%C3%BC@db:5432/mcp')
  })

  test('any password arrives in the URL as itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: 'grapheme' }), async (PW) => {
        const secrets = await resolve([declared('PW')], { PW })
        const url = new URL(
          String(reveal(secrets.compose(text('postgresql://mcp:', { url: 'PW' }, '@db/mcp'), 'gateway.URL'))),
        )
        expect(decodeURIComponent(url.password)).toBe(PW)
        expect(url.host).toBe('db')
      }),
    )
  })

  test.each(['p@ss', 'a:b', 'a/b', 'a#b', 'a?b', '100%', 'a b', 'a[b'])(
    'a password %j that would break its URL is refused with the reference to write',
    async (PW) => {
      const secrets = await resolve([declared('PW')], { PW })
      const compose = () => secrets.compose(text('postgresql://mcp:', { ref: 'PW' }, '@db/mcp'), 'gateway.DATABASE_URL')
      expect(compose).toThrow(
        expect.objectContaining({ code: 'SECRET_INVALID', hint: expect.stringContaining('${PW:urlencode}') }),
      )
    },
  )

  test.each(['plain-Password_1.~', 'already%40encoded', "sub!delims$&'()*+,;="])(
    'a password %j needs no encoding',
    async (PW) => {
      const secrets = await resolve([declared('PW')], { PW })
      expect(isPending(secrets.compose(text('postgresql://mcp:', { ref: 'PW' }, '@db/mcp'), 'gateway.URL'))).toBe(false)
    },
  )

  test.each(['redis://:p@ss@redis:6379/0', 'postgresql://u:pa/ss@db:5432/mcp'])(
    'a whole URL in one secret whose password ends too early is refused: %s',
    async (URL) => {
      const secrets = await resolve([declared('URL')], { URL })
      expect(() => secrets.compose(text({ ref: 'URL' }), 'gateway.URL')).toThrow(
        expect.objectContaining({ code: 'SECRET_INVALID', hint: expect.stringContaining('Percent-encode') }),
      )
    },
  )

  test.each([
    'postgresql://u:pass@db:5432/mcp?sslmode=require',
    'https://hooks.example/path?mail=a@b.example',
    'https://example:8443/a@b',
    'http://[::1]:8080/a@b',
    'just some text with @ and :// in it',
  ])('any other value in one secret passes: %s', async (URL) => {
    const secrets = await resolve([declared('URL')], { URL })
    expect(reveal(secrets.compose(text({ ref: 'URL' }), 'gateway.URL'))).toBe(URL)
  })

  test('checkValues tells all of them at once', async () => {
    const secrets = await resolve([declared('PW')], { PW: 'p@ss' })
    const [a, b] = ['a', 'b'].map((user) => text(`postgresql://${user}:`, { ref: 'PW' }, '@db/mcp'))
    expect(() =>
      checkValues({ 'gateway.A': a ?? plain(''), 'OPA.B': b ?? plain(''), 'gateway.C': plain('c') }, secrets),
    ).toThrow(expect.objectContaining({ code: 'SECRET_INVALID', problems: expect.objectContaining({ length: 2 }) }))
    expect(() => checkValues({ 'gateway.C': plain('c') }, secrets)).not.toThrow()
  })
})

describe('keyed hashes', () => {
  test('16 hex digits that depend on value and key, and say nothing else', async () => {
    const secrets = await resolve([declared('A'), declared('B')], { A: 'same-value', B: 'same-value' })
    const digest = secrets.digest(text({ ref: 'A' }), 'gateway.A')
    expect(digest).toMatch(/^[0-9a-f]{16}$/)
    expect(secrets.digest(text({ ref: 'B' }), 'OPA.B')).toBe(digest)
    expect(secrets.digest(plain('same-value'), 'OPA.C')).toBe(digest)
    expect(secrets.digest(text({ ref: 'A' }, 'x'), 'gateway.A')).not.toBe(digest)
    const other = await resolve(
      [declared('A')],
      { A: 'same-value' },
      { hashKey: new Secret('hash key', 'another key') },
    )
    expect(other.digest(text({ ref: 'A' }), 'gateway.A')).not.toBe(digest)
  })

  test('are pending where there is no key', async () => {
    const secrets = await resolve([declared('A')], { A: 'same-value' }, { hashKey: undefined, dry: true })
    expect(secrets.digest(text({ ref: 'A' }), 'gateway.A')).toEqual({ pending: 'secret', key: 'hash key' })
  })
})
