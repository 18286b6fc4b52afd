import type { Io } from '../../model/io.ts'
import type { Secret } from '../../model/secret.ts'

/** One cluster and one namespace of it: what every part of this target works on. */
export interface Place {
  readonly io: Io
  readonly api: KubeApi
  /** The user's kubectl, for what the API port does not do (exec): program and its first arguments, namespace included. */
  readonly kubectl: Kubectl
  readonly namespace: string
  /** The stack's name: value of the label `mcp-stack.dev/stack`. */
  readonly stack: string
}

export interface Kubectl {
  readonly program: string
  /** `--context x --namespace y`. */
  readonly args: readonly string[]
}

/**
 * The API server, however it is reached. A status that is not 2xx is an answer; only a server that does not answer throws.
 * Paths come from `paths.ts`.
 *
 * @throws StackError ENGINE_UNREACHABLE
 */
export interface KubeApi {
  get(path: string, options?: GetOptions): Promise<KubeAnswer>
  /** POST of an object; never sent twice where the first may have arrived. */
  create(path: string, body: string | Secret): Promise<KubeAnswer>
  /** PUT; with `metadata.resourceVersion` in the body it is refused (409) when somebody wrote in between. */
  replace(path: string, body: string | Secret): Promise<KubeAnswer>
  /** Server-side apply with our field manager. */
  apply(path: string, body: string | Secret, options?: ApplyOptions): Promise<KubeAnswer>
  /** PATCH with a JSON patch (RFC 6902). */
  patch(path: string, body: string): Promise<KubeAnswer>
  /** Deletes in the background unless told otherwise. */
  remove(path: string, options?: RemoveOptions): Promise<KubeAnswer>
  /** Calls back for every event until the signal aborts or the server ends the stream. @returns the HTTP status. */
  watch(path: string, signal: AbortSignal, onEvent: (event: WatchEvent) => void): Promise<number>
  close(): Promise<void>
}

export interface GetOptions {
  /** Metadata only, of one object or of a list's; through kubectl itself the whole objects come, which hold the same metadata. */
  readonly metadataOnly?: 'object' | 'list'
  readonly timeoutSeconds?: number
}

export interface ApplyOptions {
  readonly dryRun?: boolean
  /** Take over fields of other managers. */
  readonly force?: boolean
  /** Another field manager of ours: what it sets is not removed by the next apply. */
  readonly fieldManager?: string
}

export interface RemoveOptions {
  readonly uid?: string
  /** Refused (409) when somebody wrote in between. */
  readonly resourceVersion?: string
  readonly propagation?: 'Background' | 'Foreground' | 'Orphan'
  readonly gracePeriodSeconds?: number
}

export interface KubeAnswer {
  readonly status: number
  /** The parsed body; `{}` when it is not JSON. NOT redacted. */
  readonly body: Readonly<Record<string, unknown>>
  /** The body as it came: logs are plain text. NOT redacted. */
  readonly text: string
  /** Of a 429 or 503 that says when to come again. */
  readonly retryAfterSeconds?: number
  /** The server's clock, where the proxy hands it on. */
  readonly date?: string
}

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR'
  readonly object: Readonly<Record<string, unknown>>
}
