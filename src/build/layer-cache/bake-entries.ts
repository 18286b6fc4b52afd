import type { CachePlace, ImageCache } from '../../model/layer-cache.ts'

/** `cache-from` and `cache-to` of a bake target; nothing where the builder's own cache serves. */
export function cacheEntries({ from, to }: ImageCache = {}): {
  readonly 'cache-from'?: readonly string[]
  readonly 'cache-to'?: readonly string[]
} {
  return {
    ...(from === undefined ? {} : { 'cache-from': [toFields(placeOf(from, 'src'))] }),
    ...(to === undefined ? {} : { 'cache-to': [toFields({ ...placeOf(to, 'dest'), ...exportOptions(to) })] }),
  }
}

function placeOf(place: CachePlace, folderKey: 'src' | 'dest'): Readonly<Record<string, string>> {
  if (place.type === 'gha') return { type: 'gha', scope: place.scope }
  return place.type === 'local' ? { type: 'local', [folderKey]: place.folder } : { type: 'registry', ref: place.ref }
}

/** max: layers of every stage, not only of the last. Without ignore-error BuildKit fails a build whose layers cannot be kept. */
function exportOptions({ type }: CachePlace): Readonly<Record<string, string>> {
  return {
    mode: 'max',
    'ignore-error': 'true',
    // As an ordinary image: some registries (ECR) take nothing else.
    ...(type === 'registry' ? { 'image-manifest': 'true', 'oci-mediatypes': 'true' } : {}),
  }
}

/** One record of comma-separated values (RFC 4180), which is how buildx reads them. */
function toFields(record: Readonly<Record<string, string>>): string {
  return Object.entries(record)
    .map(([name, value]) => `${name}=${value}`)
    .map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',')
}
