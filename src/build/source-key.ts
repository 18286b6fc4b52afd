import { createHash } from 'node:crypto'
import type { BuildRecipe } from '../model/stack.ts'

/** Raised when the same source has to give another image: a change in how we build. */
const keyVersion = 1

/** What makes a source what it is: a commit of a repository, its folder's git tree, or the content of a local folder. */
export type SourceIdentity =
  | { readonly kind: 'commit'; readonly repo: string; readonly commit: string }
  | { readonly kind: 'tree'; readonly context: string; readonly containerfile: string }
  | { readonly kind: 'content'; readonly hash: string }

/**
 * The name of an image before it exists: 40 hex digits of SHA-256 over all that decides its content.
 * Equal sources and recipes have equal keys, on every machine.
 *
 * @param baseImages  `ci_cd.build.base_images`: another base is another image.
 */
export function sourceKey(
  identity: SourceIdentity,
  recipe: BuildRecipe,
  baseImages: Readonly<Record<string, string>>,
): string {
  const facts = [
    keyVersion,
    sorted({ ...identity }),
    normalPath(recipe.context),
    normalPath(recipe.containerfile),
    recipe.target ?? null,
    sorted(recipe.buildArgs),
    [...recipe.platforms].sort(),
    recipe.submodules,
    sorted(baseImages),
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 40)
}

/** `./a//b/` and `a/b` are the same folder; the top is the empty path. */
export function normalPath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')
}

function sorted(record: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
}
