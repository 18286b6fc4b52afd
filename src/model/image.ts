import type { CacheFailure, CacheHits, ImageCache } from './layer-cache.ts'
import type { Maybe } from './pending.ts'
import type { ImagePlan } from './plan.ts'
import type { Secret } from './secret.ts'

/** An image as it will be deployed. */
export interface Image {
  readonly component: string
  /**
   * What the target is told to run: `repository@sha256:…`, or the engine's image id (`sha256:…`) without a registry,
   * or the tag as written when its registry did not answer; pending when it has to be built first.
   */
  readonly reference: Maybe<string>
  /** The reference a person knows it by: `repository:key` or what the config says. */
  readonly tag: string
  readonly sourceKey?: string
  /** The commit it was built from. */
  readonly revision?: string
  readonly how: 'built' | 'reused' | 'resolved' | 'unresolved' | 'pending'
  readonly seconds: number
  /** Of a build whose builder tells. */
  readonly cacheHits?: CacheHits
}

/** Options of one build stage run. */
export interface BuildRequest {
  readonly images: readonly ImagePlan[]
  /** Build nothing, clone nothing: what is missing is `Pending`. */
  readonly dry: boolean
  readonly noCache: boolean
  readonly requirePinned: boolean
  /** --frozen: commits and references of the live release by component; nothing is looked up. */
  readonly frozen?: Readonly<Record<string, { readonly reference: string; readonly revision?: string }>>
}

/**
 * One way to turn a source folder into an image. `available` is cheap and does not throw;
 * `build` gets sources that are already on disk and answers for every image, failed ones included.
 */
export interface ImageBuilder {
  readonly name: string
  available(context: BuildContext): Promise<boolean>
  build(jobs: readonly BuildJob[], context: BuildContext): Promise<readonly BuildOutcome[]>
}

/** What builders share; made by the build stage. */
export interface BuildContext {
  readonly io: import('./io.ts').Io
  readonly engine: Engine
  readonly parallel: number
  /** False: every step is done anew. */
  readonly cache: boolean
  /** Variables that open the CI's own cache service; only a process that needs them gets them. */
  readonly cacheTokens?: Readonly<Record<string, Secret>>
  readonly builder?: string
  /** Called with what a component's build is doing now; redacted. */
  readonly report?: (component: string, line: string) => void
}

/** The container engine's command and how to reach it: `docker --context x`, `podman`. */
export interface Engine {
  readonly program: string
  readonly args: readonly string[]
}

export interface BuildJob {
  readonly component: string
  /** Absolute folder of the source. */
  readonly folder: string
  /** Relative to `folder`. */
  readonly context: string
  readonly containerfile: string
  readonly target?: string
  readonly buildArgs: Readonly<Record<string, string>>
  readonly platforms: readonly string[]
  readonly tags: readonly string[]
  readonly labels: Readonly<Record<string, string>>
  /** `FROM` reference → replacement, of ci_cd.build.base_images. */
  readonly baseImages: Readonly<Record<string, string>>
  readonly push: boolean
  /** File name under deploy/logs/. */
  readonly log: string
  /** Where its layers are kept; absent: the builder's own cache. */
  readonly layers?: ImageCache
}

export type BuildOutcome =
  | {
      readonly component: string
      readonly ok: true
      readonly reference: string
      readonly seconds: number
      readonly cacheHits?: CacheHits
      readonly cacheFailures?: readonly CacheFailure[]
    }
  | {
      readonly component: string
      readonly ok: false
      readonly reason: string
      readonly log: readonly string[]
      readonly seconds: number
    }
