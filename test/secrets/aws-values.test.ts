import { expect, test } from 'vitest'
import { parseExactly } from '../../src/model/exact-json.ts'
import { Secret } from '../../src/model/secret.ts'
import { pickValue } from '../../src/secrets/aws/pick-value.ts'
import { edge } from './fixtures.ts'

function pick(document: string, key?: string): { readonly said: string; readonly redact: (text: string) => string } {
  const { redactor } = edge()
  const place = { secret: 'prod/mcp', ...(key === undefined ? {} : { key }) }
  const answer = pickValue({ text: new Secret('aws', document) }, place, { name: 'A', isPlain: false }, redactor)
  const said = answer.kind === 'found' ? answer.value.reveal() : answer.kind === 'failed' ? answer.problem.message : ''
  return { said, redact: (text) => redactor.redact(text) }
}

test.each([
  ['12345678901234567890', '12345678901234567890'],
  ['1.10', '1.10'],
  ['-1e21', '-1e21'],
  ['true', 'true'],
  [String.raw`"1.10 \"12\" \\"`, String.raw`1.10 "12" \ `.trimEnd()],
  ['null', 'secret A: prod/mcp#x holds null, not one value'],
  ['[1]', 'secret A: prod/mcp#x holds a list, not one value'],
  ['{"b":1,"a":2}', 'secret A: prod/mcp#x holds an object with the keys a, b, not one value'],
])('%s in a document of AWS', (written, expected) => {
  expect(pick(`{"y": [1.5, {"1": "2"}], "x": ${written}}`, 'x').said).toBe(expected)
})

test('the texts of a whole document are hidden as those beside a key are, however deep', () => {
  const document = '{"jwt":"a-text-inside","list":[{"x":"another-text-inside"}],"engine":"postgresql"}'
  for (const key of [undefined, 'jwt']) {
    const { redact } = pick(document, key)
    expect(redact('a-text-inside another-text-inside postgresql')).toMatch(/^\S+ \S+\] \S+ \S+\] postgresql$/)
  }
  expect(pick('no {"json": 1').said).toBe('no {"json": 1')
})

test('what is no JSON is not made JSON; a long text is read', () => {
  for (const text of ['1.', '{"a":01}', '{"a":1-2}', '{1:2}']) expect(() => parseExactly(text)).toThrow(SyntaxError)
  const long = `${'\n"\\'.repeat(500_000)}1`
  expect(parseExactly(JSON.stringify({ long }))).toEqual({ long })
})
