import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { applyForeign, cluster, read, watchAudit, writesOf } from '../../support/cluster.ts'
import { type ClusterStack, pluginIn } from '../../support/cluster-stack.ts'
import { callDuring, openLoad } from '../../support/load.ts'
import { inNamespace, objectsIn } from '../../support/namespace.ts'
import { openRequestStack } from '../../support/request-stack.ts'
import { leavesOf, mustEnd, reportOf } from '../../support/tool.ts'
import { type List, podNames, podsOf, rolled, workloadsOf } from '../../support/workloads.ts'

// The request's own stack with the real gateway and real plugins: deployed, proven, changed under load, kept. In this order.

const [gateway, wordguard, mailmask] = ['mcpgateway', 'mcp-plugin-wordguard', 'mcp-plugin-mailmask'] as const
const leastCalls = 2000

describe.skipIf(cluster === null)("the request's stack on Kubernetes", () => {
  let stack: ClusterStack
  let foreign: string

  beforeAll(async () => {
    stack = await openRequestStack('request')
    foreign = stack.foreign()
  })

  afterAll(() => {
    stack?.close()
  })

  test('one command deploys it, and every handshake is proven from both gateways to every plugin pod', async () => {
    const report = reportOf(mustEnd(await stack.run('deploy', '--json'), 0))
    expect(report.status).toBe('succeeded')
    expect(report.verification?.outcome).toBe('passed')
    const probes = report.verification?.probes ?? []
    expect(probes.filter(({ outcome }) => outcome !== 'passed')).toEqual([])

    const pods = await podsOf(stack.namespace)
    const addresses = (name: string) =>
      pods.flatMap(({ metadata, status }) => (metadata.name.startsWith(`${name}-`) ? [status.podIP ?? ''] : []))
    for (const kind of ['handshake', 'refused-without-certificate', 'refused-foreign-certificate', 'mcp-initialize']) {
      const asked = probes.filter((probe) => probe.kind === kind)
      expect({ kind, from: new Set(asked.map(({ from }) => from)).size }).toEqual({ kind, from: 2 })
      for (const address of [...addresses(wordguard), ...addresses(mailmask)]) {
        const from = asked.filter(({ to }) => to.includes(address)).map((probe) => probe.from)
        expect({ kind, address, from: new Set(from).size }).toEqual({ kind, address, from: 2 })
      }
    }
    expect(addresses(wordguard)).toHaveLength(2)
    expect(probes.filter(({ kind }) => kind === 'plugin-enabled')).toHaveLength(4)
  })

  test('the cluster has what the file says: replicas, requests, limits, addresses', async () => {
    const all = await workloadsOf(stack.namespace)
    const counts = Object.fromEntries(Object.entries(all).map(([name, { ready }]) => [name, ready]))
    expect(counts).toEqual({ [gateway]: 2, [wordguard]: 2, [mailmask]: 1, postgres: 1, redis: 1 })
    expect(await resourcesOf(stack.namespace, gateway)).toEqual({
      requests: { memory: '512Mi', cpu: '250m' },
      limits: { memory: '1Gi', cpu: '1' },
    })
    expect(await resourcesOf(stack.namespace, wordguard)).toEqual({
      requests: { memory: '256Mi', cpu: '100m' },
      limits: { memory: '512Mi', cpu: '500m' },
    })
    expect(await resourcesOf(stack.namespace, mailmask)).toEqual({
      requests: { memory: '128Mi' },
      limits: { memory: '512Mi' },
    })
    const plugins = await pluginsConfig(stack.namespace)
    expect(plugins.map(({ name, mcp }) => `${name} ${mcp.url}`)).toEqual([
      `WordGuard https://${wordguard}.${stack.namespace}.svc:8000/mcp`,
      `MailMask https://${mailmask}.${stack.namespace}.svc:3000/mcp`,
    ])
    const service = JSON.parse(inNamespace(stack.namespace, 'get', 'service', wordguard, '-o', 'json'))
    expect(service.spec).toMatchObject({ type: 'ClusterIP', sessionAffinity: 'ClientIP' })
  })

  test('a second deploy has nothing to do', async () => {
    const before = await podNames(stack.namespace)
    const report = reportOf(mustEnd(await stack.run('deploy', '--json'), 0))
    expect(report.status).toBe('unchanged')
    expect(report.images.filter(({ how }) => how === 'built')).toEqual([])
    expect(leavesOf(report).filter(({ how }) => how !== 'kept')).toEqual([])
    const inUse = report.certificates.map(({ kind, inUse: used }) => `${kind} ${used?.state}`)
    expect(inUse.toSorted()).toEqual(['ca undefined', 'client same', 'server same', 'server same'])
    expect(await podNames(stack.namespace)).toEqual(before)
  })

  test.skipIf(cluster?.auditLog === null)(
    'from a new clone and an empty HOME it makes no write and few reads',
    async () => {
      const clone = mkdtempSync(join(tmpdir(), 'mcp-e2e-clone-'))
      cpSync(stack.folder, clone, { recursive: true })
      const audit = watchAudit(stack.namespace)
      const run = mustEnd(await stack.runElsewhere(clone, 'deploy', '--json', '--no-verify'), 0)
      const asked = audit()
      rmSync(clone, { recursive: true, force: true })
      expect(reportOf(run).status).toBe('unchanged')
      expect(asked.length).toBeGreaterThan(0)
      expect(writesOf(asked)).toEqual([])
      expect(asked.length).toBeLessThanOrEqual(30)
    },
  )

  test('where nobody may enter a gateway, the same is proven from pods of its own, which are gone afterwards', async () => {
    const restore = withoutRight(stack.namespace, 'pods/exec')
    const run = await stack.run('verify', '--json')
    const look = await stack.run('certs check', '--json')
    restore()
    const { certificates } = reportOf(mustEnd(look, 0))
    expect(certificates.map(({ component, inUse, kind }) => [component, kind, inUse?.state]).slice(0, 3)).toEqual([
      ['gateway', 'client', 'same'],
      ['WordGuard', 'server', 'same'],
      ['MailMask', 'server', 'same'],
    ])
    const report = reportOf(mustEnd(run, 0))
    expect(report.verification?.outcome).toBe('passed')
    const probes = report.verification?.probes ?? []
    expect(probes.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
    expect(new Set(probes.map(({ from }) => from)).size).toBe(2)
    const left = [
      ...(await podsOf(stack.namespace)).map(({ metadata }) => metadata.name),
      ...(await objectsIn(stack.namespace)),
    ]
    expect(left.filter((name) => name.includes('mcp-stack-run-'))).toEqual([])
  })

  test('a value of the gateway rolls the gateway only', async () => {
    stack.change((file) => {
      file.gateway.env_vars['LOG_LEVEL'] = 'WARNING'
      // For the calls below: a hundred a minute are allowed to one address, and then it is locked out.
      file.gateway.env_vars['RATE_LIMITING_ENABLED'] = 'false'
    })
    const before = await podNames(stack.namespace)
    const report = reportOf(mustEnd(await stack.run('deploy', '--json'), 0))
    expect(report.verification?.outcome).toBe('passed')
    expect(rolled(before, await podNames(stack.namespace))).toEqual([gateway])
  })

  test('a plugin that changes in place under load: nothing is let through that it would have blocked', async () => {
    openLoad(stack.namespace)
    const { load } = await changeUnderLoad('1')
    expect(load.counts).toMatchObject({ blocked: expect.any(Number), allowed: expect.any(Number) })
    expect(load.examples['let through']).toBeUndefined()
    expect(load.examples['unmasked']).toBeUndefined()
    expect(total(load.counts)).toBeGreaterThanOrEqual(leastCalls)
  })

  test('a plugin that changes beside itself (rolling: parallel) under load: no call fails', async () => {
    stack.change((file) => {
      file.ci_cd.deploy['rolling'] = 'parallel'
    })
    mustEnd(await stack.run('deploy'), 0)
    const { load, before, after } = await changeUnderLoad('2')
    expect(load.examples).toEqual({ blocked: expect.any(String), allowed: expect.any(String) })
    expect(total(load.counts)).toBeGreaterThanOrEqual(leastCalls)
    const changed = rolled(before, after).filter((name) => name !== gateway)
    expect(changed.every((name) => name.startsWith(`${wordguard}-r`))).toBe(true)
    // The stable name leads to what runs now, as soon as the cluster's own controller has seen it.
    const endpoints = async () => {
      const selector = `kubernetes.io/service-name=${wordguard}`
      const slices = await read<List<Slice>>(stack.namespace, 'endpointslices', '--selector', selector)
      return slices.items.flatMap((slice) => slice.endpoints ?? []).length
    }
    await expect.poll(endpoints, { timeout: 30_000, interval: 1000 }).toBe(2)
    mustEnd(await stack.run('verify'), 0)
  })

  test('destroy keeps the database and what opens it; the next deploy serves what was stored before', async () => {
    const token = mustEnd(await stack.run('token'), 0).stdout.trim()
    mustEnd(await stack.run('destroy', '--force'), 0)
    expect((await podsOf(stack.namespace)).length).toBe(0)
    expect((await objectsIn(stack.namespace)).filter((name) => name.startsWith('PersistentVolumeClaim/'))).toHaveLength(
      1,
    )
    mustEnd(await stack.run('deploy'), 0)
    // Signed before, looked up in the database of before.
    expect(await promptsSeen(stack.namespace, token)).toContain('load')
  })

  test('destroy --volumes leaves nothing of ours, and what is not ours as it was', async () => {
    mustEnd(await stack.run('destroy', '--force', '--volumes'), 0)
    const left = (await objectsIn(stack.namespace)).filter((name) => !name.endsWith('/foreign'))
    expect(left).toEqual(['ConfigMap/kube-root-ca.crt', 'ServiceAccount/default', 'ServiceAccount/deployer'])
    expect(stack.foreign()).toBe(foreign)
  })

  /** Another value for WordGuard, deployed while the gateway is called. */
  async function changeUnderLoad(value: string) {
    const token = mustEnd(await stack.run('token'), 0).stdout.trim()
    const before = await podNames(stack.namespace)
    stack.change((file) => {
      pluginIn(file, 'WordGuard').env_vars['ROUND'] = value
    })
    const { load, result } = await callDuring(stack.namespace, token, leastCalls, () => stack.run('deploy', '--json'))
    console.info(
      `under load: ${JSON.stringify(load.counts)} in ${load.seconds.toFixed(0)} s; the first of each: ${JSON.stringify(load.examples)}`,
    )
    mustEnd(result, 0)
    const after = await podNames(stack.namespace)
    expect(rolled(before, after)).toContain(gateway)
    expect(rolled(before, after)).not.toContain(mailmask)
    return { load, before, after }
  }
})

interface Slice {
  readonly endpoints?: readonly object[] | null
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

async function resourcesOf(namespace: string, name: string): Promise<object> {
  const pod = (await podsOf(namespace)).find(({ metadata }) => metadata.name.startsWith(`${name}-`))
  return pod?.spec.containers[0]?.resources ?? {}
}

interface Role {
  readonly metadata: { readonly name: string }
  readonly rules: readonly { readonly resources: readonly string[] }[]
}

/** The deployer's Roles without one resource. @returns what gives it back. */
function withoutRight(namespace: string, resource: string): () => void {
  const { items }: List<Role> = JSON.parse(inNamespace(namespace, 'get', 'roles', '-o', 'json'))
  const write = (allow: (one: string) => boolean) => {
    const roles = items.map(({ metadata: { name }, rules }) => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name },
      rules: rules
        .map((rule) => ({ ...rule, resources: rule.resources.filter(allow) }))
        .filter(({ resources }) => resources.length > 0),
    }))
    applyForeign(namespace, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: roles }))
  }
  write((one) => one !== resource)
  return () => write(() => true)
}

interface PluginEntry {
  readonly name: string
  readonly mcp: { readonly url: string }
}

async function pluginsConfig(namespace: string): Promise<readonly PluginEntry[]> {
  const maps = await read<List<{ readonly data?: Readonly<Record<string, string>> }>>(namespace, 'configmaps')
  const text = maps.items.map(({ data }) => data?.['plugins.yaml']).find((found) => found !== undefined)
  return parse(text ?? 'plugins: []').plugins
}

async function promptsSeen(namespace: string, token: string): Promise<string> {
  const program = [
    'import sys, urllib.request',
    `request = urllib.request.Request("http://mcpgateway.${namespace}.svc:4444/prompts", headers={"authorization": "Bearer " + sys.argv[1]})`,
    'print(urllib.request.urlopen(request, timeout=30).read().decode())',
  ].join('\n')
  return inNamespace(namespace, 'exec', 'load', '--', 'python3', '-c', program, token)
}
