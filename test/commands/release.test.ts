import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastGoodRelease, newRelease, recordRelease, summarise } from '../../src/commands/release.ts'
import type { Release } from '../../src/model/live.ts'
import { Secret } from '../../src/model/secret.ts'
import { restoreCompose } from '../../src/render/restore-compose.ts'
import { bundle, component, release, state } from '../targets/values.ts'
import { change } from './draft-values.ts'

const run = {
  host: 'terminal',
  toolVersion: '0.1.0',
  startedAt: '2026-11-23T08:00:00.000Z',
  actor: 'ada',
  trusted: true,
}
const withStatus = (revision: number, status: Release['status']): Release => ({ ...release(revision, []), status })
const statuses = (of: { readonly releases: readonly Release[] }) =>
  of.releases.map(({ revision, status }) => `${revision} ${status}`)

describe('a new release', () => {
  const whole = {
    ...bundle(component('OPA', { revision: 'c0ffee' }), component('New', { image: { pending: 'image', key: 'k1' } })),
    files: [{ path: 'compose.yaml', text: 'services: {}\n' }],
    contents: [
      {
        name: 'demo_opa-certs-1',
        component: 'OPA',
        kind: 'certificates' as const,
        mountPath: '/certs',
        files: { 'server.crt': 'public', 'server.key': new Secret('key', 'private') },
      },
      {
        name: 'demo_gateway-config-1',
        component: 'gateway',
        kind: 'config' as const,
        mountPath: '/plugins',
        files: { 'config.yaml': 'plugins: []\n' },
      },
    ],
    variables: {
      MCPS_1: { kind: 'plain' as const, value: 'shown' },
      MCPS_2: {
        kind: 'secret' as const,
        parts: [
          { kind: 'literal' as const, text: new Secret('url', 'https://') },
          { kind: 'reference' as const, secret: 'DB_PASSWORD', encoding: 'url' as const },
        ],
      },
    },
  }

  test('is numbered after the last one, failed or not', () => {
    const made = newRelease(whole, [change('OPA', 'create')], state(withStatus(7, 'failed')), run, 'digest')
    expect(made).toMatchObject({ revision: 8, status: 'applying', actor: 'ada', summary: '1 created (OPA)' })
    expect(newRelease(whole, [], state(), run, 'digest').revision).toBe(1)
  })

  test('says where it was made only where that is known', () => {
    const inJob = { ...run, commit: 'c0ffee', url: 'https://ci.example/7' }
    expect(newRelease(whole, [], state(), inJob, 'digest')).toMatchObject({
      commit: 'c0ffee',
      runUrl: 'https://ci.example/7',
    })
    const here = newRelease(whole, [], state(), run, 'digest')
    expect(here).not.toHaveProperty('commit')
    expect(here).not.toHaveProperty('runUrl')
  })

  test('keeps what a roll-back needs, and no key and no referenced secret', () => {
    const made = newRelease(whole, [], state(), run, 'digest')
    expect(made.manifest).toBe('services: {}\n')
    expect(made.contents['demo_opa-certs-1']?.files).toEqual({})
    expect(made.contents['demo_gateway-config-1']?.files).toEqual({ 'config.yaml': 'plugins: []\n' })
    expect(made.variables['MCPS_2']?.parts[1]).toEqual({ kind: 'reference', secret: 'DB_PASSWORD', encoding: 'url' })
    expect(made.components.map(({ image }) => image)).toEqual(['sha256:OPA', 'k1'])
    expect(made.components[0]?.revision).toBe('c0ffee')
  })

  test('as a bundle again asks for the same variables', () => {
    const again = restoreCompose(newRelease(whole, [], state(), run, 'digest'), state())
    expect(again.components.map(({ name, hash, tag }) => [name, hash, tag])).toEqual(
      whole.components.map(({ name, hash, tag }) => [name, hash, tag]),
    )
    expect(Object.keys(again.variables)).toEqual(['MCPS_1', 'MCPS_2'])
    expect(again.variables['MCPS_2']).toMatchObject({
      kind: 'secret',
      parts: [{ kind: 'literal' }, { kind: 'reference', secret: 'DB_PASSWORD', encoding: 'url' }],
    })
  })
})

describe('the history', () => {
  test('has one live release', () => {
    const before = state(withStatus(1, 'live'))
    const applying = recordRelease(before, withStatus(2, 'applying'))
    expect(statuses(applying)).toEqual(['1 live', '2 applying'])
    expect(statuses(recordRelease(applying, withStatus(2, 'live')))).toEqual(['1 superseded', '2 live'])
    expect(statuses(recordRelease(applying, withStatus(2, 'rolled-back')))).toEqual(['1 live', '2 rolled-back'])
  })

  test('keeps ten', () => {
    const all = Array.from({ length: 12 }, (_, index) => withStatus(index + 1, 'live'))
    const kept = all.reduce(recordRelease, state())
    expect(kept.releases.map(({ revision }) => revision)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  test('whatever happens: at most ten, in order, at most one live, and that one is never forgotten', () => {
    const ends = array(constantFrom<Release['status']>('live', 'failed', 'rolled-back', 'applying'), { maxLength: 40 })
    assert(
      property(ends, (list) => {
        const kept = list.map((status, index) => withStatus(index + 1, status)).reduce(recordRelease, state()).releases
        const revisions = kept.map(({ revision }) => revision)
        expect(kept.length).toBe(Math.min(list.length, 10))
        expect(revisions).toEqual([...revisions].sort((a, b) => a - b))
        const live = kept.filter(({ status }) => status === 'live').map(({ revision }) => revision)
        const last = list.lastIndexOf('live') + 1
        expect(live).toEqual(last > 0 ? [last] : [])
        // Only the newest can still be under way.
        expect(kept.slice(0, -1).some(({ status }) => status === 'applying')).toBe(false)
      }),
    )
  })
})

test('what to go back to was live once', () => {
  const history = state(
    withStatus(1, 'superseded'),
    withStatus(2, 'superseded'),
    withStatus(3, 'rolled-back'),
    withStatus(4, 'live'),
    withStatus(5, 'failed'),
    withStatus(6, 'applying'),
  )
  expect(lastGoodRelease(history)?.revision).toBe(4)
  expect(lastGoodRelease(history, 6)?.revision).toBe(4)
  expect(lastGoodRelease(history, 4)?.revision).toBe(2)
  expect(lastGoodRelease(history, 1)).toBeUndefined()
  expect(lastGoodRelease(state(withStatus(1, 'failed')))).toBeUndefined()
})

test.each([
  [[], 'nothing to deploy'],
  [[change('a', 'unchanged'), change('b', 'unchanged')], '2 unchanged'],
  [
    [
      change('d', 'delete'),
      change('r', 'restart'),
      change('u', 'update'),
      change('c', 'create'),
      change('s', 'unchanged'),
    ],
    '1 created (c), 1 updated (u), 1 restarted (r), 1 removed (d), 1 unchanged',
  ],
  [['a', 'b', 'c', 'd'].map((name) => change(name, 'create')), '4 created (a, b, c, d)'],
  [['a', 'b', 'c', 'd', 'e'].map((name) => change(name, 'create')), '5 created (a, b, c and 2 more)'],
])('summary %#', (changes, expected) => {
  expect(summarise(changes)).toBe(expected)
})
