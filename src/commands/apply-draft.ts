import { writeCertificateTree } from '../certificates/tree.ts'
import { StackError } from '../errors.ts'
import type { Release } from '../model/live.ts'
import type { Problem } from '../model/problem.ts'
import type { Report } from '../model/report.ts'
import type { Connection, Target } from '../model/target.ts'
import type { Verification } from '../model/verification.ts'
import type { DeployOptions } from './deploy-options.ts'
import type { Draft } from './draft.ts'
import { componentProblems } from './failed-components.ts'
import { asRestored, intendedInventory, joinInventories, replaceRelease, withInventory } from './inventory.ts'
import { refuseLeaks } from './leaks.ts'
import { findMigration, noteDatabaseRevision } from './migration.ts'
import { keptInPhase, summaryInPhase } from './note-roll-over.ts'
import { prove, verificationProblems } from './prove.ts'
import { lastGoodRelease, newRelease, recordRelease } from './release.ts'
import { withSources } from './release-secrets.ts'
import { applyRelease, incompleteProblems } from './roll-back.ts'
import { runBefore } from './run-before.ts'
import { runFacts, type Session, timed } from './session.ts'
import { letSettle } from './settle.ts'
import { isStillLive, runsTheSame } from './still-live.ts'

/** What came of a draft. */
export interface Applied {
  readonly status: Report['status']
  readonly problems: readonly Problem[]
  readonly release?: Release
  readonly verification?: Verification
  readonly seconds?: Readonly<Record<string, number>>
}

/**
 * Step 9 and 10 under the lock: store, apply, prove, record; goes back when it fails.
 *
 * @param before  ci_cd.deploy.before, which may have run already.
 */
export async function applyDraft(
  session: Session,
  connection: Connection,
  made: Draft,
  target: Target,
  options: DeployOptions,
  before = () => runBefore(session, made.plan),
): Promise<Applied> {
  await before()
  await refuseLeaks(session)
  const draft = { ...made, state: await noteDatabaseRevision(connection, made) }
  // ca_storage: files. Written first, so that no leaf is in use whose CA's key is lost.
  if (draft.certificates.authorityForFiles !== undefined) {
    const problems = await writeCertificateTree(draft.certificates, draft.plan.certificatePolicy, session.io)
    for (const problem of problems) session.io.progress.problem(problem)
  }
  // Each phase of a roll-over is a release of the same run.
  const run = { ...runFacts(session), startedAt: session.io.clock.now().toISOString() }
  const record = newRelease(draft.bundle, draft.changes, draft.state, run, draft.plan.config.digest)
  const summary = summaryInPhase(draft.certificates, record.summary)
  const release = withSources({ ...record, summary }, draft.plan.secrets)
  // Stored before anything is started: a run that is killed now finds its keys and secrets again.
  await connection.saveState(recordRelease(draft.state, release))

  const outcome = await timed(session, 'apply', 'Deploying', () =>
    connection.apply({
      bundle: draft.bundle,
      changes: draft.changes,
      secrets: draft.secrets,
      live: draft.live,
      certificates: draft.certificates.certificates.flatMap((entry) => entry.certificate ?? []),
      wait: options.wait,
      timeoutSeconds: options.timeoutSeconds,
      forceConflicts: options.permissions.forceConflicts === true,
    }),
  )
  if (!outcome.ok) return goBack(session, connection, draft, target, release, componentProblems(outcome), options)
  const applied = withInventory(release, outcome.inventory)
  const { seconds } = outcome
  // What did not change may be on its way all the same: a pod that somebody deleted, a run before that did not wait.
  const now = options.wait ? { ...draft.live, components: await connection.components() } : undefined
  const unready = now === undefined ? [] : (await letSettle(session, connection, now, options.timeoutSeconds)).unready
  if (unready.length > 0) {
    return finish(session, connection, draft, applied, { status: 'unhealthy', problems: unready, seconds })
  }
  if (!options.verify || !options.wait) {
    return finish(session, connection, draft, applied, { status: 'succeeded', problems: [], seconds })
  }

  const verification = await prove(session, draft.plan, connection)
  const problems = verificationProblems(verification)
  if (verification.outcome === 'failed' && draft.plan.deploy.rollBack) {
    await connection.keepEvidence()
    return { ...(await goBack(session, connection, draft, target, applied, problems, options)), verification }
  }
  const status = verification.outcome === 'passed' ? 'succeeded' : 'unhealthy'
  return finish(session, connection, draft, applied, { status, problems, verification, seconds })
}

async function finish(
  session: Session,
  connection: Connection,
  draft: Draft,
  release: Release,
  applied: Applied,
): Promise<Applied> {
  const live: Release = { ...release, status: 'live', endedAt: session.io.clock.now().toISOString() }
  await connection.saveState(recordRelease(draft.state, live))
  return { ...applied, release: live }
}

async function goBack(
  session: Session,
  connection: Connection,
  draft: Draft,
  target: Target,
  release: Release,
  problems: readonly Problem[],
  options: DeployOptions,
): Promise<Applied> {
  const failed: Release = { ...release, status: 'failed', endedAt: session.io.clock.now().toISOString() }
  let state = recordRelease(draft.state, failed)
  const previous = lastGoodRelease(draft.state, release.revision)
  if (previous === undefined) {
    await connection.saveState(state)
    return { status: 'failed', problems: [...problems, nothingBefore], release: failed }
  }
  // What it wrote is written over, gone or never came: only its keys are worth keeping.
  const rolledBack: Release = withInventory({ ...failed, status: 'rolled-back' }, intendedInventory(draft.bundle))
  const seen = await connection.observe()
  if (isStillLive(previous, release, seen)) {
    await connection.saveState(recordRelease(state, rolledBack))
    session.io.progress.line(
      `Release ${previous.revision} is still live, nothing of it was changed; release ${release.revision} is not`,
    )
    return { status: 'failed', problems, release: rolledBack }
  }
  const stays = draft.plan.deploy.rollBack ? keptInPhase(draft.state) : notWanted(previous)
  if (stays !== undefined) {
    await connection.saveState(state)
    const status = runsTheSame(draft.live, seen) ? 'failed' : 'unhealthy'
    return { status, problems: [...problems, stays], release: failed }
  }
  const migrated = await findMigration(connection, draft, previous)
  if (migrated !== undefined) {
    await connection.saveState(state)
    return { status: 'unhealthy', problems: [...problems, migrated], release: failed }
  }
  // A short --timeout is for what is new; what was live is given the time that it needs.
  let again = previous
  const patience = Math.max(options.timeoutSeconds, draft.plan.deploy.timeoutSeconds)
  const undone = await timed(session, 'roll back', `Rolling back to release ${previous.revision}`, async () => {
    try {
      const today = { ...draft, state }
      const outcome = await applyRelease(session, connection, target, today, previous, {
        timeoutSeconds: patience,
        forceConflicts: options.permissions.forceConflicts === true,
        async onReady({ bundle }) {
          const intended = intendedInventory(bundle)
          if (intended === undefined) return
          // With today's secrets the release may have objects that it did not have: known before they are made.
          again = withInventory(asRestored(previous, bundle), joinInventories(intended, previous.inventory))
          await connection.saveState(replaceRelease(state, again))
        },
      })
      state = replaceRelease(state, outcome.ok ? withInventory(again, outcome.inventory) : again)
      return componentProblems(outcome)
    } catch (error) {
      // The release that failed is still what runs, and why it failed must be told too.
      if (error instanceof StackError && error.code === 'ROLL_BACK_REFUSED') return error.problems
      throw error
    }
  })
  if (undone.length === 0) {
    await connection.saveState(recordRelease(state, rolledBack))
    session.io.progress.line(`Release ${previous.revision} is live again; release ${release.revision} is not`)
    return { status: 'failed', problems, release: rolledBack }
  }
  await connection.saveState(state)
  return { status: 'unhealthy', problems: [...problems, ...incompleteProblems(undone)], release: failed }
}

const nothingBefore: Problem = {
  severity: 'note',
  code: 'CONFIG_NOTE',
  message: 'there is no release before this one to go back to; what failed is left for you to look at',
  hint: 'mcp-deploy logs, then deploy again; mcp-deploy destroy removes it',
}

function notWanted(previous: Release): Problem {
  return {
    severity: 'note',
    code: 'CONFIG_NOTE',
    message: 'ci_cd.deploy.roll_back is false; what failed is left for you to look at',
    hint: `mcp-deploy logs, then deploy again; or go back: mcp-deploy rollback --to ${previous.revision}`,
  }
}
