/** One text to search for and what is written in its place. */
export interface Pattern {
  readonly text: string
  readonly replacement: string
}

/** What begins at a position: the longest whole pattern, and whether a longer one may follow with more text. */
export interface Hit {
  readonly pattern: Pattern | undefined
  readonly cutOff: boolean
}

/**
 * Patterns that begin alike. Five hundred URLs share `https://`, five hundred keys `-----BEGIN`: comparing each of them
 * at each such place would take the time that searching the whole text should take.
 */
export interface PatternTree {
  /** Longest first. With children: only those that end before the next step. */
  readonly patterns: Pattern[]
  children?: Map<string, PatternTree>
}

/** Units by which a tree goes deeper. */
const step = 4
/** A list of this many is as fast as a map. */
const longestList = 6

/** Adds a pattern to the tree of all patterns that agree in their first `depth` units. */
export function addToTree(tree: PatternTree, pattern: Pattern, depth: number): void {
  if (tree.children !== undefined && pattern.text.length >= depth + step) {
    const key = pattern.text.slice(depth, depth + step)
    const child = tree.children.get(key) ?? { patterns: [] }
    tree.children.set(key, child)
    addToTree(child, pattern, depth + step)
    return
  }
  insertLongestFirst(tree.patterns, pattern)
  if (tree.children === undefined && tree.patterns.length > longestList) splitTree(tree, depth)
}

/** Finds what begins at `position` of a text that agrees with the tree in the first `depth` units. */
export function findInTree(tree: PatternTree, text: string, position: number, depth: number): Hit {
  let pattern: Pattern | undefined
  let cutOff = false
  let node: PatternTree | undefined = tree
  for (let reached = depth; node !== undefined; reached += step) {
    const hit = findInList(node.patterns, text, position)
    pattern = hit.pattern ?? pattern
    cutOff ||= hit.cutOff
    if (node.children === undefined) break
    const key = text.slice(position + reached, position + reached + step)
    if (key.length < step) cutOff ||= [...node.children.keys()].some((other) => other.startsWith(key))
    node = node.children.get(key)
  }
  return { pattern, cutOff }
}

/** Finds the first, which is the longest, of a list. */
export function findInList(patterns: readonly Pattern[], text: string, position: number): Hit {
  const left = text.length - position
  let cutOff = false
  for (const pattern of patterns) {
    if (pattern.text.length > left) cutOff ||= pattern.text.startsWith(text.slice(position))
    else if (text.startsWith(pattern.text, position)) return { pattern, cutOff }
  }
  return { pattern: undefined, cutOff }
}

export function insertLongestFirst(patterns: Pattern[], pattern: Pattern): void {
  const place = patterns.findIndex((other) => other.text.length < pattern.text.length)
  patterns.splice(place === -1 ? patterns.length : place, 0, pattern)
}

function splitTree(tree: PatternTree, depth: number): void {
  const all = tree.patterns.splice(0)
  tree.children = new Map()
  for (const pattern of all) addToTree(tree, pattern, depth)
}
