import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { createIo, type OpenIo } from '../../src/io/create-io.ts'
import type { Bundle, BundleComponent, Content } from '../../src/model/bundle.ts'
import type { Io, Progress } from '../../src/model/io.ts'
import type { Role } from '../../src/model/plan.ts'
import { Secret } from '../../src/model/secret.ts'
import type { Secrets } from '../../src/model/secrets.ts'
import type { Place } from '../../src/targets/compose/engine.ts'

/** An image of a shell and a few tools of this machine, run as user 1001: containers of it start in a moment. */
export const tinyImage = 'mcp-stack-test/tiny:1'

export function importTinyImage(): void {
  // Another test file may be using it now: made again, it would have another id.
  if (spawnSync('docker', ['image', 'inspect', tinyImage], { stdio: 'ignore' }).status === 0) return
  const tools = ['/bin/sh', '/bin/sleep', '/bin/cat', '/bin/ls', '/bin/id', '/usr/bin/touch']
  const libraries = tools.flatMap((tool) => execFileSync('ldd', [tool], { encoding: 'utf8' }).match(/\/\S+/g) ?? [])
  const members = [...new Set([...tools, ...libraries])].map((path) => path.slice(1))
  const tar = execFileSync('tar', ['-C', '/', '-chf', '-', '--no-recursion', 'tmp', ...members], {
    maxBuffer: 64 * 1024 * 1024,
  })
  execFileSync('docker', ['import', '--change', 'USER 1001', '-', tinyImage], { input: tar })
}

export interface World {
  readonly io: OpenIo
  readonly place: Place
  /** Lines that a person would have seen. */
  readonly lines: string[]
}

/** A project of its own for one test. */
export function openWorld(signal = new AbortController().signal): World {
  const lines: string[] = []
  const say = (text: string) => {
    lines.push(text)
  }
  const progress: Progress = {
    step: say,
    line: say,
    detail: () => undefined,
    task: (name) => ({
      update: () => undefined,
      done: (text) => say(`${name}: ${text}`),
      fail: (text) => say(`${name}: ${text}`),
    }),
    problem: ({ message }) => say(message),
  }
  const io = createIo({ environment: process.env, progress, signal })
  const project = `mcptest-${randomBytes(4).toString('hex')}`
  return { io, place: { io, engine: { program: 'docker', args: [] }, project }, lines }
}

/** The same project seen by another run. */
export function reopen(world: World, io: Io): Place {
  return { ...world.place, io }
}

export const docker = (...args: string[]) => execFileSync('docker', args, { encoding: 'utf8', stdio: 'pipe' }).trim()

export interface Service {
  readonly name: string
  readonly role: Role
  /** What the container runs after its start; the default stays and becomes healthy. */
  readonly script?: string
  readonly version?: string
  readonly image?: string
  /** Written to /app/certs/mcp/server.key. */
  readonly key?: string
  /** Value of $TOKEN, given as MCPS_1. */
  readonly token?: boolean
  readonly healthcheck?: false
  readonly memory?: string
  readonly data?: boolean
  /** Published on 127.0.0.1. */
  readonly hostPort?: number
}

const wait = 'touch /tmp/ready; trap "exit 0" TERM; while :; do sleep 1 & wait $!; done'
const waves: Readonly<Record<Role, number>> = { postgres: 0, redis: 0, plugin: 1, gateway: 2 }

/** A bundle as render makes it, small. */
export function makeBundle(project: string, services: readonly Service[]): Bundle {
  const contents = services.flatMap((service): Content[] => {
    if (service.key === undefined) return []
    const name = `${project}_${service.name}-certs-${hash(service.key)}`
    const files = { 'server.key': new Secret(`key of ${service.name}`, service.key), 'ca.crt': 'a CA\n' }
    return [{ name, component: service.name, kind: 'certificates', mountPath: '/app/certs/mcp', files }]
  })
  const volume = (service: Service) => contents.find(({ component }) => component === service.name)?.name
  const definitions = services.map((service) => [service.name, define(project, service, volume(service))] as const)
  const manifest = {
    name: project,
    services: Object.fromEntries(definitions),
    volumes: {
      ...Object.fromEntries(contents.map(({ name }) => [name, { external: true, name }])),
      ...(services.some(({ data }) => data) ? { data: { name: `${project}_data` } } : {}),
    },
  }
  return {
    target: 'compose',
    files: [{ path: 'compose.yaml', text: JSON.stringify(manifest, undefined, 1) }],
    components: services.map((service) => toComponent(service, definitions, volume(service))),
    contents,
    dataVolumes: services.flatMap(({ name, data }) =>
      data
        ? [{ name: `${project}_data`, component: name, service: name, mountPath: '/data', ownedByComponent: true }]
        : [],
    ),
    variables: { MCPS_1: { kind: 'secret', parts: [{ kind: 'reference', secret: 'TOKEN', encoding: 'none' }] } },
  }
}

function define(project: string, service: Service, volume: string | undefined) {
  const definition = {
    image: service.image ?? tinyImage,
    command: ['/bin/sh', '-c', service.script ?? wait],
    restart: 'unless-stopped',
    environment: {
      VERSION: service.version ?? '1',
      ...(service.token ? { TOKEN: '${MCPS_1:?deployed by mcp-deploy}' } : {}),
    },
    ...(service.healthcheck === false
      ? {}
      : {
          healthcheck: { test: ['CMD', '/bin/cat', '/tmp/ready'], interval: '300ms', retries: 3, start_period: '5s' },
        }),
    ...(service.memory === undefined ? {} : { mem_limit: service.memory }),
    ...(service.hostPort === undefined
      ? {}
      : { ports: [{ target: 4444, published: String(service.hostPort), host_ip: '127.0.0.1', protocol: 'tcp' }] }),
    volumes: [
      ...(volume === undefined ? [] : [`${volume}:/app/certs/mcp:ro`]),
      ...(service.data ? ['data:/data'] : []),
    ],
    stop_grace_period: '2s',
  }
  const labels = {
    'mcp-stack.dev/stack': project,
    'mcp-stack.dev/component': service.name,
    'mcp-stack.dev/role': service.role,
    'mcp-stack.dev/hash': hash(JSON.stringify(definition)),
  }
  return { ...definition, labels }
}

function toComponent(
  { name, role, image = tinyImage, version = '1' }: Service,
  definitions: readonly (readonly [string, ReturnType<typeof define>])[],
  volume: string | undefined,
): BundleComponent {
  const definition = definitions.find(([service]) => service === name)?.[1]
  return {
    name,
    role,
    service: name,
    wave: waves[role],
    image,
    tag: image,
    replicas: 1,
    hash: definition?.labels['mcp-stack.dev/hash'] ?? '',
    fields: { image, 'env.VERSION': version, ...(volume === undefined ? {} : { certificates: volume }) },
    contents: volume === undefined ? [] : [volume],
    pending: [],
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** Secrets of one value. */
export function makeSecrets(token = 'token-of-the-test-0123456789'): Secrets {
  const secret = new Secret('TOKEN', token)
  return {
    get: () => secret,
    compose: () => secret,
    digest: () => hash(token),
    reference: () => undefined,
    generated: {},
    provenance: {},
    problems: [],
  }
}

/** Everything of the project, at the end of a test, whatever happened in it. */
export function removeWorld({ place: { project } }: World): void {
  const ids = (kind: string[], label: string) =>
    docker(...kind, '--quiet', '--filter', `label=${label}=${project}`)
      .split('\n')
      .filter(Boolean)
  for (const label of ['com.docker.compose.project', 'mcp-stack.dev/stack']) {
    const containers = ids(['ps', '--all'], label)
    if (containers.length > 0) docker('rm', '--force', ...containers)
    const networks = ids(['network', 'ls'], label)
    if (networks.length > 0) docker('network', 'rm', ...networks)
    const volumes = ids(['volume', 'ls'], label)
    if (volumes.length > 0) docker('volume', 'rm', ...volumes)
  }
}
