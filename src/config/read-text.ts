import type { Refusal } from './finding.ts'

/** A stack of 500 plugins with every key is about 400 KiB. */
const maxBytes = 1024 * 1024
/** Lines and commas: what the parser's time grows with. */
const maxEntries = 30_000
const maxDepth = 64

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refusal: Refusal; readonly text: string; readonly offset: number }

/**
 * Bytes → text, or the first reason why the YAML parser must not see them: too big, not UTF-8, control characters, too deep.
 * The byte order mark is dropped. `offset` counts UTF-16 units of `text`, which is '' where nothing can be shown.
 */
export function decodeText(bytes: Uint8Array, limits: { readonly yaml: boolean }): Decoded {
  if (bytes.length > maxBytes) return refuse({ message: `the file has ${bytes.length} bytes, more than ${maxBytes}` })
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return refuse({ message: `the file is ${wide}, not UTF-8`, hint: 'Save it as UTF-8' })

  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const before = new TextDecoder('utf-8').decode(bytes)
    const offset = Math.max(0, before.indexOf('\uFFFD'))
    return refuse({ message: 'the file is not valid UTF-8', hint: 'Save it as UTF-8' }, before, offset)
  }

  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.exec(text)
  if (control !== null) {
    const name =
      control[0] === '\0' ? 'NUL' : `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    return refuse({ message: `the file holds a control character (${name})`, hint: 'Remove it' }, text, control.index)
  }
  return checkSize(text, limits.yaml)
}

function checkSize(text: string, yaml: boolean): Decoded {
  let entries = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 10 || code === 44) entries++
  }
  if (entries > maxEntries) {
    return {
      ok: false,
      refusal: { message: `the file has more than ${maxEntries} lines and list items` },
      text,
      offset: 0,
    }
  }
  const deep = yaml ? findDepth(text) : undefined
  if (deep !== undefined) {
    const message = `the file is nested more than ${maxDepth} levels deep`
    return { ok: false, refusal: { message, hint: 'No key of a stack file needs this' }, text, offset: deep }
  }
  return { ok: true, text }
}

/** By their marks, and without one by the zeros around the first characters, which are ASCII. */
function wideEncoding(bytes: Uint8Array): 'UTF-16' | 'UTF-32' | undefined {
  const [a, b, c, d] = bytes
  const zeros = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? '0' : 'x')).join('')
  const isMarked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
  // The mark of UTF-32 (little end first) begins with that of UTF-16.
  if ((isMarked && c === 0 && d === 0) || ['x000', '000x'].includes(zeros)) return 'UTF-32'
  if (zeros === '00xx' && c === 0xfe && d === 0xff) return 'UTF-32'
  return isMarked || zeros === 'x0x0' || zeros === '0x0x' ? 'UTF-16' : undefined
}

/**
 * An upper bound of the nesting, by brackets and by indicators at the start of lines, before a recursive parser sees it.
 * Brackets in texts count too; a line that starts a top-level key starts again.
 */
function findDepth(text: string): number | undefined {
  let brackets = 0
  let start = 0
  for (const line of text.split('\n')) {
    if (/^[\w-]/.test(line)) brackets = 0
    const indicators = /^[\s?:-]*/.exec(line)?.[0].replace(/\s/g, '').length ?? 0
    if (indicators > maxDepth && !/^-+\s*$/.test(line)) return start
    for (let index = 0; index < line.length; index++) {
      const character = line[index]
      if (character === '[' || character === '{') brackets++
      else if ((character === ']' || character === '}') && brackets > 0) brackets--
      if (brackets > maxDepth) return start + index
    }
    start += line.length + 1
  }
  return undefined
}

function refuse(refusal: Refusal, text = '', offset = 0): Decoded {
  return { ok: false, refusal, text, offset }
}
