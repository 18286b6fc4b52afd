import type { Json, JsonObject } from '../../model/stack.ts'

/**
 * A set of fields as `metadata.managedFields[].fieldsV1` writes it: `f:name` a field, `k:{"name":"app"}` an item by its keys,
 * `v:"x"` an item by its value, `.` the thing itself; what has nothing below it is a member.
 */
export interface FieldSet {
  readonly [element: string]: FieldSet
}

/** Keys that the API fills in where a manifest does not name them. */
const defaultKeys: Readonly<Record<string, Json>> = { protocol: 'TCP' }

/** A field set in two: what the object names, and what it does not. Pure. */
export interface Split {
  readonly named: FieldSet
  readonly unnamed: FieldSet
}

/**
 * @param object  Complete or not; undefined names nothing.
 * @param skipped  Paths (`spec.template.metadata`) that count as named.
 */
export function splitFields(fields: FieldSet, object: Json | undefined, skipped: readonly string[] = []): Split {
  return split(fields, object, skipped, '')
}

function split(fields: FieldSet, object: Json | undefined, skipped: readonly string[], path: string): Split {
  const named: Record<string, FieldSet> = {}
  const unnamed: Record<string, FieldSet> = {}
  for (const [element, below] of Object.entries(fields)) {
    const place = path === '' ? element.slice(2) : `${path}.${element.slice(2)}`
    const inside = element === '.' ? object : valueAt(object, element)
    if (inside === undefined && !skipped.includes(place)) unnamed[element] = below
    else if (isEmpty(below) || skipped.includes(place)) named[element] = below
    else {
      const parts = split(below, inside, skipped, place)
      if (!isEmpty(parts.named)) named[element] = parts.named
      if (!isEmpty(parts.unnamed)) unnamed[element] = parts.unnamed
    }
  }
  return { named, unnamed }
}

/** All that is in one or the other. Pure. */
export function joinFields(one: FieldSet, other: FieldSet): FieldSet {
  const joined: Record<string, FieldSet> = { ...one }
  for (const [element, below] of Object.entries(other)) {
    const there = one[element]
    joined[element] = there === undefined ? below : joinFields(asMember(there, below), asMember(below, there))
  }
  return joined
}

/** A member that gets something below it says so by a dot. */
function asMember(fields: FieldSet, beside: FieldSet): FieldSet {
  return isEmpty(fields) && !isEmpty(beside) ? { '.': {} } : fields
}

/** What a path element leads to in an object; undefined where it is not there. Pure. */
export function valueAt(object: Json | undefined, element: string): Json | undefined {
  const name = element.slice(2)
  if (element.startsWith('f:')) return isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined
  if (!Array.isArray(object)) return undefined
  if (element.startsWith('i:')) return object[Number(name)]
  const key = JSON.parse(name) as Json
  if (element.startsWith('v:')) return object.find((item: Json) => item === key)
  return object.find((item: Json) => isObject(item) && isObject(key) && hasKeys(item, key))
}

function hasKeys(item: JsonObject, keys: JsonObject): boolean {
  return Object.entries(keys).every(([name, value]) => (item[name] ?? defaultKeys[name]) === value)
}

export function isEmpty(fields: FieldSet): boolean {
  return Object.keys(fields).length === 0
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
