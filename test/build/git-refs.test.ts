import { expect, test } from 'vitest'
import { chooseCommit, parseRefs } from '../../src/build/git-refs.ts'
import { StackError } from '../../src/errors.ts'

const a = 'a'.repeat(40)
const b = 'b'.repeat(40)
const c = 'c'.repeat(40)
const d = 'd'.repeat(40)
const refs = parseRefs(
  [
    `${a}\trefs/heads/main`,
    `${b}\trefs/heads/both`,
    `${b}\trefs/tags/both`,
    `${c}\trefs/tags/v1.0.0`,
    `${d}\trefs/tags/v1.0.0^{}`,
    'warning: something else',
  ].join('\n'),
)
const choose = (ref: string) => chooseCommit(refs, ref, 'https://example.org/x.git')

function failure(ref: string): StackError {
  try {
    choose(ref)
  } catch (error) {
    if (error instanceof StackError) return error
  }
  throw new Error(`${ref} was found`)
}

test('branch, tag, full names, whole commit', () => {
  expect(choose('main')).toBe(a)
  expect(choose('refs/heads/both')).toBe(b)
  expect(choose('f'.repeat(40))).toBe('f'.repeat(40))
})

test('an annotated tag is the commit it points to', () => {
  expect(choose('v1.0.0')).toBe(d)
})

test('a name that is both is an error that says how to write each', () => {
  expect(failure('both').code).toBe('REF_AMBIGUOUS')
  expect(failure('both').hint).toContain('refs/tags/both')
})

test('a typing mistake gets its neighbour', () => {
  expect(failure('mian')).toMatchObject({ code: 'REF_NOT_FOUND', hint: 'Did you mean ref: main?' })
  expect(failure('1.0.0').hint).toContain('v1.0.0')
  expect(failure('something-else').hint).toContain('It has: main')
})

test('a shortened commit is an error, with the whole one where it is known', () => {
  expect(failure('ddddddd')).toMatchObject({ code: 'REF_NOT_FOUND', hint: expect.stringContaining(d) })
  expect(failure('1234567').hint).toContain('all its digits')
})
