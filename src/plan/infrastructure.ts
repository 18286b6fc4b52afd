import type { Env } from '../model/env-value.ts'
import type { ComponentPlan } from '../model/plan.ts'
import { isSclorgPostgres, sclorgHome } from '../model/postgres-image.ts'
import type { PodOptions, PostgresConfig, RedisConfig, StackConfig, StorePod } from '../model/stack.ts'
import { injectSecrets, sortEnv } from './environment.ts'
import { postgresEnv } from './postgres-env.ts'

/** Postgres and Redis, where the config asks for them; never published on the host. */
export function planInfrastructure(config: StackConfig): readonly ComponentPlan[] {
  const { postgres, redis } = config.infrastructure
  return [
    ...(postgres === undefined ? [] : [planPostgres(postgres, config)]),
    ...(redis === undefined ? [] : [planRedis(redis, config)]),
  ]
}

/**
 * Port, owner and read-only root are those of the official images; their entry points start as root and step down. Sclorg's
 * write into their user's home as they start.
 */
function planPostgres(postgres: PostgresConfig, config: StackConfig): ComponentPlan {
  const { user, database, dataPath, image } = postgres
  return {
    ...planStore('postgres', 5432),
    pod: storePod(postgres.pod, postgresUser(image), config),
    resources: postgres.resources,
    env: storeEnv('postgres', config, postgresEnv(postgres)),
    writablePaths: ['/tmp', ...(isSclorgPostgres(image) ? [sclorgHome] : []), '/var/run/postgresql'],
    dataPaths: { [dataPath]: 'postgres-data' },
    // By address: while it initialises, the image's temporary server listens on its socket only.
    health: { kind: 'command', command: ['pg_isready', '-q', '-h', '127.0.0.1', '-U', user, '-d', database] },
  }
}

/** A cache: nothing is written to disk, so a new container starts empty. */
function planRedis(redis: RedisConfig, config: StackConfig): ComponentPlan {
  return {
    ...planStore('redis', 6379),
    pod: storePod(redis.pod, redisUser(redis.image), config),
    resources: redis.resources,
    env: storeEnv('redis', config, {}),
    args: ['redis-server', '--save', '', '--appendonly', 'no'],
    // The image declares /data a volume; without a tmpfs every container would leave an anonymous one behind.
    writablePaths: ['/data', '/tmp'],
    dataPaths: {},
    health: { kind: 'command', command: ['redis-cli', 'ping'] },
  }
}

/** Users of the images by number, for Kubernetes wants to see that they are not root: uid 70 in Alpine, 999 in Debian, 26 at sclorg. */
function postgresUser(image: string): number | undefined {
  if (isSclorgPostgres(image)) return 26
  if (!isNamed(image, 'postgres')) return undefined
  return /:[^@]*alpine/.test(image) ? 70 : 999
}

function redisUser(image: string): number | undefined {
  return isNamed(image, 'redis') ? 999 : undefined
}

/** The official image, also in a mirror: its last part is the bare name. */
function isNamed(image: string, name: string): boolean {
  return /([^/:@]+)(?::[^/@]+)?(?:@.*)?$/.exec(image)?.[1] === name
}

/** On OpenShift the namespace chooses the user. */
function storePod(given: StorePod, known: number | undefined, { deployment }: StackConfig): PodOptions {
  const { runAsUser: wanted = known, ...pod } = given
  const isChosen = deployment.type === 'kubernetes' && deployment.openshift === undefined
  const user = isChosen && wanted !== undefined ? { runAsUser: wanted } : {}
  return { ...pod, topologySpread: [], volumes: [], ...user }
}

function planStore(
  name: 'postgres' | 'redis',
  port: number,
): Omit<ComponentPlan, 'resources' | 'pod' | 'env' | 'writablePaths' | 'dataPaths' | 'health'> {
  return {
    name,
    role: name,
    service: name,
    aliases: [],
    port,
    servicePort: port,
    serviceType: 'ClusterIP',
    replicas: 1,
    autoscaled: false,
    mtls: false,
    readOnlyRoot: true,
    dependsOn: [],
    // Only its own stack reaches it: on a shared network the name `postgres` would be everyone's.
    networks: [],
    pullPolicy: 'IfNotPresent',
    shim: false,
  }
}

function storeEnv(name: string, config: StackConfig, env: Env): Env {
  return sortEnv(injectSecrets(env, name, config.secrets))
}
