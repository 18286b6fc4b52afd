import { expect, test } from 'vitest'
import { asWarnings, permit, refuseObstacles } from '../../src/commands/obstacles.ts'
import type { Code, Problem } from '../../src/model/problem.ts'

const problem = (code: Code, severity: Problem['severity'] = 'error'): Problem => ({
  severity,
  code,
  message: `it is ${code}`,
  hint: 'do something',
})
const all = [problem('FIELD_CONFLICT'), problem('MASS_DELETE'), problem('OLDER_COMMIT'), problem('OBJECT_FOREIGN')]
const severities = (problems: readonly Problem[]) => problems.map(({ severity }) => severity)

test.each([
  [{}, ['error', 'error', 'error', 'error']],
  [{ forceConflicts: true }, ['note', 'error', 'error', 'error']],
  [{ allowMassDelete: true }, ['error', 'note', 'error', 'error']],
  [{ allowOlder: true }, ['error', 'error', 'note', 'error']],
  [{ forceConflicts: true, allowMassDelete: true, allowOlder: true }, ['note', 'note', 'note', 'error']],
])('%j permits what it says and nothing that is somebody else’s', (permissions, expected) => {
  const permitted = permit(all, permissions)
  expect(severities(permitted)).toEqual(expected)
  // A hint that names the option says nothing to who has given it.
  expect(permitted.every(({ hint, severity }) => (hint === undefined) === (severity === 'note'))).toBe(true)
})

test('one obstacle is told as it is', () => {
  expect(() => refuseObstacles([problem('CONFIG_WARNING', 'warning'), problem('MASS_DELETE')])).toThrow(
    expect.objectContaining({ code: 'MASS_DELETE', message: 'it is MASS_DELETE', hint: 'do something', exitCode: 1 }),
  )
})

test('several are told at once', () => {
  expect(() => refuseObstacles(all)).toThrow(
    expect.objectContaining({ message: '4 things stand in the way; nothing was changed', problems: all }),
  )
})

test('warnings and notes do not stand in the way', () => {
  expect(() => refuseObstacles([])).not.toThrow()
  expect(() => refuseObstacles([problem('CONFIG_WARNING', 'warning'), problem('FIELD_CONFLICT', 'note')])).not.toThrow()
})

test('a plan is warned', () => {
  expect(severities(asWarnings([problem('RIGHTS_MISSING'), problem('FIELD_CONFLICT', 'note')]))).toEqual([
    'warning',
    'note',
  ])
})
