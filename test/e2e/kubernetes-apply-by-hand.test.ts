import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diffStack } from '../../src/targets/kubernetes/diff.ts'
import { examineStack } from '../../src/targets/kubernetes/examine.ts'
import { takeOver } from '../../src/targets/kubernetes/take-over.ts'
import { cluster } from '../support/cluster.ts'
import { kubernetesBundle, type Service } from '../support/kubernetes-bundle.ts'
import { openKubernetesWorld, type World } from '../support/kubernetes-world.ts'
import { readMachine } from '../support/machine.ts'

const { busybox } = readMachine().images
const gateway: Service = { name: 'mcpgateway', role: 'gateway', image: busybox }
const plugin: Service = {
  name: 'mcp-plugin-a',
  role: 'plugin',
  image: busybox,
  container: { env: [{ name: 'LEVEL', value: 'ours' }] },
}

let world: World
const bundle = (...services: readonly Service[]) =>
  kubernetesBundle({ namespace: world.namespace, stack: 'demo' }, services)
const examine = async () => {
  const wanted = bundle(gateway, plugin)
  const live = await examineStack(world.place, wanted, await world.observe())
  return { live, changes: diffStack(wanted, live) }
}
const fieldsOf = async () => {
  const { changes } = await examine()
  return changes.flatMap(({ component, reasons }) => reasons.map(({ field }) => `${component}: ${field}`)).toSorted()
}
const read = (kind: string, path: string) => world.kubectl('get', kind, 'mcp-plugin-a', '-o', `jsonpath={${path}}`)
const generation = () => Number(read('deployment', '.metadata.generation'))
const container = '.spec.template.spec.containers'

describe.skipIf(cluster === null)('on a real cluster', () => {
  beforeEach(async () => {
    world = await openKubernetesWorld()
    await world.deploy(bundle(gateway, plugin))
  })
  afterEach(async () => await world.close())

  test('what was added by hand is drift, is removed by one roll-out, and then nothing is to be done', async () => {
    const sidecar = { name: 'sidecar', image: busybox, command: ['sleep', '1000'] }
    world.kubectl('set', 'env', 'deployment/mcp-plugin-a', 'LEVEL=theirs', 'TOKEN=s3cret-of-a-hand')
    world.kubectl(
      'patch',
      'deployment',
      'mcp-plugin-a',
      '-p',
      JSON.stringify({ spec: { template: { spec: { containers: [sidecar] } } } }),
    )
    world.kubectl('patch', 'service', 'mcp-plugin-a', '-p', '{"spec":{"selector":{"by":"hand"}}}')
    world.kubectl('patch', 'service', 'mcp-plugin-a', '-p', '{"spec":{"ports":[{"name":"more","port":9}]}}')
    world.kubectl('patch', 'service', 'mcpgateway', '-p', '{"spec":{"selector":{"by":"hand"}}}')
    world.kubectl('label', 'deployment', 'mcp-plugin-a', 'team=x')
    world.kubectl('rollout', 'restart', 'deployment/mcp-plugin-a')

    const { changes } = await examine()
    expect(JSON.stringify(changes)).not.toMatch(/s3cret|theirs/)
    const fields = await fieldsOf()
    expect(fields).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/: spec\.template\.spec\.containers\[[\w-]+\]\.env\[LEVEL\]\.value$/),
        expect.stringMatching(/: spec\.template\.spec\.containers\[[\w-]+\]\.env\[TOKEN\]$/),
        expect.stringMatching(/: spec\.template\.spec\.containers\[sidecar\]$/),
        expect.stringMatching(/^mcp-plugin-a: spec\.selector/),
        expect.stringMatching(/^mcpgateway: spec\.selector/),
        expect.stringMatching(/: spec\.ports\[9\]$/),
      ]),
    )

    const before = generation()
    expect(await world.deploy(bundle(gateway, plugin), { timeoutSeconds: 90 })).toMatchObject({ ok: true })
    expect(generation()).toBe(before + 1)
    expect(read('deployment', `${container}[*].name`)).not.toContain('sidecar')
    expect(JSON.parse(read('deployment', `${container}[0].env`))).toEqual([{ name: 'LEVEL', value: 'ours' }])
    expect(read('service', '.spec.selector')).not.toContain('hand')
    expect(read('service', '.spec.ports[*].name')).not.toContain('more')
    expect(read('deployment', '.metadata.labels.team')).toBe('x')
    expect(read('deployment', '.spec.template.metadata.annotations')).toContain('restartedAt')

    expect(await fieldsOf()).toEqual([])
    expect(await world.deploy(bundle(gateway, plugin))).toMatchObject({ ok: true, seconds: {} })
    expect(generation()).toBe(before + 1)
  })

  test('a variable that was given a source is ours again; a run killed in between is repaired', async () => {
    const source = { name: 'LEVEL', value: null, valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }
    const name = read('deployment', `${container}[0].name`)
    const containers = [{ name, env: [source] }]
    world.kubectl(
      'patch',
      'deployment',
      'mcp-plugin-a',
      '-p',
      JSON.stringify({ spec: { template: { spec: { containers } } } }),
    )
    const env = `spec.template.spec.containers[${name}].env[LEVEL]`
    const told = [`${env}.value`, `${env}.valueFrom.fieldRef`].map((field) => expect.stringContaining(field))
    expect(await fieldsOf()).toEqual(expect.arrayContaining(told))

    const wanted = bundle(gateway, plugin)
    const object = wanted.kubernetes?.objects.find(({ key }) => key === 'apps/v1/Deployment/mcp-plugin-a')
    if (object === undefined) throw new Error('no such object')
    const path = `/apis/apps/v1/namespaces/${world.namespace}/deployments/mcp-plugin-a`
    const before = generation()
    await takeOver(world.place, path, object.manifest)
    expect(generation()).toBe(before)
    expect(await fieldsOf()).toEqual(expect.arrayContaining(told))
    expect(await world.deploy(wanted, { timeoutSeconds: 90 })).toMatchObject({ ok: true })
    expect(JSON.parse(read('deployment', `${container}[0].env`))).toEqual([{ name: 'LEVEL', value: 'ours' }])
    expect(await fieldsOf()).toEqual([])
  })

  test('what a change of ours meets is taken back with it; a tool’s additions stay', async () => {
    world.kubectl('set', 'env', 'deployment/mcp-plugin-a', 'TOKEN=s3cret-of-a-hand')
    world.kubectl('set', 'env', 'deployment/mcp-plugin-a', 'TOOL=x', '--field-manager=some-operator')
    const changed = bundle(gateway, { ...plugin, version: '2' })
    expect(await world.deploy(changed, { timeoutSeconds: 90 })).toMatchObject({ ok: true })
    expect(read('deployment', `${container}[0].env[*].name`).split(' ').toSorted()).toEqual(['LEVEL', 'TOOL'])
  })
})
