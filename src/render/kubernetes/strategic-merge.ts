import { StackError } from '../../errors.ts'
import type { Json, JsonObject } from '../../model/stack.ts'
import { isObject, podTemplatePath } from './json.ts'

/** The key that the items of a list are found by, for each list that is merged (`patchMergeKey` in the types of Kubernetes). */
type MergeKeys = Readonly<Record<string, string>>

const podKeys: MergeKeys = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  env: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
  volumeDevices: 'devicePath',
  imagePullSecrets: 'name',
  hostAliases: 'ip',
  topologySpreadConstraints: 'topologyKey',
  ports: 'containerPort',
}

/** Lists of every other kind are replaced whole: a NetworkPolicy's `ports` are no Service's, and CRDs have no such keys. */
function mergeKeysOf(kind: string): MergeKeys {
  if (kind === 'Pod' || podTemplatePath(kind) !== undefined) return podKeys
  if (kind === 'Service') return { ports: 'port' }
  return kind === 'ServiceAccount' ? { secrets: 'name' } : {}
}

/**
 * A strategic merge patch as `kubectl patch` means it: maps are merged, null removes, those lists are merged by key that
 * Kubernetes merges in that kind, `$patch: delete` and `$patch: replace` in a map or an item.
 *
 * @throws StackError CONFIG_INVALID for another directive, or an item without its key.
 */
export function strategicMerge(kind: string, target: JsonObject, patch: JsonObject): JsonObject {
  return mergeMap(mergeKeysOf(kind), target, patch)
}

function mergeMap(keys: MergeKeys, target: JsonObject, patch: JsonObject): JsonObject {
  const { $patch: directive, ...rest } = patch
  refuseDirectives(rest)
  if (directive === 'replace') return withoutNull(keys, rest)
  if (directive === 'delete') return {}
  if (directive !== undefined && directive !== 'merge') throw unknown(`$patch: ${JSON.stringify(directive)}`)

  const result: Record<string, Json> = { ...target }
  for (const [key, value] of Object.entries(rest)) {
    if (key === '__proto__') throw unknown(key)
    if (value === null || (isObject(value) && value['$patch'] === 'delete')) delete result[key]
    else result[key] = mergeValue(keys, key, target[key], value)
  }
  return result
}

function mergeValue(keys: MergeKeys, key: string, found: Json | undefined, value: Json): Json {
  if (Array.isArray(value)) return mergeList(keys, key, Array.isArray(found) ? found : [], value)
  if (!isObject(value)) return value
  return mergeMap(keys, isObject(found) ? found : {}, value)
}

function mergeList(keys: MergeKeys, list: string, found: readonly Json[], patch: readonly Json[]): Json {
  const name = keys[list]
  const replaces = patch.some(
    (item) => isObject(item) && item['$patch'] === 'replace' && Object.keys(item).length === 1,
  )
  const clean = (value: Json) => (isObject(value) ? withoutNull(keys, value) : value)
  if (replaces) return patch.filter((item) => !(isObject(item) && item['$patch'] === 'replace')).map(clean)
  if (name === undefined) return patch.map(clean)

  return patch.reduce<readonly Json[]>((items, entry) => {
    const index = findItem(items, identify(list, name, entry))
    const { $patch: directive, ...rest } = isObject(entry) ? entry : {}
    if (directive === 'delete') return items.filter((_item, at) => at !== index)
    const before = items[index]
    const merged =
      directive === 'replace' ? withoutNull(keys, rest) : mergeMap(keys, isObject(before) ? before : {}, rest)
    return index === -1 ? [...items, merged] : items.with(index, merged)
  }, found)
}

interface Identity {
  readonly name: string
  readonly id: Json
  /** Of ports: TCP and UDP may have one number, and `kubectl patch`, which looks at the number alone, would lose one. */
  readonly protocol?: Json
}

function identify(list: string, name: string, entry: Json): Identity {
  const id = isObject(entry) ? entry[name] : undefined
  if (isObject(entry) && id !== undefined) {
    const { protocol } = entry
    return { name, id, ...(list === 'ports' && protocol !== undefined ? { protocol } : {}) }
  }
  throw new StackError({
    code: 'CONFIG_INVALID',
    message: `an item of ${list} in a patch does not say its ${name}, by which it is found`,
    hint: 'Name the item, or use json6902',
  })
}

function findItem(items: readonly Json[], { name, id, protocol }: Identity): number {
  return items.findIndex(
    (item) =>
      isObject(item) && item[name] === id && (protocol === undefined || (item['protocol'] ?? 'TCP') === protocol),
  )
}

/** What is put in whole, without the marks of a patch. */
function withoutNull(keys: MergeKeys, value: JsonObject): JsonObject {
  return mergeMap(keys, {}, value)
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
