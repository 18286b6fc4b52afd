import { type Env, type EnvValue, plain } from '../model/env-value.ts'
import { isSclorgPostgres } from '../model/postgres-image.ts'
import type { PostgresConfig } from '../model/stack.ts'
import { postgresPassword } from './database.ts'
import { reference } from './environment.ts'

/** What the image's entry point is told: database, user and password. */
export function postgresEnv(postgres: PostgresConfig): Env {
  const password = postgres.password ?? reference(postgresPassword)
  return isSclorgPostgres(postgres.image) ? sclorgEnv(postgres, password) : officialEnv(postgres, password)
}

function officialEnv({ user, database, dataPath }: PostgresConfig, password: EnvValue): Env {
  return {
    POSTGRES_USER: plain(user),
    POSTGRES_DB: plain(database),
    POSTGRES_PASSWORD: password,
    // A folder below the mount: initdb refuses one that is not empty (lost+found), and the default moved in image 18.
    PGDATA: plain(`${dataPath}/pgdata`),
  }
}

/**
 * Read in the image's scripts (github.com/sclorg/postgresql-container: run-postgresql, common.sh, set_passwords.sh), never run
 * by us. All three of user, password and database, or none; PGDATA they set themselves. `postgres` is there from initdb on, and
 * making it a second time ends the container: its password is the administrator's, and the database gets an owner of its own
 * name.
 */
function sclorgEnv({ user, database }: PostgresConfig, password: EnvValue): Env {
  const admin: Env = user === 'postgres' ? { POSTGRESQL_ADMIN_PASSWORD: password } : {}
  if (user === 'postgres' && database === 'postgres') return admin
  return {
    ...admin,
    POSTGRESQL_USER: plain(user === 'postgres' ? database : user),
    POSTGRESQL_DATABASE: plain(database),
    POSTGRESQL_PASSWORD: password,
  }
}
