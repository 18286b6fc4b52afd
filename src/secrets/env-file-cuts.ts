/** A line of an env file of which less would be read than was meant. */
export interface Cut {
  /** From 1. */
  readonly line: number
  readonly name: string
  /** Words to follow the name; nothing of the value. */
  readonly what: string
  /** The value as it is written: secret, though nobody reads it. */
  readonly written: string
}

/**
 * Where `util.parseEnv` gives a part of a value and says nothing: it ends an unquoted one at its first `#`, a quoted one at the
 * next such quote (it knows no `\"`), and takes a line as it stands where a quote is never closed.
 */
export function findCuts(text: string): readonly Cut[] {
  const cuts: Cut[] = []
  const heads = /^[ \t]*(?:export[ \t]+)?(\w[\w.-]*)[ \t]*=[ \t]*/gm
  for (let head = heads.exec(text); head !== null; head = heads.exec(text)) {
    const [start, name = ''] = [heads.lastIndex, head[1]]
    const cut = (what: string, stop: number) => {
      const line = text.slice(0, start).split('\n').length
      cuts.push({ line, name, what, written: text.slice(start, stop).trim() })
    }
    const lineEnd = endOfLine(text, start)
    const quote = text[start] ?? ''
    if (!/["'`]/.test(quote)) {
      const hash = text.slice(start, lineEnd).indexOf('#')
      // The blank may be what stands between = and #.
      if (hash !== -1 && !/[ \t]/.test(text[start + hash - 1] ?? '')) cut('has a # that would end its value', lineEnd)
      heads.lastIndex = lineEnd
      continue
    }
    const close = text.indexOf(quote, start + 1)
    const end = close === -1 ? lineEnd : endOfLine(text, close)
    if (close === -1) cut('has a quote that is never closed', end)
    else if (!/^[ \t\r]*(?:#[^\n]*)?$/.test(text.slice(close + 1, end))) cut('has text behind its closing quote', end)
    heads.lastIndex = end
  }
  return cuts
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from)
  return found === -1 ? text.length : found
}
