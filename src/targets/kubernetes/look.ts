import type { BundleComponent } from '../../model/bundle.ts'
import { objectLabels } from '../../model/kubernetes.ts'
import { readEvent } from './event-status.ts'
import type { Event, KubeObject, Pod, Workload } from './kube-objects.ts'
import { isUnschedulable, type ObjectStatus, readPodStatus } from './pod-status.ts'
import { isOverQuota, isRefusedForGood, type Refusals } from './quota.ts'
import { readWorkloadStatus } from './workload-status.ts'

/** Everything of the namespace that a look needs, as it was last seen. */
export interface Seen {
  readonly workloads: readonly Workload[]
  readonly pods: readonly Pod[]
  readonly events: readonly (Event & KubeObject)[]
}

/** What one component is expected to become. */
export interface Expected {
  readonly component: BundleComponent
  /** `Deployment` or `StatefulSet`. */
  readonly kind: string
  /** Of our last write: a workload that is older was seen before it. */
  readonly generation: number
  /** Uids of pods that were there before this run wrote the workload: their failures are not the new pods'. */
  readonly before: ReadonlySet<string>
  /** Names of events that were there before, with their resource version: they are about the past. */
  readonly oldEvents: ReadonlyMap<string, string>
}

export interface Look {
  readonly component: BundleComponent
  readonly readiness: 'ready' | 'progressing' | 'failed'
  readonly message: string
  readonly workload?: Workload
  /** The pod that tells why. */
  readonly pod?: Pod
}

/** Clock of a wait: pod's uid → milliseconds since it was first seen without a place. */
export type Unplaced = Map<string, number>

/**
 * Old pods are judged too once the roll-out has had this long: where only a count was changed, or nothing at all, they are the
 * ones that are wanted.
 */
export const beforeGraceMilliseconds = 8000

/** What a wait remembers from look to look, and its own clock in milliseconds. */
export interface Moment {
  readonly now: number
  readonly start: number
  readonly unplaced: Unplaced
  readonly refusals: Refusals
}

/** One component, judged by its workload, then its pods, then what the events say. Pure but for the moment's memory. */
export function lookAt(expected: Expected, seen: Seen, time: Moment): Look {
  const { component, kind } = expected
  const workload = seen.workloads.find(
    ({ metadata, kind: its = kind }) => its === kind && metadata.name === component.service,
  )
  if (workload === undefined || (workload.metadata.generation ?? 0) < expected.generation) {
    return { component, readiness: 'progressing', message: 'not seen yet' }
  }
  const status = readWorkloadStatus(kind, workload)
  if (status === undefined || status.readiness === 'ready') {
    return { component, readiness: 'ready', message: status?.message ?? 'there', workload }
  }
  if (status.terminal) {
    const pod = podsOf(workload, component, seen.pods)[0]
    return { component, readiness: 'failed', message: status.message, workload, ...(pod && { pod }) }
  }
  const judgeAll = time.now - time.start >= beforeGraceMilliseconds
  const pods = podsOf(workload, component, seen.pods).filter(
    ({ metadata }) => judgeAll || !expected.before.has(metadata.uid ?? ''),
  )
  const looks = pods.map((pod) => ({ pod, status: lookAtPod(pod, expected, seen, time) }))
  const broken = looks.find(({ status: { terminal } }) => terminal)
  if (broken !== undefined)
    return { component, readiness: 'failed', message: broken.status.message, workload, pod: broken.pod }

  const told = newEvents(seen, expected, workload.metadata.uid)
  const refused = told.find(({ terminal }) => terminal)
  if (refused !== undefined) return { component, readiness: 'failed', message: refused.message, workload }
  const slow = looks.find((one) => one.status.readiness !== 'ready')
  const words = [status, ...(lacksPods(workload, slow !== undefined) ? told : [])].map(({ message: text }) => text)
  const overQuota = words.find(isOverQuota)
  if (overQuota !== undefined) {
    const makesRoom = seen.pods.some(({ metadata }) => metadata.deletionTimestamp !== undefined)
    const final = isRefusedForGood(time.refusals, workload.metadata.uid ?? '', time.now, makesRoom)
    return {
      component,
      readiness: final ? 'failed' : 'progressing',
      message: overQuota,
      workload,
      ...(slow && { pod: slow.pod }),
    }
  }
  time.refusals.delete(workload.metadata.uid ?? '')
  const message = slow === undefined ? status.message : `${status.message}; ${slow.status.message}`
  return { component, readiness: 'progressing', message, workload, ...(slow && { pod: slow.pod }) }
}

function lookAtPod(
  pod: Pod,
  expected: Expected,
  seen: Seen,
  { now, unplaced }: { readonly now: number; readonly unplaced: Unplaced },
): ObjectStatus {
  const uid = pod.metadata.uid ?? ''
  if (isUnschedulable(pod)) unplaced.set(uid, unplaced.get(uid) ?? now)
  else unplaced.delete(uid)
  const status = readPodStatus(pod, { unschedulableSeconds: (now - (unplaced.get(uid) ?? now)) / 1000 })
  if (status.terminal || status.readiness === 'ready' || isStarted(pod)) return status
  // Its containers do not exist yet: only events tell what they wait for.
  const told = newEvents(seen, expected, uid)
  const worst = told.find(({ terminal }) => terminal) ?? told.find(({ reason }) => /Failed(Mount|Attach)/.test(reason))
  if (worst === undefined) return status
  return { readiness: worst.terminal ? 'failed' : 'progressing', message: worst.message, terminal: worst.terminal }
}

/** Events of a set outlive what they tell; it makes its next pod when those before are ready, unless it may not. */
const lacksPods = ({ spec, status }: Workload, waitsForOne: boolean) =>
  !waitsForOne && (status?.replicas ?? 0) < (spec.replicas ?? 1)

const isStarted = ({ status }: Pod) =>
  status?.containerStatuses?.some(({ state }) => state?.waiting === undefined || state.terminated !== undefined) ===
  true

function newEvents({ events }: Seen, { oldEvents }: Expected, uid: string | undefined) {
  return events.flatMap((event) => {
    if (uid === undefined || event.involvedObject?.uid !== uid) return []
    if (oldEvents.get(event.metadata.name) === (event.metadata.resourceVersion ?? '')) return []
    const read = readEvent(event)
    return read === undefined ? [] : [{ ...read, reason: event.reason ?? '' }]
  })
}

/** The pods of a workload that were made of the template we want. Pure. */
export function podsOf(workload: Workload, component: BundleComponent, pods: readonly Pod[]): readonly Pod[] {
  const selector = Object.entries(workload.spec.selector.matchLabels ?? {})
  return pods.filter(({ metadata }) => {
    const { labels = {}, deletionTimestamp } = metadata
    if (deletionTimestamp !== undefined || labels[objectLabels.hash] !== component.hash) return false
    return selector.every(([key, value]) => labels[key] === value)
  })
}
