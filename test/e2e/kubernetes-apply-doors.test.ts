import { afterEach, describe, expect, test } from 'vitest'
import { StackError } from '../../src/errors.ts'
import { readDatabaseRevision } from '../../src/targets/kubernetes/database-revision.ts'
import { findPluginEndpoints, openGatewayShells } from '../../src/targets/kubernetes/doors.ts'
import { keepAllEvidence } from '../../src/targets/kubernetes/evidence.ts'
import type { Workload } from '../../src/targets/kubernetes/kube-objects.ts'
import { showLogs } from '../../src/targets/kubernetes/logs.ts'
import { runOneOff } from '../../src/targets/kubernetes/one-off.ts'
import { preflightStack } from '../../src/targets/kubernetes/preflight.ts'
import { accountOf, cluster, read } from '../support/cluster.ts'
import { kubernetesBundle, oneSecret, type Service } from '../support/kubernetes-bundle.ts'
import { openKubernetesWorld, type World } from '../support/kubernetes-world.ts'
import { readMachine } from '../support/machine.ts'

const { busybox, python } = readMachine().images
const gateway: Service = { name: 'mcpgateway', role: 'gateway', image: busybox }
const plugin: Service = { name: 'mcp-plugin-a', role: 'plugin', image: busybox }

let world: World
afterEach(async () => await world.close())

const bundle = (...services: readonly Service[]) =>
  kubernetesBundle({ namespace: world.namespace, stack: 'demo' }, services)

const nobodySays = () => Promise.resolve(new Map<string, readonly string[]>())

describe.skipIf(cluster === null)('on a real cluster', () => {
  test('a restart rolls the pods, and the next apply leaves it alone', async () => {
    world = await openKubernetesWorld()
    expect(await world.deploy(bundle(gateway))).toMatchObject({ ok: true })
    const pod = () => world.kubectl('get', 'pods', '-l', 'mcp-stack.dev/role=gateway', '-o', 'name')
    const before = pod()
    const restart = {
      action: 'restart',
      component: 'mcpgateway',
      service: 'mcpgateway',
      wave: 2,
      reasons: [],
      pending: [],
    } as const
    const outcome = await world.deploy(bundle(gateway), { changes: [restart] })
    expect(outcome).toMatchObject({ ok: true, seconds: { mcpgateway: expect.any(Number) } })
    const after = pod()
    expect(after).not.toBe(before)
    expect(await world.deploy(bundle(gateway))).toMatchObject({ ok: true, seconds: {} })
    expect(pod()).toBe(after)
    expect(await world.deploy(bundle(gateway, plugin))).toMatchObject({ ok: true })
    expect(world.kubectl('get', 'deployment', 'mcpgateway', '-o', 'yaml')).toContain('mcp-stack.dev/restarted-at')
  })

  test('streams that end all the time cost nothing but requests', async () => {
    world = await openKubernetesWorld()
    const { api } = world.place
    const place = {
      ...world.place,
      api: {
        ...api,
        watch: (path: string, signal: AbortSignal, onEvent: Parameters<typeof api.watch>[2]) =>
          api.watch(path, AbortSignal.any([signal, AbortSignal.timeout(100)]), onEvent),
      },
    }
    Object.assign(world.place, place)
    expect(await world.deploy(bundle(gateway, plugin))).toMatchObject({ ok: true })
  })

  test('a run that is told to stop stops, and the next one goes on', async () => {
    const stop = new AbortController()
    world = await openKubernetesWorld(stop.signal)
    const slow = { ...gateway, script: 'sleep 60' }
    setTimeout(() => stop.abort(new StackError({ code: 'TERMINATED', message: 'told to stop' })), 1500)
    const started = Date.now()
    await expect(world.deploy(bundle(slow))).rejects.toMatchObject({ code: 'TERMINATED' })
    expect(Date.now() - started).toBeLessThan(4000)
  })

  test('Python runs in the gateway, and plugins are found by address', async () => {
    world = await openKubernetesWorld()
    const real: Service = {
      ...gateway,
      image: python,
      replicas: 2,
      token: 'a',
      container: { command: ['sh', '-c', 'touch /tmp/ready; sleep 600'] },
    }
    expect(await world.deploy(bundle(real, plugin))).toMatchObject({ ok: true })
    const shells = await openGatewayShells(world.place)
    expect(shells).toHaveLength(2)
    const program = 'import os, sys; print(os.environ["TOKEN"]); sys.exit("bad")'
    const answer = await shells[0]?.python(program, 30)
    expect(answer).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('token-of-the-test') })
    expect(answer?.stderr).toContain('bad')
    const url = `https://mcp-plugin-a.${world.namespace}.svc:8000/mcp`
    expect(
      await findPluginEndpoints(world.place, [{ name: 'mcp-plugin-a', service: 'mcp-plugin-a', port: 8000, url }]),
    ).toEqual([
      {
        component: 'mcp-plugin-a',
        address: expect.stringMatching(/^10\./),
        port: 8000,
        serverName: `mcp-plugin-a.${world.namespace}.svc`,
      },
    ])

    const lines: string[] = []
    const onLine = (component: string, line: string) => void lines.push(`${component}: ${line}`)
    await showLogs(world.place, { components: [], follow: false, tail: 5, onLine })
    await expect(
      showLogs(world.place, { components: ['absent'], follow: false, tail: 5, onLine }),
    ).rejects.toMatchObject({ code: 'USAGE' })
    await keepAllEvidence(world.place)

    // The same where nobody may exec: a pod of its own.
    const deployment = await read<Workload>(world.namespace, 'deployment', 'mcpgateway')
    const apart = await runOneOff(world.place, deployment.spec.template, program, 30)
    expect(apart).toMatchObject({ exitCode: 1, stdout: 'token-of-the-test-0123456789\n' })
    expect(apart.stderr).toContain('bad')
    expect(world.kubectl('get', 'pods,secrets', '-o', 'name')).not.toContain('mcp-stack-run')
    const endpoints = world.kubectl('get', 'endpoints', 'mcpgateway', '-o', 'jsonpath={.subsets[*].addresses[*].ip}')
    expect(endpoints.split(' ')).toHaveLength(2)
  })

  test('where no gateway runs, one is started for the question about its database', async () => {
    world = await openKubernetesWorld()
    const sqlalchemy = { env: [{ name: 'DATABASE_URL', value: 'sqlite:////nothing.db' }] }
    const wanted = bundle({ ...gateway, image: python, token: 'b', container: sqlalchemy })
    expect(await readDatabaseRevision(world.place, { bundle: wanted, secrets: oneSecret() })).toBeUndefined()
    expect(world.kubectl('get', 'pods,secrets', '-o', 'name')).not.toContain('mcp-stack-run')
  })

  test('rights that are missing are told all at once', async () => {
    world = await openKubernetesWorld()
    world.kubectl('create', 'serviceaccount', 'weak')
    const { kubeconfig } = accountOf(world.namespace, 'weak')
    const weak = await world.as(kubeconfig)
    const live = await world.observe()
    const wanted = bundle(gateway)
    const changes = [
      { action: 'create', component: 'mcpgateway', service: 'mcpgateway', wave: 2, reasons: [], pending: [] },
    ] as const
    expect(await preflightStack(world.place, wanted, changes, nobodySays, live)).toEqual([])
    const problems = await preflightStack(weak, wanted, changes, nobodySays, live)
    await weak.api.close()
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'RIGHTS_MISSING',
        message: expect.stringMatching(/create deployments\.apps, .*patch secrets/),
      }),
    ])
    expect(live.kubernetes?.objects).toEqual([])
  })
})
