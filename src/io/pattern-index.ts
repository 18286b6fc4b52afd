import {
  addToTree,
  findInList,
  findInTree,
  type Hit,
  insertLongestFirst,
  type Pattern,
  type PatternTree,
} from './pattern-tree.ts'

/** Patterns by their first `window` UTF-16 units; made to be asked at every position of megabytes of text. */
export interface PatternIndex {
  add(pattern: Pattern): void
  readonly size: number
  /**
   * Calls `onHit` from left to right with every position of `text` where a pattern begins, or begins and is cut off
   * by the end of the text.
   */
  scan(text: string, onHit: (position: number, hit: Hit) => void): void
}

/** Units of the rolling hash. Eight, because the shortest value searched for has eight bytes. */
const window = 8
const base = 0x01000193
/** base ** (window - 1), modulo 2 ** 32: takes the oldest unit out of the hash. */
const oldest = Array.from({ length: window - 1 }).reduce<number>((power) => Math.imul(power, base), 1)
/** 2 ** 20 bits: at 10,000 patterns one position in a hundred is looked at twice. */
const filterBits = 20

/**
 * Makes an empty index (Rabin and Karp's search with a bit filter). Adding costs the same at any size, so secrets
 * may arrive one by one; an automaton over 500 secrets in all their forms would be built again for each.
 */
export function createPatternIndex(): PatternIndex {
  const known = new Set<string>()
  const byBeginning = new Map<string, PatternTree>()
  const filter = new Uint32Array(2 ** (filterBits - 5))
  /** Patterns of fewer than `window` units (eight bytes of UTF-8 can be three), by first unit. */
  const short = new Map<number, Pattern[]>()
  /** All beginnings that are shorter than the window. */
  const beginnings = new Set<string>()

  return {
    get size() {
      return known.size
    },

    add(pattern) {
      const { text } = pattern
      if (known.has(text)) return
      known.add(text)
      for (let length = Math.min(window, text.length) - 1; length > 0; length--) {
        const beginning = text.slice(0, length)
        // Then the shorter ones are there, too.
        if (beginnings.has(beginning)) break
        beginnings.add(beginning)
      }
      if (text.length < window) {
        const patterns = short.get(text.charCodeAt(0)) ?? []
        insertLongestFirst(patterns, pattern)
        short.set(text.charCodeAt(0), patterns)
        return
      }
      const slot = slotOf(hashOf(text))
      filter[slot >>> 5] = (filter[slot >>> 5] ?? 0) | (1 << (slot & 31))
      const tree = byBeginning.get(text.slice(0, window)) ?? { patterns: [] }
      byBeginning.set(text.slice(0, window), tree)
      addToTree(tree, pattern, window)
    },

    scan(text, onHit) {
      const give = (position: number, hit: Hit) => {
        if (hit.pattern !== undefined || hit.cutOff) onHit(position, hit)
      }
      const lastWindow = text.length - window
      let hash = lastWindow >= 0 ? hashOf(text) : 0
      for (let position = 0; position <= lastWindow; position++) {
        const slot = slotOf(hash)
        if (((filter[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0) {
          const tree = byBeginning.get(text.slice(position, position + window))
          if (tree !== undefined) give(position, findInTree(tree, text, position, window))
        }
        if (short.size > 0) {
          const patterns = short.get(text.charCodeAt(position))
          if (patterns !== undefined) give(position, findInList(patterns, text, position))
        }
        const without = (hash - Math.imul(text.charCodeAt(position), oldest)) | 0
        hash = (Math.imul(without, base) + text.charCodeAt(position + window)) | 0
      }
      for (let position = Math.max(0, lastWindow + 1); position < text.length; position++) {
        give(position, findInList(short.get(text.charCodeAt(position)) ?? [], text, position))
        give(position, { pattern: undefined, cutOff: beginnings.has(text.slice(position)) })
      }
    },
  }
}

function slotOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - filterBits)
}

function hashOf(text: string): number {
  let hash = 0
  for (let index = 0; index < window; index++) hash = (Math.imul(hash, base) + text.charCodeAt(index)) | 0
  return hash
}
