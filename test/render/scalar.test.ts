import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { composeDialect, formatScalar, jinjaDialect, Variable } from '../../src/render/scalar.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }).filter((value) => !/\p{Surrogate}/u.test(value)),
  fc.constantFrom(
    'yes',
    'NO',
    'on',
    'y',
    '~',
    'null',
    'Null',
    'true',
    '012',
    '1_000',
    '22:22',
    '2026-01-01',
    '1e3',
    '.inf',
    '0x1f',
    '=',
  ),
  fc.constantFrom(
    '<<',
    '- a',
    'a: b',
    'a #b',
    '"',
    "'",
    '`',
    '@',
    '%',
    '!',
    '&a',
    '*a',
    '|',
    '>',
    '{',
    '[',
    '$',
    '$$',
    '${A}',
    '{{ x }}',
    '{% x %}',
    '{#',
    '---',
    '\n---\n',
    '\ufeff',
    '\u0085',
    '\u2028',
    '',
  ),
)
const nested = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(
    text.filter((key) => key !== '__proto__'),
    tie('value'),
    { maxKeys: 4, noNullPrototype: true },
  ),
})).value

/** JSON cannot tell -0 from 0, and nobody needs it. */
const same = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a scalar', () => {
  test.each(['1.1', '1.2'] as const)('reads back as it was, in YAML %s, as a value and as a key', (version) => {
    fc.assert(
      fc.property(text, (value) => {
        const written = formatScalar(value, jinjaDialect)
        expect(written).not.toMatch(/[\n\r]/)
        expect(parse(`a: ${written}\n`, { version })).toEqual({ a: value })
        expect(
          parse(
            `${written}: a
`,
            { version, merge: false },
          ),
        ).toEqual(Object.fromEntries([[value, 'a']]))
      }),
      { numRuns: 2000 },
    )
  })

  test('of lists and maps reads back as it was', () => {
    fc.assert(
      fc.property(nested, (value) => {
        expect(parse(`a: ${formatScalar(value, jinjaDialect)}\n`, { version: '1.2' })).toEqual({ a: same(value) })
      }),
      { numRuns: 1000 },
    )
  })

  test('gives Jinja nothing to render, not even where two values meet', () => {
    fc.assert(
      fc.property(nested, (value) => {
        expect(formatScalar(value, jinjaDialect)).not.toMatch(/\{[{%#]/)
      }),
      { numRuns: 2000 },
    )
  })

  test('has every dollar doubled for compose', () => {
    fc.assert(
      fc.property(text, (value) => {
        const read: unknown = parse(`a: ${formatScalar(value, composeDialect)}\n`)
        expect(read).toEqual({ a: value.replaceAll('$', '$$$$') })
      }),
    )
  })

  test('of a variable is the one thing that compose replaces', () => {
    expect(formatScalar(new Variable('MCPS_7'), composeDialect)).toBe('"${MCPS_7:?deployed by mcp-deploy}"')
  })

  test.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['NaN', Number.NaN],
    ['a list with a hole', [1, undefined]],
    ['half a character', 'a\ud800'],
    ['a class', new Date(0)],
  ])('of %s is refused', (_name, value) => {
    expect(() => formatScalar(value, composeDialect)).toThrow(expect.objectContaining({ code: 'RENDER_INVALID' }))
  })
})
