import { join, resolve } from 'node:path/posix'
import type { ComponentConfig, ImageSource, PluginConfig, RegistryConfig, Resources } from '../model/stack.ts'
import { toEnv } from './component-env.ts'
import { defined } from './defined.ts'
import { secrecyOf } from './evaluate.ts'
import { type HostPort, parseHostPort } from './grammar/host-port.ts'
import { normalisePod } from './normalise-pod.ts'
import type { Written, WrittenComponent } from './schema/stack.ts'
import { type ComponentSubject, registryOf, type Subject } from './subject.ts'

const firstExposedPort = 8000

/** What the config alone does not know of a component's source. */
export interface SourceFacts {
  /** Absolute folder of the stack file. */
  readonly folder: string
  /** Component → build file that was found for a `path` without one. */
  readonly containerfiles: ReadonlyMap<string, string>
}

/** What gateway and plugins share. */
export function normaliseComponent(
  { name, config, mtls }: ComponentSubject,
  subject: Subject,
  around: SourceFacts,
  hostPorts: ReadonlyMap<string, HostPort>,
): ComponentConfig {
  const registry = normaliseRegistry(subject.written, config)
  const policy =
    config.image_pull_policy ?? config.registry?.image_pull_policy ?? subject.written.registry?.image_pull_policy
  return {
    name,
    source: normaliseSource(name, config, around),
    ...defined({ registry, hostPort: hostPorts.get(name), command: config.command, args: config.args }),
    pullPolicy: policy ?? 'IfNotPresent',
    port: config.port,
    servicePort: config.service_port ?? config.port,
    serviceType: config.service_type,
    replicas: config.replicas,
    resources: toResources(config),
    env: toEnv(subject.variables.get(name) ?? new Map(), secrecyOf(subject, name)),
    mtls,
    readOnlyRoot: config.read_only_root,
    writablePaths: config.writable_paths,
    autoscaled: config.autoscaling,
    pod: normalisePod(config),
  }
}

/** What only plugins have, over what they share. */
export function normalisePlugin({ plugin }: ComponentSubject, common: ComponentConfig): PluginConfig {
  return {
    ...common,
    ...defined({
      priority: plugin?.priority,
      mode: plugin?.mode,
      onError: plugin?.on_error,
      healthcheck: plugin?.healthcheck,
    }),
    overrides: plugin?.plugin_overrides ?? {},
    runtimeCompat: plugin?.runtime_compat ?? true,
  }
}

function normaliseSource(name: string, config: WrittenComponent, around: SourceFacts): ImageSource {
  if (config.image !== undefined) return { kind: 'image', reference: config.image }
  const containerfile = config.containerfile ?? around.containerfiles.get(name) ?? 'Containerfile'
  const recipe = {
    context: join(config.context),
    // As the incumbent reads it: relative to the context.
    containerfile: join(config.context, containerfile),
    ...defined({ target: config.target }),
    buildArgs: Object.fromEntries(Object.entries(config.build_args).map(([key, value]) => [key, String(value)])),
    platforms: config.platforms,
    submodules: config.submodules,
  }
  if (config.repo !== undefined) return { kind: 'git', repo: config.repo, ref: config.ref ?? 'main', ...recipe }
  return { kind: 'path', path: resolve(around.folder, config.path ?? '.'), ...recipe }
}

function normaliseRegistry(written: Written, config: WrittenComponent): RegistryConfig | undefined {
  const { enabled, push, url = '', namespace } = registryOf(written, config)
  if (!enabled) return undefined
  return { prefix: [url.replace(/\/$/, ''), ...(namespace === undefined ? [] : [namespace])].join('/'), push }
}

type Limits = Readonly<
  Partial<Record<'memory_request' | 'memory_limit' | 'cpu_request' | 'cpu_limit', string | number | undefined>>
>

/** Quantities as texts, whichever way YAML read them. */
export function toResources(limits: Limits): Resources {
  return defined({
    memoryRequest: quantity(limits.memory_request),
    memoryLimit: quantity(limits.memory_limit),
    cpuRequest: quantity(limits.cpu_request),
    cpuLimit: quantity(limits.cpu_limit),
  })
}

function quantity(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}

/** Compose only: the gateway's port, and those of exposed plugins; who names none gets the first that is free from 8000. */
export function assignHostPorts(subject: Subject): ReadonlyMap<string, HostPort> {
  const assigned = new Map<string, HostPort>()
  if (subject.target !== 'compose') return assigned
  const open = subject.components.filter(({ plugin }) => plugin === undefined || plugin.expose_port)
  for (const { name, config, plugin } of open) {
    const hostPort = parseHostPort(config.host_port ?? (plugin === undefined ? config.port : ''))
    if (hostPort !== undefined) assigned.set(name, hostPort)
  }
  let next = firstExposedPort
  for (const { name } of open.filter((component) => !assigned.has(component.name))) {
    while ([...assigned.values()].some(({ port }) => port === next)) next++
    assigned.set(name, { address: '127.0.0.1', port: next })
  }
  return assigned
}
