import type { HiddenValue, Redactor } from '../model/io.ts'
import type { Secret } from '../model/secret.ts'
import { createPatternIndex, type PatternIndex } from './pattern-index.ts'
import type { Pattern } from './pattern-tree.ts'
import { isPublicText } from './public-text.ts'
import { formsOf, isSearched } from './secret-forms.ts'

/** The redactor of a run, with what the lead and the hosts need beside the port. */
export interface RunRedactor extends Redactor {
  /** A value with every text in it (keys too) redacted; a number that spells a secret becomes text. For what is then written as JSON. */
  redactJson<T>(value: T): T
  /** Names of values that are too short to be searched for: kept secret, but a warning names them. */
  unsearched(): readonly string[]
}

/**
 * Makes a redactor that knows nothing yet. It finds a value whole, line by line, in base64, in hex, and escaped,
 * and writes `[secret NAME]` in its place. `onAdd` hears of every value once, so that a host can hide it too. Where values overlap, all of them go: a piece of a secret is never left.
 */
export function createRedactor(onAdd: (secret: Secret) => void = () => undefined): RunRedactor {
  const index = createPatternIndex()
  /** value → its first name: a variable that is nothing but a secret is the same value again. */
  const unsearched = new Map<string, string>()
  // A key of the stored state is seen again where its certificate is judged.
  const added = new Set<string>()

  const stream = () => createRedactingStream(index)
  const redact = (text: string) => {
    if (index.size === 0) return text
    const whole = stream()
    return whole.push(text) + whole.end()
  }

  return {
    add(secret: Secret, { needle = true }: HiddenValue = {}) {
      const value = secret.reveal()
      if (!isSearched(value)) {
        if (value !== '' && needle && !unsearched.has(value)) unsearched.set(value, secret.name)
        return
      }
      if (added.has(value) || isPublicText(value)) return
      added.add(value)
      onAdd(secret)
      for (const text of formsOf(value)) index.add({ text, replacement: secret.toString() })
    },
    redact,
    stream,
    // Of the same shape but for numbers that are secret, which no reader may rely on anyway.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    redactJson: <T>(value: T) => redactValue(value, once(redact)) as T,
    unsearched: () => [...new Set(unsearched.values())].sort(),
  }
}

/** A stretch of text that is covered by one or more overlapping patterns. */
interface Region {
  readonly start: number
  end: number
  readonly longest: Pattern
}

/**
 * Holds back only what may be the beginning of a value. `covered` units at the start of what is held back belong to
 * a region whose replacement was already given out, so a run of overlapping values needs no growing buffer.
 */
function createRedactingStream(index: PatternIndex): { push(chunk: string): string; end(): string } {
  let held = ''
  let covered = 0

  const take = (text: string, last: boolean): string => {
    const { regions, holdFrom } = findRegions(index, text, covered, last)
    let output = ''
    let written = covered
    covered = 0
    for (const region of regions) {
      if (region.start >= holdFrom) break
      if (region.start >= written) output += text.slice(written, region.start) + region.longest.replacement
      written = Math.max(written, region.end)
    }
    if (written > holdFrom) covered = written - holdFrom
    else output += text.slice(written, holdFrom)
    held = text.slice(holdFrom)
    return output
  }

  return {
    push: (chunk) => (index.size === 0 && held === '' ? chunk : take(held + chunk, false)),
    end: () => take(held, true),
  }
}

/** All covered stretches, and the position from which the text must wait for what follows. */
function findRegions(
  index: PatternIndex,
  text: string,
  covered: number,
  last: boolean,
): { readonly regions: readonly Region[]; readonly holdFrom: number } {
  const regions: Region[] = []
  let holdFrom = text.length
  let openEnd = covered
  let open: Region | undefined
  index.scan(text, (position, { pattern, cutOff }) => {
    if (cutOff && !last) holdFrom = Math.min(holdFrom, position)
    if (pattern === undefined) return
    const end = position + pattern.text.length
    if (position < openEnd) {
      openEnd = Math.max(openEnd, end)
      if (open === undefined) {
        open = { start: 0, end: openEnd, longest: pattern }
        regions.push(open)
      } else open.end = openEnd
      return
    }
    open = { start: position, end, longest: pattern }
    openEnd = end
    regions.push(open)
  })
  return { regions, holdFrom }
}

/** A report has few different texts: keys and references are in it a hundred times. */
function once(redact: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const redacted = known.get(text) ?? redact(text)
    known.set(text, redacted)
    return redacted
  }
}

function redactValue(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value)
  if (typeof value === 'number') {
    const text = String(value)
    return redact(text) === text ? value : redact(text)
  }
  if (Array.isArray(value)) return value.map((item) => redactValue(item, redact))
  if (typeof value !== 'object' || value === null) return value
  if ('toJSON' in value && typeof value.toJSON === 'function') return redactValue(value.toJSON(), redact)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactValue(item, redact)]))
}
