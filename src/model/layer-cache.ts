/** Where the layers of a build are kept for the next one: the words of `ci_cd.build.cache` and of `--cache`. */
export const cacheModes = ['auto', 'gha', 'local', 'registry', 'off'] as const
export type CacheMode = (typeof cacheModes)[number]

/** `ci_cd.build.cache` and the keys beside it. */
export interface CacheConfig {
  readonly mode: CacheMode
  /** registry: one repository for the layers of all images; absent: the repository of each image. */
  readonly ref?: string
  /** local: absolute; absent: the host's own place, else the user's cache folder. */
  readonly folder?: string
  /** local: the most that all images together keep. */
  readonly maxBytes: number
}

/** One place that layers are read from or written to. */
export type CachePlace =
  | { readonly type: 'gha'; readonly scope: string }
  | { readonly type: 'local'; readonly folder: string }
  | { readonly type: 'registry'; readonly ref: string }

/** The places of one image; absent ones are not used. */
export interface ImageCache {
  readonly from?: CachePlace
  readonly to?: CachePlace
}

/** How much of a build was there already; `FROM` lines are not counted. */
export interface CacheHits {
  readonly cached: number
  readonly steps: number
}

/** What went wrong with the layer cache while the image was built all the same. */
export interface CacheFailure {
  readonly what: 'could not be read' | 'could not be written' | 'could not be used'
  /** The builder's words. */
  readonly reason: string
}

/** A host that carries folders from one job to the next. Nothing here throws: what fails is a warning. */
export interface FolderStore {
  /** Absolute; what lies in it is gone after the job. */
  readonly folder: string
  /** Fills the folder; answers with the key that was found: `key` itself, or the newest that begins with a prefix. */
  restore(folder: string, key: string, prefixes: readonly string[]): Promise<string | undefined>
  /** A key is written once; who saves it again changes nothing. */
  save(folder: string, key: string): Promise<void>
}
