import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRedactor } from '../../src/io/redact.ts'
import { Secret } from '../../src/model/secret.ts'

const redactorOf = (values: Readonly<Record<string, string>>) => {
  const redactor = createRedactor()
  for (const [name, value] of Object.entries(values)) redactor.add(new Secret(name, value))
  return redactor
}

const pem = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgevZzL1gdAFr88hb2
OF/2NxApJCzGCEDdfSp6VQO30hyhRANCAAQRWz+jn65BtOMvdyHKcvjBeBSDZH2r
-----END PRIVATE KEY-----
`
const awkward = `p@ss "w/o" rd?&<>'é~*\\x`
const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

describe('one value', () => {
  const redact = (text: string) => redactorOf({ KEY: awkward }).redact(text)

  test.each([
    ['itself', awkward],
    ['JSON', JSON.stringify(awkward).slice(1, -1)],
    ['JSON in JSON', JSON.stringify(JSON.stringify(awkward)).slice(3, -3)],
    ['URL component', encodeURIComponent(awkward)],
    ['URL component, lower-case hex', encodeURIComponent(awkward).replace(/%../g, (code) => code.toLowerCase())],
    ['URL', encodeURI(awkward)],
    ['form', new URLSearchParams({ '': awkward }).toString().slice(1)],
    ['base64', Buffer.from(awkward).toString('base64')],
    ['base64 without padding', Buffer.from(awkward).toString('base64').replace(/=+$/, '')],
    ['base64url', Buffer.from(awkward).toString('base64url')],
    ['hex', Buffer.from(awkward).toString('hex')],
    ['hex in capitals', Buffer.from(awkward).toString('hex').toUpperCase()],
    ['XML text', awkward.replaceAll('&', '&amp;').replaceAll('<', '&lt;')],
    ['XML attribute', xml(awkward).replaceAll('"', '&quot;').replaceAll("'", '&apos;')],
    ['lodash', xml(awkward).replaceAll('"', '&quot;').replaceAll("'", '&#39;')],
    ['PHP', xml(awkward).replaceAll('"', '&quot;').replaceAll("'", '&#039;')],
    ['Go', xml(awkward).replaceAll('"', '&#34;').replaceAll("'", '&#39;')],
    ['quoted in YAML and SQL', awkward.replaceAll("'", "''")],
  ])('%s is replaced whole', (_form, text) => {
    expect(redact(`<${text}>`)).toBe('<[secret KEY]>')
  })

  test.each([
    'quote(v)',
    'quote(v, safe="")',
    'quote_plus(v)',
    'html.escape(v)',
    'html.escape(v, quote=False)',
    'saxutils.escape(v)',
    'v.encode().hex()',
    'json.dumps(v)[1:-1]',
    'json.dumps(v, ensure_ascii=False)[1:-1]',
  ])('what Python makes with %s is replaced', (expression) => {
    const program = `import html,json,sys\nfrom xml.sax import saxutils\nfrom urllib.parse import quote, quote_plus\nv = sys.stdin.buffer.read().decode()\nsys.stdout.buffer.write(b'<' + (${expression}).encode() + b'>')`
    const text = execFileSync('python3', ['-c', program], { input: awkward }).toString()
    expect(redact(text)).toBe('<[secret KEY]>')
  })

  test('inside other base64 at every alignment only the edges of foreign bytes stay', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      for (const after of ['', 'x', 'xy', 'xyz']) {
        const text = Buffer.from(before + awkward + after).toString('base64')
        const rest = redact(text).split('[secret KEY]')
        expect(rest).toHaveLength(2)
        // Up to six bits of the value share a character with what stands beside it.
        expect((rest[0] ?? '').length).toBeLessThanOrEqual(Math.ceil((before.length * 8) / 6))
        expect((rest[1] ?? '').length).toBeLessThanOrEqual(Math.ceil(((after.length + 1) * 8) / 6) + 2)
      }
    }
  })

  test('its lines are replaced, indented too; the armour of PEM is not secret', () => {
    const redactor = redactorOf({ TLS_KEY: pem })
    const indented = pem
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n')
    expect(redactor.redact(indented)).toBe(
      '    -----BEGIN PRIVATE KEY-----\n    [secret TLS_KEY]\n    [secret TLS_KEY]\n    -----END PRIVATE KEY-----\n    ',
    )
    expect(redactor.redact(`x${pem}y`)).toBe('x[secret TLS_KEY]y')
  })

  test('base64 wrapped by coreutils is replaced', () => {
    const wrapped = execFileSync('base64', { input: pem }).toString()
    expect(redactorOf({ TLS_KEY: pem }).redact(wrapped)).not.toMatch(/[A-Za-z0-9+/]{17}/)
  })

  test('of less than eight bytes is not searched for, and named', () => {
    const redactor = redactorOf({ PIN: '1234567', NOTHING: '', SHORT: 'pässwö' })
    expect(redactor.redact('1234567 pässwö')).toBe('1234567 [secret SHORT]')
    expect(redactor.unsearched()).toEqual(['PIN'])
  })
})

describe('several values', () => {
  test('the longest that begins at a place names it', () => {
    const redactor = redactorOf({ SHORT: 'password', LONG: 'password-of-the-database' })
    expect(redactor.redact('password-of-the-database password')).toBe('[secret LONG] [secret SHORT]')
  })

  test('of two that overlap nothing stays', () => {
    const redactor = redactorOf({ A: 'abcdefgh', B: 'efghijklmnop' })
    expect(redactor.redact('<abcdefghijklmnop>')).toBe('<[secret A]>')
  })

  test('a value that overlaps itself without end needs no growing buffer', () => {
    const stream = redactorOf({ A: 'aaaaaaaa' }).stream()
    let output = stream.push('<')
    for (let count = 0; count < 2000; count++) output += stream.push('a'.repeat(50))
    output += stream.push('>') + stream.end()
    expect(output).toBe('<[secret A]>')
  })
})

describe('JSON', () => {
  test('is redacted value by value and stays JSON', () => {
    const redactor = redactorOf({ QUOTED: 'say "hello"', NUMBER: '12345678901' })
    const value = {
      'say "hello"': ['x say "hello" y', 12345678901, 5, null, true],
      at: new Date(0),
      secret: new Secret('S', 'v'),
    }
    expect(redactor.redactJson(value)).toEqual({
      '[secret QUOTED]': ['x [secret QUOTED] y', '[secret NUMBER]', 5, null, true],
      at: '1970-01-01T00:00:00.000Z',
      secret: '[secret S]',
    })
  })
})

/** Values from a small alphabet, so that they overlap, repeat and begin alike. */
const value = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '"', '/'), minLength: 8, maxLength: 14 })
const noise = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '"', '/', ' ', 'z'), maxLength: 30 })

describe('properties', () => {
  test('no value and no form of it is left, wherever it stands', () => {
    const encode = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => JSON.stringify(text).slice(1, -1),
      encodeURIComponent,
      (text) => Buffer.from(text).toString('base64'),
      (text) => Buffer.from(text).toString('base64url'),
    )
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 15 }),
        fc.array(fc.tuple(noise, fc.nat(), encode)),
        (values, places) => {
          const redactor = redactorOf(Object.fromEntries(values.map((text, index) => [`S${index}`, text])))
          const used = places.map(([before, index, form]) => ({
            before,
            form: form(values[index % values.length] ?? ''),
          }))
          const output = redactor.redact(used.map(({ before, form }) => before + form).join(' '))
          for (const { form } of used) expect(output).not.toContain(form)
          for (const text of values) expect(output).not.toContain(text)
        },
      ),
    )
  })

  test('text in chunks, cut anywhere, gives what the whole gives', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 15 }),
        fc.array(fc.tuple(noise, fc.nat())),
        fc.array(fc.nat(), { maxLength: 40 }),
        (values, places, cuts) => {
          const redactor = redactorOf(Object.fromEntries(values.map((text, index) => [`S${index}`, text])))
          const text = places.map(([before, index]) => before + (values[index % values.length] ?? '')).join('')
          const stream = redactor.stream()
          const positions = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
          let output = ''
          for (const [index, position] of positions.slice(1).entries())
            output += stream.push(text.slice(positions[index], position))
          expect(output + stream.end()).toBe(redactor.redact(text))
        },
      ),
    )
  })

  test('text without a value is not touched, and in a stream not held back at its end', () => {
    const redactor = redactorOf({ A: 'QQQQQQQQQ', B: 'XQXQXQXQXQ' })
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'é', '😀') }), (text) => {
        expect(redactor.redact(text)).toBe(text)
        expect(redactor.stream().push(text)).toBe(text)
      }),
    )
  })
})
