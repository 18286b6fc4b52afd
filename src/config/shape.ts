import type { z } from 'zod'
import { closest } from '../model/closest.ts'
import type { Finding } from './finding.ts'
import { wrong } from './finding.ts'
import { explainLaterKey } from './later-keys.ts'
import { findNode, isWithin, type Node, type Path } from './node.ts'
import { stackShape, type Written } from './schema/stack.ts'
import { elementOf, shapeOf } from './schema/walk.ts'
import { expandUnion } from './union-issues.ts'

export interface Shaped {
  /** Valid in shape; what was wrong is left out or replaced by a stand-in. Undefined when there is no map at all. */
  readonly written?: Written
  readonly findings: readonly Finding[]
  /** Paths that were wrong: rules say nothing about them. */
  readonly pruned: readonly Path[]
}

type Issue = z.core.$ZodIssue
type Plain = null | string | number | boolean | readonly Plain[] | { [key: string]: Plain }

/** Stands in for a name that is missing or wrong; it must pass the grammar, and nobody would choose it. */
export const standInName = 'stand-in-for-a-broken-name'

/** A file with more wrong values than these is another kind of file; rules would say nothing more. */
const maxIssues = 500

/** Twice what a stack's history holds ten releases of; more is a mistake or an attack, and costs a second for each 5,000. */
const maxPlugins = 1000

/**
 * Checks the shape and gives every key its default. After the first problems the wrong values are taken out and the rest is checked
 * again, so that rules across keys still see everything that is right.
 */
export function checkShape(root: Node): Shaped {
  if (root.kind !== 'map')
    return { findings: [wrong([], 'the file must be a map with the keys deployment, gateway, plugins …')], pruned: [] }
  const findings: Finding[] = []
  const pruned: Path[] = []
  let value = toPlain(root)
  const plugins = findNode(root, ['plugins'])
  if (plugins?.kind === 'list' && plugins.items.length > maxPlugins) {
    findings.push(wrong(['plugins'], `has ${plugins.items.length} plugins, ${maxPlugins} at most`))
    pruned.push(['plugins'])
    value = prune(value, ['plugins'])
  }
  // Every round takes something out; the bound is for our own mistakes.
  for (let round = 0; round < 20; round++) {
    const result = stackShape.safeParse(value)
    if (result.success) return { written: result.data, findings, pruned }
    let coerced = false
    const issues = result.error.issues.flatMap(expandUnion)
    for (const issue of issues.slice(0, maxIssues)) {
      const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
      const replaced = coerce(value, root, issue, path)
      if (replaced !== undefined) {
        value = replaced
        coerced = true
        continue
      }
      const unknown = findNode(root, path)
      if (unknown?.kind !== 'scalar' || !unknown.unknown) findings.push(...explainIssue(issue, path, root, pruned))
      const wrongPaths = issue.code === 'unrecognized_keys' ? issue.keys.map((name) => [...path, name]) : [path]
      pruned.push(...wrongPaths)
      // Nothing is checked again after so many: no copy of a large tree for each of them.
      if (issues.length > maxIssues) continue
      value = issue.code === 'unrecognized_keys' ? dropKeys(value, path, issue.keys) : prune(value, path)
    }
    if (issues.length > maxIssues) break
    if (!coerced && issues.every((issue) => issue.path.length === 0 && issue.code !== 'unrecognized_keys')) break
  }
  return { findings, pruned }
}

function toPlain(node: Node): Plain {
  if (node.kind === 'list') return node.items.map(toPlain)
  if (node.kind === 'scalar') return node.value
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, toPlain(entry.value)]))
}

/** Variables and the command line bring texts; the schema says what they stand for. */
function coerce(value: Plain, root: Node, issue: Issue, path: Path): Plain | undefined {
  const node = findNode(root, path)
  if (node?.kind !== 'scalar' || !node.loose || node.unknown || typeof node.value !== 'string') return undefined
  if (
    issue.code !== 'invalid_type' &&
    issue.code !== 'invalid_union' &&
    issue.code !== 'custom' &&
    issue.code !== 'invalid_value'
  )
    return undefined
  const current = getAt(value, path)
  if (typeof current !== 'string') return undefined
  const typed = /^-?\d{1,15}$/.test(current) ? Number(current) : { true: true, false: false }[current]
  return typed === undefined ? undefined : replaceAt(value, path, typed)
}

function explainIssue(issue: Issue, path: Path, root: Node, pruned: readonly Path[]): Finding[] {
  if (pruned.some((other) => isWithin(path, other) && other.length > 0)) return []
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, maxIssues).map((name) => explainUnknownKey([...path, name], name, path))
  const node = findNode(root, path)
  const isName = path.at(-1) === 'name' && path[0] === 'plugins'
  if (node === undefined) {
    return [wrong(path, 'is required', isName ? "Give the plugin's own name" : undefined, { atKey: true })]
  }
  if (node.kind === 'scalar' && node.value === null) {
    const isRequired = ['deployment', 'deployment.type', 'gateway'].includes(path.join('.')) || isName
    const orRemove = isRequired ? 'Give it a value' : 'Give it a value, or remove the key for the default'
    const hint = typeof path.at(-1) === 'number' ? 'Remove the item or write it' : orRemove
    return [wrong(path, `has no value: ${messageOf(issue)}`, hint)]
  }
  const params: Readonly<Record<string, unknown>> | undefined = issue.code === 'custom' ? issue.params : undefined
  const given = params?.['hint']
  const hint = typeof given === 'string' ? given : hintFor(issue, node, path)
  const message = messageOf(issue)
  const orUnquote = /^must be (?:a whole|a port|true)/.test(message) && isQuotedValue(node) ? 'Remove the quotes' : hint
  return [wrong(path, message, orUnquote, params?.['atKey'] === true ? { atKey: true } : {})]
}

/** True for a number or a switch that would be one without its quotes. */
function isQuotedValue(node: Node): boolean {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || !/^(?:-?\d+|true|false)$/.test(node.value))
    return false
  return /["']/.test(node.origin.source.text[node.origin.start] ?? '')
}

function messageOf(issue: Issue): string {
  if (issue.code === 'too_small' && issue.origin === 'array') return 'must not be empty'
  return issue.message
}

function hintFor(issue: Issue, node: Node, path: Path): string | undefined {
  if (path.at(-1) === 'ref' && node.kind === 'scalar' && typeof node.value === 'number') {
    return 'YAML reads this as a number: put it in quotes'
  }
  if (node.kind !== 'scalar') return undefined
  if (issue.code === 'invalid_value' && typeof node.value === 'string') {
    const near = closest(node.value, issue.values.map(String))
    return near === undefined ? undefined : `Did you mean ${near}?`
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string') return 'Put it in quotes'
  return undefined
}

function explainUnknownKey(path: Path, name: string, container: Path): Finding {
  const later = explainLaterKey(path)
  if (later !== undefined) return wrong(path, later.message, later.hint, { code: 'NOT_SUPPORTED', atKey: true })
  const known = knownKeys(container)
  const near = closest(name, known)
  const hint = near === undefined ? `Known here: ${known.join(', ')}` : `Did you mean ${near}?`
  return wrong(path, 'is not a key that is known here', hint, { atKey: true })
}

/** The keys of the section at a path. */
function knownKeys(path: Path): readonly string[] {
  let schema: z.core.$ZodType | undefined = stackShape
  for (const step of path) schema = schema && (shapeOf(schema)?.[String(step)] ?? elementOf(schema))
  return Object.keys(schema === undefined ? {} : (shapeOf(schema) ?? {}))
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value)
}

function isMap(value: Plain): value is { [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function dropKeys(value: Plain, path: Path, keys: readonly string[]): Plain {
  const map = getAt(value, path)
  if (map === undefined || !isMap(map)) return value
  const dropped = new Set(keys)
  return replaceAt(value, path, Object.fromEntries(Object.entries(map).filter(([name]) => !dropped.has(name))))
}

function getAt(value: Plain, path: Path): Plain | undefined {
  return path.reduce<Plain | undefined>((inner, step) => {
    if (inner === undefined || !(isMap(inner) || isList(inner))) return undefined
    return isMap(inner) ? inner[String(step)] : inner[Number(step)]
  }, value)
}

function replaceAt(value: Plain, path: Path, leaf: Plain | undefined): Plain {
  const [step, ...rest] = path
  if (step === undefined) return leaf ?? null
  if (isList(value)) return value.map((item, index) => (index === step ? replaceAt(item, rest, leaf) : item))
  const map = isMap(value) ? value : {}
  if (rest.length === 0 && leaf === undefined) {
    return Object.fromEntries(Object.entries(map).filter(([name]) => name !== String(step)))
  }
  return { ...map, [String(step)]: replaceAt(map[String(step)] ?? {}, rest, leaf) }
}

/** Takes a wrong value out; what must be there gets a stand-in that no rule speaks about. */
function prune(value: Plain, path: Path): Plain {
  const text = path.join('.')
  if (text === 'deployment' || text === 'deployment.type') return replaceAt(value, ['deployment', 'type'], 'kubernetes')
  if (text === 'gateway') return replaceAt(value, path, { image: 'unknown:1' })
  if (path[0] === 'plugins' && path.length === 2)
    return replaceAt(value, path, { name: standInName, image: 'unknown:1' })
  if (path[0] === 'plugins' && path[2] === 'name') return replaceAt(value, path, standInName)
  const inList = path.findIndex((step, index) => typeof step === 'number' && !(index === 1 && path[0] === 'plugins'))
  return replaceAt(value, inList === -1 ? path : path.slice(0, inList), undefined)
}
