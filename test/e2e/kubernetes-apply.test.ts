import { afterEach, describe, expect, test } from 'vitest'
import { cluster } from '../support/cluster.ts'
import { kubernetesBundle, type Service } from '../support/kubernetes-bundle.ts'
import { openKubernetesWorld, type World } from '../support/kubernetes-world.ts'
import { readMachine } from '../support/machine.ts'

const { busybox } = readMachine().images
const gateway: Service = { name: 'mcpgateway', role: 'gateway', image: busybox }
const plugin: Service = { name: 'mcp-plugin-a', role: 'plugin', image: busybox }
const redis: Service = { name: 'redis', role: 'redis', image: busybox }

let world: World
afterEach(async () => await world.close())

const bundle = (...services: readonly Service[]) =>
  kubernetesBundle({ namespace: world.namespace, stack: 'demo' }, services)
const podsOf = (name: string) =>
  world.kubectl('get', 'pods', '-l', `app.kubernetes.io/name=${name}`, '-o', 'name').split('\n').filter(Boolean)

describe.skipIf(cluster === null)('on a real cluster', () => {
  test('waves in order, a second run writes nothing, a change rolls what changed', async () => {
    world = await openKubernetesWorld()
    const first = await world.deploy(bundle({ ...gateway, replicas: 2, token: 'a' }, plugin, redis))
    expect(first).toMatchObject({ ok: true })
    expect(Object.keys(first.seconds).toSorted()).toEqual(['mcp-plugin-a', 'mcpgateway', 'redis'])
    const timeOf = (name: string, path: string) => world.kubectl('get', 'deployment', name, '-o', `jsonpath={${path}}`)
    const made = (name: string) => timeOf(name, '.metadata.creationTimestamp')
    const available = (name: string) => timeOf(name, '.status.conditions[?(@.type=="Available")].lastTransitionTime')
    // In whole seconds: a wave may begin in the one in which the wave before it was ready.
    expect(available('redis') <= made('mcp-plugin-a') && available('mcp-plugin-a') <= made('mcpgateway')).toBe(true)
    expect(podsOf('mcpgateway')).toHaveLength(2)
    expect(world.kubectl('exec', podsOf('mcpgateway')[0] ?? '', '--', 'sh', '-c', 'echo $TOKEN')).toBe(
      'token-of-the-test-0123456789',
    )
    expect(world.lines.join('\n')).not.toContain('token-of-the-test')

    const versions = () =>
      world.kubectl(
        'get',
        'deployments,services,secrets,serviceaccounts',
        '-o',
        'jsonpath={.items[*].metadata.resourceVersion}',
      )
    const before = versions()
    expect(await world.deploy(bundle({ ...gateway, replicas: 2, token: 'a' }, plugin, redis))).toMatchObject({
      ok: true,
      seconds: {},
    })
    expect(versions()).toBe(before)

    const [plugins, gateways] = [podsOf('mcp-plugin-a'), podsOf('mcpgateway')]
    expect(
      await world.deploy(bundle({ ...gateway, replicas: 2, token: 'a' }, { ...plugin, version: '2' }, redis)),
    ).toMatchObject({ ok: true })
    expect(podsOf('mcp-plugin-a')).not.toEqual(plugins)
    // It has lost the plugin's sessions.
    expect(podsOf('mcpgateway')).not.toEqual(gateways)
  })

  test('what is not wanted any more goes, what is foreign stays', async () => {
    world = await openKubernetesWorld()
    world.kubectl('create', 'configmap', 'foreign')
    world.kubectl('label', 'configmap', 'foreign', 'mcp-stack.dev/stack=demo')
    expect(await world.deploy(bundle(gateway, plugin, { ...plugin, name: 'mcp-plugin-b' }, redis))).toMatchObject({
      ok: true,
    })
    expect(await world.deploy(bundle(gateway, plugin, redis))).toMatchObject({ ok: true })
    expect(world.kubectl('get', 'deployments,services', '-o', 'name')).not.toContain('mcp-plugin-b')
    expect(world.kubectl('get', 'configmap', 'foreign', '-o', 'name')).toBe('configmap/foreign')
  })

  const broken: readonly (readonly [string, Partial<Service>, RegExp, RegExp])[] = [
    [
      'an image that is not there',
      { image: `${busybox}-not-there` },
      /cannot be pulled: not found/,
      /mcp-deploy build/,
    ],
    ['a crash loop', { script: 'echo the reason; exit 3' }, /exited \(3\)/, /whole log/],
    [
      'a missing secret',
      { container: { envFrom: [{ secretRef: { name: 'absent' } }] } },
      /secret "absent" not found/,
      /not there/,
    ],
    [
      'a missing secret as a volume',
      {
        pod: { volumes: [{ name: 'x', secret: { secretName: 'absent' } }] },
        container: { volumeMounts: [{ name: 'x', mountPath: '/x' }] },
      },
      /secret "absent" not found/,
      /not there/,
    ],
    ['a user that is a name', { pod: { securityContext: { runAsNonRoot: true } } }, /root/, /run_as_user/],
    ['a command that is not there', { container: { command: ['/not/there'] } }, /did not start/, /start command/],
  ]
  test.each(broken)('%s is named at once', async (_what, change, reason, hint) => {
    world = await openKubernetesWorld()
    const started = Date.now()
    const outcome = await world.deploy(bundle(gateway, { ...plugin, ...change }))
    expect(Date.now() - started).toBeLessThan(40_000)
    expect(outcome).toMatchObject({
      ok: false,
      failures: [
        { component: 'mcp-plugin-a', reason: expect.stringMatching(reason), hint: expect.stringMatching(hint) },
      ],
    })
    expect(world.kubectl('get', 'deployments', '-o', 'name')).not.toContain('mcpgateway')
    await world.io.close()
    expect(world.log('failed-mcp-plugin-a')).toContain('--- events')
    if (change.script !== undefined) expect(world.log('failed-mcp-plugin-a')).toContain('the reason')
  })

  test('without wait a first deploy waits for nothing; a gateway that runs rolls after its plugins are ready', async () => {
    world = await openKubernetesWorld()
    const nowhere = { resources: { requests: { cpu: '500' } } }
    const first = await world.deploy(bundle(gateway, { ...plugin, container: nowhere }), { wait: false })
    expect(first).toMatchObject({ ok: true, seconds: {} })
    const changed = await world.deploy(bundle(gateway, { ...plugin, container: nowhere, version: '2' }), {
      wait: false,
      timeoutSeconds: 3,
    })
    expect(changed).toMatchObject({ ok: false, failures: [{ component: 'mcp-plugin-a' }] })
  })

  test('no node can take it: told after half a minute', async () => {
    world = await openKubernetesWorld()
    const container = { resources: { requests: { cpu: '500' } } }
    const outcome = await world.deploy(bundle({ ...gateway, container }))
    expect(outcome).toMatchObject({
      ok: false,
      failures: [
        { reason: expect.stringMatching(/Insufficient cpu/), hint: expect.stringMatching(/lower cpu_request/) },
      ],
    })
  })

  test('a quota that is used up', async () => {
    world = await openKubernetesWorld()
    world.kubectl('create', 'quota', 'small', '--hard=pods=1')
    for (const kind of ['Deployment', 'StatefulSet'] as const) {
      const started = Date.now()
      const outcome = await world.deploy(bundle({ ...gateway, name: `gw-${kind.toLowerCase()}`, kind, replicas: 2 }))
      expect(outcome).toMatchObject({
        ok: false,
        failures: [{ reason: expect.stringMatching(/exceeded quota: small/), hint: expect.stringMatching(/quota/) }],
      })
      expect(Date.now() - started).toBeLessThan(30_000)
      world.kubectl('delete', kind.toLowerCase(), '--all', '--wait=true')
    }
  })

  test('another manager, and a field that cannot be changed', async () => {
    world = await openKubernetesWorld()
    expect(await world.deploy(bundle(gateway))).toMatchObject({ ok: true })
    const patch = '{"spec":{"replicas":2}}'
    world.kubectl('patch', 'deployment', 'mcpgateway', '--field-manager=robot', '-p', patch)
    const again = bundle({ ...gateway, version: '2' })
    expect(await world.deploy(again)).toMatchObject({
      ok: false,
      failures: [
        {
          reason: expect.stringContaining('robot set spec.replicas'),
          hint: expect.stringContaining('--force-conflicts'),
        },
      ],
    })
    expect(await world.deploy(again, { forceConflicts: true })).toMatchObject({ ok: true })
    expect(world.kubectl('get', 'deployment', 'mcpgateway', '-o', 'jsonpath={.spec.replicas}')).toBe('1')
    const moved = bundle({ ...gateway, selector: { 'app.kubernetes.io/name': 'other' } })
    expect(await world.deploy(moved)).toMatchObject({
      ok: false,
      failures: [
        {
          reason: expect.stringContaining('spec.selector cannot be changed'),
          hint: expect.stringMatching(/kubectl .*--namespace \S+ delete deployment\/mcpgateway/),
        },
      ],
    })
  })
})
