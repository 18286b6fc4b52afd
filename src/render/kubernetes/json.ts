import { createHash } from 'node:crypto'
import type { Json, JsonObject } from '../../model/stack.ts'

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A mapping as one; anything else as an empty one. */
export function objectAt(value: Json | undefined, ...path: readonly string[]): JsonObject {
  const found = path.reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), value)
  return isObject(found) ? found : {}
}

/** A list as one; anything else as an empty one. */
export function listAt(value: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const last = path.at(-1)
  const found = last === undefined ? value : objectAt(value, ...path.slice(0, -1))[last]
  return Array.isArray(found) ? found : []
}

/** Words as they are; anything else as JSON has it. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** JSON with the keys of all mappings in the order of the alphabet: the same text for equal values. */
export function stableText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(stableText).join(',')}]`
  const map = value as Readonly<Record<string, unknown>>
  // A loop and one text, no lists in between: every object is hashed on every run.
  let text = '{'
  for (const key of Object.keys(map).sort()) {
    const item = map[key]
    if (item !== undefined) text += `${text === '{' ? '' : ','}${JSON.stringify(key)}:${stableText(item)}`
  }
  return `${text}}`
}

/** The first hexadecimal digits of a value's SHA-256. */
export function shortHash(value: unknown, digits: number): string {
  return createHash('sha256').update(stableText(value)).digest('hex').slice(0, digits)
}

/** The value with one place in it changed; the mappings on the way are made where they are missing. */
export function changeAt(
  value: JsonObject,
  path: readonly string[],
  change: (found: Json | undefined) => Json,
): JsonObject {
  const [key, ...rest] = path
  if (key === undefined) return value
  const next = rest.length === 0 ? change(value[key]) : changeAt(objectAt(value, key), rest, change)
  return { ...value, [key]: next }
}

/** A name without its place under `/`: the keys of pod templates by kind of workload. */
export function podTemplatePath(kind: string): readonly string[] | undefined {
  if (kind === 'CronJob') return ['spec', 'jobTemplate', 'spec', 'template']
  return ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job'].includes(kind)
    ? ['spec', 'template']
    : undefined
}
