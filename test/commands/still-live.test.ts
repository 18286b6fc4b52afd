import { expect, test } from 'vitest'
import { isStillLive } from '../../src/commands/still-live.ts'
import type { Release } from '../../src/model/live.ts'
import { component, gateway, live, release, running, state } from '../targets/values.ts'
import { clusterLive, object, there, written } from './cluster-values.ts'

const deployment = object('Deployment', 'mcpgateway')
const policy = object('NetworkPolicy', 'mcpgateway')
const secret = object('Secret', 'mcpgateway-env-1')
const newSecret = object('Secret', 'mcpgateway-env-2')
const claim = object('PersistentVolumeClaim', 'new')
const previous: Release = {
  ...release(1, [gateway()]),
  inventory: [deployment, policy, secret].map((of) => written(of)),
}
const failed: Release = {
  ...release(2, [gateway({ hash: 'new' })]),
  inventory: [object('Namespace', 'x'), { ...deployment, hash: 'new' }, policy, newSecret, claim].map((of) =>
    written(of),
  ),
}
const objects = [there(deployment), there(policy)]
const one = live(state(), running(gateway()))
const seen = (of = one, more = objects) => clusterLive(more, {}, of)

test('where all is as it was and ready, the release before is still live', () => {
  expect(isStillLive(previous, failed, seen())).toBe(true)
})

test('Secrets of the release that failed, and what is not ours, are in nobody’s way', () => {
  const { hash: _hash, ...stranger } = running(component('Stranger'), 10, { readiness: 'failed' })
  expect(
    isStillLive(previous, failed, seen(live(state(), running(gateway()), stranger), [...objects, there(newSecret)])),
  ).toBe(true)
})

test.each([
  ['a workload has another hash', seen(live(state(), running(gateway({ hash: 'new' }))))],
  ['it is not ready', seen(live(state(), running(gateway(), 10, { readiness: 'progressing' })))],
  ['it is gone', seen(live(state()))],
  ['a new one is there', seen(live(state(), running(gateway()), running(component('OPA'))))],
  ['replicas are others, the pods the same', seen(one, [there(deployment, { hash: 'new' }), there(policy)])],
  ['an object is gone', seen(one, [there(deployment)])],
  ['a new object is there', seen(one, [...objects, there(claim)])],
  ['it is no cluster', one],
])('there is something to go back from: %s', (_name, now) => {
  expect(isStillLive(previous, failed, now)).toBe(false)
})
