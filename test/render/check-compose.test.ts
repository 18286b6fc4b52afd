import { describe, expect, test } from 'vitest'
import { parseText } from '../../src/render/check-compose.ts'

describe('reading back', () => {
  test('takes words for what Compose takes them for', async () => {
    expect(await parseText('a: yes\nb: 012\nc: 2001-01-01\nd: 12:30\ne: "1"\nf: ~\ng: true\nh: 1.5\n')).toEqual({
      a: 'yes',
      b: 12,
      c: '2001-01-01',
      d: '12:30',
      e: '1',
      f: null,
      g: true,
      h: 1.5,
    })
  })

  test('a key that JavaScript knows is a key like any other', async () => {
    const read = await parseText('"__proto__": {polluted: 1}\n')
    expect(Object.keys(read)).toEqual(['__proto__'])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test.each([
    ['a key twice', 'a: 1\na: 2\n'],
    ['a key twice, deep', 'a: {b: [{c: 1, c: 1}]}\n'],
    ['an alias', 'a: &x {b: 1}\nc: *x\n'],
    ['a tag of its own', 'a: !reset null\n'],
    ['a second document', 'a: 1\n---\nb: 2\n'],
    ['nothing', '# nothing\n'],
    ['a list', '- a\n'],
    ['a bracket too many', 'a: ]\n'],
  ])('refuses %s, in one line', async (_what, text) => {
    await expect(parseText(text)).rejects.toMatchObject({
      code: 'RENDER_INVALID',
      message: expect.stringMatching(/^the rendered compose\.yaml is wrong: .+$/),
    })
  })

  test('does not repeat the text in its refusal', async () => {
    await expect(parseText('a: correct-horse\na: battery-staple\n')).rejects.not.toHaveProperty(
      'message',
      expect.stringMatching(/horse|staple/),
    )
  })
})
