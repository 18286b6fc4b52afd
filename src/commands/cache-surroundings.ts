import type { CacheSurroundings } from '../build/layer-cache/find.ts'
import type { Session } from './session.ts'

/** What this run's host has for the layer cache. */
export function cacheSurroundings({ host, untrusted }: Pick<Session, 'host' | 'untrusted'>): CacheSurroundings {
  const { cacheTokens, layerCache } = host
  return {
    trusted: untrusted !== true,
    ...(cacheTokens === undefined ? {} : { tokens: cacheTokens }),
    ...(layerCache === undefined ? {} : { store: layerCache }),
  }
}
