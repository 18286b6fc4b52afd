import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { leakForms } from '../../src/io/leak-forms.ts'
import { createLeakSearch, searchFile } from '../../src/io/leak-search.ts'
import { createRedactor } from '../../src/io/redact.ts'
import { Secret } from '../../src/model/secret.ts'

const searchFor = (...values: readonly string[]) =>
  createLeakSearch(values.flatMap((value) => leakForms(value).map((form): [Buffer, string] => [form, value])))
const isFound = (value: string, text: string | Buffer) => searchFor(value).find(Buffer.from(text)).has(value)

const awkward = `p@ss "w/o" rd?&<>'é~*\\x`
const key = () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}
const kubeconfig = `apiVersion: v1
kind: Config
current-context: production
clusters: [{name: production, cluster: {server: "https://kubernetes.production.example.com:6443"}}]
users:
- name: deployer
  user: {token: "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ"}
`

describe('a value is found', () => {
  test.each([
    ['as it is', awkward],
    ['in JSON', JSON.stringify({ value: awkward })],
    ['in JSON in JSON', JSON.stringify(JSON.stringify({ value: awkward }))],
    ['in a URL', `https://x/?q=${encodeURIComponent(awkward)}`],
    ['in base64 at offset 0', Buffer.from(awkward).toString('base64')],
    ['in base64 at offset 1', Buffer.from(`:${awkward}`).toString('base64')],
    ['in base64 at offset 2', Buffer.from(`u:${awkward}, and more`).toString('base64')],
    ['in base64url', Buffer.from(`user:${awkward}`).toString('base64url')],
    ['in hex', Buffer.from(awkward).toString('hex')],
    ['quoted in YAML', `key: '${awkward.replaceAll("'", "''")}'`],
    [
      'in XML',
      awkward.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ],
  ])('%s', (_how, text) => {
    expect(isFound(awkward, `before ${text} after`)).toBe(true)
  })

  test.each([
    ['base64', 'cat'],
    ['base64 -w 64', 'cat'],
    ['od -An -v -tx1 | tr -d " \\n"', 'cat'],
    ['openssl base64 -A', 'openssl pkey -outform DER'],
  ])('when %s has written a key', (command, form) => {
    const pem = key()
    const text = execFileSync('sh', ['-c', `${form} | ${command}`], { input: pem }).toString()
    expect(isFound(pem, text)).toBe(form === 'cat' || text.includes(pem.split('\n')[1] ?? ''))
  })

  test('of several lines by each that looks like nothing else', () => {
    const pem = key()
    for (const line of pem.split('\n').slice(1, 3)) expect(isFound(pem, `x ${line} x`), line).toBe(true)
    expect(isFound(kubeconfig, 'curl -H "Authorization: Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ"')).toBe(true)
    expect(isFound(kubeconfig, Buffer.from(kubeconfig).toString('base64'))).toBe(true)
  })

  test('anywhere, whatever stands around it, as the plain search of Node finds it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', minLength: 8, maxLength: 40 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.oneof(fc.nat(7), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 12 }),
        (values, pieces) => {
          const text = Buffer.from(pieces.map((one) => (typeof one === 'number' ? (values[one] ?? '') : one)).join(''))
          const needles = values.map((value): [Buffer, string] => [Buffer.from(value), value])
          const expected = needles.filter(([bytes]) => text.includes(bytes)).map(([, name]) => name)
          expect([...createLeakSearch(needles).find(text)].sort()).toEqual([...new Set(expected)].sort())
        },
      ),
    )
  })
})

describe('a value with dollars is found as Compose, the kubelet and CI systems have it', () => {
  const dollars = 'ab$$cd$"x"$ef12'
  const doubled = 'ab$$$$cd$$"x"$$ef12'
  test.each([doubled, JSON.stringify(doubled), encodeURIComponent(doubled)])('%s', (text) => {
    expect(isFound(dollars, text)).toBe(true)
    const redactor = createRedactor()
    redactor.add(new Secret('KEY', dollars))
    expect(redactor.redact(text).replaceAll('"', '')).toBe('[secret KEY]')
  })
})

describe('certificates are public, in every form in which a CA is given', () => {
  const block = (armour: string, body: string) => `-----BEGIN ${armour}-----\n${body}\n-----END ${armour}-----\n`
  const body = randomBytes(96).toString('base64').replace(/.{64}/g, '$&\n')
  const chain = `\n${block('CERTIFICATE', body)}${block('CERTIFICATE', body.toLowerCase())}`
  const formsOfIt = (pem: string): readonly [string, string][] => [
    ['PEM', pem],
    ['PEM with CRLF', pem.replaceAll('\n', '\r\n')],
    ['one line', pem.trim().replaceAll('\n', '\\n')],
    ['base64', Buffer.from(pem.trim()).toString('base64')],
    ['wrapped base64', Buffer.from(pem.trim()).toString('base64').replace(/.{76}/g, '$&\n')],
  ]
  const redactorOf = (value: string) => {
    const redactor = createRedactor()
    redactor.add(new Secret('CA', value))
    return redactor
  }

  test.each(formsOfIt(chain))('%s is neither searched for nor hidden', (_form, value) => {
    expect(isFound(value, `x ${value} ${chain}`)).toBe(false)
    expect(redactorOf(value).redact(`${value} ${chain}`)).toBe(`${value} ${chain}`)
  })

  test.each(formsOfIt(`${chain}${key()}`))('with a key beside them, as %s, it is both', (_form, value) => {
    expect(isFound(value, `x ${value} x`)).toBe(true)
    expect(redactorOf(value).redact(value)).toContain('[secret CA]')
  })

  test('words around them are not public', () => {
    const value = `${chain}the-password-0123`
    expect(isFound(value, value)).toBe(true)
    expect(isFound(block('CERTIFICATE', 'p@ssword-0123-abc!'), block('CERTIFICATE', 'p@ssword-0123-abc!'))).toBe(true)
  })
})

describe('an ordinary text is not found', () => {
  test.each([
    ['a word', 'postgres', 'DATABASE_URL: postgresql://postgres:5432'],
    ['a host name', 'mcp-gateway.svc', 'host: mcp-gateway.svc'],
    ['a number', '12345678', 'port 12345678'],
    ['too short', 'Ab1', 'xAb1x'],
    [
      'lines of a kubeconfig',
      kubeconfig,
      'apiVersion: v1\nkind: Config\ncurrent-context: production\n- name: deployer',
    ],
    ['another key of the same kind', key(), key()],
    ['base64 of another key', key(), Buffer.from(key()).toString('base64')],
    ['a certificate', key(), '-----BEGIN CERTIFICATE-----\n'],
  ])('%s', (_what, value, text) => {
    expect(isFound(value, text)).toBe(false)
  })

  test.each([
    ['EC', 'ec', { namedCurve: 'P-256' }],
    ['EC of 384 bits', 'ec', { namedCurve: 'P-384' }],
    ['RSA', 'rsa', { modulusLength: 2048 }],
  ])(
    'a public key of %s, wherever its lines break, while every line that is private is found',
    (_name, kind, options) => {
      for (let round = 0; round < 2; round++) {
        const pair = generateKeyPairSync(kind as 'ec', options as { namedCurve: string })
        const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
        const der = pair.publicKey.export({ type: 'spki', format: 'der' })
        const search = searchFor(pem)
        for (let before = 0; before < 48; before++) {
          const body = Buffer.concat([Buffer.alloc(before), der])
            .toString('base64')
            .replace(/.{64}/g, '$&\n')
          const text = `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`
          expect(search.find(Buffer.from(text)).size).toBe(0)
          expect(search.find(Buffer.from(Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n'))).size).toBe(0)
        }
        const lines = pem.split('\n').slice(1, -2)
        const secret = lines.filter((line) => !der.includes(Buffer.from(line, 'base64')))
        expect(secret.length).toBeGreaterThan(1)
        expect(secret.filter((line) => line.length === 64 && search.find(Buffer.from(line)).size === 0)).toEqual([])
      }
    },
  )

  test('but a short password with a digit in it is', () => {
    expect(isFound('Tr0ub4do', 'POSTGRES_PASSWORD: Tr0ub4do')).toBe(true)
  })
})

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-leak-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'big')

  test('is searched in pieces, and a value that lies across two of them is found', async () => {
    const value = randomBytes(300).toString('base64url')
    const search = searchFor(value)
    for (const before of [0, 2 ** 20 - 1, 2 ** 20 - 150, 2 ** 20, 2 ** 21 - 299]) {
      writeFileSync(file, `${'x'.repeat(before)}${value}${'y'.repeat(1000)}`)
      expect([...(await searchFile(file, 0, search))], String(before)).toEqual([value])
      expect([...(await searchFile(file, before + 1, search))], String(before)).toEqual([])
    }
  })
})

test('the redactor hides every form that is searched for, but for bits at the edges of base64', () => {
  const unit = fc.constantFrom('a', 'B', '7', "'", '"', '&', '<', '>', '$', '@', ' ', '\n', 'é', '\\', '/', '=')
  fc.assert(
    fc.property(fc.string({ unit, minLength: 8, maxLength: 60 }), (value) => {
      const redactor = createRedactor()
      redactor.add(new Secret('S', value))
      for (const form of leakForms(value)) {
        const text = form.toString()
        for (const chunks of [[text], [text.slice(0, 5), text.slice(5)]]) {
          const stream = redactor.stream()
          const printed = chunks.map((chunk) => stream.push(chunk)).join('') + stream.end()
          expect(
            searchFor(value).find(Buffer.from(printed)),
            `${JSON.stringify(text)} is printed as ${printed}`,
          ).toEqual(new Set())
        }
      }
    }),
    { numRuns: 100 },
  )
})
