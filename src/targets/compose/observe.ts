import { StackError } from '../../errors.ts'
import type { Live, LiveComponent, Readiness } from '../../model/live.ts'
import type { Place } from './engine.ts'
import { type ContainerFacts, inspectProject } from './inspect.ts'
import { composeLabels, labels } from './names.ts'
import { readState } from './state-store.ts'
import { readStatus, toLiveContainer } from './status.ts'
import { listContentVolumes } from './volumes.ts'

/**
 * What runs now and what is remembered: four reads, whatever the number of components is.
 *
 * @throws StackError STACK_CONFLICT when the project has containers that are not ours; STATE_UNREADABLE, STATE_NEWER.
 */
export async function observeStack(place: Place): Promise<Live> {
  const [containers, state, contents] = await Promise.all([
    inspectProject(place),
    readState(place),
    listContentVolumes(place),
  ])
  refuseForeign(place.project, containers)
  return { components: groupComponents(containers), state, contents }
}

/** Containers → components by Compose service, sorted by name. Pure. */
export function groupComponents(containers: readonly ContainerFacts[]): readonly LiveComponent[] {
  const services = new Map<string, ContainerFacts[]>()
  for (const container of containers) {
    const service = label(container, composeLabels.service) ?? container.Name
    services.set(service, [...(services.get(service) ?? []), container])
  }
  return [...services]
    .map(([service, members]) => toLiveComponent(service, members))
    .toSorted((a, b) => (a.service < b.service ? -1 : 1))
}

function toLiveComponent(service: string, members: readonly ContainerFacts[]): LiveComponent {
  const statuses = members.map(readStatus)
  const worst = statuses.reduce((a, b) => (severity[b.readiness] > severity[a.readiness] ? b : a))
  const [first] = members
  const hashes = new Set(members.map((member) => label(member, labels.hash)))
  const hash = hashes.size === 1 ? [...hashes][0] : undefined
  const component = first && label(first, labels.component)
  const role = first && label(first, labels.role)
  return {
    service,
    containers: members.map(toLiveContainer),
    readiness: worst.readiness,
    message:
      members.length === 1 ? worst.message : `${members.length} containers where one should be: ${worst.message}`,
    ...(component === undefined ? {} : { component }),
    ...(role === undefined ? {} : { role }),
    ...(hash === undefined ? {} : { hash }),
    ...(first === undefined ? {} : { image: first.Config.Image }),
  }
}

const severity: Readonly<Record<Readiness, number>> = { ready: 0, progressing: 1, stopped: 2, failed: 3 }

function refuseForeign(project: string, containers: readonly ContainerFacts[]): void {
  const foreign = containers.filter((container) => label(container, labels.stack) !== project)
  if (foreign.length === 0) return
  const names = foreign.map((container) => {
    const stack = label(container, labels.stack)
    return `${container.Name.replace(/^\//, '')}${stack === undefined ? '' : ` of stack ${stack}`}`
  })
  throw new StackError({
    code: 'STACK_CONFLICT',
    message: `the Compose project ${project} has containers that this stack did not make: ${names.join(', ')}`,
    hint: 'Set another deployment.project_name, or remove those containers',
  })
}

const label = (container: ContainerFacts, name: string) => container.Config.Labels?.[name]
