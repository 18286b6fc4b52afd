import { join } from 'node:path'
import { StackError } from '../errors.ts'
import type { BuildJob } from '../model/image.ts'
import type { ImagePlan } from '../model/plan.ts'
import { type Containerfile, finalBase, readContainerfile, testStage } from './containerfile.ts'
import { inspectImage } from './engine-store.ts'
import { checkSource, type Identified } from './identify-source.ts'
import { nameOf, parseReference } from './image-reference.ts'
import { imageLabels } from './labels.ts'
import type { Stage } from './stage.ts'

export interface JobFacts extends Identified {
  readonly plan: ImagePlan
  /** Absolute folder that holds the source's files. */
  readonly folder: string
  /** Further keys the image is to be found under. */
  readonly otherKeys: readonly string[]
}

/**
 * Makes the job of one image: checks its source, pins its bases to the digests they have now, and writes its labels.
 *
 * @throws StackError SOURCE_INVALID, NOT_SUPPORTED
 */
export async function makeJob(facts: JobFacts, stage: Stage): Promise<BuildJob> {
  const { plan, source, folder } = facts
  const path = await checkSource(folder, source, stage.io)
  const containerfile = readContainerfile(await stage.io.files.read(join(folder, path)), source.buildArgs)
  checkTarget(containerfile, facts, stage)
  const push = plan.registry?.push === true
  if (source.platforms.length > 1 && !push) {
    throw new StackError({
      code: 'NOT_SUPPORTED',
      message: 'an image for several platforms has to be pushed to a registry',
      hint: 'Set registry: for this component, or take all but one out of platforms:',
    })
  }
  const bases = await Promise.all(containerfile.bases.map((base) => pinBase(base, stage)))
  const final = finalBase(containerfile, source.target)
  const labels = imageLabels({
    stack: stage.options.stack,
    component: plan.component,
    sourceKey: facts.key,
    ...(source.kind === 'git' ? { repo: source.repo } : {}),
    ...(facts.commit === undefined ? {} : { commit: facts.commit }),
    bases: Object.fromEntries(bases.flatMap(({ base, digest }) => (digest === undefined ? [] : [[base, digest]]))),
    ...(final === undefined ? {} : { finalBase: final }),
  })
  return {
    component: plan.component,
    folder,
    context: source.context,
    containerfile: path,
    ...(source.target === undefined ? {} : { target: source.target }),
    buildArgs: source.buildArgs,
    platforms: source.platforms,
    tags: [facts.key, ...facts.otherKeys].map((key) => `${plan.repository}:${key}`),
    labels,
    baseImages: Object.fromEntries(bases.map(({ base, reference }) => [base, reference])),
    push,
    log: `build-${plan.component}`,
  }
}

interface PinnedBase {
  /** As the Containerfile has it. */
  readonly base: string
  /** What to build from. */
  readonly reference: string
  readonly digest?: string
}

/** What the registry has now is written into the build itself, so that the label says what was really used. */
async function pinBase(base: string, stage: Stage): Promise<PinnedBase> {
  const reference = stage.options.config.baseImages[base] ?? base
  const parsed = parseReference(reference)
  if (parsed === undefined) return { base, reference }
  if (parsed.digest !== undefined) return { base, reference, digest: parsed.digest }
  const answer = await stage.registry.look(parsed)
  if (answer.kind === 'found') {
    return { base, reference: `${nameOf(reference)}@${answer.digest}`, digest: answer.digest }
  }
  // Out of reach: the engine will take its own copy, whose digest it may know.
  const engine = await stage.localEngine()
  const stored = engine === undefined ? undefined : await inspectImage(engine, reference, stage.io)
  const digest = stored?.repoDigests.map((text) => parseReference(text)?.digest).find((text) => text !== undefined)
  return { base, reference, ...(digest === undefined ? {} : { digest }) }
}

function checkTarget(containerfile: Containerfile, { source, plan }: JobFacts, stage: Stage): void {
  const names = containerfile.stages.flatMap((one) => one.name ?? [])
  if (source.target !== undefined) {
    const known =
      names.includes(source.target.toLowerCase()) || containerfile.stages[Number(source.target)] !== undefined
    if (known) return
    throw new StackError({
      code: 'SOURCE_INVALID',
      message: `${source.containerfile} has no stage ${source.target}`,
      hint: names.length === 0 ? 'It has no named stages: leave target: out' : `It has: ${names.join(', ')}`,
    })
  }
  const test = testStage(containerfile)
  if (test === undefined) return
  const others = names.filter((name) => name !== test)
  stage.io.progress.problem({
    severity: 'warning',
    code: 'CONFIG_WARNING',
    message: `${plan.component}: no target is set, and the last stage of ${source.containerfile} (${test}) seems to run tests`,
    hint: `Set target: to the stage that serves${others.length === 0 ? '' : `: ${others.join(', ')}`}`,
  })
}
