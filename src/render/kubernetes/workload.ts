import type { ComponentPlan, Plan } from '../../model/plan.ts'
import type { Json, JsonObject, Resources } from '../../model/stack.ts'
import { componentAnnotations, componentLabels, podSelector, type Words } from './labels.ts'
import { healthPort, type Probes, planProbes, portName } from './probes.ts'
import { containerSecurity, podSecurity } from './security.ts'
import { slotLabel, workloadName } from './slots.ts'
import { names, planVolumes } from './volumes.ts'

/** A Deployment or StatefulSet as its template sees it. What is not wanted is undefined, never missing. */
export type WorkloadView = {
  readonly name: string
  readonly namespace: string
  readonly labels: Words
  readonly annotations: Words
  /** Undefined where an autoscaler decides. */
  readonly replicas: number | undefined
  readonly selector: Words
  readonly strategy: JsonObject
  /** Seconds; in no pod template, so that a change of it rolls nothing. */
  readonly progressDeadline: number
  readonly serviceName: string
  readonly claim: ClaimView | undefined
  readonly pod: PodView
  readonly container: ContainerView
}

type ClaimView = {
  readonly labels: Words
  readonly size: string
  readonly storageClass: string | undefined
}

type PodView = {
  readonly labels: Words
  readonly annotations: Words
  readonly serviceAccount: string
  readonly imagePullSecrets: readonly JsonObject[] | undefined
  readonly priorityClass: string | undefined
  readonly nodeSelector: Words | undefined
  readonly tolerations: readonly JsonObject[] | undefined
  readonly affinity: JsonObject | undefined
  readonly topologySpread: readonly JsonObject[] | undefined
  readonly security: JsonObject
  readonly gracePeriod: number
  readonly volumes: readonly JsonObject[] | undefined
}

type ContainerView = {
  readonly name: string
  readonly image: string
  readonly pullPolicy: string
  readonly command: readonly string[] | undefined
  readonly args: readonly string[] | undefined
  readonly ports: readonly { readonly name: string; readonly port: number }[]
  readonly envFrom: readonly JsonObject[] | undefined
  /** Variables that are keys of somebody else's Secrets. */
  readonly env: readonly JsonObject[] | undefined
  readonly probes: Probes | undefined
  readonly lifecycle: JsonObject | undefined
  readonly resources: JsonObject | undefined
  readonly security: JsonObject
  readonly mounts: readonly JsonObject[] | undefined
}

export interface WorkloadParts {
  readonly plan: Plan
  readonly component: ComponentPlan
  /** What the container is told to run. */
  readonly image: string
  /** Sources of the environment, of which a later one wins. */
  readonly envFrom: readonly JsonObject[]
  /** Wins over them all. */
  readonly env: readonly JsonObject[]
}

/** Postgres loses nothing by the default, and a gateway in mid-request needs no longer. */
const gracePeriod = 30

export function viewWorkload({ plan, component, image, envFrom, env }: WorkloadParts): WorkloadView {
  const { volumes, mounts } = planVolumes(plan, component)
  const labels = { ...componentLabels(plan, component), ...slotLabel(plan, component) }
  const annotations = componentAnnotations(component)
  return {
    name: workloadName(plan, component),
    namespace: plan.stack.namespace,
    labels,
    annotations,
    replicas: component.autoscaled ? undefined : component.replicas,
    selector: { ...podSelector(plan, component), ...slotLabel(plan, component) },
    strategy: planStrategy(component),
    progressDeadline: plan.deploy.timeoutSeconds,
    serviceName: component.service,
    claim: viewClaim(plan, component),
    pod: { labels, annotations, ...viewPod(plan, component), volumes: some(volumes) },
    container: {
      name: component.role,
      image,
      pullPolicy: component.pullPolicy,
      command: component.command?.map(keepDollars),
      args: component.args?.map(keepDollars),
      ports: viewPorts(component),
      envFrom: some(envFrom),
      env: some(env),
      probes: planProbes(component),
      lifecycle: planLifecycle(component),
      resources: viewResources(component.resources),
      security: containerSecurity(component),
      mounts: some(mounts),
    },
  }
}

/** More pods than one, now or when an autoscaler says so. */
export function isMany(component: ComponentPlan): boolean {
  return component.replicas > 1 || component.autoscaled
}

/** A new pod is ready before an old one goes; where both would need one volume, the old one goes first. */
function planStrategy(component: ComponentPlan): JsonObject {
  if (Object.keys(component.dataPaths).length > 0) return { type: 'Recreate' }
  return { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }
}

/**
 * A pod that ends still gets connections until every node has heard of it, and its program stops accepting at once: it is told
 * ten seconds later. The sleep is Kubernetes' own (1.30 and later), since images need not have a shell.
 */
function planLifecycle(component: ComponentPlan): JsonObject | undefined {
  return isMany(component) ? { preStop: { sleep: { seconds: 10 } } } : undefined
}

function viewPod(plan: Plan, component: ComponentPlan): Omit<PodView, 'labels' | 'annotations' | 'volumes'> {
  const { pod } = component
  const { imagePullSecrets, pullCredentials } = plan.config.deployment
  const own = pullCredentials.length === 0 ? [] : [names.pull]
  const pullSecrets = [...new Set([...imagePullSecrets, ...pod.imagePullSecrets, ...own])]
  return {
    serviceAccount: pod.serviceAccount ?? names.account,
    imagePullSecrets: some(pullSecrets.map((name) => ({ name }))),
    priorityClass: pod.priorityClass,
    nodeSelector: Object.keys(pod.nodeSelector).length === 0 ? undefined : pod.nodeSelector,
    tolerations: some(pod.tolerations),
    affinity: pod.affinity,
    topologySpread: some(planSpread(plan, component)),
    security: podSecurity(plan, component),
    gracePeriod,
  }
}

/** Over the nodes where that is possible, unless the user says where; slots of one plugin count together. */
function planSpread(plan: Plan, component: ComponentPlan): readonly JsonObject[] {
  const { topologySpread, affinity } = component.pod
  const labelSelector = { matchLabels: podSelector(plan, component) }
  if (topologySpread.length > 0) return topologySpread.map((entry) => ({ labelSelector, ...entry }))
  if (affinity !== undefined || !isMany(component)) return []
  return [{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector }]
}

function viewPorts(component: ComponentPlan): ContainerView['ports'] {
  const health = healthPort(component)
  return [
    { name: portName(component), port: component.port },
    ...(health === undefined ? [] : [{ name: 'health', port: health }]),
  ]
}

function viewResources(resources: Resources): JsonObject | undefined {
  const { cpuLimit, cpuRequest, memoryLimit, memoryRequest } = resources
  const requests = quantities(cpuRequest, memoryRequest)
  const limits = quantities(cpuLimit, memoryLimit)
  if (requests === undefined && limits === undefined) return undefined
  return { ...(requests === undefined ? {} : { requests }), ...(limits === undefined ? {} : { limits }) }
}

function quantities(cpu: string | undefined, memory: string | undefined): Words | undefined {
  if (cpu === undefined && memory === undefined) return undefined
  return { ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory }) }
}

function viewClaim(plan: Plan, component: ComponentPlan): ClaimView | undefined {
  const { postgres } = plan.config.infrastructure
  if (component.role !== 'postgres' || postgres === undefined) return undefined
  return { labels: claimLabels(plan, component), size: postgres.storageSize, storageClass: postgres.storageClass }
}

/** A StatefulSet's claim template can never be changed: without the user's labels. */
function claimLabels(plan: Plan, component: ComponentPlan): Words {
  return componentLabels(plan, { ...component, pod: { ...component.pod, labels: {} } })
}

/** In `command` and `args`, `$(NAME)` is replaced by the kubelet, and `$$` is how a dollar is written. */
function keepDollars(text: string): string {
  return /\$[$(]/.test(text) ? text.replaceAll('$', '$$$$') : text
}

function some<T extends Json>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items
}
