import type { KubernetesLive } from '../model/kubernetes.ts'
import type { Live, Release } from '../model/live.ts'

/**
 * Whether a release that failed changed nothing that runs, so that there is nothing to go back from: every workload of the
 * release before is as it was and ready, no other one of ours is there, and no object has other contents. Only of clusters:
 * there a roll-back first makes Secrets from today's values, and may be refused just as the deploy was (quota, admission).
 */
export function isStillLive(previous: Release, failed: Release, live: Live): boolean {
  if (live.kubernetes === undefined || previous.inventory === undefined) return false
  const wanted = new Map(previous.components.map(({ hash, service }) => [service, hash]))
  const ours = live.components.filter(({ hash }) => hash !== undefined)
  const services = new Set(ours.map(({ service }) => service))
  return (
    [...wanted.keys()].every((service) => services.has(service)) &&
    ours.every(({ hash, readiness, service }) => readiness === 'ready' && wanted.get(service) === hash) &&
    areObjectsSame(previous, failed, live.kubernetes)
  )
}

/** Compose, which has nothing but workloads: whether they are those that there were before. */
export function runsTheSame(before: Live, now: Live): boolean {
  return now.kubernetes === undefined && areSameWorkloads(before.components, now.components)
}

type Workloads = readonly { readonly service: string; readonly hash?: string }[]

/** Whether two lists name the same workloads with the same contents, in whatever order. Pure. */
export function areSameWorkloads(one: Workloads, other: Workloads): boolean {
  const [a, b] = [one, other].map((list) =>
    list
      .map(({ hash, service }) => `${service} ${hash}`)
      .sort()
      .join('\n'),
  )
  return a === b
}

/** What is named by its contents cannot change and is in nobody's way; Namespaces are not ours to list. */
function areObjectsSame(previous: Release, failed: Release, { objects }: KubernetesLive): boolean {
  const there = new Map(objects.map(({ hash, key }) => [key, hash]))
  const before = new Map((previous.inventory ?? []).map((entry) => [entry.key, entry]))
  const keys = new Set([...before.keys(), ...(failed.inventory ?? []).map(({ key }) => key)])
  const contentNamed = new Set(
    [...(previous.inventory ?? []), ...(failed.inventory ?? [])].flatMap((entry) =>
      entry.contentNamed ? [entry.key] : [],
    ),
  )
  return [...keys]
    .filter((key) => !contentNamed.has(key) && !key.startsWith('v1/Namespace/'))
    .every((key) => there.get(key) === before.get(key)?.hash)
}
