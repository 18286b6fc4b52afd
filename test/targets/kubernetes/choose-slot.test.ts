import { expect, test } from 'vitest'
import { chooseSlot } from '../../../src/targets/kubernetes/choose-slot.ts'
import { running } from '../values.ts'
import { kubeBundle, liveObject, liveWith, objectsOf, plugin, releaseOf } from './values.ts'

const inSlot = (slot: string, hash: string) => plugin('OPA', { service: `mcp-plugin-opa-${slot}`, hash })

function liveIn(live: ReturnType<typeof inSlot> | undefined, ...others: readonly ReturnType<typeof inSlot>[]) {
  const all = [...(live === undefined ? [] : [live]), ...others]
  const objects = all.flatMap((one) =>
    objectsOf(one).map((of) => liveObject(of, { revision: one.service.slice('mcp-plugin-opa-'.length) })),
  )
  const releases = live === undefined ? [] : [releaseOf(1, kubeBundle([live]))]
  return liveWith(
    releases,
    kubeBundle([]),
    { objects },
    all.map((one) => running(one)),
  )
}

test('the first revision, the same again, the next', () => {
  expect(chooseSlot(liveIn(undefined))('OPA', 'a')).toBe('r1')
  expect(chooseSlot(liveIn(inSlot('r1', 'a')))('OPA', 'a')).toBe('r1')
  expect(chooseSlot(liveIn(inSlot('r1', 'a')))('OPA', 'b')).toBe('r2')
  expect(chooseSlot(liveIn(inSlot('r2', 'b')))('OPA', 'c')).toBe('r1')
  expect(chooseSlot(liveIn(inSlot('r1', 'a')))('PII', 'b')).toBe('r1')
})

test('what a killed run left is taken up again, or its place is', () => {
  expect(chooseSlot(liveIn(inSlot('r1', 'a'), inSlot('r2', 'b')))('OPA', 'b')).toBe('r2')
  expect(chooseSlot(liveIn(inSlot('r1', 'a'), inSlot('r2', 'b')))('OPA', 'c')).toBe('r3')
  expect(chooseSlot(liveIn(inSlot('r2', 'a'), inSlot('r1', 'b'), inSlot('r3', 'c')))('OPA', 'd')).toBe('r1')
  expect(chooseSlot(liveIn(inSlot('r2', 'a'), inSlot('r1', 'a')))('OPA', 'a')).toBe('r2')
})
