import type { Document, Pair, Node as YamlNode } from 'yaml'
import type { Finding } from './finding.ts'
import { wrong } from './finding.ts'
import type { Entry, ListNode, MapNode, Node, Origin, Scalar, Source } from './node.ts'
import { explainYamlError } from './yaml-errors.ts'

const maxDepth = 64
/** Nodes that may come out of aliases: a bomb has millions. */
const maxAliased = 10_000
/** More syntax errors than these only repeat the first. */
const maxErrors = 5

const coreTags: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
)

export interface ParsedYaml {
  readonly root?: Node
  readonly findings: readonly Finding[]
}

/**
 * YAML text → nodes with places. Warnings of the parser are errors, and so are duplicate keys, keys that are no text, unknown tags,
 * directives, several documents, `__proto__`, and aliases that grow without end. Merge keys (`<<: *name`) work as in Compose.
 */
export async function parseYaml(source: Source): Promise<ParsedYaml> {
  const yaml = await import('yaml')
  // uniqueKeys is quadratic in the library; duplicates are found below.
  const document = yaml.parseDocument(source.text, { uniqueKeys: false, stringKeys: true, prettyErrors: false })
  const place = (start: number, end: number): Origin => ({ source, start, end })

  const broken = [...document.errors, ...document.warnings].slice(0, maxErrors).map((error) => {
    const { message, hint } = explainYamlError(error.code)
    return wrong([], message, hint, { code: 'CONFIG_SYNTAX', origin: place(error.pos[0], error.pos[1]) })
  })
  if (
    document.directives.yaml.explicit === true ||
    /^%/m.test(source.text.slice(0, document.contents?.range?.[0] ?? 0))
  ) {
    broken.push(
      wrong([], 'YAML directives (%YAML, %TAG) are not used here', 'Remove the line that begins with %', {
        code: 'CONFIG_SYNTAX',
        origin: place(0, 1),
      }),
    )
  }
  if (broken.length > 0) return { findings: broken }
  return convert(yaml, document, source)
}

function convert(yaml: typeof import('yaml'), document: Document.Parsed, source: Source): ParsedYaml {
  const findings: Finding[] = []
  const anchors = new Map<string, YamlNode>()
  const aliasing = new Set<string>()
  let aliased = 0

  const at = (node: YamlNode | null | undefined, fallback: Origin): Origin => {
    const range = node?.range
    return range === null || range === undefined
      ? fallback
      : { source, start: range[0], end: Math.max(range[1], range[0]) }
  }
  const asNode = (value: unknown): YamlNode | null => (yaml.isNode(value) ? value : null)
  const refuse = (message: string, origin: Origin, hint?: string): void => {
    findings.push(wrong([], message, hint, { code: 'CONFIG_SYNTAX', origin }))
  }

  const toNode = (node: YamlNode | null, fallback: Origin, depth: number): Node => {
    const origin = at(node, fallback)
    if (depth > maxDepth) throw new Stop(`the file is nested more than ${maxDepth} levels deep`, origin)
    if (aliasing.size > 0 && ++aliased > maxAliased) throw new Stop('the aliases of this file grow without end', origin)
    if (yaml.isAlias(node)) return followAlias(node.source, origin, depth)
    if (node?.tag !== undefined && !coreTags.has(node.tag)) {
      // The parser knows more than the core schema: !!binary, !!timestamp, !!set.
      const { message, hint } = explainYamlError('TAG_RESOLVE_FAILED')
      refuse(message, origin, hint)
    }
    const anchor = node === null ? undefined : node.anchor
    if (node !== null && anchor !== undefined) anchors.set(anchor, node)
    if (yaml.isMap(node)) return toMap(node.items, origin, depth)
    if (yaml.isSeq(node)) return toList(node.items, origin, depth)
    const scalar = yaml.isScalar(node) ? node : undefined
    const value = toScalar(scalar?.value)
    const raw = scalar?.source ?? (value === null ? '' : String(value))
    return { kind: 'scalar', value, raw, loose: false, unknown: false, origin }
  }

  const followAlias = (name: string, origin: Origin, depth: number): Node => {
    const target = anchors.get(name)
    if (target === undefined) {
      // A password may begin with *: its text is not shown.
      refuse(
        'this alias has no anchor before it',
        origin,
        'Define the anchor first; put a text that begins with * in quotes',
      )
      return { kind: 'scalar', value: null, raw: '', loose: false, unknown: true, origin }
    }
    if (aliasing.has(name)) throw new Stop('this alias contains itself', origin)
    aliasing.add(name)
    try {
      return { ...toNode(target, origin, depth + 1), origin }
    } finally {
      aliasing.delete(name)
    }
  }

  const toList = (items: readonly unknown[], origin: Origin, depth: number): ListNode => ({
    kind: 'list',
    items: items.map((item) => toNode(asNode(item), origin, depth + 1)),
    origin,
  })

  const toMap = (pairs: readonly Pair[], origin: Origin, depth: number): MapNode => {
    const entries = new Map<string, Entry>()
    const merged: MapNode[] = []
    for (const pair of pairs) {
      const key = at(asNode(pair.key), origin)
      const name = yaml.isScalar(pair.key) ? String(toScalar(pair.key.value) ?? '') : ''
      const value = toNode(asNode(pair.value), { ...key, start: key.end }, depth + 1)
      if (name === '<<' && yaml.isScalar(pair.key) && pair.key.type === 'PLAIN') {
        merged.push(...mergeSources(value, key))
      } else if (name === '__proto__') {
        refuse('__proto__ cannot be used as a key', key, 'Choose another name')
      } else if (entries.has(name)) {
        refuse(`the key ${showKey(name)} is a duplicate: it is in this map twice`, key, 'Keep one of them')
      } else {
        entries.set(name, { key, value })
      }
    }
    for (const map of merged) {
      for (const [name, entry] of map.entries) if (!entries.has(name)) entries.set(name, entry)
    }
    return { kind: 'map', entries, origin }
  }

  const mergeSources = (value: Node, key: Origin): MapNode[] => {
    const maps = value.kind === 'list' ? value.items : [value]
    const found = maps.flatMap((item) => (item.kind === 'map' ? [item] : []))
    if (found.length < maps.length) refuse('<< merges maps only', key, 'Give it an alias of a map: <<: *name')
    return found
  }

  try {
    const start: Origin = { source, start: 0, end: 0 }
    const root = toNode(document.contents, start, 0)
    return findings.length > 0 ? { findings } : { root, findings }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return {
      findings: [...findings, wrong([], error.message, undefined, { code: 'CONFIG_SYNTAX', origin: error.origin })],
    }
  }
}

/** Ends a conversion that must not go on. */
class Stop extends Error {
  readonly origin: Origin
  constructor(message: string, origin: Origin) {
    super(message)
    this.origin = origin
  }
}

function toScalar(value: unknown): Scalar {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return typeof value === 'bigint' ? Number(value) : null
}

function showKey(name: string): string {
  return /^[\w.-]{1,80}$/.test(name) ? name : 'here'
}
