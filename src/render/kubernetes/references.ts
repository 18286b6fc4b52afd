import type { Json, JsonObject } from '../../model/stack.ts'
import { changeAt, isObject, listAt, podTemplatePath } from './json.ts'

/** `ConfigMap/name` or `Secret/name` → the name it is known by now. */
export type Renamed = ReadonlyMap<string, string>

/** A manifest whose pod template refers to ConfigMaps and Secrets by their new names. */
export function renameReferences(manifest: JsonObject, kind: string, renamed: Renamed): JsonObject {
  const path = podTemplatePath(kind)
  if (path === undefined) return manifest
  return changeAt(manifest, [...path, 'spec'], (spec) => rename(spec ?? {}, renamed))
}

/** Which of these a pod template refers to, as `ConfigMap/name` and `Secret/name`. */
export function listReferences(template: JsonObject): readonly string[] {
  const found = new Set<string>()
  const spec = template['spec']
  rename(isObject(spec) ? spec : {}, { get: (key) => void found.add(key) })
  return [...found]
}

/** Keys under which a pod's specification names a ConfigMap or Secret, and the key of the name in them. */
const places: Readonly<Record<string, readonly (readonly [kind: 'ConfigMap' | 'Secret', key: string])[]>> = {
  configMap: [['ConfigMap', 'name']],
  configMapRef: [['ConfigMap', 'name']],
  configMapKeyRef: [['ConfigMap', 'name']],
  // A volume says secretName, a projected source name.
  secret: [
    ['Secret', 'secretName'],
    ['Secret', 'name'],
  ],
  secretRef: [['Secret', 'name']],
  secretKeyRef: [['Secret', 'name']],
}

interface Lookup {
  get(key: string): string | undefined
}

/** The same value where nothing in it has another name. */
function rename(value: Json, renamed: Lookup): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => rename(item, renamed))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (!isObject(value)) return value
  let result: Record<string, Json> | undefined
  for (const [key, item] of Object.entries(value)) {
    if (typeof item !== 'object' || item === null) continue
    const found = renameAt(key, item, renamed)
    if (found !== item) result = { ...(result ?? value), [key]: found }
  }
  return result ?? value
}

function renameAt(key: string, item: Json, renamed: Lookup): Json {
  if (key === 'imagePullSecrets') return listAt(item).map((entry) => renameIn(entry, 'Secret', 'name', renamed))
  const named = Object.hasOwn(places, key) ? (places[key] ?? []) : []
  return rename(
    named.reduce<Json>((at, [kind, name]) => renameIn(at, kind, name, renamed), item),
    renamed,
  )
}

function renameIn(value: Json, kind: string, key: string, renamed: Lookup): Json {
  if (!isObject(value)) return value
  const name = value[key]
  if (typeof name !== 'string') return value
  const other = renamed.get(`${kind}/${name}`)
  return other === undefined ? value : { ...value, [key]: other }
}
