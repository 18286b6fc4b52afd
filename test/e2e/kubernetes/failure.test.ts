import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyForeign, cluster, read } from '../../support/cluster.ts'
import { type ClusterStack, pluginIn, type StackFile } from '../../support/cluster-stack.ts'
import { whenSaid, whenSeen } from '../../support/first-seen.ts'
import { openLightStack } from '../../support/light-stack.ts'
import { inNamespace } from '../../support/namespace.ts'
import { lastScreen, mustEnd, reportOf } from '../../support/tool.ts'
import { type List, podNames, podsOf, workloadsOf } from '../../support/workloads.ts'

// Deploys that cannot become ready: what is said, how soon, and what runs afterwards.

/** From the terminal event to the line that names it. */
const reportedWithinSeconds = 15

interface Broken {
  readonly what: string
  readonly change: (file: StackFile) => void
  /** Whether the cluster shows the terminal state now. */
  readonly seen: (namespace: string) => Promise<boolean>
  /** What the report must say of the cause. */
  readonly cause: RegExp
}

const broken: readonly Broken[] = [
  {
    what: 'an image that is not there',
    change: (file) => {
      // Of a registry that does not answer: nobody can tell before the kubelet has asked.
      pluginIn(file, 'Beta').image = 'localhost:1/nothing/here:1'
    },
    seen: (namespace) => anyWaiting(namespace, /ErrImagePull|ImagePullBackOff/),
    cause: /ErrImagePull|ImagePullBackOff|not found|cannot be (?:had|pulled)/,
  },
  {
    what: 'a container that dies',
    change: (file) => {
      pluginIn(file, 'Beta')['command'] = ['sh', '-c', 'echo the address book is missing; exit 3']
    },
    seen: (namespace) => anyWaiting(namespace, /CrashLoopBackOff/),
    cause: /the address book is missing/,
  },
  {
    what: 'a Secret that is not there',
    change: (file) => {
      pluginIn(file, 'Beta')['existing_secret'] = 'no-such-secret'
    },
    seen: (namespace) => anyWaiting(namespace, /CreateContainerConfigError/),
    cause: /no-such-secret/,
  },
  {
    what: 'a pod that fits on no node',
    change: (file) => {
      pluginIn(file, 'Beta')['cpu_request'] = '900'
      pluginIn(file, 'Beta')['cpu_limit'] = '900'
    },
    // Terminal after 30 s only: a node may come.
    seen: async (namespace) =>
      (await podsOf(namespace)).some(({ status }) =>
        status.conditions?.some(
          ({ type, status: state, lastTransitionTime }) =>
            type === 'PodScheduled' && state === 'False' && Date.now() - Date.parse(lastTransitionTime) > 30_000,
        ),
      ),
    cause: /Insufficient cpu|unschedulable|0\/1 nodes/i,
  },
  {
    what: 'a quota that is used up',
    change: (file) => {
      pluginIn(file, 'Beta')['memory_request'] = '2Gi'
      pluginIn(file, 'Beta')['memory_limit'] = '2Gi'
    },
    seen: (namespace) => refusedByQuota(namespace),
    cause: /quota/,
  },
  {
    what: 'a quota without room for more replicas',
    change: (file) => {
      // The template changes too, so the old ReplicaSet grows first, and takes what room there is.
      pluginIn(file, 'Beta')['replicas'] = 9
      pluginIn(file, 'Beta').env_vars['LOG_LEVEL'] = 'DEBUG'
    },
    seen: (namespace) => refusedByQuota(namespace),
    cause: /quota/,
  },
]

describe.skipIf(cluster === null)('a deploy on Kubernetes that fails', () => {
  let stack: ClusterStack
  let foreign: string
  let good: StackFile

  beforeAll(async () => {
    stack = await openLightStack('failure')
    foreign = stack.foreign()
    applyForeign(
      stack.namespace,
      'apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: e2e}\nspec: {hard: {requests.memory: 1Gi, pods: "9"}}\n',
    )
    stack.change((file) => {
      good = structuredClone(file)
    })
    mustEnd(await stack.run('deploy'), 0)
  })

  afterAll(() => {
    stack?.close()
  })

  test.each(broken)(
    '$what: named within 15 s with the command to type next, and the release before is live',
    async ({ change, seen, cause }) => {
      const images = await imagesOf(stack.namespace)
      stack.change((file) => {
        Object.assign(file, structuredClone(good))
        change(file)
      })
      inNamespace(stack.namespace, 'delete', 'events', '--all')
      const running = stack.start('deploy')
      const said = whenSaid(running, cause)
      const terminal = whenSeen(() => seen(stack.namespace))
      const run = mustEnd(await running.ended, 1)
      const terminalAt = await terminal.stop()

      expect(lastScreen(run)).toMatch(cause)
      expect(lastScreen(run)).toContain('Beta')
      expect(lastScreen(run)).toMatch(/mcp-deploy \w+|kubectl /)
      const saidAt = said()
      expect(saidAt).toBeDefined()
      // A look from outside may come too late: then the run had named the cause before anybody saw it.
      const late = terminalAt === undefined ? 0 : ((saidAt?.getTime() ?? Infinity) - terminalAt.getTime()) / 1000
      expect(late).toBeLessThanOrEqual(reportedWithinSeconds)

      expect(await imagesOf(stack.namespace)).toEqual(images)
      const after = await workloadsOf(stack.namespace)
      expect(Object.values(after).every(({ ready, replicas }) => ready === replicas)).toBe(true)
      stack.change((file) => {
        Object.assign(file, structuredClone(good))
      })
      expect(reportOf(mustEnd(await stack.run('deploy', '--json'), 0)).status).toBe('unchanged')
    },
  )

  test('rights that were taken away: all of them are named before the first write', async () => {
    const role = JSON.parse(inNamespace(stack.namespace, 'get', 'roles', '-o', 'json')).items[0]
    const without = role.rules
      .filter(({ resources }: Rule) => !resources.includes('networkpolicies'))
      .map((rule: Rule) =>
        rule.resources.includes('services') ? { ...rule, verbs: rule.verbs.filter((verb) => verb !== 'patch') } : rule,
      )
    applyForeign(stack.namespace, JSON.stringify(bare({ ...role, rules: without })))
    stack.change((file) => {
      file.gateway.env_vars['LOG_LEVEL'] = 'DEBUG'
    })
    const before = await podNames(stack.namespace)
    const run = mustEnd(await stack.run('deploy'), 1)
    expect(lastScreen(run)).toContain('networkpolicies')
    expect(lastScreen(run)).toContain('services')
    expect(lastScreen(run)).toContain('mcp-deploy rbac')
    expect(await podNames(stack.namespace)).toEqual(before)

    applyForeign(stack.namespace, JSON.stringify(bare(role)))
    mustEnd(await stack.run('deploy'), 0)
  })

  test('nothing foreign was touched', () => {
    expect(stack.foreign()).toBe(foreign)
  })
})

interface Rule {
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
}

/** Without what the server set: an apply of it would conflict with itself. */
function bare(role: { readonly metadata: { readonly name: string } }): object {
  return { ...role, metadata: { name: role.metadata.name } }
}

async function refusedByQuota(namespace: string): Promise<boolean> {
  const events = await read<List<{ readonly reason: string; readonly message: string }>>(namespace, 'events')
  return events.items.some(({ reason, message }) => reason === 'FailedCreate' && message.includes('quota'))
}

async function anyWaiting(namespace: string, reason: RegExp): Promise<boolean> {
  const pods = await podsOf(namespace)
  return pods.some(({ status }) =>
    status.containerStatuses?.some(({ state }) => reason.test(state.waiting?.reason ?? '')),
  )
}

async function imagesOf(namespace: string): Promise<object> {
  const all = await workloadsOf(namespace)
  return Object.fromEntries(Object.entries(all).map(([name, { image, replicas }]) => [name, { image, replicas }]))
}
