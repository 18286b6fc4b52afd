/** An image reference taken apart: `[registry/]path[:tag][@digest]`. */
export interface ImageReference {
  /** `docker.io` when none is written. */
  readonly registry: string
  /** Path below the registry; official images carry their `library/`. */
  readonly path: string
  /** Absent only where there is a digest. */
  readonly tag?: string
  /** `sha256:<hex>` */
  readonly digest?: string
}

const pattern = /^(?<name>[^\s@]+?)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/

/** Takes a reference apart as Docker does; undefined when it is none. */
export function parseReference(text: string): ImageReference | undefined {
  const groups = pattern.exec(text)?.groups
  if (groups?.['name'] === undefined) return undefined
  const { tag, digest } = groups
  const [first = '', ...rest] = groups['name'].split('/')
  // Docker's rule: the first part is a registry only when it cannot be a path component.
  const isRegistry = rest.length > 0 && (first === 'localhost' || /[.:]/.test(first))
  const registry = isRegistry ? first.replace(/^index\.docker\.io$/, 'docker.io') : 'docker.io'
  const short = isRegistry ? rest.join('/') : groups['name']
  const path = registry === 'docker.io' && !short.includes('/') ? `library/${short}` : short
  if (!/^[a-z0-9]+((?:\/|\.|__?|-+)[a-z0-9]+)*$/.test(short)) return undefined
  return {
    registry,
    path,
    ...(tag === undefined ? (digest === undefined ? { tag: 'latest' } : {}) : { tag }),
    ...(digest === undefined ? {} : { digest }),
  }
}

/** `name[:tag]` of a reference without its digest, as it was written. */
export function withoutDigest(text: string): string {
  return text.replace(/@sha256:[0-9a-f]{64}$/, '')
}

/** The name as it was written, without tag and digest. */
export function nameOf(text: string): string {
  return withoutDigest(text).replace(/:\w[\w.-]{0,127}$/, '')
}

/** True for this machine's own addresses, which engines talk to without TLS. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[/, '').replace(/\].*$/, '').replace(/:\d+$/, '')
  return (
    name === 'localhost' || name.endsWith('.localhost') || /^127\.\d+\.\d+\.\d+$/.test(name) || host.startsWith('[::1]')
  )
}
