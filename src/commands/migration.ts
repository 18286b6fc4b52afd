import { StackError } from '../errors.ts'
import type { DatabaseRevision, Live, Release, StackState } from '../model/live.ts'
import type { Problem } from '../model/problem.ts'
import type { ApplyInput, Connection } from '../model/target.ts'
import type { Draft } from './draft.ts'
import { lastGoodRelease } from './release.ts'

// A gateway migrates its database when it starts, and an older one does not know the newer revision.

/**
 * Before a deploy that brings another gateway image: asks where the database stands, and notes it with every release of the
 * image that runs now, for whoever wants to go back to one of them. Other deploys ask nothing.
 */
export async function noteDatabaseRevision(connection: Connection, draft: Draft): Promise<StackState> {
  const { state } = draft
  const left = gatewayImage(lastGoodRelease(state))
  if (left === undefined || left === gatewayImage(draft.bundle) || left !== runningImage(draft.live)) return state
  const databaseRevision = await connection.databaseRevision()
  if (databaseRevision === undefined) return state
  const releases = state.releases.map((release) =>
    gatewayImage(release) === left ? { ...release, databaseRevision } : release,
  )
  return { ...state, releases }
}

/** After a deploy that failed: what to tell when the database is not any more what `previous` ran with. */
export async function findMigration(
  connection: Connection,
  draft: Draft,
  previous: Release,
): Promise<Problem | undefined> {
  const before = previous.databaseRevision
  if (before === undefined) return undefined
  const now = await connection.databaseRevision(draft)
  if (!isMigrated(before, now)) return undefined
  const backup = draft.plan.deploy.before
  const { file } = draft.plan.config
  const kept = backup === undefined ? '' : ' (ci_cd.deploy.before ran first)'
  return {
    severity: 'error',
    code: 'DATABASE_MIGRATED',
    message:
      `the gateway's database was migrated from ${before.revision} to ${now.revision}, which the gateway of release ` +
      `${previous.revision} does not know: nothing was rolled back`,
    hint:
      `Mend the cause and go on: mcp-deploy deploy ${file}; or stop the gateway, restore the database's backup${kept}, and go back: ` +
      `mcp-deploy rollback ${file} --to ${previous.revision}`,
  }
}

/**
 * Before a roll-back by hand to a release with another gateway image than the one that runs.
 *
 * @throws StackError ROLL_BACK_REFUSED when the database was migrated since that release ran.
 */
export async function refuseMigrated(
  connection: Connection,
  wanted: Release,
  live: Live,
  input: Pick<ApplyInput, 'bundle' | 'secrets'>,
): Promise<void> {
  const before = wanted.databaseRevision
  if (before === undefined || gatewayImage(wanted) === runningImage(live)) return
  const now = await connection.databaseRevision(input)
  if (!isMigrated(before, now)) return
  throw new StackError({
    code: 'ROLL_BACK_REFUSED',
    message:
      `release ${wanted.revision} ran with the gateway's database at ${before.revision}, and that is at ${now.revision} now, ` +
      'which its gateway may not know',
    hint:
      "Stop the gateway and restore the database's backup first; or, where you know that they go together: " +
      `mcp-deploy rollback --to ${wanted.revision} --force`,
  })
}

/** Another database is not a migrated one. */
function isMigrated(before: DatabaseRevision, now: DatabaseRevision | undefined): now is DatabaseRevision {
  return now !== undefined && now.database === before.database && now.revision !== before.revision
}

function gatewayImage(of: Release | Draft['bundle'] | undefined): string | undefined {
  const image = of?.components.find(({ role }) => role === 'gateway')?.image
  return typeof image === 'string' ? image : undefined
}

function runningImage(live: Live): string | undefined {
  return live.components.find(({ role }) => role === 'gateway')?.image
}
