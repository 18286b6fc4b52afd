import type { CacheMode } from '../../model/layer-cache.ts'

/** Everything that the choice depends on. */
export interface CacheSituation {
  readonly mode: CacheMode
  /** --no-cache. */
  readonly noCache: boolean
  /** Name of the image builder: buildx, docker, podman. */
  readonly builder: string
  /** buildx: the driver of its builder. */
  readonly driver?: string
  /** buildx: the builder can bring its layers elsewhere; docker's own cannot without containerd's image store. */
  readonly exports: boolean
  /** The tokens of GitHub's cache service are there. */
  readonly tokens: boolean
  /** ACTIONS_CACHE_MODE: none, read, write or write-only; anything else is as if it was not set (actions/toolkit#2447). */
  readonly serviceMode?: string
  readonly trusted: boolean
  /** An image is pushed, or `cache_ref` is there. */
  readonly hasRepository: boolean
  readonly ref?: string
  readonly folder: string
}

/** Where the layers of a run are kept. */
export interface ChosenCache {
  /** builder: what the builder keeps by itself, on its own machine. */
  readonly kind: 'gha' | 'local' | 'registry' | 'builder' | 'off'
  readonly reads: boolean
  readonly writes: boolean
  /** What was chosen and why, in one line. */
  readonly sentence: string
  /** It is not what was asked for by name. */
  readonly refused?: boolean
}

type Kind = 'gha' | 'local' | 'registry'

/** Chooses by the rules of `ci_cd.build.cache`. A run that comes from outside never writes: others would build on its layers. */
export function chooseCache(situation: CacheSituation): ChosenCache {
  const { mode, noCache } = situation
  if (noCache || mode === 'off') {
    const why = noCache ? '--no-cache' : 'as asked for'
    return { kind: 'off', reads: false, writes: false, sentence: `layer cache: off (${why})` }
  }
  const kinds: readonly Kind[] = mode === 'auto' ? ['gha', 'registry'] : [mode]
  const reasons: string[] = []
  for (const kind of kinds) {
    const reason = findObstacle(kind, situation)
    if (reason === undefined) return use(kind, situation)
    if (reason !== '') reasons.push(`${kind} ${reason}`)
  }
  const why = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`
  return {
    kind: 'builder',
    reads: true,
    writes: true,
    sentence: `layer cache: the builder's own${why}`,
    ...(mode === 'auto' ? {} : { refused: true }),
  }
}

/** Why a kind cannot be used; '' where nobody would have expected it. */
function findObstacle(kind: Kind, situation: CacheSituation): string | undefined {
  const { builder, driver, exports, hasRepository, mode, serviceMode, tokens, trusted } = situation
  const isAuto = mode === 'auto'
  if (kind === 'registry') {
    if (!hasRepository) return isAuto ? '' : 'needs a registry that images are pushed to, or ci_cd.build.cache_ref'
    if (builder === 'docker') return isAuto ? '' : 'needs buildx or podman'
    // podman's cache is a tag for each layer, which nobody wants beside the images without having asked.
    if (isAuto && builder === 'podman') return ''
    if (isAuto && !trusted) return 'is not written by a run that comes from outside'
    return isAuto && !exports ? needsDriver(driver) : undefined
  }
  if (kind === 'gha') {
    if (!tokens) return isAuto ? '' : 'needs a job on GitHub with its cache service'
    if (serviceMode === 'none') return 'is closed to this job (ACTIONS_CACHE_MODE=none)'
    if (!trusted && serviceMode === 'write-only') return 'is closed to this job (ACTIONS_CACHE_MODE=write-only)'
  }
  if (builder !== 'buildx') return `needs buildx, and ${builder} builds here`
  return exports ? undefined : needsDriver(driver)
}

function needsDriver(driver = 'docker'): string {
  return `needs a builder with the docker-container or remote driver; this one's is ${driver}`
}

function use(kind: Kind, situation: CacheSituation): ChosenCache {
  const { exports, folder, ref, serviceMode, trusted } = situation
  const where = { gha: "GitHub's cache", local: folder, registry: ref ?? 'the tag cache of each image' }[kind]
  const isOfService = kind === 'gha'
  const reads = !(isOfService && serviceMode === 'write-only')
  const readOnly = !trusted
    ? 'this run comes from outside'
    : isOfService && serviceMode === 'read'
      ? 'ACTIONS_CACHE_MODE=read'
      : situation.builder === 'buildx' && !exports
        ? `this builder cannot write it, its driver is ${situation.driver ?? 'docker'}`
        : undefined
  const limits = readOnly === undefined ? (reads ? '' : ', write only') : `, read only: ${readOnly}`
  return { kind, reads, writes: readOnly === undefined, sentence: `layer cache: ${kind} (${where}${limits})` }
}
