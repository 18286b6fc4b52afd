import { closest } from '../model/closest.ts'
import type { Finding } from './finding.ts'
import { wrong } from './finding.ts'
import { childOf, type Entry, type ListNode, type MapNode, type Node, type Path } from './node.ts'

/** Keys that say what file this is; an overlay cannot change them. */
const fixedKeys: ReadonlySet<string> = new Set(['version', 'required_version', 'environments'])

export interface Overlaid {
  readonly root: Node
  readonly findings: readonly Finding[]
}

/** The names of the overlays, in order. */
export function environmentNames(root: Node): readonly string[] {
  const environments = childOf(root, 'environments')
  return environments?.kind === 'map' ? [...environments.entries.keys()] : []
}

/**
 * Lays `environments.<name>` over the rest: maps merge, plugins merge by name (new ones are added, `name: null` in map form
 * removes), other lists replace, null removes a key. Without a name only `environments` is taken away.
 */
export function overlayEnvironment(root: Node, name: string | undefined): Overlaid {
  if (root.kind !== 'map') return { root, findings: [] }
  const findings: Finding[] = []
  const environments = root.entries.get('environments')
  const base: MapNode = { ...root, entries: new Map([...root.entries].filter(([key]) => key !== 'environments')) }
  if (environments !== undefined && environments.value.kind !== 'map') {
    findings.push(wrong(['environments'], 'must be a map of overlays', undefined, { origin: environments.key }))
  }
  if (name === undefined) return { root: base, findings }

  const overlay = childOf(environments?.value ?? base, name)
  if (environments === undefined || overlay === undefined) {
    const known = environmentNames(root)
    const near = closest(name, known)
    return {
      root: base,
      findings: [
        ...findings,
        wrong(
          ['environments'],
          `there is no environment ${JSON.stringify(name)}`,
          near === undefined ? `Known: ${known.join(', ') || 'none'}` : `Did you mean ${near}?`,
          { origin: environments?.key ?? base.origin },
        ),
      ],
    }
  }
  if (overlay.kind === 'scalar' && overlay.value === null) return { root: base, findings }
  if (overlay.kind !== 'map') {
    return {
      root: base,
      findings: [...findings, wrong(['environments', name], 'must be a map', undefined, { origin: overlay.origin })],
    }
  }
  for (const key of overlay.entries.keys()) {
    if (!fixedKeys.has(key)) continue
    const origin = overlay.entries.get(key)?.key ?? overlay.origin
    findings.push(
      wrong(['environments', name, key], `${key} cannot be changed by an overlay`, 'Write it at the top', { origin }),
    )
  }
  const usable: MapNode = { ...overlay, entries: new Map([...overlay.entries].filter(([key]) => !fixedKeys.has(key))) }
  return { root: merge(base, mark(usable, name), []), findings }
}

/** Lays one node over another, as an overlay does. */
export function merge(base: Node, over: Node, path: Path): Node {
  const isPlugins = path.length === 1 && path[0] === 'plugins'
  if (isPlugins && base.kind === 'list' && (over.kind === 'list' || over.kind === 'map'))
    return mergePlugins(base, over)
  if (base.kind !== 'map' || over.kind !== 'map') return over
  const entries = new Map<string, Entry>(base.entries)
  for (const [key, entry] of over.entries) {
    const before = entries.get(key)
    if (isRemoval(entry.value)) entries.delete(key)
    else if (before === undefined) entries.set(key, { ...entry, value: withoutRemovals(entry.value) })
    else entries.set(key, { ...entry, value: merge(before.value, entry.value, [...path, key]) })
  }
  return { ...base, entries }
}

function mergePlugins(base: ListNode, over: ListNode | MapNode): ListNode {
  const items: (Node | undefined)[] = [...base.items]
  const places = new Map(base.items.map((item, index) => [nameOf(item), index]))
  const changes =
    over.kind === 'list'
      ? over.items.map((item) => [nameOf(item), item] as const)
      : [...over.entries].map(([name, entry]) => [name, named(name, entry)] as const)
  for (const [name, item] of changes) {
    const index = name === undefined ? -1 : (places.get(name) ?? -1)
    const before = items[index]
    if (isRemoval(item) && over.kind === 'map') {
      if (index !== -1) items[index] = undefined
    } else if (before === undefined) items.push(withoutRemovals(item))
    else items[index] = merge(before, item, ['plugins', index])
  }
  return { ...base, items: items.filter((item) => item !== undefined) }
}

/** The map form of an overlay's plugins: the key is the name. */
function named(name: string, entry: Entry): Node {
  if (entry.value.kind !== 'map' || entry.value.entries.has('name')) return entry.value
  const value: Node = { kind: 'scalar', value: name, raw: name, loose: false, unknown: false, origin: entry.key }
  return {
    ...entry.value,
    entries: new Map<string, Entry>([['name', { key: entry.key, value }], ...entry.value.entries]),
  }
}

function nameOf(node: Node): string | undefined {
  const name = childOf(node, 'name')
  return name?.kind === 'scalar' && typeof name.value === 'string' ? name.value : undefined
}

function isRemoval(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null
}

function withoutRemovals(node: Node): Node {
  if (node.kind !== 'map') return node
  const kept = [...node.entries].filter(([, entry]) => !isRemoval(entry.value))
  return {
    ...node,
    entries: new Map(kept.map(([key, entry]) => [key, { ...entry, value: withoutRemovals(entry.value) }])),
  }
}

/** Remembers in every place which overlay it is from. */
function mark(node: Node, environment: string): Node {
  const origin = { ...node.origin, environment }
  if (node.kind === 'scalar') return { ...node, origin }
  if (node.kind === 'list') return { ...node, origin, items: node.items.map((item) => mark(item, environment)) }
  const entries = [...node.entries].map(
    ([key, entry]) => [key, { key: { ...entry.key, environment }, value: mark(entry.value, environment) }] as const,
  )
  return { ...node, origin, entries: new Map(entries) }
}
