/** A secret value that was found where this run put it and where it must not be. Never holds the value. */
export interface Leak {
  /** Names of what was found, sorted; empty where a place could not be searched. */
  readonly secrets: readonly string[]
  /** The path as it was written, a file of the bundle, `stdout`, `stderr`. */
  readonly place: string
  /**
   * removed: the file is gone · cut: a file of the runner's holds again what it held before this run · withheld: it never left
   * the process · printed: nobody can take it back · kept: it could not be removed ·
   * left: it is a file of somebody else's that was there before, and not ours to remove · unread: the file could not be searched.
   */
  readonly remedy: 'removed' | 'cut' | 'withheld' | 'printed' | 'kept' | 'left' | 'unread'
}

/** How the edge tells the self-scan of a file that it has written. */
export type Wrote = (path: string, how?: WrittenFile) => void

export interface WrittenFile {
  /** It is there to hold a secret: a key, a kubeconfig. Not searched. */
  readonly secret?: boolean
  /** A file of somebody else's that this run adds to: its length before, in bytes. */
  readonly from?: number
}

/** As much of the self-scan as a host needs. */
export interface HostSelfScan {
  readonly wrote: Wrote
  /** Whether a text that leaves the machine may go: false when it holds a secret, which then ends the run. */
  readonly mayLeave: (place: string, text: string) => boolean
}
