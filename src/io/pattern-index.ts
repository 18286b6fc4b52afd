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
  const byHash = new Map<number, Pattern[]>()
  const filter = new Uint32Array(2 ** (filterBits - 5))
  /** Patterns of fewer than `window` units (eight bytes of UTF-8 can be three), by first unit. */
  const short = new Map<number, Pattern[]>()
  /** All beginnings that are shorter than the window. */
  const beginnings = new Set<string>()

  const slotOf = (hash: number) => Math.imul(hash, 0x9e3779b1) >>> (32 - filterBits)

  return {
    get size() {
      return known.size
    },

    add(pattern) {
      if (known.has(pattern.text)) return
      known.add(pattern.text)
      for (let length = 1; length < Math.min(window, pattern.text.length); length++) {
        beginnings.add(pattern.text.slice(0, length))
      }
      if (pattern.text.length < window) {
        insertLongestFirst(short, pattern.text.charCodeAt(0), pattern)
        return
      }
      const hash = hashOf(pattern.text)
      const slot = slotOf(hash)
      filter[slot >>> 5] = (filter[slot >>> 5] ?? 0) | (1 << (slot & 31))
      insertLongestFirst(byHash, hash, pattern)
    },

    scan(text, onHit) {
      const length = text.length
      let hash = length >= window ? hashOf(text) : 0
      for (let position = 0; position < length; position++) {
        const slot = slotOf(hash)
        const candidate = position + window <= length && ((filter[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0
        if (candidate) report(text, position, byHash.get(hash), onHit)
        if (short.size > 0) report(text, position, short.get(text.charCodeAt(position)), onHit)
        if (position + window > length && beginnings.has(text.slice(position))) {
          onHit(position, { pattern: undefined, cutOff: true })
        }
        if (position + window < length) {
          const without = (hash - Math.imul(text.charCodeAt(position), oldest)) | 0
          hash = (Math.imul(without, base) + text.charCodeAt(position + window)) | 0
        }
      }
    },
  }
}

function report(
  text: string,
  position: number,
  patterns: readonly Pattern[] | undefined,
  onHit: (position: number, hit: Hit) => void,
): void {
  if (patterns === undefined) return
  const left = text.length - position
  let cutOff = false
  for (const pattern of patterns) {
    if (pattern.text.length > left) {
      cutOff ||= pattern.text.startsWith(text.slice(position))
    } else if (text.startsWith(pattern.text, position)) {
      onHit(position, { pattern, cutOff })
      return
    }
  }
  if (cutOff) onHit(position, { pattern: undefined, cutOff })
}

function hashOf(text: string): number {
  let hash = 0
  for (let index = 0; index < window; index++) hash = (Math.imul(hash, base) + text.charCodeAt(index)) | 0
  return hash
}

function insertLongestFirst(map: Map<number, Pattern[]>, key: number, pattern: Pattern): void {
  const patterns = map.get(key) ?? []
  const place = patterns.findIndex((other) => other.text.length < pattern.text.length)
  patterns.splice(place === -1 ? patterns.length : place, 0, pattern)
  map.set(key, patterns)
}
