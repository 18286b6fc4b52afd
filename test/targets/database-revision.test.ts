import { expect, test } from 'vitest'
import { parseRevision } from '../../src/targets/database-program.ts'

const line = '{"revision": "a1", "database": "0123456789ab"}'
const revision = { revision: 'a1', database: '0123456789ab' }

test.each([
  [line, revision],
  [`loading plugins\n{"level": "info"}\n${line}\n`, revision],
  [`${line}\nbye\n`, revision],
  ['', undefined],
  ['no such table', undefined],
  ['null\n7\n"a1"', undefined],
  ['{"revision": 1, "database": "0123456789ab"}', undefined],
])('%j', (stdout, expected) => {
  expect(parseRevision(stdout)).toEqual(expected)
})
