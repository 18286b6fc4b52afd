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

function rename(value: Json, renamed: Lookup): Json {
  if (Array.isArray(value)) return value.map((item) => rename(item, renamed))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === 'imagePullSecrets')
        return [key, listAt(item).map((entry) => renameIn(entry, 'Secret', 'name', renamed))]
      const named = (places[key] ?? []).reduce<Json>((at, [kind, name]) => renameIn(at, kind, name, renamed), item)
      return [key, rename(named, renamed)]
    }),
  )
}

function renameIn(value: Json, kind: string, key: string, renamed: Lookup): Json {
  if (!isObject(value)) return value
  const name = value[key]
  if (typeof name !== 'string') return value
  const other = renamed.get(`${kind}/${name}`)
  return other === undefined ? value : { ...value, [key]: other }
}
