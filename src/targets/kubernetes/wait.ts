import type { BundleComponent } from '../../model/bundle.ts'
import { objectLabels } from '../../model/kubernetes.ts'
import { stopIfInterrupted } from '../interrupted.ts'
import type { Place } from './api.ts'
import type { Fallen } from './failure.ts'
import type { Pod, Workload } from './kube-objects.ts'
import { type Expected, type Look, lookAt, type Seen, type Unplaced } from './look.ts'
import { listPath, pathOf } from './paths.ts'
import { readPodStatus } from './pod-status.ts'
import type { Refusals } from './quota.ts'
import { type Follower, followLists } from './watch.ts'

/** Unschedulable pods are judged by our own clock, so the wait wakes up without an event too. */
const wakeMilliseconds = 1000

/** Events come in bursts; between two looks this much time passes at least. */
const restMilliseconds = 100

export interface WaitFor {
  readonly components: readonly BundleComponent[]
  /** Service → generation of our write, for what this run has written. */
  readonly generations: ReadonlyMap<string, number>
  /** Service → kind of its workload. */
  readonly kinds: ReadonlyMap<string, string>
  /** Counted from the start of the wait: what still progresses after that has failed. */
  readonly timeoutSeconds: number
}

export interface Waited {
  readonly fallen: readonly Fallen[]
  /** Service → seconds until ready, counted from the start of the wait. */
  readonly seconds: Readonly<Record<string, number>>
}

/** The streams of a namespace, opened before anything is written, so that nothing is missed. */
export interface Waiter {
  /** Before a wave is written: what is there now belongs to the past. */
  mark(): void
  /** Waits until every component is ready. A terminal state of one ends the wait at once for all of them. */
  untilReady(wait: WaitFor): Promise<Waited>
  close(): Promise<void>
}

/** @throws StackError ENGINE_UNREACHABLE, RIGHTS_MISSING */
export async function openWaiter(place: Place): Promise<Waiter> {
  const { namespace, stack } = place
  const ours = { labelSelector: `${objectLabels.stack}=${stack}` }
  const follower = await followLists(place, [
    { kind: 'Deployment', path: listPath('apps/v1', 'Deployment', namespace, ours) },
    { kind: 'StatefulSet', path: listPath('apps/v1', 'StatefulSet', namespace, ours) },
    { kind: 'Pod', path: listPath('v1', 'Pod', namespace, ours) },
    { kind: 'Event', path: listPath('v1', 'Event', namespace), optional: true },
  ])
  let past = pastOf(follower)
  return {
    mark: () => {
      past = pastOf(follower)
    },
    untilReady: (wait) => waitUntilReady(place, follower, wait, past),
    close: () => follower.close(),
  }
}

type Past = Pick<Expected, 'before' | 'oldEvents'>

function pastOf(follower: Follower): Past {
  return {
    before: new Set(follower.objects('Pod').map(({ metadata }) => metadata.uid ?? '')),
    oldEvents: new Map(
      follower.objects('Event').map(({ metadata }) => [metadata.name, metadata.resourceVersion ?? '']),
    ),
  }
}

async function waitUntilReady(place: Place, follower: Follower, wait: WaitFor, past: Past): Promise<Waited> {
  const { clock, progress, signal } = place.io
  const start = clock.now().getTime()
  const seconds: Record<string, number> = {}
  const tasks = new Map(wait.components.map(({ name, service }) => [service, progress.task(name)]))
  const expected = wait.components.map((component) => expect(component, wait, past))
  const unplaced: Unplaced = new Map()
  const refusals: Refusals = new Map()
  const removed = new Set<string>()

  for (;;) {
    const now = clock.now().getTime()
    const seen = seenBy(follower)
    const looks = expected.map((one) => lookAt(one, seen, { now, start, unplaced, refusals }))
    for (const { component, readiness, message } of looks) {
      const { service } = component
      if (seconds[service] !== undefined) continue
      if (readiness === 'ready') {
        seconds[service] = (now - start) / 1000
        tasks.get(service)?.done(message)
      } else tasks.get(service)?.update(message)
    }
    const late = now - start >= wait.timeoutSeconds * 1000
    const fallen = looks
      .filter(({ readiness }) => readiness === 'failed' || (late && readiness !== 'ready'))
      .map((one) => toFallen(one, (now - start) / 1000))
    if (fallen.length > 0) {
      for (const { service, reason } of fallen) tasks.get(service)?.fail(place.io.redactor.redact(reason))
      return { fallen, seconds }
    }
    if (looks.every(({ readiness }) => readiness === 'ready')) return { fallen: [], seconds }
    await freeStatefulSets(place, seen, looks, removed)
    await clock.sleep(restMilliseconds, signal)
    await follower.changed(wakeMilliseconds)
    stopIfInterrupted(place.io)
  }
}

function expect(component: BundleComponent, { generations, kinds }: WaitFor, past: Past): Expected {
  const { service } = component
  const generation = generations.get(service)
  const kind = kinds.get(service) ?? 'Deployment'
  // What this run did not write has no new pods to wait for: those that are there are the ones that count.
  if (generation === undefined) return { component, kind, generation: 0, before: new Set(), oldEvents: past.oldEvents }
  return { component, kind, generation, ...past }
}

// The lists were asked for by kind, so their objects are of that kind.
const seenBy = (follower: Follower): Seen => ({
  workloads: [...tagged(follower, 'Deployment'), ...tagged(follower, 'StatefulSet')],
  pods: follower.objects('Pod') as readonly Pod[],
  events: follower.objects('Event'),
})

/** Items of a list come without their kind. */
const tagged = (follower: Follower, kind: string) =>
  follower.objects(kind).map((object) => ({ ...(object as Workload), kind }))

function toFallen({ component, readiness, message, pod, workload }: Look, waitedSeconds: number): Fallen {
  const { name, service } = component
  const reason = readiness === 'failed' ? message : `not ready after ${Math.round(waitedSeconds)} s: ${message}`
  return { component: name, service, reason, ...(pod && { pod }), ...(workload && { workload }) }
}

/**
 * A StatefulSet never replaces a pod that is broken, not even when a new template would mend it (kubernetes/kubernetes#67250):
 * such a pod of an older revision is removed once.
 */
async function freeStatefulSets(place: Place, seen: Seen, looks: readonly Look[], removed: Set<string>): Promise<void> {
  for (const { workload } of looks) {
    if (workload?.kind !== 'StatefulSet' || workload.status?.updateRevision === undefined) continue
    const { updateRevision, observedGeneration = 0 } = workload.status
    if (observedGeneration < (workload.metadata.generation ?? 0)) continue
    const stuck = seen.pods.filter(
      (pod) =>
        pod.metadata.ownerReferences?.some(({ uid }) => uid === workload.metadata.uid) === true &&
        pod.metadata.labels?.['controller-revision-hash'] !== updateRevision &&
        !removed.has(pod.metadata.uid ?? '') &&
        readPodStatus(pod).readiness === 'failed',
    )
    for (const { metadata } of stuck) {
      removed.add(metadata.uid ?? '')
      const path = pathOf('v1', 'Pod', place.namespace, metadata.name)
      await place.api.remove(path, metadata.uid === undefined ? {} : { uid: metadata.uid })
    }
  }
}
