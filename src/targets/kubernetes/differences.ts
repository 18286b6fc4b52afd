import type { FieldDifference } from '../../model/kubernetes.ts'
import type { Json, JsonObject } from '../../model/stack.ts'

/** What the server keeps for itself, and what says nothing of how the object behaves. */
const bookkeeping: ReadonlySet<string> = new Set([
  'status',
  'metadata.managedFields',
  'metadata.uid',
  'metadata.resourceVersion',
  'metadata.generation',
  'metadata.creationTimestamp',
  'metadata.selfLink',
  'metadata.annotations.mcp-stack.dev/hash',
])

/** Names by which items of a list are told apart, as the API's own lists of objects do. */
const itemKeys = ['name', 'containerPort', 'port', 'mountPath', 'ip', 'topologyKey'] as const

/**
 * Two complete objects, field by field: `spec.template.spec.containers[app].image`. Pure.
 *
 * @param wanted  Only what this names is compared: controllers and webhooks write beside it at any time.
 */
export function fieldDifferences(
  before: JsonObject,
  after: JsonObject,
  wanted: JsonObject,
): readonly FieldDifference[] {
  return differences(before, after, wanted, '')
}

function differences(
  before: Json | undefined,
  after: Json | undefined,
  wanted: Json | undefined,
  path: string,
): readonly FieldDifference[] {
  if (bookkeeping.has(path) || equal(before, after)) return []
  if (isObject(before) && isObject(after) && isObject(wanted)) {
    return Object.keys(wanted)
      .toSorted()
      .flatMap((name) => {
        return differences(before[name], after[name], wanted[name], path === '' ? name : `${path}.${name}`)
      })
  }
  if (Array.isArray(before) && Array.isArray(after) && Array.isArray(wanted)) {
    const key = keyOf(before, after, wanted)
    if (key !== undefined) {
      const [old, now, ours] = [byKey(before, key), byKey(after, key), byKey(wanted, key)]
      return [...ours].flatMap(([name, item]) => differences(old.get(name), now.get(name), item, `${path}[${name}]`))
    }
  }
  const [from, to] = [before !== undefined && mayBeSecret(path) ? '(not shown)' : show(before), show(after)]
  return [{ field: path, ...(from !== undefined && { before: from }), ...(to !== undefined && { after: to }) }]
}

/** Where people put secrets: what a hand wrote there is not known to the redactor, so it is not shown. Pure. */
export function mayBeSecret(field: string): boolean {
  return /\.(env|command|args)(\[|\.|$)|^(data|binaryData)(\.|$)/.test(field)
}

/** Whether everything that is wanted is there as it is wanted; what others added beside it does not matter. Pure. */
export function contains(live: Json | undefined, wanted: Json): boolean {
  if (isObject(wanted)) {
    return isObject(live) && Object.entries(wanted).every(([name, value]) => contains(live[name], value))
  }
  if (!Array.isArray(wanted)) return live === wanted
  if (!Array.isArray(live)) return false
  const key = keyOf(live, wanted)
  if (key === undefined) return live.length === wanted.length && wanted.every((item, at) => contains(live[at], item))
  const there = byKey(live, key)
  return [...byKey(wanted, key)].every(([name, item]) => contains(there.get(name), item))
}

/** The field that tells the items of both lists apart, none of them twice: the same port can be there for TCP and UDP. */
function keyOf(...lists: readonly (readonly Json[])[]): string | undefined {
  if (lists.every((list) => list.length === 0)) return undefined
  return itemKeys.find((key) =>
    lists.every((list) => {
      const names = list.map((item) => nameOf(item, key))
      return !names.includes(undefined) && new Set(names).size === list.length
    }),
  )
}

function byKey(items: readonly Json[], key: string): ReadonlyMap<string, Json> {
  return new Map(items.map((item) => [nameOf(item, key) ?? '', item]))
}

function nameOf(item: Json, key: string): string | undefined {
  const name = isObject(item) ? item[key] : undefined
  return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined
}

function equal(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && contains(a, b) && contains(b, a))
}

function show(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
