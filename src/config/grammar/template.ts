const operators = ['-', ':-', '?', ':?', '+', ':+'] as const

export type Operator = (typeof operators)[number]

export type Part =
  | { readonly kind: 'literal'; readonly text: string }
  | {
      readonly kind: 'variable'
      readonly name: string
      readonly encoding: 'none' | 'url'
      readonly operator?: Operator
      readonly argument?: readonly Part[]
      /** Offset of the `$` in the text. */
      readonly index: number
    }

export type Template =
  | { readonly ok: true; readonly parts: readonly Part[] }
  | { readonly ok: false; readonly message: string; readonly index: number }

/** Nested defaults deeper than this are an attack or a mistake. */
const maxNesting = 20

/** Takes a text apart, as the Compose specification has it, and `${NAME:urlencode}`; never throws, never evaluates. */
export function parseTemplate(text: string): Template {
  if (!text.includes('$')) return { ok: true, parts: [{ kind: 'literal', text }] }
  try {
    return { ok: true, parts: parseParts(text, 0, 0).parts }
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, message: error.message, index: error.index }
    throw error
  }
}

class Malformed extends Error {
  readonly index: number
  constructor(message: string, index: number) {
    super(message)
    this.index = index
  }
}

/** Reads parts until the end, or until the `}` that closes the variable around them (depth > 0). */
function parseParts(
  text: string,
  start: number,
  depth: number,
): { readonly parts: readonly Part[]; readonly end: number } {
  const parts: Part[] = []
  let literal = ''
  let index = start
  const flush = (): void => {
    if (literal !== '') parts.push({ kind: 'literal', text: literal })
    literal = ''
  }
  while (index < text.length) {
    const character = text[index]
    if (depth > 0 && character === '}') break
    if (character !== '$') {
      literal += character
      index++
    } else if (text[index + 1] === '$') {
      literal += '$'
      index += 2
    } else {
      flush()
      const variable = parseVariable(text, index, depth)
      parts.push(variable.part)
      index = variable.end
    }
  }
  flush()
  return { parts, end: index }
}

function parseVariable(text: string, index: number, depth: number): { readonly part: Part; readonly end: number } {
  if (depth > maxNesting) throw new Malformed('the defaults are nested too deep', index)
  const name = /[A-Za-z_][A-Za-z0-9_]*/y
  if (text[index + 1] !== '{') {
    name.lastIndex = index + 1
    const bare = name.exec(text)?.[0]
    if (bare === undefined) throw new Malformed('a single $ is not valid: write $$ for the character itself', index)
    return { part: { kind: 'variable', name: bare, encoding: 'none', index }, end: index + 1 + bare.length }
  }

  name.lastIndex = index + 2
  const found = name.exec(text)?.[0]
  if (found === undefined) {
    const why = text.includes('}', index) ? 'has no valid name after it' : 'is not closed'
    throw new Malformed(`invalid interpolation: \${ ${why} (write $$ for a plain $)`, index)
  }
  const after = index + 2 + found.length
  if (text[after] === '}') return { part: { kind: 'variable', name: found, encoding: 'none', index }, end: after + 1 }
  if (text.startsWith(':urlencode}', after)) {
    return { part: { kind: 'variable', name: found, encoding: 'url', index }, end: after + ':urlencode}'.length }
  }
  const written = /^:?[-?+]/.exec(text.slice(after, after + 2))?.[0]
  const operator = operators.find((candidate) => candidate === written)
  if (operator === undefined) {
    const closed = text.indexOf('}', after) !== -1
    throw new Malformed(
      closed
        ? 'invalid interpolation: after the name comes }, :-default, :?message, :+value or :urlencode}'
        : 'invalid interpolation: ${ is not closed',
      index,
    )
  }
  const inner = parseParts(text, after + operator.length, depth + 1)
  if (text[inner.end] !== '}') throw new Malformed('invalid interpolation: ${ is not closed', index)
  return {
    part: { kind: 'variable', name: found, encoding: 'none', operator, argument: inner.parts, index },
    end: inner.end + 1,
  }
}

/** The text of parts without their values, for messages: variables stay `${NAME}`. */
export function showParts(parts: readonly Part[]): string {
  return parts.map((part) => (part.kind === 'literal' ? part.text : `\${${part.name}}`)).join('')
}
