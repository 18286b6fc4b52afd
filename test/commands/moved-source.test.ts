import { expect, test } from 'vitest'
import { noteMoves } from '../../src/commands/moved-source.ts'
import type { Image } from '../../src/model/image.ts'
import { component, live, release, state } from '../targets/values.ts'
import { change } from './draft-values.ts'

const [old, now] = ['a'.repeat(64), 'b'.repeat(64)]
const image: Image = { component: 'OPA', reference: `r/opa@sha256:${now}`, tag: 'r/opa:1', how: 'resolved', seconds: 0 }
const before = (more: object) => {
  const made = release(1, [component('OPA')])
  const components = made.components.map((entry) => ({ ...entry, tag: 'r/opa:1', ...more }))
  return live(state({ ...made, components }))
}
const moved = (of: Image, than: object) =>
  noteMoves([change('OPA', 'update'), change('gateway', 'update')], [of], before(than)).map(({ reasons }) => reasons)

test('a branch that moved is a line of its own', () => {
  expect(moved({ ...image, revision: 'c0ffee0123456789' }, { revision: 'decade9876543210' })).toEqual([
    [{ field: 'source', before: 'decade987654', after: 'c0ffee012345', why: 'another commit of its repository' }],
    [],
  ])
})

test('so is a tag that stands for another image', () => {
  expect(moved(image, { image: `r/opa@sha256:${old}` })[0]).toEqual([
    { field: 'source', before: 'a'.repeat(12), after: 'b'.repeat(12), why: 'r/opa:1 moved' },
  ])
})

test.each<[string, Image, object]>([
  ['the same commit', { ...image, revision: 'c0ffee' }, { revision: 'c0ffee' }],
  ['the same image', image, { image: `r/opa@sha256:${now}` }],
  ['another tag, which the file says', image, { tag: 'r/opa:0', image: `r/opa@sha256:${old}` }],
  ['an image that is still to be built', { ...image, reference: { pending: 'image', key: 'k' } }, {}],
  ['another component', { ...image, component: 'New', revision: 'c0ffee' }, { revision: 'decade' }],
])('%s did not move', (_name, of, than) => {
  expect(moved(of, than)).toEqual([[], []])
})

test('what does not change says nothing', () => {
  const unchanged = [change('OPA', 'unchanged')]
  expect(noteMoves(unchanged, [{ ...image, revision: 'c0ffee' }], before({ revision: 'decade' }))).toEqual(unchanged)
})
