import { describe, expect, test } from 'vitest'
import { StackError } from '../../src/errors.ts'
import { secretProviders } from '../../src/registry.ts'
import { noSources } from '../support/secret-source.ts'
import { edge } from './fixtures.ts'

test('every provider has a name of its own', () => {
  const names = secretProviders.map((provider) => provider.name)
  expect(names.length).toBeGreaterThan(0)
  expect(new Set(names).size).toBe(names.length)
})

/** What a source relies on, whatever the provider keeps its values in. */
describe.each(secretProviders.map((provider) => [provider.name, provider] as const))('%s', (_name, provider) => {
  const open = (environment: Record<string, string> = {}) =>
    provider.open({ io: edge(environment), sources: noSources, folder: '/', identityToken: async () => undefined })

  test('is not asked for anything: answers with nothing', async () => {
    expect(await open().ask([])).toEqual([])
  })

  test('takes no step when it is opened, and can be closed at once', async () => {
    await expect(Promise.resolve(open().close?.())).resolves.toBeUndefined()
  })

  test('answers once for each name, or says what it lacks', async () => {
    const wanted = [{ name: 'NOBODY_EVER_SET_THIS' }, { name: 'NOR_THIS' }]
    const answers = await open()
      .ask(wanted)
      .catch((error: unknown) => error)
    if (answers instanceof StackError) expect(answers.hint).toMatch(/\S/)
    else expect((answers as readonly unknown[]).length).toBe(wanted.length)
  })
})
