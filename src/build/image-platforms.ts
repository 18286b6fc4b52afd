import type { Bundle } from '../model/bundle.ts'
import type { Io } from '../model/io.ts'
import { isPending } from '../model/pending.ts'
import { parseReference } from './image-reference.ts'
import { openRegistry } from './registry.ts'
import { runLimited } from './run-limited.ts'

const lookUpsAtOnce = 8

/**
 * The same bundle with the platforms that the registries name for each image; without them where a registry does not
 * answer or an image is in no registry.
 */
export async function withPlatforms(bundle: Bundle, io: Io): Promise<Bundle> {
  const registry = openRegistry(io)
  const references = [...new Set(bundle.components.flatMap(({ image }) => (isPending(image) ? [] : [image])))]
  const found = await runLimited(references, lookUpsAtOnce, async (reference) => {
    const parsed = reference.startsWith('sha256:') ? undefined : parseReference(reference)
    return [reference, parsed === undefined ? [] : await registry.platforms(parsed)] as const
  })
  const platforms = new Map(found)
  const components = bundle.components.map((component) => {
    const known = isPending(component.image) ? [] : (platforms.get(component.image) ?? [])
    return known.length === 0 ? component : { ...component, platforms: known }
  })
  return { ...bundle, components }
}
