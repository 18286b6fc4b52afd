/** A text that values come from: the stack file, an env file, or one --set argument. */
export interface Source {
  /** Shown in places: a path as the user gave it, or `--set gateway.port`. */
  readonly name: string
  readonly text: string
  readonly kind: 'file' | 'command line'
  /** Offsets at which lines start. */
  readonly lineStarts: readonly number[]
}

/** Where a value stands: offsets in UTF-16 units. */
export interface Origin {
  readonly source: Source
  readonly start: number
  readonly end: number
  /** The overlay the value belongs to. */
  readonly environment?: string
}

/** A piece of an interpolated text. */
export type Piece =
  | { readonly kind: 'literal'; readonly text: string; readonly secret: boolean }
  | {
      readonly kind: 'variable'
      readonly name: string
      readonly encoding: 'none' | 'url'
      /** Undefined: not known now (--no-environment). */
      readonly value: string | undefined
      readonly secret: boolean
    }

export type Text = readonly Piece[]

export type Scalar = string | number | boolean | null

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly value: Scalar
  /** The characters in the file, for values that must arrive byte for byte (`1e5`, `0x10`). */
  readonly raw: string
  /** Typed by what the schema wants, for the text came from a variable or the command line. */
  readonly loose: boolean
  /** The value depends on a variable that is not known. */
  readonly unknown: boolean
  readonly text?: Text
  readonly origin: Origin
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly Node[]
  readonly origin: Origin
}

export interface MapNode {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, Entry>
  readonly origin: Origin
}

export interface Entry {
  readonly key: Origin
  readonly value: Node
}

export type Node = ScalarNode | ListNode | MapNode

export type Path = readonly (string | number)[]

/** A text as a source, with its lines indexed once. */
export function newSource(name: string, text: string, kind: Source['kind']): Source {
  const lineStarts = [0]
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) lineStarts.push(index + 1)
  return { name, text, kind, lineStarts }
}

/** The node at a path, or undefined. */
export function findNode(root: Node, path: Path): Node | undefined {
  return path.reduce<Node | undefined>((node, step) => (node === undefined ? undefined : childOf(node, step)), root)
}

export function childOf(node: Node, step: string | number): Node | undefined {
  if (node.kind === 'map') return node.entries.get(String(step))?.value
  if (node.kind === 'list') return node.items[Number(step)]
  return undefined
}

/**
 * The place of a path: its value, else its nearest ancestor that exists. For a path whose last key exists without a useful
 * value (an unknown key), `atKey` gives the key itself.
 */
export function locate(root: Node, path: Path, atKey = false): Origin {
  let node = root
  let origin = root.origin
  for (const [index, step] of path.entries()) {
    const child = childOf(node, step)
    if (child === undefined) break
    const key = node.kind === 'map' ? node.entries.get(String(step))?.key : undefined
    const last = index === path.length - 1
    origin = key !== undefined && (!last || atKey || isEmpty(child) || child.kind !== 'scalar') ? key : child.origin
    node = child
  }
  return origin
}

function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null
}

/** `plugins[0].env_vars.LOG_LEVEL` */
export function showPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    if (!/^[\w-]{1,80}$/.test(step)) return `${text}[${JSON.stringify(step.slice(0, 80))}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}

/** True when `path` is `ancestor` or below it. */
export function isWithin(path: Path, ancestor: Path): boolean {
  return ancestor.length <= path.length && ancestor.every((step, index) => String(step) === String(path[index]))
}
