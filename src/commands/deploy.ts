import { StackError } from '../errors.ts'
import type { Change } from '../model/change.ts'
import type { Image } from '../model/image.ts'
import type { Live, Release } from '../model/live.ts'
import type { Report } from '../model/report.ts'
import type { StackConfig } from '../model/stack.ts'
import type { Connection } from '../model/target.ts'
import { type Applied, applyDraft } from './apply-draft.ts'
import { assembleReport } from './assemble-report.ts'
import type { DeployOptions } from './deploy-options.ts'
import { type Draft, type DraftInput, makeDraft } from './draft.ts'
import { checkConfig, checkFences, checkLive, type FrozenPlan } from './frozen-plan.ts'
import { writeManifests } from './generate.ts'
import { build, observe, type Prepared, prepare } from './prepare.ts'
import { prove, verificationProblems } from './prove.ts'
import { recordRelease } from './release.ts'
import { type Session, timed } from './session.ts'
import { planLines } from './views/plan-view.ts'

/** The whole line of DESIGN §1: from the config to a verified release. */
export async function deploy(session: Session, config: StackConfig, options: DeployOptions): Promise<Report> {
  const prepared = await prepare(session, config)
  const { connection, live } = await observe(session, prepared)
  try {
    if (options.frozenPlan !== undefined) await refuseStale(session, prepared, live, options, options.frozenPlan)
    const images = await build(session, prepared, {
      dry: options.dryRun || options.skipBuild,
      requirePinned: options.requirePinned,
      ...(options.frozen ? { frozen: live } : {}),
    })
    if (options.skipBuild && !options.dryRun) refusePending(images)
    const input: DraftInput = {
      ...prepared,
      live,
      images,
      dry: true,
      caFromEnv: options.caFromEnv,
      skipCertificates: options.skipCertificates,
    }
    const draft = await timed(session, 'plan', 'Comparing', () => makeDraft(session, input))
    for (const line of planLines(draft.changes)) session.io.progress.line(line)

    if (options.output !== undefined && !options.dryRun) await writeManifests(session, draft.bundle, options.output)
    if (options.dryRun)
      return assembleReport(session, { draft, connection, status: hasWork(draft) ? 'pending' : 'unchanged' })
    if (!hasWork(draft)) return await reportUnchanged(session, prepared, connection, draft, options)
    for (const problem of draft.problems) session.io.progress.problem(problem)
    return await applyUnderLock(session, connection, input, options)
  } finally {
    await connection.close()
  }
}

/** --plan: makes the plan again, without building anything, and compares. @throws StackError PLAN_STALE */
async function refuseStale(
  session: Session,
  prepared: Prepared,
  live: Live,
  options: DeployOptions,
  frozen: FrozenPlan,
): Promise<void> {
  checkConfig(frozen, prepared.plan)
  const images = await build(session, prepared, { dry: true, requirePinned: options.requirePinned })
  const draft = await makeDraft(session, { ...prepared, live, images, dry: true, caFromEnv: options.caFromEnv })
  checkFences(frozen, draft, session.io.clock.now())
}

/** Whether anything would be done. */
export function hasWork(draft: Draft): boolean {
  return draft.changes.some((change: Change) => change.action !== 'unchanged')
}

async function applyUnderLock(
  session: Session,
  connection: Connection,
  input: DraftInput,
  options: DeployOptions,
): Promise<Report> {
  const lock = await connection.lock('deploy', options.timeoutSeconds)
  try {
    // Somebody may have deployed between the first look and the lock.
    const live = await connection.observe()
    if (options.frozenPlan !== undefined) checkLive(options.frozenPlan, live)
    const draft = await timed(session, 'certificates', 'Certificates', () =>
      makeDraft(session, { ...input, live, dry: false }),
    )
    const made = Object.keys(draft.secrets.generated).filter((name) => !Object.hasOwn(live.state.generated, name))
    if (made.length > 0) session.io.progress.line(`generated, and kept with the stack: ${made.sort().join(', ')}`)
    const applied = await applyDraft(session, connection, draft, input.target, options)
    return await assembleReport(session, { draft, connection, ...applied })
  } finally {
    await lock.release()
  }
}

async function reportUnchanged(
  session: Session,
  prepared: Prepared,
  connection: Connection,
  draft: Draft,
  options: DeployOptions,
): Promise<Report> {
  const release = await completeRelease(session, connection, draft)
  const applied: Applied = { status: 'unchanged', problems: [], ...(release === undefined ? {} : { release }) }
  if (!options.verify) return assembleReport(session, { draft, connection, ...applied })
  const verification = await prove(session, prepared.plan, connection)
  const healthy = verification.outcome === 'passed'
  return assembleReport(session, {
    draft,
    connection,
    ...applied,
    status: healthy ? 'unchanged' : 'unhealthy',
    verification,
    problems: verificationProblems(verification),
  })
}

/** A run that was killed between its last wave and its record left a release that is applied but not called live. */
async function completeRelease(session: Session, connection: Connection, draft: Draft): Promise<Release | undefined> {
  const last = draft.live.state.releases.at(-1)
  if (last?.status !== 'applying' || !isWhatRuns(last, draft)) return undefined
  const lock = await connection.lock('deploy', draft.plan.deploy.timeoutSeconds)
  try {
    const { state } = await connection.observe()
    const current = state.releases.at(-1)
    if (current?.revision !== last.revision || current.status !== 'applying') return undefined
    const endedAt = session.io.clock.now().toISOString()
    const release: Release = { ...current, status: 'live', endedAt }
    await connection.saveState(recordRelease(state, release))
    return release
  } finally {
    await lock.release()
  }
}

/** Nothing is to be done, so the draft's hashes are those that run; a release that never came so far has others. */
function isWhatRuns(release: Release, draft: Draft): boolean {
  const hashes = (components: readonly { readonly service: string; readonly hash: string }[]) =>
    components
      .map(({ service, hash }) => `${service} ${hash}`)
      .sort()
      .join('\n')
  return hashes(release.components) === hashes(draft.bundle.components)
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
