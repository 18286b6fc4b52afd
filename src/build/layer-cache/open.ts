import type { BuildContext, BuildJob, BuildOutcome, ImageBuilder } from '../../model/image.ts'
import type { CacheConfig, CachePlace, ImageCache } from '../../model/layer-cache.ts'
import type { Problem } from '../../model/problem.ts'
import type { Secret } from '../../model/secret.ts'
import { inspectBuilder } from '../buildx-builder.ts'
import { nameOf } from '../image-reference.ts'
import type { ChosenCache } from './choose.ts'
import { type CacheSurroundings, findCache } from './find.ts'
import { type LocalCache, openLocalCache } from './local-cache.ts'

/** The layer cache of one run. */
export interface LayerCache {
  /** The jobs, each with the places of its layers. */
  readonly jobs: readonly BuildJob[]
  readonly tokens?: Readonly<Record<string, Secret>>
  /** Keeps what was written, and says what could not be. */
  close(outcomes: readonly BuildOutcome[]): Promise<void>
}

/** Chooses where layers are kept, says so in one line, and gives every job its own scope there. Does not throw: what fails is a warning. */
export async function openLayerCache(
  jobs: readonly BuildJob[],
  builder: ImageBuilder,
  config: CacheConfig,
  around: CacheSurroundings,
  context: BuildContext & { readonly noCache: boolean },
): Promise<LayerCache> {
  const { io } = context
  const wanted = { config, noCache: context.noCache, pushes: jobs.some((job) => job.push) }
  const { chosen, folder } = await findCache(wanted, builder.name, around, () => inspectBuilder(context), io)
  io.progress.line(chosen.sentence)
  if (chosen.refused === true) {
    io.progress.problem(warning(`${chosen.sentence}, and ci_cd.build.cache asked for ${config.mode}`, otherBuilder))
  }

  const local =
    chosen.kind === 'local'
      ? openLocalCache({ folder, maxBytes: config.maxBytes, writes: chosen.writes, store: around.store }, io)
      : undefined
  const placed = await Promise.all(jobs.map(async (job) => placeLayers(job, chosen, config, local)))
  return {
    jobs: placed,
    ...(chosen.kind === 'gha' && around.tokens !== undefined ? { tokens: around.tokens } : {}),
    async close(outcomes) {
      for (const failure of joinFailures(outcomes)) {
        io.progress.problem(warning(`the layer cache (${chosen.kind}) ${failure}`, builtAnyway))
      }
      await local?.close(outcomes.filter(({ ok }) => ok).map(({ component }) => component))
    },
  }
}

const otherBuilder = 'docker buildx create --name layers --driver docker-container, and ci_cd.build.builder: layers'
const builtAnyway = 'The image was built all the same; ci_cd.build.cache: off leaves the cache out'

/** Said once; the build goes on. */
export function warning(message: string, hint: string): Problem {
  return { severity: 'warning', code: 'CACHE_UNUSABLE', message, hint }
}

/** Each way of failing once, with the reason of the first image: a service that is away is away for all of them. */
function joinFailures(outcomes: readonly BuildOutcome[]): readonly string[] {
  const found = new Map<string, { readonly reason: string; readonly components: Set<string> }>()
  for (const outcome of outcomes) {
    for (const { what, reason } of outcome.ok ? (outcome.cacheFailures ?? []) : []) {
      const same = found.get(what) ?? { reason, components: new Set() }
      found.set(what, same)
      same.components.add(outcome.component)
    }
  }
  return [...found].map(([what, { reason, components }]) => {
    const [first = '', ...others] = components
    return `${what} for ${first}${others.length === 0 ? '' : ` and ${others.length} more`}: ${reason}`
  })
}

async function placeLayers(
  job: BuildJob,
  { kind, reads, writes }: ChosenCache,
  config: CacheConfig,
  local: LocalCache | undefined,
): Promise<BuildJob> {
  if (local !== undefined) return { ...job, layers: await local.place(job.component, scopeOf(job), sourceKeyOf(job)) }
  const place = remotePlace(job, kind, config)
  if (place === undefined) return job
  const layers: ImageCache = { ...(reads ? { from: place } : {}), ...(writes ? { to: place } : {}) }
  return { ...job, layers }
}

function remotePlace(job: BuildJob, kind: ChosenCache['kind'], { ref }: CacheConfig): CachePlace | undefined {
  if (kind === 'gha') return { type: 'gha', scope: scopeOf(job) }
  if (kind !== 'registry') return undefined
  if (ref !== undefined) return { type: 'registry', ref: `${ref}:${scopeOf(job)}` }
  return job.push ? { type: 'registry', ref: `${repositoryOf(job)}:cache` } : undefined
}

/** `<stack>.<service>`: labels have no dots, so two images never share one. Good as a tag, a folder and a key. */
export function scopeOf(job: Pick<BuildJob, 'tags'>): string {
  return repositoryOf(job).split('/').slice(-2).join('.')
}

function repositoryOf({ tags: [tag = ''] }: Pick<BuildJob, 'tags'>): string {
  return nameOf(tag)
}

function sourceKeyOf({ tags: [tag = ''] }: Pick<BuildJob, 'tags'>): string {
  return tag.slice(nameOf(tag).length + 1)
}
