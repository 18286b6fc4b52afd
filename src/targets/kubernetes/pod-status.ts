import type { Readiness } from '../../model/live.ts'
import type { ContainerState, ContainerStatus, Pod, PodContainer } from './kube-objects.ts'

/** What an object's status means. */
export interface ObjectStatus {
  readonly readiness: Readiness
  /** One line that a person understands; it may quote the cluster's words. */
  readonly message: string
  /** Waiting longer does not help. */
  readonly terminal: boolean
}

export interface PodSeen {
  /** Since the waiting caller first saw it unschedulable, by its own clock: the cluster's may differ. */
  readonly unschedulableSeconds?: number
}

/** A scheduler that finds no place for this long finds none: an autoscaler's node would be on its way by then. */
export const unschedulableLimitSeconds = 30

/** From the second restart on it is a crash loop and not a slow start. */
const crashLoop = 2

/** Reads one pod's status. Pure. */
export function readPodStatus(pod: Pod, seen: PodSeen = {}): ObjectStatus {
  const { status = {} } = pod
  if (pod.metadata.deletionTimestamp !== undefined) return progressing('is being removed')
  // A pod that failed as a whole (evicted, its node shut down) is replaced: not the end of the roll-out.
  if (status.phase === 'Failed') {
    const words = [status.reason?.toLowerCase() ?? 'failed', status.message].filter(Boolean).join(': ')
    return { readiness: 'failed', message: words, terminal: false }
  }
  const statuses = [
    ...readContainers(pod.spec.initContainers, status.initContainerStatuses, true),
    ...readContainers(pod.spec.containers, status.containerStatuses, false),
  ]
  if (statuses.length === 0) return readUnscheduled(pod, seen)
  const worst = statuses.reduce((a, b) => (severity(b) > severity(a) ? b : a))
  if (worst.readiness !== 'ready') return worst
  const ready = status.conditions?.find(({ type }) => type === 'Ready')
  return ready?.status === 'False' ? progressing(ready.message ?? 'not ready yet') : worst
}

/** Whether it waits for a place; the caller counts the seconds. */
export function isUnschedulable(pod: Pod): boolean {
  return unschedulable(pod) !== undefined
}

const unschedulable = (pod: Pod) =>
  pod.status?.conditions?.find(
    ({ type, status, reason }) => type === 'PodScheduled' && status === 'False' && reason === 'Unschedulable',
  )

function readUnscheduled(pod: Pod, { unschedulableSeconds = 0 }: PodSeen): ObjectStatus {
  const condition = unschedulable(pod)
  if (condition === undefined) return progressing(pod.spec.nodeName === undefined ? 'waits for a node' : 'starting')
  const message = `no node can take it: ${condition.message ?? 'the scheduler gave no reason'}`
  return unschedulableSeconds > unschedulableLimitSeconds ? failed(message) : progressing(message)
}

function readContainers(
  specs: readonly PodContainer[] = [],
  statuses: readonly ContainerStatus[] = [],
  init: boolean,
): readonly ObjectStatus[] {
  return statuses.map((status) =>
    readContainer(
      status,
      specs.find(({ name }) => name === status.name),
      init,
    ),
  )
}

function readContainer(status: ContainerStatus, spec: PodContainer | undefined, init: boolean): ObjectStatus {
  const { state = {}, restartCount = 0 } = status
  const ended = endedAs(state, spec) ?? endedAs(status.lastState, spec)
  const again = `${ended ?? 'ended'} and restarted ${restartCount === 1 ? 'once' : `${restartCount} times`}`
  if (state.waiting !== undefined) return readWaiting(state.waiting, status, spec, ended, again)
  if (state.terminated !== undefined) {
    if (init && state.terminated.exitCode === 0) return ready('done')
    return restartCount >= crashLoop ? failed(again) : progressing(`${ended ?? 'ended'}, restarting`)
  }
  if (state.running === undefined) return progressing('starting')
  if (status.ready === true) return ready(restartCount === 0 ? 'ready' : `ready, ${again}`)
  if (init) return progressing(`${status.name} runs first`)
  if (restartCount >= crashLoop && status.lastState?.terminated?.exitCode !== 0) return failed(again)
  return progressing(restartCount === 0 ? 'running, not ready yet' : `running, not ready yet; ${again}`)
}

function readWaiting(
  { reason = '', message }: NonNullable<ContainerState['waiting']>,
  status: ContainerStatus,
  spec: PodContainer | undefined,
  ended: string | undefined,
  again: string,
): ObjectStatus {
  const image = spec?.image ?? status.image ?? ''
  switch (reason) {
    case 'CrashLoopBackOff':
      return failed((status.restartCount ?? 0) === 0 ? (ended ?? 'does not start') : again)
    case 'ErrImagePull':
    case 'ImagePullBackOff':
      return failed(`image ${image} cannot be pulled: ${pullReason(message, image)}`)
    case 'ErrImageNeverPull':
      return failed(`image ${image} is not on the node, and pull_policy Never forbids to pull it`)
    case 'InvalidImageName':
      return failed(`${image} is not an image reference`)
    case 'CreateContainerConfigError':
      if (isSlowKubelet(message)) return progressing('the node has not got its secrets yet')
      return failed(`cannot be configured: ${(message ?? reason).replace(/ \(pod: .*$/, '')}`)
    case 'CreateContainerError':
    case 'RunContainerError':
    case 'StartError':
      return failed(`did not start: ${runtimeReason(message ?? reason)}`)
    default:
      return progressing(ended === undefined ? 'starting' : `${ended}, restarting`)
  }
}

/** The kubelet asks for Secrets and ConfigMaps anew each time: that one answer took too long proves nothing (seen on a busy node). */
export function isSlowKubelet(message: string | undefined): boolean {
  return /failed to sync (?:secret|configmap) cache/.test(message ?? '')
}

function endedAs(state: ContainerState | undefined, spec: PodContainer | undefined): string | undefined {
  const end = state?.terminated
  if (end === undefined) return undefined
  if (end.reason === 'OOMKilled') {
    return `killed for using more memory than ${spec?.resources?.limits?.memory ?? 'there is'}`
  }
  // 128 with StartError: the runtime's words say more than the number.
  return end.reason === 'StartError' || end.reason === 'ContainerCannotRun'
    ? `did not start: ${runtimeReason(end.message ?? end.reason)}`
    : `exited (${end.exitCode})`
}

/** containerd wraps the registry's word in several layers, and repeats the reference in each. */
function pullReason(message: string | undefined, image: string): string {
  if (message === undefined) return 'the node gave no reason'
  if (/not found|manifest unknown|does not exist/i.test(message)) return 'not found'
  if (/unauthorized|authentication required|denied|403 Forbidden|401/i.test(message)) return 'access denied'
  const inner = message.split(`"${image}"`).at(-1) ?? message
  return inner.replace(/^[\s:]+/, '').slice(0, 300)
}

/** `failed to create containerd task: …: exec: "/x": stat /x: no such file or directory: unknown` → from `exec:` on. */
function runtimeReason(message: string): string {
  const at = message.lastIndexOf('exec: ')
  return (at === -1 ? message : message.slice(at)).replace(/: unknown$/, '').slice(0, 300)
}

const ready = (message: string): ObjectStatus => ({ readiness: 'ready', message, terminal: false })
const progressing = (message: string): ObjectStatus => ({ readiness: 'progressing', message, terminal: false })
const failed = (message: string): ObjectStatus => ({ readiness: 'failed', message, terminal: true })

const severity = ({ readiness }: ObjectStatus) => (readiness === 'failed' ? 2 : readiness === 'progressing' ? 1 : 0)
