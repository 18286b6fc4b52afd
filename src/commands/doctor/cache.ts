import { type Finding, good, skipped } from '../../model/check.ts'
import type { BuildConfig } from '../../model/stack.ts'

/** What `ci_cd.build.cache` means here. Pure. */
export function judgeCache({ cache, builder }: Pick<BuildConfig, 'cache' | 'builder'>): Finding {
  if (!cache) return skipped('layer cache', 'ci_cd.build.cache is false: every layer is built again')
  return good('layer cache', builder === undefined ? "the engine's own" : `the own one of builder ${builder}`)
}
