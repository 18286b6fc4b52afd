import { StackError } from '../errors.ts'
import type { Image } from '../model/image.ts'
import type { ImagePlan } from '../model/plan.ts'
import { inspectImage, tagImage } from './engine-store.ts'
import { nameOf, parseReference } from './image-reference.ts'
import { recordedBases } from './labels.ts'
import type { Stage } from './stage.ts'

/** What a look-up of a source key found. */
export type Found =
  | { readonly kind: 'image'; readonly reference: string }
  | { readonly kind: 'missing' }
  /** It is there, and one of its bases has moved since (`check_base`). */
  | { readonly kind: 'stale'; readonly reason: string }

/**
 * Looks for the image of a source key: in the component's registry, else in the engine's store.
 *
 * @throws StackError REGISTRY_UNREACHABLE; a dry run takes silence for "not there".
 */
export async function findImage(plan: ImagePlan, key: string, stage: Stage): Promise<Found> {
  const tag = `${plan.repository}:${key}`
  const inRegistry = plan.registry === undefined ? undefined : await findInRegistry(tag, plan, stage)
  if (inRegistry !== undefined && inRegistry.kind !== 'missing') return inRegistry
  if (plan.registry?.push === true) return { kind: 'missing' }

  const engine = stage.request.dry ? await stage.localEngine() : await stage.engine()
  const stored = engine === undefined ? undefined : await inspectImage(engine, tag, stage.io)
  if (stored === undefined) return { kind: 'missing' }
  return checkBases(stored.id, () => Promise.resolve(stored.labels), stage)
}

/** Gives a found image the key of the commit too, so that the next run finds it without a fetch. Best effort. */
export async function aliasImage(
  plan: ImagePlan,
  from: string,
  key: string,
  reference: string,
  stage: Stage,
): Promise<void> {
  if (!reference.startsWith('sha256:')) {
    const parsed = parseReference(`${plan.repository}:${from}`)
    if (parsed !== undefined) await stage.registry.alias(parsed, key)
    return
  }
  const engine = await stage.localEngine()
  if (engine !== undefined) await tagImage(engine, reference, `${plan.repository}:${key}`, stage.io)
}

/** The image of a component that was found instead of built. */
export function reusedImage(plan: ImagePlan, key: string, reference: string, revision: string | undefined): Image {
  return {
    component: plan.component,
    reference,
    tag: `${plan.repository}:${key}`,
    sourceKey: key,
    ...(revision === undefined ? {} : { revision }),
    how: 'reused',
    seconds: 0,
  }
}

async function findInRegistry(tag: string, plan: ImagePlan, stage: Stage): Promise<Found> {
  const parsed = parseReference(tag)
  if (parsed === undefined) {
    throw new StackError({
      code: 'SOURCE_INVALID',
      message: `${nameOf(tag)} is not a name an image can have`,
      hint: 'Write the registry as host[:port]/namespace in lower case, without a scheme',
    })
  }
  const answer = await stage.registry.look(parsed)
  if (answer.kind === 'found') {
    const reference = `${nameOf(tag)}@${answer.digest}`
    return checkBases(reference, () => stage.registry.labels({ ...parsed, digest: answer.digest }), stage)
  }
  if (answer.kind !== 'unreachable' || stage.request.dry || plan.registry?.push === false) return { kind: 'missing' }
  throw new StackError({
    code: 'REGISTRY_UNREACHABLE',
    message: `the registry ${parsed.registry} did not answer: ${answer.reason}`,
    hint: `Try it by hand: docker pull ${tag}`,
  })
}

async function checkBases(
  reference: string,
  labels: () => Promise<Readonly<Record<string, string>> | undefined>,
  stage: Stage,
): Promise<Found> {
  const image: Found = { kind: 'image', reference }
  const { checkBase, baseImages } = stage.options.config
  if (!checkBase) return image
  for (const [base, digest] of Object.entries(recordedBases(await labels()))) {
    const parsed = parseReference(baseImages[base] ?? base)
    // A base that is written with its digest cannot move.
    if (parsed === undefined || parsed.digest !== undefined) continue
    const answer = await stage.registry.look(parsed)
    if (answer.kind === 'found' && answer.digest !== digest) return { kind: 'stale', reason: `${base} has moved` }
  }
  return image
}
