import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTemplate } from '../../src/config/grammar/template.ts'
import { fillText, flatten } from '../../src/config/interpolate.ts'
import { newSource } from '../../src/config/node.ts'

const origin = { source: newSource('test', '', 'file'), start: 0, end: 0 }
const fill = (text: string, environment: Readonly<Record<string, string>> = {}) =>
  fillText(text, origin, [], { environment, required: true, declared: new Set() })
const filled = (text: string, environment: Readonly<Record<string, string>> = {}) => {
  const result = fill(text, environment)
  return result.findings.length + result.missing.length === 0 ? flatten(result.text) : undefined
}

test.each([
  ['${A}', 'a'],
  ['$A', 'a'],
  ['$A-x', 'a-x'],
  ['x${A}y$$z', 'xay$z'],
  ['${EMPTY}', ''],
  ['${EMPTY:-d}', 'd'],
  ['${EMPTY-d}', ''],
  ['${NO-d}', 'd'],
  ['${NO:-}', ''],
  ['${NO:-a:b/c}', 'a:b/c'],
  ['${NO:-${A}}', 'a'],
  ['${NO:-${NO2:-${A}}-x}', 'a-x'],
  ['${A:+yes}', 'yes'],
  ['${NO:+yes}', ''],
  ['${EMPTY:+yes}', ''],
  ['${EMPTY+yes}', 'yes'],
  ['${A:?needed}', 'a'],
  ['${URL:urlencode}', 'p%40s%2Fs%20'],
  ['$$A', '$A'],
  ['$${A}', '${A}'],
  ['${NO:-$$}', '$'],
  ['{{x}} %s `', '{{x}} %s `'],
])('%s becomes %s', (text, expected) => {
  expect(filled(text, { A: 'a', EMPTY: '', URL: 'p@s/s ' })).toBe(expected)
})

test('what comes out is never filled in again', () => {
  expect(filled('${A}', { A: '${B} $B $$', B: 'b' })).toBe('${B} $B $$')
})

test('all names that are missing are told, nested ones too', () => {
  const names = fill('${X}${Y?why}${Z:-${W}}').missing.map(({ name, message }) => [name, message])
  expect(names).toEqual([
    ['X', undefined],
    ['Y', 'why'],
    ['W', undefined],
  ])
})

test('an inherited property is not a variable', () => {
  expect(fill('${constructor}').missing.map(({ name }) => name)).toEqual(['constructor'])
})

test('any text without $ is itself, and any text with every $ doubled is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(filled(text.replaceAll('$', '$$$$'))).toBe(text)
    }),
  )
})

test('any value arrives whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
      expect(filled('<${A}>', { A: value })).toBe(`<${value}>`)
      expect(decodeURIComponent(filled('${A:urlencode}', { A: value }) ?? '')).toBe(value)
    }),
  )
})

test('any text is taken apart or refused, in time', () => {
  const noise = fc.array(
    fc.constantFrom('$', '{', '}', ':', '-', '?', '+', 'A', '_', '1', ' ', '$$', '${', '${A', ':-'),
    { maxLength: 300 },
  )
  fc.assert(
    fc.property(noise, (words) => {
      const text = words.join('')
      const template = parseTemplate(text)
      expect(template.ok || template.index < text.length).toBe(true)
    }),
  )
  expect(parseTemplate('${A:-'.repeat(10_000)).ok).toBe(false)
})
