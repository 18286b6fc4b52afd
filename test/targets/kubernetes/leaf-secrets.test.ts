import { expect, test } from 'vitest'
import { createRedactor } from '../../../src/io/redact.ts'
import { toAnswer } from '../../../src/targets/kubernetes/answers.ts'
import type { KubeApi, Place } from '../../../src/targets/kubernetes/api.ts'
import { destroyStack } from '../../../src/targets/kubernetes/destroy.ts'
import { pruneObjects } from '../../../src/targets/kubernetes/prune.ts'
import { gateway, state } from '../values.ts'
import { deployed, kubeBundle, liveObject, object } from './values.ts'

// cert-manager leaves the Secret of a Certificate that goes. Ours goes with it, and no Secret of somebody else's.

const apiVersion = 'cert-manager.io/v1'
const certificate = (name: string, of: string) =>
  object('Certificate', name, of, { apiVersion, key: `${apiVersion}/Certificate/${name}` })
const [leaf, own] = [certificate('mcp-plugin-opa-certs', 'OPA'), certificate('web', 'stack')]

/** An API server that has these lists and says this to whoever removes; what was removed, by the end of its path. */
function world(
  lists: Readonly<Record<string, readonly object[]>> = {},
  statuses: Readonly<Record<string, number>> = {},
) {
  const removed: string[] = []
  const lines: string[] = []
  const end = (path: string) => path.split('?')[0]?.split('/').slice(-2).join('/') ?? ''
  const silent = { update: () => undefined, done: () => undefined, fail: () => undefined }
  const line = (text: string) => void lines.push(text)
  const api: Partial<KubeApi> = {
    get: async (path) => toAnswer(200, JSON.stringify({ items: lists[end(path).split('/')[1] ?? ''] ?? [] })),
    remove: async (path) => {
      removed.push(end(path))
      return toAnswer(statuses[end(path)] ?? 200, '{}')
    },
  }
  const io = {
    redactor: createRedactor(),
    signal: new AbortController().signal,
    clock: { now: () => new Date(0), sleep: async () => undefined },
    progress: { step: line, line, detail: line, task: () => silent, problem: () => undefined },
  }
  const place = { api, io, namespace: 'demo', stack: 'demo' } as unknown as Place
  return { place, lines, removed: () => removed.toSorted() }
}

const before = kubeBundle([gateway()], leaf, own)
const live = {
  ...deployed(before, { objects: [liveObject(leaf), liveObject(own)] }),
  leaves: [{ component: 'OPA', secretName: leaf.name, request: 'mark' }],
}

test('a plugin that goes takes its Secret along, the user’s own Certificate takes none', async () => {
  const { place, removed } = world()
  await pruneObjects(place, kubeBundle([gateway()]), live)
  expect(removed()).toEqual(['certificates/mcp-plugin-opa-certs', 'certificates/web', 'secrets/mcp-plugin-opa-certs'])
})

test('the Secret of a Certificate that could not be removed, or is somebody else’s by now, stays', async () => {
  for (const status of [403, 409]) {
    const { place, removed } = world({}, { 'certificates/mcp-plugin-opa-certs': status })
    await pruneObjects(place, kubeBundle([gateway()]), live)
    expect(removed()).toEqual(['certificates/mcp-plugin-opa-certs', 'certificates/web'])
  }
})

test('a key that stays behind is told of', async () => {
  const { lines, place } = world({}, { 'secrets/mcp-plugin-opa-certs': 403 })
  await pruneObjects(place, kubeBundle([gateway()]), live)
  expect(lines).toEqual(['could not remove Secret/mcp-plugin-opa-certs: the API server answered 403'])
})

test('destroy removes both Certificates, and the Secret of ours', async () => {
  const metadata = (name: string, annotations = {}) => ({
    metadata: { name, annotations: { 'mcp-stack.dev/hash': 'aa', ...annotations } },
  })
  const items = [metadata(leaf.name, { 'mcp-stack.dev/request': 'mark' }), metadata(own.name)]
  const { place, removed } = world({ certificates: items })
  const stored = state()
  const nothing = async () => undefined
  const store = { read: async () => stored, write: nothing, remove: nothing, ensureNamespace: nothing }
  await destroyStack(place, store, { volumes: false, keepSecrets: [] })
  expect(removed()).toEqual(['certificates/mcp-plugin-opa-certs', 'certificates/web', 'secrets/mcp-plugin-opa-certs'])
})
