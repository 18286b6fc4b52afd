import type { Io } from '../model/io.ts'
import { runLimited } from '../model/run-limited.ts'
import type { PlatformsOf } from '../model/target.ts'
import { parseReference } from './image-reference.ts'
import { openRegistry } from './registry.ts'

const lookUpsAtOnce = 8

/** Asks the registries what images run on; an image that only an engine has, and a registry that is silent, say nothing. */
export function findPlatforms(io: Io): PlatformsOf {
  const registry = openRegistry(io)
  return async (references) => {
    const found = await runLimited([...new Set(references)], lookUpsAtOnce, async (reference) => {
      const parsed = reference.startsWith('sha256:') ? undefined : parseReference(reference)
      return [reference, parsed === undefined ? [] : await registry.platforms(parsed)] as const
    })
    return new Map(found.filter(([, platforms]) => platforms.length > 0))
  }
}
