import { StackError } from '../../errors.ts'
import type { Json, JsonObject } from '../../model/stack.ts'
import { isObject } from './json.ts'

/** Lists that Kubernetes merges by a key of their items (`patchMergeKey` in its types); every other list is replaced. */
const mergeKeys: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  imagePullSecrets: ['name'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey'],
  // A container's, and a Service's.
  ports: ['containerPort', 'port'],
}

/**
 * A strategic merge patch as `kubectl patch` means it: maps are merged, null removes, lists of `mergeKeys` are merged by key,
 * `$patch: delete` and `$patch: replace` in a map or an item.
 *
 * @throws StackError CONFIG_INVALID for another directive, or an item without its key.
 */
export function strategicMerge(target: JsonObject, patch: JsonObject): JsonObject {
  const { $patch: directive, ...rest } = patch
  refuseDirectives(rest)
  if (directive === 'replace') return withoutNull(rest)
  if (directive === 'delete') return {}
  if (directive !== undefined && directive !== 'merge') throw unknown(`$patch: ${JSON.stringify(directive)}`)

  const result: Record<string, Json> = { ...target }
  for (const [key, value] of Object.entries(rest)) {
    if (key === '__proto__') throw unknown(key)
    if (value === null || (isObject(value) && value['$patch'] === 'delete')) delete result[key]
    else result[key] = mergeValue(key, target[key], value)
  }
  return result
}

function mergeValue(key: string, found: Json | undefined, value: Json): Json {
  if (Array.isArray(value)) return mergeList(key, Array.isArray(found) ? found : [], value)
  if (!isObject(value)) return value
  return strategicMerge(isObject(found) ? found : {}, value)
}

function mergeList(key: string, found: readonly Json[], patch: readonly Json[]): Json {
  const keys = mergeKeys[key]
  const replaces = patch.some(
    (item) => isObject(item) && item['$patch'] === 'replace' && Object.keys(item).length === 1,
  )
  if (replaces) return patch.filter((item) => !(isObject(item) && item['$patch'] === 'replace')).map(clean)
  if (keys === undefined) return patch.map(clean)

  return patch.reduce<readonly Json[]>((items, entry) => {
    const [name, id] = identify(key, keys, entry)
    const index = items.findIndex((item) => isObject(item) && item[name] === id)
    const { $patch: directive, ...rest } = isObject(entry) ? entry : {}
    if (directive === 'delete') return items.filter((_item, at) => at !== index)
    const before = items[index]
    const merged = directive === 'replace' ? withoutNull(rest) : strategicMerge(isObject(before) ? before : {}, rest)
    return index === -1 ? [...items, merged] : items.with(index, merged)
  }, found)
}

function identify(list: string, keys: readonly string[], entry: Json): readonly [key: string, id: Json] {
  for (const key of isObject(entry) ? keys : []) {
    const id = isObject(entry) ? entry[key] : undefined
    if (id !== undefined) return [key, id]
  }
  throw new StackError({
    code: 'CONFIG_INVALID',
    message: `an item of ${list} in a patch does not say its ${keys.join(' or ')}, by which it is found`,
    hint: 'Name the item, or use json6902',
  })
}

function clean(value: Json): Json {
  return isObject(value) ? withoutNull(value) : value
}

/** What is put in whole, without the marks of a patch. */
function withoutNull(value: JsonObject): JsonObject {
  return strategicMerge({}, value)
}

function refuseDirectives(patch: JsonObject): void {
  const directive = Object.keys(patch).find((key) => key.startsWith('$'))
  if (directive !== undefined) throw unknown(directive)
}

function unknown(directive: string): StackError {
  return new StackError({
    code: 'CONFIG_INVALID',
    message: `a patch says ${directive}, which is not known`,
    hint: 'Known are null, $patch: delete and $patch: replace; for all else use json6902',
  })
}
