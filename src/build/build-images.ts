import { StackError } from '../errors.ts'
import type { BuildContext, BuildJob, BuildOutcome, BuildRequest, Image } from '../model/image.ts'
import type { Io, Task } from '../model/io.ts'
import type { ImagePlan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { runLimited } from '../model/run-limited.ts'
import { buildFailure, joinFailures, problemsOf } from './build-failure.ts'
import { aliasImage, findImage, reusedImage } from './find-image.ts'
import { type Identified, identifySource, treeKey } from './identify-source.ts'
import { createImageTasks, type ImageTasks } from './image-tasks.ts'
import { openLayerCache } from './layer-cache/open.ts'
import { makeJob } from './make-job.ts'
import { resolvePrebuilt } from './prebuilt.ts'
import { type BuildOptions, openStage, type Stage } from './stage.ts'

export type { BuildOptions } from './stage.ts'

/** Look-ups wait for the network, not for this machine. */
const lookUpsAtOnce = 8
const fetchesAtOnce = 4

/** What is known of one image after a step. */
type Step =
  | { readonly kind: 'image'; readonly image: Image }
  | { readonly kind: 'missing'; readonly plan: ImagePlan; readonly identified: Identified; readonly rebuild: boolean }
  | { readonly kind: 'job'; readonly plan: ImagePlan; readonly identified: Identified; readonly job: BuildJob }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }

/**
 * Finds or builds the image of every component; what exists already is neither cloned nor built.
 * With `dry` nothing is written anywhere, and what is missing is `Pending` under its source key.
 *
 * @returns the images in the order of the request; references as in `Image.reference`.
 * @throws StackError with the problems of all images that failed, after all others have ended.
 */
export async function buildImages(request: BuildRequest, options: BuildOptions, io: Io): Promise<readonly Image[]> {
  const stage = openStage(request, options, io)
  const tasks = createImageTasks(request.images, io.progress)
  const taskOf = (component: string) => tasks.of(component)

  const lookUp = (plan: ImagePlan) => attempt(plan, tasks, () => lookUpImage(plan, stage))
  let steps = await runLimited(request.images, lookUpsAtOnce, lookUp)
  tasks.lookedUp()
  steps = await runLimited(steps, fetchesAtOnce, async (step) => {
    if (step.kind !== 'missing') return step
    taskOf(step.plan.component).update('fetching')
    return attempt(step.plan, tasks, () => fetchSource(step, stage))
  })
  steps = await buildMissing(steps, stage, taskOf)

  const problems = steps.flatMap((step) => (step.kind === 'failed' ? step.problems : []))
  if (problems.length > 0) throw joinFailures(problems, request.images.length)
  return steps.flatMap((step) => (step.kind === 'image' ? [step.image] : []))
}

async function lookUpImage(plan: ImagePlan, stage: Stage): Promise<Step> {
  const { request, io } = stage
  const live = request.frozen?.[plan.component]
  if (live !== undefined) {
    const tag = plan.source.kind === 'image' ? plan.source.reference : plan.repository
    return { kind: 'image', image: { component: plan.component, ...live, tag, how: 'reused', seconds: 0 } }
  }
  if (plan.source.kind === 'image') {
    const lookup = { registry: stage.registry, engine: await stage.localEngine(), requirePinned: request.requirePinned }
    return { kind: 'image', image: await resolvePrebuilt(plan, plan.source.reference, lookup, io) }
  }
  const identified = await identifySource(plan.source, stage)
  const { key, commit } = identified
  const found = request.noCache ? ({ kind: 'missing' } as const) : await findImage(plan, key, stage)
  if (found.kind === 'image') return { kind: 'image', image: reusedImage(plan, key, found.reference, commit) }
  if (found.kind === 'stale') io.progress.line(`${plan.component}: ${found.reason}, building again`)
  if (!request.dry) return { kind: 'missing', plan, identified, rebuild: request.noCache || found.kind === 'stale' }
  const image: Image = {
    component: plan.component,
    reference: { pending: 'image', key },
    tag: `${plan.repository}:${key}`,
    sourceKey: key,
    ...(commit === undefined ? {} : { revision: commit }),
    how: 'pending',
    seconds: 0,
  }
  return { kind: 'image', image }
}

/** Brings the source to this disk; on the way a git tree may turn out to be one that was built before. */
async function fetchSource(step: Extract<Step, { kind: 'missing' }>, stage: Stage): Promise<Step> {
  const { plan, identified, rebuild } = step
  const { source, commit, key } = identified
  if (source.kind === 'path' || commit === undefined) {
    const folder = source.kind === 'path' ? source.path : ''
    return { ...step, kind: 'job', job: await makeJob({ ...identified, plan, folder, otherKeys: [] }, stage) }
  }
  const clone = await stage.clone(source.repo, commit)
  const second = await treeKey(source, clone, stage)
  const found = rebuild ? undefined : await findImage(plan, second, stage)
  if (found?.kind === 'image') {
    await aliasImage(plan, second, key, found.reference, stage)
    return { kind: 'image', image: reusedImage(plan, key, found.reference, commit) }
  }
  await stage.checkedOut(clone, source.submodules)
  const job = await makeJob({ ...identified, plan, folder: clone.folder, otherKeys: [second] }, stage)
  return { kind: 'job', plan, identified, job }
}

async function buildMissing(
  steps: readonly Step[],
  stage: Stage,
  taskOf: (component: string) => Task,
): Promise<readonly Step[]> {
  const jobs = steps.flatMap((step) => (step.kind === 'job' ? [step.job] : []))
  if (jobs.length === 0) return steps
  const { config, builders } = stage.options
  const context: BuildContext = {
    io: stage.io,
    engine: await stage.engine(),
    parallel: config.parallel,
    cache: config.cache.mode !== 'off' && !stage.request.noCache,
    ...(config.builder === undefined ? {} : { builder: config.builder }),
    report: (component, line) => taskOf(component).update(line),
  }
  const builder = await chooseBuilder(builders, jobs, context)
  const { noCache } = stage.request
  const cache = await openLayerCache(jobs, builder, config.cache, stage.options.layerCache, { ...context, noCache })
  const tokens = cache.tokens === undefined ? {} : { cacheTokens: cache.tokens }
  const built = await builder.build(cache.jobs, { ...context, ...tokens })
  await cache.close(built)
  const outcomes = new Map(built.map((outcome): [string, BuildOutcome] => [outcome.component, outcome]))

  return steps.map((step): Step => {
    if (step.kind !== 'job') return step
    const outcome = outcomes.get(step.plan.component)
    if (outcome === undefined) throw new Error(`builder ${builder.name} gave no answer for ${step.plan.component}`)
    const task = taskOf(step.plan.component)
    if (!outcome.ok) {
      task.fail(outcome.reason)
      return { kind: 'failed', problems: [buildFailure(outcome, step.job, step.identified, context.engine)] }
    }
    const { reference, seconds, cacheHits } = outcome
    const hits = cacheHits === undefined ? '' : `, ${cacheHits.cached} of ${cacheHits.steps} steps from the cache`
    task.done(`built in ${seconds.toFixed(1)} s${hits}`)
    const { key, commit } = step.identified
    const image = { ...reusedImage(step.plan, key, reference, commit), how: 'built' as const, seconds }
    return { kind: 'image', image: cacheHits === undefined ? image : { ...image, cacheHits } }
  })
}

/** @throws StackError NOT_SUPPORTED, TOOL_MISSING */
async function chooseBuilder(builders: BuildOptions['builders'], jobs: readonly BuildJob[], context: BuildContext) {
  for (const builder of builders) {
    if (!(await builder.available(context))) continue
    const asking = jobs.find((job) => job.platforms.length > 0)
    if (builder.name === 'buildx' || (asking === undefined && context.builder === undefined)) return builder
    throw new StackError({
      code: 'NOT_SUPPORTED',
      message: `${asking === undefined ? `the builder ${context.builder}` : `platforms of ${asking.component}`} needs docker buildx, and ${context.engine.program} has none`,
      hint: 'Install buildx, or take platforms: and ci_cd.build.builder out',
    })
  }
  throw new StackError({
    code: 'TOOL_MISSING',
    message: `nothing here can build an image with ${context.engine.program}`,
    hint: 'Install docker with buildx, or podman',
  })
}

/** Errors meant for the user become this image's problems; an interrupted run and our bugs end everything. */
async function attempt(plan: ImagePlan, tasks: ImageTasks, work: () => Promise<Step>): Promise<Step> {
  try {
    const step = await work()
    if (step.kind === 'image') tasks.found(step.image)
    return step
  } catch (error) {
    if (!(error instanceof StackError) || ['INTERRUPTED', 'TERMINATED', 'BUG'].includes(error.code)) throw error
    tasks.of(plan.component).fail(error.message)
    return { kind: 'failed', problems: problemsOf(error, plan.component) }
  }
}
