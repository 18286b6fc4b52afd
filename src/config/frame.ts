import type { Place } from '../model/problem.ts'
import { isSecretName } from '../model/secret-names.ts'
import type { Node, Origin, Source } from './node.ts'
import { isSecretText, maskSecrets } from './secret-texts.ts'

const mask = '***'
const width = 120
/** Longer lines are not text that a person wrote, and are not shown. */
const maxLine = 2000

/** Where values must not be shown: start and end offsets, in order. */
export type SecretSpans = readonly (readonly [start: number, end: number])[]

/** Keys of ours that only sound secret. */
const openKeys: ReadonlySet<string> = new Set([
  'vault_secrets',
  'secret_env',
  'key_algorithm',
  'existing_secret',
  'image_pull_secrets',
  'tls_secret',
])

/** Keys that hold addresses, where a query is refused. */
export const addressKeys: ReadonlySet<string> = new Set(['repo', 'url', 'image', 'insecure_repos'])

/** The spans of one source that hold secrets, by key name, by secret_env and by the form of the text. */
export function findSecretSpans(root: Node, declared: ReadonlySet<string>): SecretSpans {
  const spans: [number, number][] = []
  const visit = (node: Node, secret: boolean, key: string): void => {
    if (node.kind === 'scalar') {
      const text = typeof node.value === 'string' ? node.value : node.raw
      if (text === '' || node.value === null || /^\$\{\w+\}$/.test(text)) return
      const isNamed = !openKeys.has(key) && isSecretName(key, text)
      const hasQuery = addressKeys.has(key) && /[?#]/.test(text)
      if (secret || isNamed || hasQuery || isSecretText(text)) spans.push([node.origin.start, node.origin.end])
    } else if (node.kind === 'list') for (const item of node.items) visit(item, secret, key)
    else {
      for (const [name, entry] of node.entries) {
        const isSection = entry.value.kind === 'map'
        const isNamed = declared.has(name) || (isSection && isSecretName(name))
        visit(entry.value, !openKeys.has(name) && (secret || isNamed), name)
      }
    }
  }
  visit(root, false, '')
  return spans.sort((a, b) => a[0] - b[0])
}

/** Line and column from 1; columns count characters, not UTF-16 units. */
export function toPlace(origin: Origin): Place {
  const { source, start } = origin
  const line = lineOf(source, start)
  const from = source.lineStarts[line] ?? 0
  return { file: source.name, line: line + 1, column: source.text.slice(from, start).length + 1 }
}

/** Index of the line at an offset, from 0. */
export function lineOf(source: Source, offset: number): number {
  let low = 0
  let high = source.lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * The line of a place and a caret under it, secrets masked. Without spans (the text could not be parsed) everything that stands
 * after a secret name is masked, and lines that may continue one. Nothing for the command line and for env files.
 */
export function drawFrame(origin: Origin, spans: SecretSpans | undefined): string | undefined {
  const { source } = origin
  if (source.kind === 'command line' || source.text === '') return undefined
  const line = lineOf(source, origin.start)
  const from = source.lineStarts[line] ?? 0
  const to = Math.max(from, (source.lineStarts[line + 1] ?? source.text.length + 1) - 1)
  const at = Math.min(Math.max(0, origin.start - from), to - from)
  if (to - from > maxLine) return undefined
  const raw = source.text.slice(from, to)
  const before = spans === undefined ? hideUnparsed(source, line, raw, at) : hideSpans(raw, from, spans, at)
  return draw(line + 1, maskSecrets(before.text), before.column)
}

interface Shown {
  readonly text: string
  readonly column: number
}

function hideSpans(raw: string, from: number, spans: SecretSpans, at: number): Shown {
  let text = ''
  let column = at
  let index = 0
  for (const [start, end] of spans) {
    const [first, last] = [Math.max(0, start - from), Math.min(raw.length, end - from)]
    if (last <= first || first < index) continue
    text += raw.slice(index, first) + mask
    if (at >= last) column += mask.length - (last - first)
    else if (at > first) column = text.length - mask.length
    index = last
  }
  return { text: text + raw.slice(index), column }
}

const secretWord =
  /PASSWORD|PASSWD|PASSPHRASE|PASSCODE|SECRET|TOKEN|CREDENTIAL|(?:KEYS?|PASS|PWD|SALT)(?![A-Z])|(?<![A-Z])(?:AUTH|AUTHORIZATION|BEARER|JWT|PAT|PW|CREDS?)(?![A-Z])/i

function hideUnparsed(source: Source, line: number, raw: string, at: number): Shown {
  if (mayContinueSecret(source, line, raw)) return { text: mask, column: 0 }
  const word = secretWord.exec(raw)
  const separator = word === null ? -1 : raw.slice(word.index).search(/[:=\s]/)
  if (word !== null && separator !== -1) {
    const kept = raw.slice(0, word.index + separator + 1)
    return { text: `${kept} ${mask}`, column: Math.min(at, kept.length + 1) }
  }
  return { text: raw, column: at }
}

/** True when a line above, not far away, names a secret and this line may be a part of its value. */
function mayContinueSecret(source: Source, line: number, raw: string): boolean {
  const indent = raw.search(/\S/)
  for (let above = line - 1; above >= Math.max(0, line - 50); above--) {
    const text = source.text.slice(source.lineStarts[above], source.lineStarts[above + 1])
    if (/^\s*(#|$)/.test(text)) continue
    const isOpen =
      (text.split('"').length + text.split("'").length) % 2 === 1 || /[|>][-+\d]*\s*$/.test(text) || /:\s*$/.test(text)
    const isAbove = text.search(/\S/) < indent || isOpen
    if (secretWord.test(text) && isAbove) return true
  }
  return !/^\s*(?:- )?[\w.-]+\s*:/.test(raw) && /[A-Za-z0-9]{6}/.test(raw) && !/^\s*[-?:[\]{}|>*&!%@`#]/.test(raw)
}

function draw(number: number, text: string, column: number): string {
  const shift = Math.max(0, column - width + 20)
  const shown = text
    .slice(shift, shift + width)
    .replaceAll('\t', ' ')
    .replace(/\r$/, '')
  const gutter = `${number} | `
  const caret = text.slice(shift, column).length
  return `${gutter}${shown}\n${' '.repeat(gutter.length + caret)}^`
}
