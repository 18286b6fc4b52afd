import { kubectl, read } from './cluster.ts'
import { type List, workloadsOf } from './workloads.ts'

/** kubectl as the administrator in a namespace. */
export function inNamespace(namespace: string, ...args: readonly string[]): string {
  return kubectl('--namespace', namespace, ...args).trim()
}

/** Output of a command in the first pod of a workload. */
export async function inPod(namespace: string, workload: string, ...command: readonly string[]): Promise<string> {
  const { pods = [] } = (await workloadsOf(namespace))[workload] ?? {}
  return inNamespace(namespace, 'exec', pods[0] ?? '', '--', ...command)
}

/** A variable as the first pod of a workload has it. */
export function variableOf(namespace: string, workload: string, name: string): Promise<string> {
  return inPod(namespace, workload, 'sh', '-c', `printf %s "$${name}"`)
}

/** `Kind/name` of everything in the namespace that a stack could have made, sorted. */
export async function objectsIn(namespace: string): Promise<readonly string[]> {
  const workloads = 'deployments,statefulsets,services,networkpolicies,poddisruptionbudgets'
  const kinds = `${workloads},configmaps,secrets,serviceaccounts,persistentvolumeclaims,leases`
  const { items } = await read<List<Named>>(namespace, kinds)
  return items.map(({ kind, metadata }) => `${kind}/${metadata.name}`).sort()
}

interface Named {
  readonly kind: string
  readonly metadata: { readonly name: string }
}
