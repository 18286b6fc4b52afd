import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path/posix'
import type { Problem } from '../model/problem.ts'
import type {
  ComponentConfig,
  GatewayConfig,
  ImageSource,
  InfrastructureConfig,
  PluginConfig,
  RegistryConfig,
  Resources,
  StackConfig,
} from '../model/stack.ts'
import { literal, toEnv, toEnvValue } from './component-env.ts'
import { secrecyOf } from './evaluate.ts'
import { parseHostPort } from './grammar/host-port.ts'
import { findNode } from './node.ts'
import { declarationsOf } from './rules/secrets.ts'
import type { Written, WrittenComponent } from './schema/stack.ts'
import type { ComponentSubject, Subject } from './subject.ts'

export interface Surroundings {
  readonly file: string
  readonly folder: string
  readonly environment?: string | undefined
  readonly problems: readonly Problem[]
  readonly containerfiles: ReadonlyMap<string, string>
}

const defaultName = 'mcp-gateway'
/** A builder gains little from more, and a laptop loses much. */
const maxParallel = 4
const firstExposedPort = 8000

/** A valid stack in its one form: paths absolute, defaults filled in, nothing optional that has a default. */
export function normaliseStack(subject: Subject, around: Surroundings): StackConfig {
  const { written } = subject
  const { folder } = around
  const hostPorts = assignHostPorts(subject)
  const [gateway, ...plugins] = subject.components
  if (gateway === undefined) throw new Error('a valid stack has a gateway')
  const common = (component: ComponentSubject): ComponentConfig =>
    normaliseComponent(component, subject, around, hostPorts)
  const certificates = written.certificates

  const config: Omit<StackConfig, 'digest'> = {
    file: around.file,
    folder,
    ...defined({ environment: around.environment }),
    deployment: normaliseDeployment(written),
    gateway: {
      ...common(gateway),
      mtlsVerify: written.gateway.mtls_verify,
      mtlsCheckHostname: written.gateway.mtls_check_hostname,
    } satisfies GatewayConfig,
    plugins: plugins.map((component) => normalisePlugin(component, common(component))),
    infrastructure: normaliseInfrastructure(subject),
    certificates: {
      authority: certificates.authority,
      autoGenerate: certificates.auto_generate,
      validityDays: certificates.validity_days,
      renewBeforeDays: certificates.renew_before_days ?? Math.floor(certificates.validity_days / 3),
      keyAlgorithm: certificates.key_algorithm,
      caStorage: certificates.ca_storage,
      caPath: resolve(folder, certificates.ca_path),
      gatewayPath: resolve(folder, certificates.gateway_path),
      pluginsPath: resolve(folder, certificates.plugins_path),
    },
    secrets: declarationsOf(subject).map(({ name, to }) => ({ name, to })),
    build: normaliseBuild(written),
    deploy: {
      wait: written.ci_cd.deploy.wait,
      timeoutSeconds: written.ci_cd.deploy.timeout,
      verify: written.ci_cd.deploy.verify,
      rollBack: written.ci_cd.deploy.roll_back,
      ...defined({ before: written.ci_cd.deploy.before }),
    },
    network: written.network.ca_file === undefined ? {} : { caFile: resolve(folder, written.network.ca_file) },
    ...(written.templates_dir === undefined ? {} : { templatesDir: resolve(folder, written.templates_dir) }),
    problems: around.problems,
  }
  return { ...config, digest: digestOf(config, folder) }
}

function normaliseDeployment(written: Written): StackConfig['deployment'] {
  const { deployment } = written
  const { openshift } = deployment
  return {
    type: deployment.type,
    name: deployment.project_name ?? deployment.namespace ?? defaultName,
    namespace: deployment.namespace ?? defaultName,
    ...defined({ containerEngine: deployment.container_engine, dockerContext: deployment.docker_context }),
    networks: deployment.networks,
    ...(openshift === undefined
      ? {}
      : {
          openshift: {
            createRoutes: openshift.create_routes,
            tlsTermination: openshift.tls_termination,
            ...defined({ domain: openshift.domain }),
          },
        }),
  }
}

function normaliseComponent(
  { name, config, mtls }: ComponentSubject,
  subject: Subject,
  around: Surroundings,
  hostPorts: ReadonlyMap<string, { readonly address: string; readonly port: number }>,
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
  }
}

function normalisePlugin({ plugin }: ComponentSubject, common: ComponentConfig): PluginConfig {
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

function normaliseSource(name: string, config: WrittenComponent, around: Surroundings): ImageSource {
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
  const own = config.registry ?? written.registry
  if (own?.enabled !== true) return undefined
  const url = own.url ?? written.registry?.url ?? ''
  const namespace = own.namespace ?? written.registry?.namespace
  return { prefix: [url.replace(/\/$/, ''), ...(namespace === undefined ? [] : [namespace])].join('/'), push: own.push }
}

type Limits = Readonly<
  Partial<Record<'memory_request' | 'memory_limit' | 'cpu_request' | 'cpu_limit', string | number | undefined>>
>

function toResources(limits: Limits): Resources {
  const quantity = (value: string | number | undefined): string | undefined =>
    value === undefined ? undefined : String(value)
  return defined({
    memoryRequest: quantity(limits.memory_request),
    memoryLimit: quantity(limits.memory_limit),
    cpuRequest: quantity(limits.cpu_request),
    cpuLimit: quantity(limits.cpu_limit),
  })
}

function normaliseInfrastructure(subject: Subject): InfrastructureConfig {
  const { postgres, redis } = subject.written.infrastructure
  const node = findNode(subject.root, ['infrastructure', 'postgres', 'password'])
  const text =
    node?.kind === 'scalar'
      ? (node.text ?? (postgres?.password === undefined ? undefined : literal(postgres.password)))
      : undefined
  return {
    ...(postgres?.enabled === true
      ? {
          postgres: {
            image: postgres.image,
            database: postgres.database,
            user: postgres.user,
            ...(text === undefined ? {} : { password: toEnvValue('POSTGRES_PASSWORD', text, true) }),
            storageSize: String(postgres.storage_size),
            ...defined({ storageClass: postgres.storage_class }),
            dataPath: postgres.data_path ?? knownDataPath(postgres.image),
            resources: toResources(postgres),
          },
        }
      : {}),
    ...(redis?.enabled === true ? { redis: { image: redis.image, resources: toResources(redis) } } : {}),
  }
}

/** Where the two families of images keep their data. */
function knownDataPath(image: string): string {
  return /(sclorg|rhel\d*|ubi\d*|centos\d*)\//.test(image) ? '/var/lib/pgsql/data' : '/var/lib/postgresql/data'
}

function normaliseBuild(written: Written): StackConfig['build'] {
  const { build } = written.ci_cd
  const parallel = build.parallel === true ? maxParallel : build.parallel === false ? 1 : build.parallel
  return {
    parallel,
    cache: build.cache,
    ...defined({ builder: build.builder }),
    insecureRepos: build.insecure_repos,
    baseImages: build.base_images,
    checkBase: build.check_base,
  }
}

/** Compose only: the gateway's port, and those of exposed plugins; who names none gets the first that is free from 8000. */
function assignHostPorts(subject: Subject): ReadonlyMap<string, { readonly address: string; readonly port: number }> {
  const assigned = new Map<string, { readonly address: string; readonly port: number }>()
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

/** Paths of this machine are taken out: the plan of one clone holds in another. Secrets print as their names. */
function digestOf(config: Omit<StackConfig, 'digest'>, folder: string): string {
  const { file: _file, folder: _folder, problems: _problems, ...rest } = config
  const text = JSON.stringify(rest, (_key, value: unknown) => {
    if (typeof value === 'string' && (value === folder || value.startsWith(`${folder}/`)))
      return `.${value.slice(folder.length)}`
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
  return createHash('sha256').update(text).digest('hex')
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Drops keys that are undefined: an optional key is absent or there, never undefined. */
function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Defined<T>
}
