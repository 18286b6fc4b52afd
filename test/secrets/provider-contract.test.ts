import { describe, expect, test } from 'vitest'
import { secretProviders } from '../../src/registry.ts'
import { edge } from './fixtures.ts'

test('every provider has a name of its own', () => {
  const names = secretProviders.map((provider) => provider.name)
  expect(names.length).toBeGreaterThan(0)
  expect(new Set(names).size).toBe(names.length)
})

/** What resolveSecrets relies on, whatever the provider keeps its values in. */
describe.each(secretProviders.map((provider) => [provider.name, provider] as const))('%s', (_name, provider) => {
  test('is silent about names it does not know', async () => {
    const found = await provider.resolve(['NOBODY_EVER_SET_THIS', 'NOR_THIS'], edge())
    expect([...found]).toEqual([])
  })

  test('is not asked for anything: answers with nothing', async () => {
    expect([...(await provider.resolve([], edge()))]).toEqual([])
  })

  test('gives nothing that it was not asked for, and names each value as it was asked', async () => {
    const found = await provider.resolve(['ASKED'], edge({ ASKED: 'value-one', OTHER: 'value-two' }))
    expect([...found.keys()].filter((name) => name !== 'ASKED')).toEqual([])
    for (const [name, secret] of found) expect(secret.name).toBe(name)
  })
})
