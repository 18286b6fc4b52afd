import type { Condition, Job, Workload } from './kube-objects.ts'
import type { ObjectStatus } from './pod-status.ts'
import { isOverQuota } from './quota.ts'

/** Ready: the controller has seen this generation, every pod is of it and available, and no old pod serves. Pure. */
export function readDeploymentStatus(deployment: Workload): ObjectStatus {
  const { spec, status = {}, metadata } = deployment
  const wanted = spec.replicas ?? 1
  const { replicas = 0, updatedReplicas = 0, availableReplicas = 0, conditions = [] } = status
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) return progressing('starting')
  const failure = replicaFailure(conditions, updatedReplicas < wanted)
  if (failure !== undefined) {
    // Pods that go away make room: whoever waits counts the seconds.
    return { readiness: 'failed', message: `its pods cannot be made: ${failure}`, terminal: !isOverQuota(failure) }
  }
  const deadline = find(conditions, 'Progressing')
  if (deadline?.reason === 'ProgressDeadlineExceeded') {
    return failed(`${available(availableReplicas, wanted)}, and no progress within its deadline`)
  }
  if (spec.paused === true) return { readiness: 'stopped', message: 'its roll-out is paused', terminal: true }
  if (updatedReplicas < wanted) return progressing(`${updatedReplicas} of ${wanted} pods are new`)
  if (replicas > updatedReplicas) return progressing(`${replicas - updatedReplicas} old pods are still there`)
  if (availableReplicas < updatedReplicas) return progressing(available(availableReplicas, wanted))
  return ready(wanted === 0 ? 'scaled to 0' : available(availableReplicas, wanted))
}

/** As of a Deployment; a StatefulSet tells what hinders its pods in events only. Pure. */
export function readStatefulSetStatus(set: Workload): ObjectStatus {
  const { spec, status = {}, metadata } = set
  const wanted = spec.replicas ?? 1
  const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) return progressing('starting')
  // Once a roll-out is done, updatedReplicas stays as it was: the two revisions say more.
  const updated = status.updateRevision === status.currentRevision ? replicas : updatedReplicas
  if (updated < wanted) return progressing(`${updated} of ${wanted} pods are new`)
  if (replicas > wanted) return progressing(`${replicas - wanted} pods too many`)
  if (availableReplicas < wanted) return progressing(available(availableReplicas, wanted))
  return ready(wanted === 0 ? 'scaled to 0' : available(availableReplicas, wanted))
}

/** Pure. */
export function readJobStatus({ status = {} }: Job): ObjectStatus {
  const isTrue = (type: string) => status.conditions?.find((c) => c.type === type && c.status === 'True')
  if (isTrue('Complete') !== undefined) return ready('done')
  const failure = isTrue('Failed')
  return failure === undefined ? progressing('running') : failed(failure.message ?? failure.reason ?? 'failed')
}

/** By kind; undefined for kinds that have nothing to wait for. */
export function readWorkloadStatus(kind: string, object: Workload): ObjectStatus | undefined {
  if (kind === 'Deployment') return readDeploymentStatus(object)
  if (kind === 'StatefulSet') return readStatefulSetStatus(object)
  return kind === 'Job' ? readJobStatus(object) : undefined
}

/**
 * The controller also shows a failure of an old ReplicaSet, whose pods are not wanted any more: its name is in the pod's,
 * and the Progressing condition names the new one. A quota that refuses old pods takes the new ones' room too: a Deployment that
 * grows while its template changes grows its old ReplicaSet first, and no new pod is made before that is done.
 */
function replicaFailure(conditions: readonly Condition[], podsMissing: boolean): string | undefined {
  const failure = find(conditions, 'ReplicaFailure')
  if (failure?.status !== 'True') return undefined
  if (podsMissing && isOverQuota(failure.message ?? '')) return withoutPodName(failure.message ?? '')
  const current = /replica ?set "([^"]+)"/i.exec(find(conditions, 'Progressing')?.message ?? '')?.[1]
  const pod = /pods "([^"]+)"/.exec(failure.message ?? '')?.[1]
  if (current !== undefined && pod !== undefined && !pod.startsWith(`${current}-`)) return undefined
  return withoutPodName(failure.message ?? failure.reason ?? 'no reason given')
}

/** `pods "x-5d6d7-abcde" is forbidden: exceeded quota: small, requested: …` → from the reason on. */
export function withoutPodName(message: string): string {
  return message.replace(/^(\(combined from similar events\): )?(Error creating: )?pods "[^"]+" is forbidden: /, '')
}

const find = (conditions: readonly Condition[], type: string) => conditions.find((condition) => condition.type === type)

const available = (count: number, wanted: number) => `${count} of ${wanted} pods ready`

const ready = (message: string): ObjectStatus => ({ readiness: 'ready', message, terminal: false })
const progressing = (message: string): ObjectStatus => ({ readiness: 'progressing', message, terminal: false })
const failed = (message: string): ObjectStatus => ({ readiness: 'failed', message, terminal: true })
