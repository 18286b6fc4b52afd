import type { ChosenCache } from '../../build/layer-cache/choose.ts'
import { type Finding, good, skipped, wrong } from '../../model/check.ts'

/** Where layers would be kept here. Pure. */
export function judgeCache({ kind, refused, sentence }: Pick<ChosenCache, 'kind' | 'refused' | 'sentence'>): Finding {
  const [name, found] = ['layer cache', sentence.replace(/^layer cache: /, '')]
  if (kind === 'off') return skipped(name, found)
  if (refused !== true) return good(name, found)
  const fix = 'docker buildx create --name layers --driver docker-container, and ci_cd.build.builder: layers'
  return wrong(false, name, { code: 'CACHE_UNUSABLE', message: found, hint: fix })
}
