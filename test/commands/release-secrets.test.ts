import { expect, test } from 'vitest'
import { forgottenSecrets, withSources } from '../../src/commands/release-secrets.ts'
import type { Release } from '../../src/model/live.ts'
import type { SecretRequest } from '../../src/model/plan.ts'
import { Secret } from '../../src/model/secret.ts'
import type { SecretReference } from '../../src/model/stack-secrets.ts'
import { decodePart, decodeParts, encodeParts } from '../../src/targets/state-parts-codec.ts'
import { release, state } from '../targets/values.ts'

const reference = (secret: string) => ({
  parts: [{ kind: 'reference' as const, secret, encoding: 'none' as const }],
})
const request = (name: string, from?: SecretReference): SecretRequest => ({
  name,
  origin: 'declared',
  opensVolume: false,
  usedBy: [],
  ...(from === undefined ? {} : { from }),
})
const vault = { provider: 'vault', at: 'secret/data/mcp#key' } as const
const used: Release = {
  ...release(3, []),
  variables: { A: reference('API_KEY'), B: reference('PLAIN'), C: reference('JWT') },
}
const made = withSources(used, [request('API_KEY', vault), request('PLAIN'), request('UNUSED', vault)])
const today = { generated: { JWT: new Secret('JWT', 'made before') } }

/** As the target gives it back. */
function stored(one: Release): Release {
  const parts = encodeParts(state(one), { state: 1, history: 1 })
  const read = (name: 'state' | 'history') => decodePart(name, JSON.parse(parts[name].data.reveal()))
  const [back] = decodeParts(read('state'), read('history')).releases
  if (back === undefined) throw new Error('one was stored')
  return back
}

test('a release keeps where its secrets were, and asks for what was forgotten there, not by its name', () => {
  expect(made.secretSources).toEqual({ API_KEY: vault })
  expect(forgottenSecrets(stored(made), [], today)).toEqual(
    [request('API_KEY', vault), request('PLAIN'), { ...request('JWT'), origin: 'generated' }].map((one) => ({
      ...one,
      usedBy: ['release 3'],
    })),
  )
  expect(forgottenSecrets(stored(made), [request('API_KEY'), request('PLAIN')], today)).toHaveLength(1)
})

test('a release of a version that kept no places asks by name', () => {
  expect(withSources(used, [request('PLAIN')])).toBe(used)
  expect(forgottenSecrets(stored(used), [], today).map(({ from }) => from)).toEqual([undefined, undefined, undefined])
})

test('a program that only the state names is not started', () => {
  const from = { provider: 'command', at: ['op', 'read', 'op://prod/mcp'] } as const
  const ofProgram = withSources(used, [request('API_KEY', from)])
  expect(() => forgottenSecrets(stored(ofProgram), [], today)).toThrow(
    expect.objectContaining({ code: 'ROLL_BACK_REFUSED' }),
  )
  expect(forgottenSecrets(stored(ofProgram), [request('API_KEY', from)], today)).toHaveLength(2)
})
