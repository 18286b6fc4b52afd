import { dirname } from 'node:path/posix'
import { type Env, type EnvValue, plain, type TextPart } from '../model/env-value.ts'
import type { Problem } from '../model/problem.ts'
import { Secret } from '../model/secret.ts'
import type { InfrastructureConfig, PostgresConfig } from '../model/stack.ts'
import { paths } from './contract/paths.ts'
import type { PlannedEnv } from './environment.ts'

/** SQLAlchemy takes these for psycopg2, which the gateway does not have. */
const plainPostgres = /^postgres(?:ql)?:\/\//i

export const postgresPassword = 'POSTGRES_PASSWORD'

/** Which database and cache the gateway uses, from its own variables and the stack's infrastructure. */
export interface PlannedStores extends PlannedEnv {
  /** Folder → volume, where the database is a file of the gateway. */
  readonly dataPaths: Readonly<Record<string, string>>
}

export function planStores(user: Env, infrastructure: InfrastructureConfig): PlannedStores {
  const database = planDatabase(user['DATABASE_URL'], infrastructure.postgres)
  const cache = planCache(user, infrastructure.redis !== undefined)
  return {
    env: { ...user, ...database.env, ...cache.env },
    dataPaths: database.dataPaths,
    problems: [...database.problems, ...cache.problems],
  }
}

function planDatabase(given: EnvValue | undefined, postgres: PostgresConfig | undefined): PlannedStores {
  if (given !== undefined) return withDriver(given)
  if (postgres !== undefined) return { env: { DATABASE_URL: postgresUrl(postgres) }, dataPaths: {}, problems: [] }
  return {
    env: { DATABASE_URL: plain(`sqlite:///${paths.gatewayData}/mcp.db`) },
    dataPaths: { [paths.gatewayData]: 'gateway-data' },
    problems: [],
  }
}

/** The user's URL with the driver the gateway has, and a volume under a database that is a file. */
function withDriver(given: EnvValue): PlannedStores {
  if (given.kind === 'plain') {
    const value = given.value.replace(plainPostgres, 'postgresql+psycopg://')
    const file = dataFolder(value)
    return {
      env: { DATABASE_URL: plain(value) },
      dataPaths: file.folder === undefined ? {} : { [file.folder]: 'gateway-data' },
      problems: [...(value === given.value ? [] : [driverNote]), ...file.problems],
    }
  }
  const [first, ...rest] = given.parts
  if (first?.kind !== 'literal' || !first.text.matches(plainPostgres)) {
    return { env: { DATABASE_URL: given }, dataPaths: {}, problems: [] }
  }
  const text = first.text.map((value) => value.replace(plainPostgres, 'postgresql+psycopg://'))
  return {
    env: { DATABASE_URL: { kind: 'secret', parts: [{ ...first, text }, ...rest] } },
    dataPaths: {},
    problems: [driverNote],
  }
}

const databasePath = 'gateway.env_vars.DATABASE_URL'

const driverNote: Problem = {
  severity: 'note',
  code: 'CONFIG_NOTE',
  message: 'DATABASE_URL: postgresql:// becomes postgresql+psycopg://, the driver the gateway has',
  path: databasePath,
}

/** The folder of `sqlite:////absolute/file.db`; a database that no volume can hold is warned about. */
function dataFolder(url: string): { readonly folder?: string; readonly problems: readonly Problem[] } {
  if (!/^sqlite(?:\+\w+)?:/i.test(url)) return { problems: [] }
  const file = /^sqlite(?:\+\w+)?:\/\/\/(\/[^?]*)/i.exec(url)?.[1]
  const folder = file === undefined ? undefined : dirname(file)
  if (folder !== undefined && folder !== '/' && folder !== '/app' && folder !== '/tmp') return { folder, problems: [] }
  return {
    problems: [
      {
        severity: 'warning',
        code: 'CONFIG_WARNING',
        message: 'DATABASE_URL names a file that is lost with the container, and in a read-only one cannot be written',
        hint: `Leave DATABASE_URL out, or use sqlite:///${paths.gatewayData}/mcp.db: that folder is a volume`,
        path: databasePath,
      },
    ],
  }
}

function postgresUrl(postgres: PostgresConfig): EnvValue {
  const user = encodeURIComponent(postgres.user)
  const password: readonly TextPart[] =
    postgres.password === undefined
      ? [{ kind: 'reference', secret: postgresPassword, encoding: 'url' }]
      : encodeParts(postgres.password)
  return {
    kind: 'secret',
    parts: [
      { kind: 'literal', text: new Secret('DATABASE_URL', `postgresql+psycopg://${user}:`) },
      ...password,
      { kind: 'literal', text: new Secret('DATABASE_URL', `@postgres:5432/${encodeURIComponent(postgres.database)}`) },
    ],
  }
}

/** Percent-encodes every part, as a URL's user info needs it. */
function encodeParts(value: EnvValue): readonly TextPart[] {
  if (value.kind === 'plain')
    return [{ kind: 'literal', text: new Secret(postgresPassword, encodeURIComponent(value.value)) }]
  return value.parts.map((part) =>
    part.kind === 'literal' ? { ...part, text: part.text.map(encodeURIComponent) } : { ...part, encoding: 'url' },
  )
}

/** REDIS_URL alone is never used: the cache type has to say so (CONTRACT §1). */
function planCache(user: Env, redis: boolean): PlannedEnv {
  const given = user['REDIS_URL']
  if (given === undefined && !redis) return { env: {}, problems: [] }
  const env = given === undefined ? { REDIS_URL: plain('redis://redis:6379/0') } : {}
  const chosen = user['CACHE_TYPE']
  if (chosen === undefined) {
    return {
      env: { ...env, CACHE_TYPE: plain('redis') },
      problems: [cacheNote('CACHE_TYPE=redis is set: without it REDIS_URL is never used')],
    }
  }
  if (chosen.kind === 'plain' && chosen.value !== 'redis') {
    return { env, problems: [cacheNote(`CACHE_TYPE is ${chosen.value}: Redis is not used`)] }
  }
  return { env, problems: [] }
}

function cacheNote(message: string): Problem {
  return { severity: 'note', code: 'CONFIG_NOTE', message, path: 'gateway.env_vars.CACHE_TYPE' }
}
