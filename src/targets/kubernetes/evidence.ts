import { objectLabels } from '../../model/kubernetes.ts'
import type { KubeAnswer, Place } from './api.ts'
import type { Event, KubeObject, Pod, Workload } from './kube-objects.ts'
import { logPath } from './paths.ts'
import { readPodStatus } from './pod-status.ts'
import { type Kind, listObjects } from './read-objects.ts'

/** How many of a container's last lines are kept in the file, and how many of them are shown. */
const keptLines = 1000
const shownLines = 40
const shownEvents = 10

/** Pods of one component whose logs are kept; what breaks one of a hundred replicas breaks the others too. */
const keptPods = 3

/** The node cuts a line into pieces of 16 KiB, and counts pieces where it is asked for lines. */
const pieceBytes = 16_000

export interface Evidence {
  /** Name under deploy/logs/, without `.log`. */
  readonly log: string
  readonly lastLog: readonly string[]
  readonly events: readonly string[]
}

export interface Suspect {
  readonly component: string
  readonly workload?: Workload
  /** The one that tells why comes first. */
  readonly pods: readonly Pod[]
}

/**
 * Writes what a roll-back is about to remove to deploy/logs/failed-<component>.log: what became of workload and pods, their
 * events and logs; not their environment. @returns the events, and the last lines of the first pod that said something.
 */
export async function keepEvidence(place: Place, { component, workload, pods }: Suspect): Promise<Evidence> {
  const log = logName(component)
  const chosen = pods.slice(0, keptPods)
  const owners = chosen.flatMap(({ metadata }) => metadata.ownerReferences ?? [])
  const subjects = [...chosen, ...(workload === undefined ? [] : [workload])].map(({ metadata }) => metadata.uid)
  const uids = new Set([...subjects, ...owners.map(({ uid }) => uid)])
  const [events, ...logs] = await Promise.all([readEvents(place, uids), ...chosen.map((pod) => readLogs(place, pod))])
  const parts = [
    `${place.io.clock.now().toISOString()} ${component}`,
    ...(workload === undefined ? [] : describeWorkload(workload)),
    ...chosen.flatMap((pod, index) => [
      `pod ${pod.metadata.name}: ${readPodStatus(pod).message}`,
      ...describeContainers(pod),
      ...(logs[index] ?? []).flatMap(({ title, lines }) => [`--- ${title}`, ...lines]),
    ]),
    ...(events.length === 0 ? [] : ['--- events', ...events]),
  ]
  place.io.log(log, parts.join('\n'))
  const words = logs.flat().find(({ lines }) => lines.length > 0)?.lines ?? []
  const shown = place.io.redactor.redact(words.join('\n')).split('\n').slice(-shownLines)
  const told = place.io.redactor.redact(events.join('\n')).split('\n')
  return { log, lastLog: words.length > 0 ? shown : [], events: events.length > 0 ? told : [] }
}

/** As a file name has it, whatever the component is called. */
export function logName(component: string): string {
  return `failed-${component.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 80)}`
}

/** Every component's, whatever it does. */
export async function keepAllEvidence(place: Place): Promise<void> {
  const [deployments, sets, all] = await Promise.all([
    list<Workload>(place, { apiVersion: 'apps/v1', kind: 'Deployment' }, true),
    list<Workload>(place, { apiVersion: 'apps/v1', kind: 'StatefulSet' }, true),
    list<Pod>(place, { apiVersion: 'v1', kind: 'Pod' }, true),
  ])
  const workloads = [...deployments, ...sets]
  for (const workload of workloads) {
    const selector = Object.entries(workload.spec.selector.matchLabels ?? {})
    const own = all.filter(({ metadata }) => selector.every(([key, value]) => metadata.labels?.[key] === value))
    const component = workload.metadata.annotations?.[objectLabels.name] ?? workload.metadata.name
    await keepEvidence(place, { component, workload, pods: worstFirst(own) })
  }
}

/** Pods that failed before those that progress, and those before the ready ones. Pure. */
export function worstFirst(pods: readonly Pod[]): readonly Pod[] {
  const order = ['failed', 'progressing', 'stopped', 'ready']
  const rank = (pod: Pod) => order.indexOf(readPodStatus(pod).readiness)
  return pods.toSorted((a, b) => rank(a) - rank(b) || (a.metadata.name < b.metadata.name ? -1 : 1))
}

async function readEvents(place: Place, uids: ReadonlySet<string | undefined>): Promise<readonly string[]> {
  const events = await list<Event & KubeObject & EventTime>(place, { apiVersion: 'v1', kind: 'Event' }, false)
  return events
    .filter(({ involvedObject }) => uids.has(involvedObject?.uid))
    .map((event) => ({ at: event.lastTimestamp ?? event.eventTime ?? '', event }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .slice(-shownEvents)
    .map(({ at, event: { type, reason, message, involvedObject } }) =>
      [at, type, reason, `${involvedObject?.kind}/${involvedObject?.name}`, message?.trim()].filter(Boolean).join(' '),
    )
}

interface EventTime {
  readonly lastTimestamp?: string
  readonly eventTime?: string
}

interface ContainerLog {
  readonly title: string
  readonly lines: readonly string[]
}

/** A container that was restarted says why in the log of its life before. */
async function readLogs(place: Place, pod: Pod): Promise<readonly ContainerLog[]> {
  const { status = {}, metadata } = pod
  const statuses = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])]
  const wanted = statuses.flatMap(({ name, restartCount = 0, state, lastState }) => {
    const began = state?.running !== undefined || state?.terminated !== undefined || restartCount > 0
    if (!began) return []
    const ended = lastState?.terminated !== undefined && state?.running === undefined && state?.terminated === undefined
    return [{ container: name, previous: ended || (restartCount > 0 && state?.running !== undefined) }]
  })
  return await Promise.all(
    wanted.map(async ({ container, previous }) => {
      const read = (before: boolean) =>
        ask(place, logPath(place.namespace, metadata.name, { container, tailLines: keptLines, previous: before }))
      const first = await read(previous)
      // The node may have forgotten the container's former life.
      const answer = previous && first?.status !== 200 ? await read(false) : first
      const lines = answer?.status === 200 ? wholeLines(answer.text) : []
      return { title: `log of ${metadata.name} ${container}${previous ? ' before its restart' : ''}`, lines }
    }),
  )
}

/** A log that is cut at its beginning may begin inside a line, with half of a secret in it. Pure. */
export function wholeLines(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const complete = lines.length < keptLines && !lines.some((line) => Buffer.byteLength(line) > pieceBytes)
  return complete ? lines : lines.slice(1)
}

function describeWorkload({ kind = '', metadata, spec, status = {} }: Workload): readonly string[] {
  const { replicas = 0, updatedReplicas = 0, availableReplicas = 0, conditions = [] } = status
  return [
    `${kind} ${metadata.name}: ${spec.replicas ?? 1} wanted, ${replicas} there, ${updatedReplicas} new, ${availableReplicas} ready`,
    ...conditions.map(({ type, status: its, reason, message }) => `  ${type} ${its} ${reason ?? ''}: ${message ?? ''}`),
  ]
}

function describeContainers({ status = {} }: Pod): readonly string[] {
  const all = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])]
  return all.map(({ name, image, restartCount = 0, state, lastState }) => {
    const before = lastState?.terminated === undefined ? '' : `, before that ${JSON.stringify(lastState)}`
    return `  ${name} ${image ?? ''} restarted ${restartCount} times: ${JSON.stringify(state ?? {})}${before}`
  })
}

/** Evidence is best effort: a server that is away must not hide why the deploy failed. */
async function ask(place: Place, path: string): Promise<KubeAnswer | undefined> {
  try {
    return await place.api.get(path, { timeoutSeconds: 10 })
  } catch {
    return undefined
  }
}

async function list<T extends KubeObject>(place: Place, kind: Kind, ours: boolean): Promise<readonly T[]> {
  try {
    return (await listObjects<T>(place, kind, { ours, metadataOnly: false })) ?? []
  } catch {
    return []
  }
}
