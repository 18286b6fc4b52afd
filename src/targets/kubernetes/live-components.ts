import { objectLabels } from '../../model/kubernetes.ts'
import type { LiveComponent, LiveContainer } from '../../model/live.ts'
import type { ContainerState, ContainerStatus, Pod, Workload } from './kube-objects.ts'
import { readPodStatus } from './pod-status.ts'
import { readWorkloadStatus } from './workload-status.ts'

/** Workloads and their pods → components, by name. Pure. */
export function toComponents(workloads: readonly Workload[], pods: readonly Pod[]): readonly LiveComponent[] {
  const byComponent = new Map<string, Pod[]>()
  for (const pod of pods.filter(isCounted)) {
    const name = pod.metadata.labels?.[objectLabels.component] ?? ''
    const others = byComponent.get(name)
    if (others === undefined) byComponent.set(name, [pod])
    else others.push(pod)
  }
  return workloads
    .map((workload) => {
      const { labels = {} } = workload.spec.template.metadata ?? {}
      const members = byComponent.get(labels[objectLabels.component] ?? '') ?? []
      return toComponent(
        workload,
        members.filter((pod) => isSelected(workload, pod)),
      )
    })
    .toSorted((a, b) => (a.service < b.service ? -1 : 1))
}

function toComponent(workload: Workload, pods: readonly Pod[]): LiveComponent {
  const { kind = '', metadata, spec } = workload
  const { labels = {}, annotations = {} } = metadata
  const template = spec.template.metadata?.labels ?? {}
  const [main] = spec.template.spec.containers
  const status = readWorkloadStatus(kind, workload) ?? { readiness: 'progressing', message: '', terminal: false }
  // Old pods may serve while a new one cannot come up: that is a failure all the same.
  const broken =
    status.readiness === 'ready' ? undefined : pods.map((pod) => readPodStatus(pod)).find(({ terminal }) => terminal)
  const hash = template[objectLabels.hash]
  const component = annotations[objectLabels.name] ?? labels[objectLabels.component]
  const role = labels[objectLabels.role]
  return {
    service: metadata.name,
    containers: pods.map((pod) => toContainer(pod, main?.name)),
    readiness: broken?.readiness ?? status.readiness,
    message: broken?.message ?? status.message,
    ...(component !== undefined && { component }),
    ...(role !== undefined && { role }),
    ...(hash !== undefined && { hash }),
    ...(main?.image !== undefined && { image: main.image }),
  }
}

/** @param main  Name of the component's own container: others may have been patched in beside it. */
function toContainer(pod: Pod, main: string | undefined): LiveContainer {
  const { containerStatuses: statuses = [], phase = 'Pending', podIPs = [] } = pod.status ?? {}
  const status = statuses.find(({ name }) => name === main) ?? statuses[0]
  const exitCode = (status?.state?.terminated ?? status?.lastState?.terminated)?.exitCode
  const startedAt = status?.state?.running?.startedAt
  return {
    id: pod.metadata.name,
    name: pod.metadata.name,
    state: wordFor(status?.state) ?? phase.toLowerCase(),
    ...(status !== undefined && { health: isReady(status) ? 'ready' : 'not ready' }),
    restarts: status?.restartCount ?? 0,
    ...(exitCode !== undefined && { exitCode }),
    ...(startedAt !== undefined && { startedAt: new Date(startedAt).toISOString() }),
    addresses: podIPs.map(({ ip }) => ip),
  }
}

const isReady = ({ ready }: ContainerStatus) => ready === true

function wordFor(state: ContainerState | undefined): string | undefined {
  if (state?.running !== undefined) return 'running'
  if (state?.terminated !== undefined) return 'exited'
  return state?.waiting?.reason
}

/** Pods that are being removed serve nobody; those that ended as a whole have been replaced, and lie about for a while. */
function isCounted({ metadata, status }: Pod): boolean {
  return metadata.deletionTimestamp === undefined && status?.phase !== 'Failed' && status?.phase !== 'Succeeded'
}

function isSelected({ spec }: Workload, { metadata }: Pod): boolean {
  return Object.entries(spec.selector.matchLabels ?? {}).every(([name, value]) => metadata.labels?.[name] === value)
}
