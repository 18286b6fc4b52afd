import { afterEach, describe, expect, test } from 'vitest'
import { Secret } from '../../src/model/secret.ts'
import { destroyStack } from '../../src/targets/kubernetes/destroy.ts'
import { openStateStore } from '../../src/targets/kubernetes/state-store.ts'
import { applyForeign, cluster, kubectl } from '../support/cluster.ts'
import { kubernetesBundle, type Service } from '../support/kubernetes-bundle.ts'
import { openKubernetesWorld, type World } from '../support/kubernetes-world.ts'
import { readMachine } from '../support/machine.ts'

const { busybox } = readMachine().images
const gateway: Service = { name: 'mcpgateway', role: 'gateway', image: busybox, token: 'a' }
const plugin: Service = { name: 'mcp-plugin-a', role: 'plugin', image: busybox }
const postgres: Service = { name: 'postgres', role: 'postgres', image: busybox, kind: 'StatefulSet' }

let world: World
afterEach(async () => await world.close())

const bundle = (...services: readonly Service[]) =>
  kubernetesBundle({ namespace: world.namespace, stack: 'demo' }, services)
const names = (kinds: string) => world.kubectl('get', kinds, '-o', 'name').split('\n').filter(Boolean)
const everything = 'deployments,statefulsets,services,secrets,serviceaccounts,configmaps,persistentvolumeclaims,pods'

describe.skipIf(cluster === null)('on a real cluster', () => {
  test('the data stays with what opens it, then goes too; what is foreign stays', async () => {
    world = await openKubernetesWorld()
    for (const name of ['foreign', 'labelled']) world.kubectl('create', 'configmap', name)
    world.kubectl('label', 'configmap', 'labelled', 'mcp-stack.dev/stack=demo')
    const claim = { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Mi' } } } }
    const labels = { 'mcp-stack.dev/stack': 'demo' }
    const foreignClaim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'theirs', labels },
      ...claim,
    }
    applyForeign(world.namespace, JSON.stringify(foreignClaim))
    expect(await world.deploy(bundle(gateway, plugin, postgres))).toMatchObject({ ok: true })
    const store = openStateStore(world.place)
    await store.read()
    const generated = { POSTGRES_PASSWORD: new Secret('a', 'opens-the-volume'), OTHER: new Secret('b', 'does-not') }
    await store.write({ ...world.state, generated, namespaceCreated: true })

    const kept = await destroyStack(world.place, store, { volumes: false, keepSecrets: ['POSTGRES_PASSWORD'] })
    expect(kept).toEqual(expect.arrayContaining(['Deployment/mcpgateway', 'StatefulSet/postgres', 'Service/postgres']))
    const foreign = ['configmap/foreign', 'configmap/kube-root-ca.crt', 'configmap/labelled', 'serviceaccount/default']
    expect(names(everything).toSorted()).toEqual(
      [
        ...foreign,
        'persistentvolumeclaim/data-postgres-0',
        'persistentvolumeclaim/theirs',
        'secret/mcp-stack-history',
        'secret/mcp-stack-state',
      ].toSorted(),
    )
    expect(Object.keys((await store.read()).generated)).toEqual(['POSTGRES_PASSWORD'])

    const gone = await destroyStack(world.place, store, { volumes: true, keepSecrets: [] })
    expect(gone).toEqual(
      expect.arrayContaining([
        'PersistentVolumeClaim/data-postgres-0 and its data',
        expect.stringMatching(/^not the namespace .*: ConfigMap\/foreign, ConfigMap\/labelled, .*theirs is in it$/),
      ]),
    )
    expect(names('deployments,statefulsets,services,secrets,serviceaccounts,configmaps,pods').toSorted()).toEqual(
      foreign,
    )
    expect(names('persistentvolumeclaims')).toEqual(['persistentvolumeclaim/theirs'])
    expect(await destroyStack(world.place, store, { volumes: true, keepSecrets: [] })).toEqual([])
  })

  test('a namespace that we made goes when nobody else is in it', async () => {
    world = await openKubernetesWorld()
    expect(await world.deploy(bundle(gateway))).toMatchObject({ ok: true })
    const store = openStateStore(world.place)
    await store.read()
    await store.write({ ...world.state, namespaceCreated: true })
    const lines = await destroyStack(world.place, store, { volumes: true, keepSecrets: [] })
    expect(lines.at(-1)).toBe(`the namespace ${world.namespace}`)
    expect(kubectl('get', 'namespaces')).not.toMatch(new RegExp(`${world.namespace} +Active`))
  })
})
