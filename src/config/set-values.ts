import type { Finding, Refusal } from './finding.ts'
import { wrong } from './finding.ts'
import { childOf, type Entry, type MapNode, type Node, newSource, type Origin, type Path, showPath } from './node.ts'
import { parseYaml } from './parse-yaml.ts'

export interface Overridden {
  readonly root: Node
  readonly findings: readonly Finding[]
}

/**
 * Applies `--set path=value` arguments, in order. A path is `gateway.replicas`, `plugins[0].ref`, `plugins.NAME.ref` or
 * `ci_cd.build.base_images["python:3.12"]`; `null` removes the key; a value that begins with `[`, `{` or `"` is YAML; any other is a
 * text that takes the type its key wants.
 */
export async function applySets(root: Node, sets: readonly string[]): Promise<Overridden> {
  const findings: Finding[] = []
  let current = root
  for (const set of sets) {
    const equals = set.indexOf('=')
    const steps = equals === -1 ? undefined : parsePath(set.slice(0, equals))
    const source = newSource(steps === undefined ? '--set' : `--set ${showPath(steps)}`, '', 'command line')
    const origin: Origin = { source, start: 0, end: 0 }
    const refusal = refusePath(steps)
    if (steps === undefined || refusal !== undefined) {
      const { message, hint } = refusal ?? needsPath
      findings.push(wrong([], message, hint, { code: 'USAGE', origin }))
      continue
    }
    const value = await parseValue(set.slice(equals + 1), origin)
    if (value === undefined) {
      findings.push(
        wrong(steps, 'the value of --set is not valid YAML', 'Quote it for the shell', { code: 'USAGE', origin }),
      )
      continue
    }
    const result = put(current, steps, value, origin)
    if (typeof result === 'string') findings.push(wrong(steps, result, undefined, { code: 'USAGE', origin }))
    else current = result
  }
  return { root: current, findings }
}

function parsePath(text: string): Path | undefined {
  const steps: (string | number)[] = []
  const step = /(?:^|\.)([^.[\]"=]+)|\[(\d+)\]|\["([^"]+)"\]/y
  while (step.lastIndex < text.length) {
    const match = step.exec(text)
    if (match === null) return undefined
    const [, word, index, quoted] = match
    if (index !== undefined || (word !== undefined && /^\d+$/.test(word))) steps.push(Number(index ?? word))
    else steps.push((word ?? quoted ?? '').trim())
  }
  return steps.length === 0 ? undefined : steps
}

const needsPath: Refusal = { message: '--set needs path=value', hint: 'For example: --set gateway.replicas=3' }

/** Paths that can be read and are none of a key. */
function refusePath(steps: Path | undefined): Refusal | undefined {
  if (steps === undefined) return needsPath
  if (steps.includes('__proto__')) return { message: '__proto__ in the path of --set is not a key' }
  if (steps[0] !== 'environments') return undefined
  return {
    message: '--set changes the stack after its overlay: environments is not a key there',
    hint: 'Choose the overlay with --environment, and set the key itself: --set gateway.replicas=3',
  }
}

async function parseValue(text: string, origin: Origin): Promise<Node | undefined> {
  const scalar = (value: string | null): Node => ({
    kind: 'scalar',
    value,
    raw: text,
    loose: true,
    unknown: false,
    origin,
  })
  if (text === 'null' || text === '~') return scalar(null)
  if (!/^\s*[[{"]/.test(text)) return scalar(text)
  const { root } = await parseYaml(newSource(origin.source.name, text, 'command line'))
  return root === undefined ? undefined : move(root, origin)
}

/** Gives every node of a parsed argument the argument's own place. */
function move(node: Node, origin: Origin): Node {
  if (node.kind === 'scalar') return { ...node, origin }
  if (node.kind === 'list') return { ...node, origin, items: node.items.map((item) => move(item, origin)) }
  const entries = [...node.entries].map(
    ([key, entry]) => [key, { key: origin, value: move(entry.value, origin) }] as const,
  )
  return { ...node, origin, entries: new Map(entries) }
}

/** A tree with one value put in; a text says why it cannot be. */
function put(node: Node, path: Path, value: Node, origin: Origin): Node | string {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (node.kind === 'list') {
    const index = typeof step === 'number' ? step : node.items.findIndex((item) => isNamed(item, step))
    const item = node.items[index]
    if (item === undefined) return `there is no item ${JSON.stringify(step)} in this list`
    if (rest.length === 0 && isNull(value)) return { ...node, items: node.items.filter((_, other) => other !== index) }
    const changed = put(item, rest, value, origin)
    return typeof changed === 'string' ? changed : { ...node, items: node.items.with(index, changed) }
  }
  const map: MapNode = node.kind === 'map' ? node : { kind: 'map', entries: new Map(), origin }
  const key = String(step)
  const entries = new Map<string, Entry>(map.entries)
  if (rest.length === 0 && isNull(value)) {
    entries.delete(key)
    return { ...map, entries }
  }
  const changed = put(childOf(map, key) ?? { kind: 'map', entries: new Map(), origin }, rest, value, origin)
  if (typeof changed === 'string') return changed
  entries.set(key, { key: entries.get(key)?.key ?? origin, value: changed })
  return { ...map, entries }
}

function isNamed(node: Node, name: string | number): boolean {
  const child = childOf(node, 'name')
  return child?.kind === 'scalar' && child.value === name
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null
}
