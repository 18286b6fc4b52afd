import { StackError } from '../../errors.ts'
import type { Json, JsonObject } from '../../model/stack.ts'
import { isObject, stableText, textOf } from './json.ts'

/**
 * JSON Patch (RFC 6902), all six operations in order.
 * @throws StackError CONFIG_INVALID naming the operation that cannot be done; then nothing was.
 */
export function jsonPatch(target: JsonObject, operations: readonly JsonObject[]): JsonObject {
  const result = operations.reduce<Json>((value, operation) => apply(value, operation), target)
  if (isObject(result)) return result
  throw failed('the whole', 'would be no mapping')
}

function apply(value: Json, operation: JsonObject): Json {
  const { op, path, from } = operation
  const at = pointer(path)
  const shown = `${textOf(op)} ${textOf(path)}`
  if (op === 'add') return add(value, at, operand(operation, shown), shown)
  if (op === 'remove') return remove(value, at, shown)
  if (op === 'replace') {
    const given = operand(operation, shown)
    return at.length === 0 ? given : add(remove(value, at, shown), at, given, shown)
  }
  if (op === 'copy') return add(value, at, read(value, pointer(from), shown), shown)
  if (op === 'move') return add(remove(value, pointer(from), shown), at, read(value, pointer(from), shown), shown)
  if (op === 'test') {
    if (stableText(read(value, at, shown)) === stableText(operand(operation, shown))) return value
    throw failed(shown, 'does not hold')
  }
  throw failed(shown, 'is no operation: add, remove, replace, move, copy and test are')
}

function operand({ value }: JsonObject, shown: string): Json {
  if (value === undefined) throw failed(shown, 'has no value')
  return value
}

/** RFC 6901. */
function pointer(path: Json | undefined): readonly string[] {
  if (path === '') return []
  if (typeof path !== 'string' || !path.startsWith('/')) throw failed(textOf(path), 'is no path: it begins with /')
  return path
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function read(value: Json, path: readonly string[], shown: string): Json {
  return path.reduce<Json>((at, key) => {
    const found = Array.isArray(at)
      ? at[indexOf(at, key, at.length - 1, shown)]
      : isObject(at) && Object.hasOwn(at, key)
        ? at[key]
        : undefined
    if (found === undefined) throw failed(shown, `finds no ${key}`)
    return found
  }, value)
}

function add(value: Json, path: readonly string[], given: Json, shown: string): Json {
  return change(value, path, shown, given, (parent, key) => {
    if (Array.isArray(parent))
      return parent.toSpliced(key === '-' ? parent.length : indexOf(parent, key, parent.length, shown), 0, given)
    return { ...parent, [key]: given }
  })
}

function remove(value: Json, path: readonly string[], shown: string): Json {
  read(value, path, shown)
  return change(value, path, shown, null, (parent, key) => {
    if (Array.isArray(parent)) return parent.toSpliced(indexOf(parent, key, parent.length - 1, shown), 1)
    const { [key]: _removed, ...rest } = parent
    return rest
  })
}

/** The value with its innermost parent changed; `whole` where the path names everything. */
function change(
  value: Json,
  path: readonly string[],
  shown: string,
  whole: Json,
  edit: (parent: JsonObject | Json[], key: string) => Json,
): Json {
  const [key, ...rest] = path
  if (key === undefined) return whole
  if (key === '__proto__') throw failed(shown, 'is no path')
  if (!Array.isArray(value) && !isObject(value)) throw failed(shown, `finds no ${key}`)
  if (rest.length === 0) return edit(Array.isArray(value) ? [...value] : value, key)
  const inner = change(read(value, [key], shown), rest, shown, whole, edit)
  if (Array.isArray(value)) return value.with(indexOf(value, key, value.length - 1, shown), inner)
  return { ...value, [key]: inner }
}

function indexOf(list: readonly Json[], key: string, last: number, shown: string): number {
  const index = /^(?:0|[1-9]\d*)$/.test(key) ? Number(key) : -1
  if (index >= 0 && index <= last) return index
  throw failed(shown, `finds no item ${key} in a list of ${list.length}`)
}

function failed(operation: string, why: string): StackError {
  return new StackError({ code: 'CONFIG_INVALID', message: `json6902: ${operation} ${why}` })
}
