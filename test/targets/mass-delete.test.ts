import { expect, test } from 'vitest'
import { compose } from '../../src/targets/compose/compose.ts'
import { bundle, component, gateway, live, release, state } from './values.ts'

const plugins = ['A', 'B', 'C', 'D'].map((name) => component(name))
const before = live(state(release(1, [gateway(), ...plugins])))
const told = (...left: readonly string[]) =>
  compose.problems?.(bundle(gateway(), ...plugins.filter(({ name }) => left.includes(name))), before)

test('more than half of the plugins are not removed unasked, with Compose either', () => {
  expect(told('A')).toMatchObject([
    { severity: 'error', code: 'MASS_DELETE', message: '3 of the stack’s 4 plugins would be removed: B, C, D' },
  ])
  expect(told()?.[0]?.message).toContain('4 of the stack’s 4 plugins would be removed: A, B, C …')
  for (const left of [
    ['A', 'B'],
    ['A', 'B', 'C', 'D'],
  ])
    expect(told(...left)).toEqual([])
})

test('the only plugin may be another one, and a first deploy removes nothing', () => {
  expect(compose.problems?.(bundle(gateway()), live(state(release(1, [gateway(), component('A')]))))).toEqual([])
  expect(compose.problems?.(bundle(gateway()), live(state()))).toEqual([])
})
