import { StackError } from '../errors.ts'
import type { Engine, Image } from '../model/image.ts'
import type { Io } from '../model/io.ts'
import type { ImagePlan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { inspectImage, type StoredImage } from './engine-store.ts'
import { type ImageReference, nameOf, parseReference } from './image-reference.ts'
import type { Registry } from './registry.ts'

export interface PrebuiltLookup {
  readonly registry: Registry
  /** The engine that will run the image; absent where another machine will (Kubernetes) or none answers. */
  readonly engine: Engine | undefined
  readonly requirePinned: boolean
}

/**
 * Turns the reference of a prebuilt image into what will not move: a digest, or the image id where only this engine
 * has it. Where the registry does not answer in five seconds, the engine's knowledge of it is used, else the tag stays.
 *
 * @throws StackError SOURCE_INVALID, IMAGE_NOT_FOUND, NOT_PINNED
 */
export async function resolvePrebuilt(
  plan: ImagePlan,
  reference: string,
  lookup: PrebuiltLookup,
  io: Io,
): Promise<Image> {
  const parsed = parseReference(reference)
  if (parsed === undefined) {
    throw new StackError({
      code: 'SOURCE_INVALID',
      message: `${reference} is not an image reference`,
      hint: 'Write [registry/]name[:tag] or name@sha256:…',
    })
  }
  const image = { component: plan.component, tag: reference, seconds: 0 }
  const resolved = (to: string): Image => ({ ...image, reference: to, how: 'resolved' })
  if (parsed.digest !== undefined) return resolved(`${nameOf(reference)}@${parsed.digest}`)

  const stored = lookup.engine === undefined ? undefined : await inspectImage(lookup.engine, reference, io)
  const known = stored === undefined ? undefined : knownDigest(stored, parsed)
  // Built by hand: no registry has it under this name, and asking one would only cost its time-out.
  if (stored !== undefined && stored.repoDigests.length === 0 && plan.pullPolicy !== 'Always')
    return resolved(stored.id)
  if (stored !== undefined && plan.pullPolicy === 'Never') return resolved(stored.id)

  const answer = await lookup.registry.look(parsed)
  if (answer.kind === 'found') return resolved(`${nameOf(reference)}@${answer.digest}`)
  if (answer.kind !== 'absent' && known !== undefined) return resolved(`${nameOf(reference)}@${known}`)
  if (stored !== undefined) return resolved(stored.id)
  if (answer.kind === 'absent') {
    throw new StackError({
      code: 'IMAGE_NOT_FOUND',
      message: `${parsed.registry} has no image ${reference}`,
      hint: `Look at the name and the tag: docker pull ${reference}`,
    })
  }
  const problem = unpinned(reference, parsed, answer, lookup.requirePinned)
  if (lookup.requirePinned) throw new StackError(problem)
  io.progress.problem(problem)
  return { ...image, reference, how: 'unresolved' }
}

function knownDigest(stored: StoredImage, reference: ImageReference): string | undefined {
  for (const text of stored.repoDigests) {
    const candidate = parseReference(text)
    if (candidate?.registry === reference.registry && candidate.path === reference.path) return candidate.digest
  }
  return undefined
}

function unpinned(
  reference: string,
  parsed: ImageReference,
  answer: { readonly kind: 'refused' | 'unreachable'; readonly reason: string },
  error: boolean,
): Problem {
  const refused = answer.kind === 'refused'
  return {
    severity: error ? 'error' : 'warning',
    code: 'NOT_PINNED',
    message: `${reference} keeps its tag: ${parsed.registry} ${refused ? 'refused to answer' : 'did not answer'} (${answer.reason})`,
    hint: refused
      ? `Log in: docker login ${parsed.registry}`
      : `Write its digest: image: ${nameOf(reference)}@sha256:…`,
  }
}
