import { join } from 'node:path'
import type { BuildContext } from '../../model/image.ts'
import type { CacheConfig, FolderStore } from '../../model/layer-cache.ts'
import type { Secret } from '../../model/secret.ts'
import type { BuildxBuilder } from '../buildx-builder.ts'
import { type ChosenCache, chooseCache } from './choose.ts'

/** What the build stage is told of the layer cache beside the configuration. */
export interface CacheSurroundings {
  /** False for a run that comes from outside. */
  readonly trusted: boolean
  readonly tokens?: Readonly<Record<string, Secret>>
  readonly store?: FolderStore
}

/** What is asked for. */
export interface WantedCache {
  readonly config: CacheConfig
  /** --no-cache. */
  readonly noCache: boolean
  /** An image of the run is pushed. */
  readonly pushes: boolean
}

/**
 * Looks at the builder and at the host, and chooses.
 *
 * @param builder  Name of the image builder.
 * @param inspect  buildx: asks for its builder.
 */
export async function findCache(
  { config, noCache, pushes }: WantedCache,
  builder: string,
  around: CacheSurroundings,
  inspect: () => Promise<BuildxBuilder | undefined>,
  io: BuildContext['io'],
): Promise<{ readonly chosen: ChosenCache; readonly folder: string }> {
  const { environment } = io
  const folder = config.folder ?? around.store?.folder ?? userFolder(environment)
  const isOff = noCache || config.mode === 'off'
  const found = builder === 'buildx' && !isOff ? await inspect() : undefined
  const serviceMode = environment.ACTIONS_CACHE_MODE?.trim().toLowerCase()
  const chosen = chooseCache({
    mode: config.mode,
    noCache,
    builder,
    ...(found === undefined ? {} : { driver: found.driver }),
    exports: builder === 'buildx' ? (found?.exports ?? false) : builder !== 'docker',
    tokens: canOpenService(around.tokens),
    ...(serviceMode === undefined ? {} : { serviceMode }),
    trusted: around.trusted,
    hasRepository: config.ref !== undefined || pushes,
    ...(config.ref === undefined ? {} : { ref: config.ref }),
    folder,
  })
  return { chosen, folder }
}

/** The token, and one of the two addresses: of the service's second version, and of its first (GitHub Enterprise Server). */
function canOpenService(tokens: CacheSurroundings['tokens'] = {}): boolean {
  return 'ACTIONS_RUNTIME_TOKEN' in tokens && ('ACTIONS_RESULTS_URL' in tokens || 'ACTIONS_CACHE_URL' in tokens)
}

/** The XDG base directory specification's place for what can be made again. */
function userFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { HOME, XDG_CACHE_HOME } = environment
  const base = XDG_CACHE_HOME?.startsWith('/') === true ? XDG_CACHE_HOME : join(HOME ?? '/tmp', '.cache')
  return join(base, 'mcp-stack-deploy', 'layers')
}
