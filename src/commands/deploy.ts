import { StackError } from '../errors.ts'
import { hasWork } from '../model/change.ts'
import type { Image } from '../model/image.ts'
import type { Live } from '../model/live.ts'
import type { Problem } from '../model/problem.ts'
import type { Report } from '../model/report.ts'
import { askOnce } from '../model/run-limited.ts'
import type { StackConfig } from '../model/stack.ts'
import type { Connection } from '../model/target.ts'
import { showSources } from '../secrets/reference.ts'
import { askSecrets } from './ask-secrets.ts'
import { assembleReport } from './assemble-report.ts'
import type { DeployOptions } from './deploy-options.ts'
import type { Draft, DraftInput } from './draft.ts'
import { checkConfig, checkFences, checkImages, checkLive, type FrozenPlan } from './frozen-plan.ts'
import { inputsOf, writeManifests } from './generate.ts'
import { issueOnTarget } from './issue-on-target.ts'
import { findOlder, lookAhead } from './look-ahead.ts'
import { phaseTitle } from './note-roll-over.ts'
import { asWarnings, refuseObstacles, unsignedOf } from './obstacles.ts'
import { type Deployed, goThroughPhases, isNewPhase, keepPhase } from './phases.ts'
import { build, observe, type Prepared, prepare } from './prepare.ts'
import { reportUnchanged } from './report-unchanged.ts'
import { type Requested, requestSignatures } from './request-signatures.ts'
import { runBefore } from './run-before.ts'
import { commandLine, type Session, timed } from './session.ts'
import { objectLines, planLines } from './views/plan-view.ts'
import { secretLines } from './views/secrets-view.ts'
import { warmUp } from './warm-up.ts'

/** The whole line of DESIGN §1: from the config to a verified release. */
export async function deploy(session: Session, config: StackConfig, options: DeployOptions): Promise<Report> {
  const prepared = await prepare(session, config)
  const [{ connection, live }] = await Promise.all([observe(session, prepared), warmUp()])
  try {
    if (options.frozenPlan !== undefined) {
      await refuseStale(session, { ...prepared, connection }, live, options, options.frozenPlan)
    }
    await askSecrets(session, prepared.plan, live, options)
    const images = await build(session, prepared, {
      dry: options.dryRun || options.skipBuild,
      requirePinned: options.requirePinned,
      ...(options.frozen ? { frozen: live } : {}),
      ...(options.cache === undefined ? {} : { cache: options.cache }),
    })
    // --frozen looks nothing up: its images are those that run.
    if (options.frozenPlan !== undefined && !options.frozen) checkImages(options.frozenPlan, images)
    if (options.skipBuild && !options.dryRun) refusePending(images)
    const input: DraftInput & { readonly connection: Connection } = {
      ...prepared,
      connection,
      live,
      images,
      dry: true,
      ...signerOf(options),
      skipCertificates: options.skipCertificates,
      permissions: options.permissions,
      ...(options.renew === undefined ? {} : { renew: options.renew }),
      ...(options.rollOver === undefined ? {} : { rollOver: options.rollOver }),
    }
    const done = await deployOnce(session, prepared, input, options)
    return await goThroughPhases(session, connection, done, options, async (order) =>
      deployOnce(session, prepared, { ...input, live: await connection.observe(), rollOver: order }, options),
    )
  } finally {
    await connection.close()
  }
}

/** Steps 6 to 11: what came of it, and the change of CAs it was a phase of. */
async function deployOnce(
  session: Session,
  prepared: Prepared,
  input: DraftInput & { readonly connection: Connection },
  options: DeployOptions,
): Promise<Deployed> {
  const { connection } = input
  const { makeDraft } = await warmUp()
  let draft = await timed(session, 'plan', 'Comparing', () => makeDraft(session, input))
  const { rollOver } = draft.certificates
  if (rollOver !== undefined) session.io.progress.step(phaseTitle(rollOver.phase))
  for (const line of planLines(draft.changes)) session.io.progress.line(line)
  for (const line of objectLines(draft.changes)) session.io.progress.detail(line)
  for (const line of secretLines(showSources(draft.secrets.provenance))) session.io.progress.detail(line)

  if (options.output !== undefined && !options.dryRun) {
    await writeManifests(session, draft.bundle, options.output, inputsOf(prepared.config))
  }
  if (options.dryRun) return { report: await reportPlanned(session, connection, draft, options.permissions) }
  refuseObstacles([...draft.obstacles, ...unsignedOf(draft.certificates)])
  if (!options.skipCertificates) {
    const asked = await requestSignatures(session, prepared, connection, draft, options)
    if (asked?.blocked === true) return { report: await reportWaiting(session, connection, draft, asked) }
    if (asked?.live !== undefined) draft = await makeDraft(session, { ...input, live: asked.live })
  }
  if (!hasWork(draft) && !isNewPhase(draft)) {
    const report = await reportUnchanged(session, prepared, connection, draft, options)
    // What a killed run had asked of the engine is still done: a container that ran at the first look may have been stopped since.
    const again = report.status === 'unhealthy' ? await redraft(session, input) : draft
    if (!hasWork(again)) return withPhase(report, draft)
    session.io.progress.line('What runs has changed since this run looked; what is to be done now:')
    for (const line of planLines(again.changes)) session.io.progress.line(line)
    draft = again
  }
  const ahead = [...draft.obstacles, ...(await lookAhead(session, connection, draft, options.permissions))]
  refuseObstacles(ahead)
  for (const problem of [...draft.problems, ...ahead]) session.io.progress.problem(problem)
  return await applyUnderLock(session, connection, input, options, { draft, ahead })
}

async function redraft(session: Session, input: DraftInput & { readonly connection: Connection }): Promise<Draft> {
  const { makeDraft } = await warmUp()
  return makeDraft(session, { ...input, live: await input.connection.observe() })
}

function withPhase(report: Report, { certificates: { rollOver } }: Draft): Deployed {
  return { report, ...(rollOver === undefined ? {} : { phase: rollOver.phase }) }
}

/** Nothing is deployed before a signer outside has answered. */
async function reportWaiting(
  session: Session,
  connection: Connection,
  draft: Draft,
  { next }: Requested,
): Promise<Report> {
  return { ...(await assembleReport(session, { draft, connection, status: 'pending' })), exitCode: 3, next }
}

function signerOf({ caFromEnv, externalPki }: DeployOptions): Pick<DeployOptions, 'caFromEnv' | 'externalPki'> {
  return { caFromEnv, externalPki }
}

/** --plan: makes the plan again, without building anything, and compares. @throws StackError PLAN_STALE */
async function refuseStale(
  session: Session,
  prepared: Prepared & { readonly connection: Connection },
  live: Live,
  options: DeployOptions,
  frozen: FrozenPlan,
): Promise<void> {
  checkConfig(frozen, prepared.plan)
  const images = await build(session, prepared, { dry: true, requirePinned: options.requirePinned })
  const { makeDraft } = await warmUp()
  const draft = await makeDraft(session, { ...prepared, live, images, dry: true, ...signerOf(options) })
  checkFences(frozen, draft, session.io.clock.now())
}

/** What `plan` and `deploy --dry-run` tell: what would be done, and what a deploy would be refused for. */
export async function reportPlanned(
  session: Session,
  connection: Connection,
  draft: Draft,
  permissions: DeployOptions['permissions'],
): Promise<Report> {
  const problems = [...draft.obstacles, ...asWarnings(await lookAhead(session, connection, draft, permissions))]
  const refused = draft.obstacles.some(({ severity }) => severity === 'error')
  const status = refused ? 'failed' : hasWork(draft) ? 'pending' : 'unchanged'
  const report = await assembleReport(session, { draft, connection, status, problems })
  return refused ? { ...report, next: `When that is mended: ${commandLine(session, session.command)}` } : report
}

async function applyUnderLock(
  session: Session,
  connection: Connection,
  input: DraftInput,
  options: DeployOptions,
  { draft: shown, ahead }: { readonly draft: Draft; readonly ahead: readonly Problem[] },
): Promise<Deployed> {
  const [{ makeDraft }, { applyDraft }] = await Promise.all([warmUp(), import('./apply-draft.ts')])
  const lock = await connection.lock('deploy', options.timeoutSeconds)
  try {
    // Somebody may have deployed between the first look and the lock.
    const seen = await connection.observe()
    if (options.frozenPlan !== undefined) checkLive(options.frozenPlan, seen)
    if (shown.live.state.releases.length > 0 && seen.state.releases.length === 0) throw goneMeanwhile(session)
    // Once, ahead of the first write, whichever that is.
    const onlyOnce = askOnce(() => runBefore(session, input.plan))
    const before = () => onlyOnce('')
    const asked = { ...input, live: seen }
    const issued = await issueOnTarget(session, connection, asked, options.timeoutSeconds, before)
    const { live } = issued
    const draft = await timed(session, 'certificates', 'Certificates', () =>
      makeDraft(session, { ...input, ...issued, dry: false }),
    )
    if (!hasWork(draft)) {
      if (isNewPhase(draft)) await keepPhase(session, connection, draft)
      // Who calls a killed run's release live takes the lock for itself.
      await lock.release()
      return withPhase(await reportUnchanged(session, input, connection, draft, options), draft)
    }
    if (outline(draft) !== outline(shown)) {
      session.io.progress.line(
        isSameRelease(shown.live, live) ? 'Now it is:' : 'Somebody deployed meanwhile; what is left to do:',
      )
      for (const line of planLines(draft.changes)) session.io.progress.line(line)
    }
    const older = await findOlder(session, draft, options.permissions)
    refuseObstacles([...draft.obstacles, ...older])
    const made = Object.keys(draft.secrets.generated).filter((name) => !Object.hasOwn(live.state.generated, name))
    if (made.length > 0) session.io.progress.line(`generated, and kept with the stack: ${made.sort().join(', ')}`)
    const applied = await applyDraft(session, connection, draft, input.target, options, before)
    const problems = [...ahead, ...applied.problems]
    return withPhase(await assembleReport(session, { draft, connection, ...applied, problems }), draft)
  } finally {
    await lock.release()
  }
}

function outline({ changes }: Draft): string {
  return JSON.stringify(changes.map(({ service, action }) => [service, action]))
}

/** What differs all the same is by what this run made or was answered since. */
function isSameRelease(one: Live, other: Live): boolean {
  return one.state.releases.at(-1)?.revision === other.state.releases.at(-1)?.revision
}

function goneMeanwhile(session: Session): StackError {
  return new StackError({
    code: 'PLAN_STALE',
    message: 'the stack was removed by somebody else while this run waited for its lock: nothing was deployed',
    hint: `To make it anew: ${commandLine(session, 'deploy')}`,
  })
}

function refusePending(images: readonly Image[]): void {
  const missing = images.filter((image) => image.how === 'pending')
  if (missing.length === 0) return
  throw new StackError({
    code: 'IMAGE_NOT_FOUND',
    message: `--skip-build, but these images are not built yet: ${missing.map((image) => image.tag).join(', ')}`,
    hint: 'Build them first: mcp-deploy build',
  })
}
