import { expect, test } from 'vitest'
import { movedChanges } from '../../src/commands/moved-changes.ts'
import { change } from './draft-values.ts'

test.each([
  [[change('Namespace/fe', 'create')], [], 'Namespace/fe was to be created and is there now'],
  [[change('OPA', 'create')], [change('OPA', 'unchanged')], 'OPA was to be created and is there now'],
  [[change('OPA', 'delete')], [], 'OPA was to be removed and is gone now'],
  [[change('gateway', 'update')], [change('gateway', 'unchanged')], 'gateway: update, now unchanged'],
  [[], [change('OPA', 'create')], 'OPA: not in the plan, now create'],
  [[change('OPA', 'update')], [change('OPA', 'delete'), change('OPA', 'create')], 'OPA: update, now create and delete'],
])('%#: what moved is named', (before, now, said) => {
  expect(movedChanges(before, now)).toBe(said)
})

test('of many the first three', () => {
  const before = ['a', 'b', 'c', 'd', 'e'].map((name) => change(name, 'delete'))
  expect(movedChanges(before, [])).toMatch(/^a was .*; b was .*; c was .* now; 2 more$/)
})
