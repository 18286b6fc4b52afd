import { describe, expect, test } from 'vitest'
import {
  asRestored,
  intendedInventory,
  joinInventories,
  listsSame,
  replaceRelease,
  withInventory,
} from '../../src/commands/inventory.ts'
import { targets } from '../../src/registry.ts'
import { bundle, gateway, live, release, state } from '../targets/values.ts'
import { clusterBundle, clusterLive, object, there, written } from './cluster-values.ts'

const deployment = object('Deployment', 'mcpgateway')
const secret = object('Secret', 'mcpgateway-env-1')
const wanted = clusterBundle(deployment, secret)

test('a target without objects has no inventory', () => {
  const compose = bundle(gateway())
  expect(intendedInventory(compose)).toBeUndefined()
  expect('inventoryOf' in targets.compose).toBe(false)
  expect(listsSame(release(1, []), compose)).toBe(true)
  expect(withInventory(release(1, []), undefined)).not.toHaveProperty('inventory')
})

test('what is about to be written has no version yet', () => {
  expect(intendedInventory(wanted)).toEqual([
    { key: deployment.key, component: 'gateway', contentNamed: false, hash: 'hash of mcpgateway' },
    { key: secret.key, component: 'gateway', contentNamed: true, hash: 'hash of mcpgateway-env-1' },
  ])
})

describe('what a killed run wrote', () => {
  test('is what is there', () => {
    expect(targets.kubernetes.inventoryOf?.(wanted, clusterLive([there(deployment), there(secret)]))).toEqual([
      written(deployment),
      written(secret),
    ])
  })

  test('is what was written before where Secrets cannot be listed, unless they are others', () => {
    const before = state({ ...release(1, []), inventory: [written(secret, { resourceVersion: '3' })] })
    const seen = clusterLive([there(deployment)], { secretsListed: false }, live(before))
    expect(targets.kubernetes.inventoryOf?.(wanted, seen)?.[1]).toEqual(written(secret, { resourceVersion: '3' }))
    const other = clusterBundle(deployment, { ...secret, hash: 'another' })
    expect(targets.kubernetes.inventoryOf?.(other, seen)?.[1]).not.toHaveProperty('uid')
  })
})

test('a release that was to write other objects is not what runs', () => {
  const made = withInventory(release(1, []), intendedInventory(wanted))
  expect(listsSame(made, clusterBundle(secret, deployment))).toBe(true)
  expect(listsSame(made, clusterBundle(deployment))).toBe(false)
  expect(listsSame(made, clusterBundle({ ...deployment, hash: 'replicas: 3' }, secret))).toBe(false)
  expect(listsSame(release(1, []), wanted)).toBe(false)
})

test('is noted in its place in the history', () => {
  const [one, two] = [release(1, []), release(2, [])]
  const after = replaceRelease(state(one, two), withInventory(one, [written(deployment)]))
  expect(after.releases.map(({ revision, inventory }) => [revision, inventory?.length])).toEqual([
    [1, 1],
    [2, undefined],
  ])
})

test('a release that runs again is known by what its pods are now', () => {
  const stored = release(1, [gateway()])
  expect(asRestored(stored, bundle(gateway({ hash: 'today' })))).toBe(stored)
  const today = { ...clusterBundle(deployment), components: [gateway({ hash: 'today', service: 'slot' })] }
  expect(asRestored(stored, today).components).toMatchObject([{ name: 'gateway', hash: 'today', service: 'slot' }])
})

test('two together list everything; the second knows more', () => {
  const intended = intendedInventory(wanted)
  expect(joinInventories(intended, [written(deployment)])).toEqual([intended?.[1], written(deployment)])
  expect(joinInventories(undefined, intended)).toBe(intended)
  expect(joinInventories(intended, undefined)).toBe(intended)
})
