import { findAbsent } from '../build/absent-images.ts'
import { findPlatforms } from '../build/image-platforms.ts'
import { StackError } from '../errors.ts'
import type { Bundle } from '../model/bundle.ts'
import type { Change } from '../model/change.ts'
import type { Release, StackState } from '../model/live.ts'
import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { Report } from '../model/report.ts'
import type { StackConfig } from '../model/stack.ts'
import type { ApplyInput, ApplyOutcome, ComponentFailure, Connection, Target } from '../model/target.ts'
import { assembleReport } from './assemble-report.ts'
import { makeDraft } from './draft.ts'
import { componentProblems } from './failed-components.ts'
import { asRestored, intendedInventory, withInventory } from './inventory.ts'
import { refuseLeaks } from './leaks.ts'
import { refuseMigrated } from './migration.ts'
import { refuseAcrossPhase } from './note-roll-over.ts'
import { permit, refuseObstacles } from './obstacles.ts'
import { observe, prepare } from './prepare.ts'
import { prove, verificationProblems } from './prove.ts'
import { lastGoodRelease, recordRelease, summarise } from './release.ts'
import { restoreRelease } from './restore-release.ts'
import { runFacts, type Session, timed } from './session.ts'

export interface ApplyReleaseOptions {
  readonly timeoutSeconds: number
  readonly forceConflicts?: boolean
  /** Everything is known and nothing is changed yet: the last moment to refuse, and to store what is about to be made. */
  readonly onReady: (ready: Pick<ApplyInput, 'bundle' | 'changes' | 'live'>) => Promise<void>
}

/** Applies a stored release with today's secrets and certificates; observes first, so it works from any half-way point. */
export async function applyRelease(
  session: Session,
  connection: Connection,
  target: Target,
  today: { readonly plan: Plan; readonly state: StackState },
  release: Release,
  options: ApplyReleaseOptions,
): Promise<ApplyOutcome & { readonly changes: readonly Change[] }> {
  const { state } = today
  const seen = await connection.observe()
  const { bundle, secrets } = await restoreRelease(session, target, today, release, seen)
  const live = await connection.examine(bundle, seen)
  const changes = target.diff(bundle, live)
  await options.onReady({ bundle, changes, live })
  const { forceConflicts = false, timeoutSeconds } = options
  const certificates = state.certificates
  const input: ApplyInput = { bundle, changes, secrets, live, certificates, wait: true, timeoutSeconds, forceConflicts }
  const outcome = await connection.apply(input)
  return { ...outcome, changes }
}

/** `rollback [--to N]`: the release before the live one, or the one that is named, becomes a new release. */
export async function rollBack(
  session: Session,
  config: StackConfig,
  options: { readonly to?: number; readonly force: boolean; readonly timeoutSeconds: number; readonly verify: boolean },
): Promise<Report> {
  const prepared = await prepare(session, config)
  const { connection, live: first } = await observe(session, prepared)
  try {
    chooseRelease(first.state, options.to)
    const lock = await connection.lock('rollback', options.timeoutSeconds)
    try {
      // Somebody may have deployed between the first look and the lock.
      const live = await connection.observe()
      const wanted = chooseRelease(live.state, options.to)
      refuseAcrossPhase(live.state, wanted)
      const restored = await restoreRelease(session, prepared.target, { ...prepared, state: live.state }, wanted, live)
      await refuseMissing(session, connection, wanted, restored.bundle)
      if (!options.force) await refuseMigrated(connection, wanted, live, restored)
      const draft = await makeDraft(session, { ...prepared, live, images: liveImages(wanted), dry: true })
      const today = { ...draft, state: live.state }
      let begun = repeatRelease(session, wanted, live.state)
      const outcome = await timed(session, 'roll back', `Rolling back to release ${wanted.revision}`, () =>
        applyRelease(session, connection, prepared.target, today, wanted, {
          ...options,
          async onReady({ bundle, changes, live: examined }) {
            const obstacles = prepared.target.problems?.(bundle, examined) ?? []
            // What the release did not have goes: that is what was asked for.
            const found = await connection.preflight(bundle, changes, findPlatforms(session.io), examined)
            refuseObstacles(permit([...obstacles, ...found], { allowMassDelete: true }))
            await refuseLeaks(session)
            const summary = `rolled back to release ${wanted.revision}: ${summarise(changes)}`
            begun = withInventory({ ...asRestored(begun, bundle), summary }, intendedInventory(bundle))
            // As with a deploy: a run that is killed now leaves a trace, and a list of what it made.
            await connection.saveState(recordRelease(live.state, begun))
          },
        }),
      )
      const release: Release = {
        ...withInventory(begun, outcome.ok ? outcome.inventory : undefined),
        status: outcome.ok ? 'live' : 'failed',
        endedAt: session.io.clock.now().toISOString(),
      }
      await connection.saveState(recordRelease(live.state, release))
      const shown = { ...draft, changes: outcome.changes }
      if (!outcome.ok) {
        return await assembleReport(session, {
          draft: shown,
          connection,
          status: 'unhealthy',
          problems: incompleteProblems(componentProblems(outcome)),
          release,
        })
      }
      if (!options.verify)
        return await assembleReport(session, { draft: shown, connection, status: 'succeeded', release })
      // The config may list other plugins than the release: what is proven is what the release runs.
      const verification = await prove(session, planOf(prepared.plan, wanted), connection)
      return await assembleReport(session, {
        draft: shown,
        connection,
        release,
        verification,
        status: verification.outcome === 'passed' ? 'succeeded' : 'unhealthy',
        problems: verificationProblems(verification),
      })
    } finally {
      await lock.release()
    }
  } finally {
    await connection.close()
  }
}

/** A release that is about to become live once more, under a new number. */
function repeatRelease(session: Session, wanted: Release, state: StackState): Release {
  const { runUrl: _url, commit: _commit, repository: _repository, endedAt: _end, ...kept } = wanted
  const { actor, startedAt } = runFacts(session)
  const revision = (state.releases.at(-1)?.revision ?? 0) + 1
  return { ...kept, revision, status: 'applying', startedAt, actor }
}

/** The same, of a roll-back that did not come to its end: exit 4, since something new is live. */
export function incompleteProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, code: 'ROLL_BACK_INCOMPLETE' }))
}

/** @throws StackError ROLL_BACK_REFUSED when there is nothing to go back to. */
function chooseRelease(state: StackState, to: number | undefined): Release {
  const live = state.releases.findLast((release) => release.status === 'live')
  const release =
    to === undefined
      ? lastGoodRelease(state, live?.revision ?? Number.POSITIVE_INFINITY)
      : state.releases.find((entry) => entry.revision === to)
  if (release !== undefined && release.status !== 'failed' && release.status !== 'applying') return release
  throw new StackError({
    code: 'ROLL_BACK_REFUSED',
    message:
      to === undefined
        ? 'there is no earlier release that was live'
        : `release ${to} ${release === undefined ? 'is not in the history' : `was never live (${release.status})`}`,
    hint: 'mcp-deploy history lists the releases',
  })
}

/** @throws StackError ROLL_BACK_REFUSED naming every component whose image cannot be had any more. */
async function refuseMissing(
  session: Session,
  connection: Connection,
  release: Release,
  bundle: Bundle,
): Promise<void> {
  const gone = await connection.fetchImages(bundle, findAbsent(session.io))
  if (gone.length === 0) return
  const source = release.commit === undefined ? 'its sources' : `commit ${release.commit}`
  throw new StackError({
    code: 'ROLL_BACK_REFUSED',
    message: `release ${release.revision} cannot be brought back: ${gone.map(describeGone).join('; ')}`,
    hint: `Nothing was changed. Deploy ${source} again, or choose another release: mcp-deploy history`,
  })
}

const describeGone = ({ component, reason }: ComponentFailure) => `${component}: ${reason}`

function liveImages(release: Release) {
  return release.components.map(({ name, image, tag }) => ({
    component: name,
    reference: image,
    tag,
    how: 'reused' as const,
    seconds: 0,
  }))
}

function planOf(plan: Plan, release: Release): Plan {
  const names = release.components.map((component) => component.name)
  return { ...plan, plugins: plan.plugins.filter((plugin) => names.includes(plugin.name)) }
}
