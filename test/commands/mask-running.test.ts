import { expect, test } from 'vitest'
import { maskRunning } from '../../src/commands/mask-running.ts'
import type { EnvValue } from '../../src/model/env-value.ts'
import type { InventoryEntry } from '../../src/model/kubernetes.ts'
import { Secret } from '../../src/model/secret.ts'
import type { RunningSecrets } from '../../src/model/target.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { environmentProvider } from '../../src/secrets/environment-provider.ts'
import { keyedHash } from '../../src/secrets/keyed-hash.ts'
import { pluginConfig, stackConfig } from '../plan/stack-config.ts'
import { edge, text } from '../secrets/fixtures.ts'
import { sourceOf } from '../support/secret-source.ts'
import { component, release, state } from '../targets/values.ts'

// Between the rotation of a secret and the deploy after it, providers say one thing and containers print another.

const [before, now] = ['value-before-it-was-rotated', 'value-that-is-new-by-now']

/** What is printed of `line`, where the plugin `A` has this environment and this of it runs. */
async function logged(
  env: Readonly<Record<string, EnvValue>>,
  running: Partial<RunningSecrets>,
  line: string,
  { fields = {}, given = {} }: { fields?: Record<string, string>; given?: Record<string, string> } = {},
) {
  const io = edge(given)
  const plan = planStack(stackConfig({ plugins: [pluginConfig('A', { env })] }))
  const inventory: InventoryEntry[] = [
    { key: 'v1/Secret/a-env-0123456789', component: 'A', contentNamed: true, hash: '' },
  ]
  const known = state({ ...release(1, [component('A', { fields })]), inventory })
  const secretSource = sourceOf(io, [environmentProvider])
  const runningSecrets = async (isSecret: (component: string, variable: string) => boolean) => ({
    values: (running.values ?? []).filter(({ component: of, variable }) => isSecret(of, variable)),
    unread: running.unread ?? [],
  })
  const unknown = await maskRunning({ io, secretSource }, plan, { runningSecrets }, known)
  return { printed: io.redactor.redact(line), unknown: unknown.filter((name) => !name.startsWith('gateway.')) }
}

const runs = (variable: string, value: string) => ({
  values: [{ component: 'A', variable, value: new Secret(`A.${variable}`, value) }],
})

test('what runs is masked, whatever the providers have by now, and under the name of the secret', async () => {
  const env = { TOKEN: text({ ref: 'API_KEY' }) }
  for (const given of [{ API_KEY: now }, {}]) {
    const { printed, unknown } = await logged(env, runs('TOKEN', before), `TOKEN=${before}`, { given })
    expect([printed, unknown]).toEqual(['TOKEN=[secret API_KEY]', []])
  }
})

test('a part of a value is masked alone, too, and a password of a URL as it is and encoded', async () => {
  const bearer = { AUTH: text('Bearer ', { ref: 'API_KEY' }) }
  expect(await logged(bearer, runs('AUTH', `Bearer ${before}`), `key ${before}`)).toEqual({
    printed: 'key [secret API_KEY]',
    unknown: [],
  })
  const url = { DB: text('postgres://u:', { url: 'PW' }, '@h/db') }
  expect(await logged(url, runs('DB', 'postgres://u:p%40ssw0rd-x@h/db'), 'p@ssw0rd-x p%40ssw0rd-x')).toEqual({
    printed: '[secret PW] [secret PW]',
    unknown: [],
  })
})

test('a value of which the parts cannot be told apart is masked whole, and named', async () => {
  const env = { AUTH: text('Token ', { ref: 'API_KEY' }) }
  const { printed, unknown } = await logged(env, runs('AUTH', `Bearer ${before}`), `Bearer ${before}`)
  expect([printed, unknown]).toEqual(['[secret A.AUTH]', ['A.AUTH']])
})

test('a variable that only the release has is masked, and one that is plain is not', async () => {
  const fields = { 'env.OLD': 'secret:0123456789abcdef', 'env.MODE': 'a-plain-word' }
  expect((await logged({}, runs('OLD', before), before, { fields })).printed).toBe('[secret A.OLD]')
  expect((await logged({}, runs('MODE', 'a-plain-word'), 'a-plain-word', { fields })).printed).toBe('a-plain-word')
})

test('what may not be read is named, unless the release says that it is the value of today', async () => {
  const env = { TOKEN: text({ ref: 'API_KEY' }), AUTH: text('x', { ref: 'API_KEY' }) }
  const { hashKey } = state()
  const digest = (value: string) => `secret:${keyedHash(hashKey, new Secret('', value))}`
  const fields = { 'env.TOKEN': digest(now), 'env.AUTH': digest(`x${before}`), 'env.PLAIN': 'y' }
  const unread = [{ component: 'A', secret: 'a-env-0123456789' }]
  expect((await logged(env, { unread }, '', { fields, given: { API_KEY: now } })).unknown).toEqual(['A.AUTH'])
  expect((await logged(env, { unread }, '', { fields })).unknown).toEqual(['A.AUTH', 'API_KEY'])
  const nothingKnown = await logged(env, { unread }, '')
  expect(nothingKnown.unknown).toEqual(['the keys of the Secret a-env-0123456789'])
  const theirs = [
    { component: 'A', secret: 'mcp-extra' },
    { component: 'A', secret: 'mcp-secrets', variable: 'TOKEN' },
  ]
  const named = ['API_KEY', 'the keys of the Secret mcp-extra']
  expect((await logged(env, { unread: theirs }, '', { fields })).unknown).toEqual(named)
})
