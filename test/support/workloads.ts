import { read } from './cluster.ts'

/** What says of a workload that it was changed, and of its pods that they were replaced. */
export interface Workload {
  readonly generation: number
  readonly replicas: number
  readonly ready: number
  readonly image: string
  /** Names of the pods that are not going away, sorted. */
  readonly pods: readonly string[]
  /** When the youngest pod was made, ISO 8601. */
  readonly youngest: string
}

/** name → Deployment or StatefulSet with our label, and its pods. */
export async function workloadsOf(namespace: string): Promise<Readonly<Record<string, Workload>>> {
  const [sets, pods] = await Promise.all([
    read<List<ApiWorkload>>(namespace, 'deployments,statefulsets', '--selector', 'mcp-stack.dev/stack'),
    podsOf(namespace),
  ])
  return Object.fromEntries(
    sets.items.map((set) => {
      const [container] = set.spec.template.spec.containers
      const own = pods.filter(
        ({ metadata }) =>
          metadata.name.startsWith(`${set.metadata.name}-`) && belongs(metadata.name, set.metadata.name),
      )
      return [
        set.metadata.name,
        {
          generation: set.metadata.generation,
          replicas: set.spec.replicas,
          ready: set.status.readyReplicas ?? 0,
          image: container?.image ?? '',
          pods: own.map(({ metadata }) => metadata.name).sort(),
          youngest:
            own
              .map(({ metadata }) => metadata.creationTimestamp)
              .sort()
              .at(-1) ?? '',
        },
      ]
    }),
  )
}

/** `mcp-plugin-a-7d9f-x2x` is of `mcp-plugin-a`, not of a `mcp-plugin`: two parts follow a Deployment's name, one a StatefulSet's. */
function belongs(pod: string, set: string): boolean {
  return pod.slice(set.length + 1).split('-').length <= 2
}

export async function podsOf(namespace: string): Promise<readonly Pod[]> {
  const { items } = await read<List<Pod>>(namespace, 'pods', '--selector', 'mcp-stack.dev/stack')
  return items.filter(({ metadata }) => metadata.deletionTimestamp === undefined)
}

/** workload → its pods, for a comparison before and after. */
export async function podNames(namespace: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const all = await workloadsOf(namespace)
  return Object.fromEntries(Object.entries(all).map(([name, { pods }]) => [name, pods]))
}

/** Names of the workloads whose pods are others now, sorted. */
export function rolled(
  before: Readonly<Record<string, readonly string[]>>,
  after: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).sort()
}

export interface List<T> {
  readonly items: readonly T[]
}

interface ApiWorkload {
  readonly metadata: { readonly name: string; readonly generation: number }
  readonly spec: {
    readonly replicas: number
    readonly template: { readonly spec: { readonly containers: readonly ApiContainer[] } }
  }
  readonly status: { readonly readyReplicas?: number }
}

interface ApiContainer {
  readonly name: string
  readonly image: string
}

export interface Pod {
  readonly metadata: {
    readonly name: string
    readonly creationTimestamp: string
    readonly deletionTimestamp?: string
    readonly labels: Readonly<Record<string, string>>
  }
  readonly spec: {
    readonly containers: readonly (ApiContainer & {
      readonly resources: { readonly requests?: object; readonly limits?: object }
    })[]
  }
  readonly status: {
    readonly phase: string
    readonly podIP?: string
    readonly conditions?: readonly {
      readonly type: string
      readonly status: string
      readonly lastTransitionTime: string
    }[]
    readonly containerStatuses?: readonly {
      readonly state: {
        readonly waiting?: { readonly reason: string }
        readonly terminated?: { readonly reason: string }
      }
    }[]
  }
}
