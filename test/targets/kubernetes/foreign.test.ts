import { expect, test } from 'vitest'
import { toAnswer } from '../../../src/targets/kubernetes/answers.ts'
import type { Place } from '../../../src/targets/kubernetes/api.ts'
import { findForeign } from '../../../src/targets/kubernetes/foreign.ts'
import { kubeBundle, liveWith, object, releaseOf } from './values.ts'

const wanted = (kind: string, more = {}) => ({ ...object(kind, 'x', 'gateway', { apiVersion: 'v1', ...more }) })
const nothing = liveWith([], kubeBundle([]), { objects: [] })

/** What is found where the server gives these answers to a GET and to a POST. */
async function find(kind: string, read: [number, object], made: [number, object] = [500, {}], live = nothing) {
  const one = wanted(kind)
  const answer = ([status, body]: [number, object]) => Promise.resolve(toAnswer(status, JSON.stringify(body)))
  const paths: string[] = []
  const create = (path: string) => {
    paths.push(path)
    return answer(made)
  }
  const api: Partial<Place['api']> = { get: () => answer(read), create }
  const io: Partial<Place['io']> = { redactor: { redact: (text: string) => text } as Place['io']['redactor'] }
  // Only what is asked of a place here.
  const place = { api, io, namespace: 'demo', stack: 'demo' } as unknown as Place
  const found = await findForeign(place, [{ wanted: one, action: 'create', drift: [] }], live)
  expect(paths.every((path) => path.endsWith('?dryRun=All'))).toBe(true)
  return found[one.key]
}
const there = (more: object) => [200, { metadata: { name: 'x', uid: 'u', ...more } }] as [number, object]
const absent: [number, object] = [404, { details: { name: 'x' } }]
const denied: [number, object] = [403, { message: 'secrets "x" is forbidden: User "u" cannot get resource "secrets"' }]

test('what another tool or person made is theirs, what is absent is free', async () => {
  const helm = there({ annotations: { 'meta.helm.sh/release-name': 'web' } })
  expect(await find('Service', helm)).toEqual({ kind: 'foreign', owner: 'Helm release web' })
  expect(await find('ConfigMap', there({}))).toEqual({ kind: 'foreign', owner: 'somebody else' })
  expect(await find('ConfigMap', there({ labels: { 'mcp-stack.dev/stack': 'demo' } }))).toBeUndefined()
  expect(await find('Service', absent)).toBeUndefined()
})

test('what cannot be read is never taken to be absent', async () => {
  await expect(find('Service', denied)).rejects.toMatchObject({ code: 'RIGHTS_MISSING' })
  for (const status of [401, 429, 500, 503])
    await expect(find('Service', [status, { message: 'busy' }])).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE' })
})

test('a Secret that may not be read is looked for by a dry run', async () => {
  expect(await find('Secret', denied, [201, {}])).toBeUndefined()
  expect(await find('Secret', denied, [409, { reason: 'AlreadyExists' }])).toMatchObject({ kind: 'foreign' })
  expect(await find('Secret', denied, [403, { message: 'User "u" cannot create resource "secrets"' }])).toBeUndefined()
  await expect(find('Secret', denied, [403, { message: 'exceeded quota: small' }])).rejects.toMatchObject({
    code: 'RIGHTS_MISSING',
  })
  const before = kubeBundle([], wanted('Secret'))
  const live = liveWith([releaseOf(1, before)], before, { objects: [] })
  expect(await find('Secret', denied, [409, {}], live)).toBeUndefined()
})
