import { type Finding, judgeClock, skipped } from '../model/check.ts'
import type { Engine } from '../model/image.ts'
import type { Io } from '../model/io.ts'
import type { ImagePlan } from '../model/plan.ts'
import { runLimited } from '../model/run-limited.ts'
import { inspectImage } from './engine-store.ts'
import { type ImageReference, isLoopback, parseReference } from './image-reference.ts'
import { judgeRegistry, type RegistryFacts, type SeenImage } from './judge-registry.ts'
import { openRegistry, type Registry } from './registry.ts'

/** What a stack wants of one registry. */
export interface RegistryUse {
  readonly registry: string
  /** Repositories that built images are pushed to. */
  readonly push: readonly string[]
  /** Ready-made images. */
  readonly pull: readonly { readonly reference: string; readonly parsed: ImageReference }[]
}

const atOnce = 8

/** Every registry that the images of a plan come from or go to, in order of its name. Pure. */
export function registriesOf(images: readonly ImagePlan[]): readonly RegistryUse[] {
  const uses = new Map<string, { push: Set<string>; pull: Map<string, ImageReference> }>()
  for (const { source, registry, repository, pullPolicy } of images) {
    const pulled = source.kind === 'image'
    const reference = pulled ? source.reference : repository
    const parsed = parseReference(reference)
    const isAsked = pulled ? pullPolicy !== 'Never' : registry?.push === true
    if (parsed === undefined || !isAsked) continue
    const use = uses.get(parsed.registry) ?? { push: new Set(), pull: new Map() }
    uses.set(parsed.registry, use)
    if (pulled) use.pull.set(reference, parsed)
    else use.push.add(parsed.path)
  }
  return [...uses]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([registry, { push, pull }]) => ({
      registry,
      push: [...push],
      pull: [...pull].map(([reference, parsed]) => ({ reference, parsed })),
    }))
}

/**
 * Asks one registry for all that a deploy will want of it; pushes nothing. The clock of one elsewhere is compared with ours.
 *
 * @param engine  Compose: who runs the images, and may have them already. A cluster's nodes ask the registry themselves.
 */
export async function checkRegistry(use: RegistryUse, engine: Engine | undefined, io: Io): Promise<readonly Finding[]> {
  const registry = openRegistry(io)
  const look = async ({ reference, parsed }: RegistryUse['pull'][number]): Promise<SeenImage> => {
    const stored = engine === undefined ? undefined : await inspectImage(engine, reference, io).catch(() => undefined)
    return { reference, answer: stored === undefined ? await registry.look(parsed) : { kind: 'stored' } }
  }
  const images = await runLimited(use.pull, atOnce, look)
  if (use.push.length === 0 && images.every(({ answer }) => answer.kind === 'stored')) {
    return [skipped(`registry ${use.registry}`, 'not asked: the engine has all that would come from there')]
  }
  const entry = await enter(use, registry)
  const date = 'reason' in entry || isLoopback(use.registry) ? undefined : entry.date
  const clock = judgeClock(date, io.clock.now(), use.registry)
  return [judgeRegistry(use, { entry, images }, engine !== undefined), ...(clock === undefined ? [] : [clock])]
}

async function enter({ registry: host, push, pull }: RegistryUse, registry: Registry): Promise<RegistryFacts['entry']> {
  const path = push[0] ?? pull[0]?.parsed.path ?? ''
  try {
    return await registry.enter(host, path, push.length === 0 ? 'pull' : 'pull,push')
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}
