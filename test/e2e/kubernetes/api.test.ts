import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Secret } from '../../../src/model/secret.ts'
import type { KubeAnswer, WatchEvent } from '../../../src/targets/kubernetes/api.ts'
import { listPath, pathOf } from '../../../src/targets/kubernetes/paths.ts'
import { cluster } from '../../support/cluster.ts'
import { newNamespace, type OpenPlace, openPlace, removeNamespace } from '../../support/place.ts'

const configMap = (name: string, data: Record<string, string>, metadata = {}) =>
  JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, ...metadata }, data })

interface ObjectBody {
  readonly metadata: { readonly uid: string; readonly resourceVersion: string }
  readonly data: unknown
}
const objectOf = ({ body }: KubeAnswer) => body as unknown as ObjectBody

// One port, two ways: both give the same answers.
describe.skipIf(cluster === null).each([
  ['kubectl proxy', true],
  ['kubectl itself', false],
])('through %s', (_name, kubectlProxy) => {
  let namespace: string
  let opened: OpenPlace
  beforeAll(async () => {
    namespace = newNamespace()
    opened = await openPlace(namespace, { kubectlProxy })
  })
  afterAll(async () => {
    await opened.close()
    removeNamespace(namespace)
  })
  const pathTo = (name?: string) => pathOf('v1', 'ConfigMap', namespace, name)

  test('the cluster says who it is', () => {
    expect(opened.place.description).toMatch(
      /^Kubernetes 1\.\d+\.\d+ at https:\/\/\S+, context \S+, namespace mcp-test-/,
    )
    expect(opened.lines).toEqual([])
  })

  test('an object is made once, read, replaced as it was seen, removed as it was seen', async () => {
    const { api } = opened.place
    const made = await api.create(pathTo(), new Secret('body', configMap('one', { a: '1' })))
    expect(made.status).toBe(201)
    expect(await api.create(pathTo(), configMap('one', {}))).toMatchObject({ status: 409 })
    const { uid, resourceVersion } = objectOf(made).metadata

    const replaced = await api.replace(pathTo('one'), configMap('one', { a: '2' }, { resourceVersion }))
    expect(replaced.status).toBe(200)
    expect(objectOf(await api.get(pathTo('one'))).data).toEqual({ a: '2' })
    expect(await api.replace(pathTo('one'), configMap('one', {}, { resourceVersion }))).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('the object has been modified') },
    })

    expect(await api.remove(pathTo('one'), { uid, resourceVersion })).toMatchObject({ status: 409 })
    expect(await api.remove(pathTo('one'), { uid: 'another' })).toMatchObject({ status: 409 })
    const now = objectOf(replaced).metadata.resourceVersion
    expect(await api.remove(pathTo('one'), { uid, resourceVersion: now })).toMatchObject({ status: 200 })
    expect(await api.get(pathTo('one'))).toMatchObject({ status: 404, body: { reason: 'NotFound' } })
    expect(await api.remove(pathTo('one'))).toMatchObject({ status: 404 })
  })

  test('apply: a dry run, ours, a conflict with the other manager, by force', async () => {
    const { api } = opened.place
    const tried = await api.apply(pathTo('two'), configMap('two', { a: '1' }), { dryRun: true })
    expect([200, 201]).toContain(tried.status)
    expect(await api.get(pathTo('two'))).toMatchObject({ status: 404 })

    const ours = await api.apply(pathTo('two'), configMap('two', { a: '1', b: '1' }))
    expect(objectOf(ours).data).toEqual({ a: '1', b: '1' })
    const theirs = configMap('two', { a: '2', b: '2' })
    expect(await api.apply(pathTo('two'), theirs, { fieldManager: 'theirs' })).toMatchObject({
      status: 409,
      body: {
        reason: 'Conflict',
        details: {
          causes: ['.data.a', '.data.b'].map((field) => ({
            reason: 'FieldManagerConflict',
            message: expect.stringMatching(/^conflict with "mcp-stack-deploy"/),
            field,
          })),
        },
      },
    })
    const forced = await api.apply(pathTo('two'), theirs, { fieldManager: 'theirs', force: true })
    expect(objectOf(forced).data).toEqual({ a: '2', b: '2' })
  })

  test('a patch changes what it names; refused when somebody wrote in between', async () => {
    const { api } = opened.place
    const { uid, resourceVersion } = objectOf(
      await api.apply(pathTo('patched'), configMap('patched', { a: '1' })),
    ).metadata
    const patch = JSON.stringify([
      { op: 'replace', path: '/data/a', value: '2' },
      { op: 'replace', path: '/metadata/resourceVersion', value: resourceVersion },
    ])
    const patched = await api.patch(pathTo('patched'), patch)
    expect(patched.status).toBe(200)
    expect(objectOf(patched)).toMatchObject({ metadata: { uid }, data: { a: '2' } })
    expect(await api.patch(pathTo('patched'), patch)).toMatchObject({ status: 409, body: { reason: 'Conflict' } })
    expect(await api.patch(pathTo('absent'), patch)).toMatchObject({ status: 404 })
  })

  test('what the server refuses has its status and its words', async () => {
    const { api } = opened.place
    const service = JSON.stringify({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'a' },
      spec: { ports: [{ port: 0 }] },
    })
    const path = pathOf('v1', 'Service', namespace)
    const invalid = { status: 422, body: { message: expect.stringContaining('spec.ports[0].port: Invalid value: 0') } }
    expect(await api.create(path, service)).toMatchObject(invalid)
    expect(await api.apply(`${path}/a`, service)).toMatchObject(invalid)
    const unknown = configMap('three', {}).replace('"data"', '"dota"')
    expect(await api.apply(pathTo('three'), unknown)).toMatchObject({
      status: 500,
      body: { message: expect.stringContaining('field not declared in schema') },
    })
  })

  test('metadata is enough where it is asked for', async () => {
    const { api } = opened.place
    await api.apply(pathTo('large'), configMap('large', { a: 'x'.repeat(100_000) }))
    const { status, body } = await api.get(pathTo(), { metadataOnly: 'list' })
    const { items } = body as unknown as { readonly items: readonly { readonly metadata: { readonly name: string } }[] }
    expect(status).toBe(200)
    expect(items.map(({ metadata }) => metadata.name)).toContain('large')
    const one = await api.get(pathTo('large'), { metadataOnly: 'object' })
    expect(one).toMatchObject({ status: 200, body: { metadata: { name: 'large' } } })
  })

  test('a watch tells what changes, long objects too, and ends when it is told to', async () => {
    const { api, io } = opened.place
    const stop = new AbortController()
    const events: WatchEvent[] = []
    const path = listPath('v1', 'ConfigMap', namespace, { fieldSelector: 'metadata.name=four' })
    const ended = api.watch(path, stop.signal, (event) => events.push(event))
    await api.apply(pathTo('four'), configMap('four', { a: 'y'.repeat(60_000) }))
    await api.remove(pathTo('four'))
    for (let wait = 0; wait < 100 && events.length < 2; wait += 1) await io.clock.sleep(50)
    stop.abort()
    await ended
    expect(events.map(({ type }) => type)).toEqual(['ADDED', 'DELETED'])
    expect(JSON.stringify(events[0])).toContain('y'.repeat(60_000))
    const nothing = pathOf('v1', 'ConfigMap', namespace).replace('configmaps', 'nothings')
    expect(await api.watch(nothing, new AbortController().signal, () => undefined)).toBe(404)
  })
})
