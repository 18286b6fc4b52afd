import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { stateNames } from '../../../src/model/kubernetes.ts'
import { Secret } from '../../../src/model/secret.ts'
import { pathOf } from '../../../src/targets/kubernetes/paths.ts'
import { openStateStore } from '../../../src/targets/kubernetes/state-store.ts'
import { cluster, kubectl, read } from '../../support/cluster.ts'
import { newNamespace, type OpenPlace, openPlace, removeNamespace } from '../../support/place.ts'
import { component, release, state } from '../../targets/values.ts'

const kept = {
  ...state(release(1, [component('OPA')])),
  authority: { certificatePem: 'CA', keyPem: new Secret('key of the CA', 'the key of the authority') },
  generated: { JWT_SECRET_KEY: new Secret('JWT_SECRET_KEY', 'a generated value') },
}

describe.skipIf(cluster === null)('the state in the cluster', () => {
  let namespace: string
  let opened: OpenPlace
  beforeAll(async () => {
    namespace = newNamespace()
    opened = await openPlace(namespace)
  })
  afterAll(async () => {
    await opened.close()
    removeNamespace(namespace)
  })
  const versions = async () => {
    const { items } = await read<{ items: { metadata: { name: string; resourceVersion: string } }[] }>(
      namespace,
      'secrets',
    )
    return Object.fromEntries(items.map(({ metadata }) => [metadata.name, metadata.resourceVersion]))
  }
  beforeEach(async () => {
    await openStateStore(opened.place).write(kept)
  })
  afterEach(async () => await openStateStore(opened.place).remove())

  test('is fresh before the first write, and comes back as it was written', async () => {
    const store = openStateStore(opened.place)
    await store.remove()
    expect(await store.read()).toMatchObject({ fresh: true, stack: 'demo', releases: [] })
    await store.write(kept)
    const back = await openStateStore(opened.place).read()
    expect(back).toEqual(kept)
    expect(back.generated['JWT_SECRET_KEY']?.reveal()).toBe('a generated value')
    expect(opened.io.redactor.redact('x a generated value x')).not.toContain('generated value')
    const shown = kubectl('--namespace', namespace, 'get', 'secrets', '--show-labels', '-o', 'wide')
    expect(shown).toMatch(
      /mcp-stack-state\s+mcp-stack\.dev\/state .*managed-by=mcp-stack-deploy,mcp-stack\.dev\/stack=demo/,
    )
  })

  test('only what changed is written', async () => {
    const store = openStateStore(opened.place)
    const before = await store.read()
    const first = await versions()
    await store.write(before)
    expect(await versions()).toEqual(first)
    await store.write({ ...before, releases: [...before.releases, release(2, [component('OPA')])] })
    const second = await versions()
    expect(second[stateNames.state]).toBe(first[stateNames.state])
    expect(second[stateNames.history]).not.toBe(first[stateNames.history])
    // What was written is known: a second write does not need to read again.
    await store.write({ ...before, hashKey: new Secret('hash key', 'new') })
    expect((await openStateStore(opened.place).read()).releases).toHaveLength(1)
  })

  test('who read before somebody else wrote does not write over it', async () => {
    const [one, two] = [openStateStore(opened.place), openStateStore(opened.place)]
    const before = await one.read()
    await two.read()
    await one.write({ ...before, releases: [release(2, [])] })
    const late = two.write({ ...before, releases: [release(3, [])] })
    await expect(late).rejects.toMatchObject({ code: 'LOCK_HELD', message: expect.stringContaining('somebody else') })
    expect((await openStateStore(opened.place).read()).releases[0]?.revision).toBe(2)
  })

  test('a write whose answer was lost is our own when it is sent again', async () => {
    const { api } = opened.place
    const twice = {
      ...api,
      replace: async (path: string, body: string | Secret) => {
        await api.replace(path, body)
        return await api.replace(path, body)
      },
    }
    const store = openStateStore({ ...opened.place, api: twice })
    const before = await store.read()
    await store.write({ ...before, releases: [release(2, [])] })
    await store.write({ ...before, releases: [release(3, [])] })
    expect((await openStateStore(opened.place).read()).releases[0]?.revision).toBe(3)
  })

  test('another stack in the same namespace is refused by name', async () => {
    await expect(openStateStore({ ...opened.place, stack: 'second' }).read()).rejects.toMatchObject({
      code: 'STACK_CONFLICT',
      message: expect.stringContaining('holds the stack demo'),
    })
  })

  test('a damaged half, and keys that are gone, are told', async () => {
    const { api } = opened.place
    const path = (name: string) => pathOf('v1', 'Secret', namespace, name)
    const body = { apiVersion: 'v1', kind: 'Secret', metadata: { name: stateNames.history }, data: { body: 'AAAA' } }
    await api.apply(path(stateNames.history), JSON.stringify(body), { force: true })
    const unreadable = { code: 'STATE_UNREADABLE', hint: expect.any(String) }
    await expect(openStateStore(opened.place).read()).rejects.toMatchObject(unreadable)
    await api.remove(path(stateNames.state))
    await expect(openStateStore(opened.place).read()).rejects.toMatchObject(unreadable)
  })

  test('rights that are missing are told with what to ask', async () => {
    const { place } = opened
    const forbidden = { status: 403, body: { message: 'secrets is forbidden' }, text: '' }
    const store = openStateStore({ ...place, api: { ...place.api, get: () => Promise.resolve(forbidden) } })
    await expect(store.read()).rejects.toMatchObject({
      code: 'RIGHTS_MISSING',
      hint: expect.stringContaining('auth can-i update secret/mcp-stack-'),
    })
  })

  test('a namespace that we make is known to be ours for ever', async () => {
    const fresh = `mcp-test-${randomBytes(4).toString('hex')}`
    const other = await openPlace(fresh)
    const store = openStateStore(other.place)
    await expect(store.ensureNamespace(false)).rejects.toMatchObject({
      code: 'APPLY_FAILED',
      hint: expect.stringContaining(`kubectl create namespace ${fresh}`),
    })
    await store.read()
    await store.ensureNamespace(true)
    await store.write(kept)
    await store.write({ ...kept, releases: [] })
    const later = openStateStore(other.place)
    expect(await later.read()).toMatchObject({ namespaceCreated: true })
    await later.ensureNamespace(true)
    await later.write(kept)
    expect(await openStateStore(other.place).read()).toEqual({ ...kept, namespaceCreated: true })
    removeNamespace(fresh)
    await expect(later.ensureNamespace(true)).rejects.toMatchObject({
      message: expect.stringContaining('is being deleted'),
    })
    await other.close()
  })
})
