import type { Content } from '../model/bundle.ts'
import type { Image } from '../model/image.ts'
import { isPending } from '../model/pending.ts'
import type { ComponentPlan, Plan, Role } from '../model/plan.ts'
import type { Resources } from '../model/stack.ts'
import { type Healthcheck, planHealthcheck } from './compose-health.ts'
import { cpuCount, memoryBytes } from './quantity.ts'
import type { Variable } from './scalar.ts'
import { showEnvironment, type VariableUse } from './variables.ts'

/** The stack's own network, as the compose file calls it. */
export const ownNetwork = 'stack'

interface Pair<T> {
  readonly key: string
  readonly value: T
}

/** One service as `compose.yaml.hbs` sees it. Lists and maps that are not wanted are empty or undefined, never missing. */
export interface ServiceView {
  readonly service: string
  readonly image: string
  readonly pullPolicy: 'never' | 'missing'
  readonly entrypoint: readonly string[] | undefined
  readonly command: readonly string[] | undefined
  readonly environment: readonly { readonly name: string; readonly value: string | Variable }[]
  readonly dependsOn: readonly { readonly service: string; readonly condition: string }[]
  readonly healthcheck: Healthcheck
  readonly ports: readonly { readonly target: number; readonly published: string; readonly address: string }[]
  readonly networks: readonly { readonly key: string; readonly aliases: readonly string[] }[]
  readonly mounts: readonly Mount[]
  readonly readOnlyRoot: boolean
  readonly capabilities: readonly string[]
  readonly resources: ResourcesView | undefined
  readonly labels: readonly Pair<string>[]
}

interface Mount {
  readonly type: 'volume' | 'tmpfs'
  readonly source: string | undefined
  readonly target: string
  readonly readOnly: boolean
}

interface ResourcesView {
  readonly limits: readonly Pair<string>[]
  readonly reservations: readonly Pair<string>[]
}

export interface ServiceParts {
  readonly plan: Plan
  readonly component: ComponentPlan
  readonly image: Image
  readonly contents: readonly Content[]
  readonly uses: readonly VariableUse[]
  readonly components: ReadonlyMap<string, ComponentPlan>
}

export function viewService(parts: ServiceParts): ServiceView {
  const { plan, component, image } = parts
  const { hostPort } = component
  const published =
    hostPort === undefined
      ? []
      : [{ target: component.port, published: String(hostPort.port), address: hostPort.address }]
  return {
    service: component.service,
    image: imageText(image),
    // The target has pulled before; the engine's own image ids cannot be pulled at all.
    pullPolicy: imageText(image).startsWith('sha256:') || component.pullPolicy === 'Never' ? 'never' : 'missing',
    entrypoint: component.command,
    command: component.args,
    environment: showEnvironment(component, parts.uses),
    dependsOn: component.dependsOn.flatMap((name) => viewDependency(parts.components.get(name))),
    healthcheck: planHealthcheck(component.health),
    ports: published,
    networks: [{ key: ownNetwork, aliases: component.aliases }, ...component.networks.map(joinNetwork)],
    mounts: viewMounts(parts),
    readOnlyRoot: component.readOnlyRoot,
    capabilities: capabilities[component.role],
    resources: viewResources(component.resources),
    labels: [
      { key: 'mcp-stack.dev/stack', value: plan.stack.name },
      { key: 'mcp-stack.dev/component', value: component.name },
      { key: 'mcp-stack.dev/role', value: component.role },
      { key: hashLabel, value: hashMark(component.service) },
    ],
  }
}

export const hashLabel = 'mcp-stack.dev/hash'

/** Stands in the text until the service is complete and can be hashed. */
export function hashMark(service: string): string {
  return `mcps-hash-of-${service}`
}

/** The key under which an external network is known in the file: any name, so it is numbered. */
export function networkKey(index: number): string {
  return `external-${index + 1}`
}

function joinNetwork(_name: string, index: number): { readonly key: string; readonly aliases: readonly string[] } {
  return { key: networkKey(index), aliases: [] }
}

/** The digest where there is one, else the tag: what is pending is known by its source key. */
export function imageText(image: Image): string {
  return isPending(image.reference) ? image.tag : image.reference
}

/** The official images start as root, give their folder to their user, and become it; nothing else needs a capability. */
const capabilities: Readonly<Record<Role, readonly string[]>> = {
  gateway: [],
  plugin: [],
  postgres: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'],
  redis: ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID'],
}

function viewDependency(component: ComponentPlan | undefined): ServiceView['dependsOn'] {
  if (component === undefined) return []
  const condition = component.health.kind === 'none' ? 'service_started' : 'service_healthy'
  return [{ service: component.service, condition }]
}

function viewMounts({ plan, component, contents }: ServiceParts): readonly Mount[] {
  return [
    ...contents.map(
      ({ name, mountPath }): Mount => ({ type: 'volume', source: name, target: mountPath, readOnly: true }),
    ),
    ...Object.entries(component.dataPaths).map(
      ([path, name]): Mount => ({
        type: 'volume',
        source: `${plan.stack.name}_${name}`,
        target: path,
        readOnly: false,
      }),
    ),
    ...(component.readOnlyRoot ? component.writablePaths : [])
      .filter((path) => !(path in component.dataPaths))
      .map((path): Mount => ({ type: 'tmpfs', source: undefined, target: path, readOnly: false })),
  ]
}

function viewResources(resources: Resources): ResourcesView | undefined {
  const limits = pairs(resources.cpuLimit, resources.memoryLimit)
  const reservations = pairs(resources.cpuRequest, resources.memoryRequest)
  return limits.length + reservations.length === 0 ? undefined : { limits, reservations }
}

/** Text for both: compose reads a bare number of bytes, and a decimal number of CPUs. */
function pairs(cpu: string | undefined, memory: string | undefined): readonly Pair<string>[] {
  return [
    ...(cpu === undefined ? [] : [{ key: 'cpus', value: cpuCount(cpu) }]),
    ...(memory === undefined ? [] : [{ key: 'memory', value: String(memoryBytes(memory)) }]),
  ]
}
