/** One place in a KV engine of Vault: `secret/data/mcp#jwt?version=3`. */
export interface KvPlace {
  /** Without slashes at its ends. */
  readonly path: string
  /** Absent where the text names none. */
  readonly key?: string
  /** Absent: the newest. */
  readonly version?: string
}

/** Reads `PATH`, `PATH#KEY`, `PATH#KEY?version=N` and `PATH?version=N#KEY`; undefined for what is no such place. */
export function readKvPlace(text: string): KvPlace | undefined {
  const version = /\?version=([1-9]\d*)(?=#|$)/.exec(text)
  const plain = version === null ? text : text.replace(version[0], '')
  const [path = '', key, ...more] = plain.replace(/^\/+/, '').split('#')
  const trimmed = path.replace(/\/+$/, '')
  if (!trimmed.includes('/') || key === '' || more.length > 0 || plain.includes('?') || hasOddPart(trimmed)) {
    return undefined
  }
  return {
    path: trimmed,
    ...(key === undefined ? {} : { key }),
    ...(version?.[1] === undefined ? {} : { version: version[1] }),
  }
}

/** `..` would leave the path that a policy and a reader of the file see. */
function hasOddPart(path: string): boolean {
  return path.split('/').some((part) => part === '' || part === '.' || part === '..')
}
