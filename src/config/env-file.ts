import type { Finding } from './finding.ts'
import { wrong } from './finding.ts'
import { lineOf } from './frame.ts'
import { fillText, type Missing, type Variables } from './interpolate.ts'
import type { Origin, Path, Source, Text } from './node.ts'

/** A file with more bad lines than these is no env file. */
const maxBadLines = 20

export interface EnvFileEntry {
  readonly name: string
  readonly text: Text
  readonly origin: Origin
}

export interface EnvFile {
  readonly entries: readonly EnvFileEntry[]
  readonly findings: readonly Finding[]
  readonly missing: readonly Missing[]
}

/**
 * Reads dotenv text as Compose v2 does: `NAME=value`, `NAME: value`, `export NAME=value`; no quotes: up to ` #`, trimmed;
 * 'single': as it stands; "double": \n \r \t \\ \" \$ and line breaks; `${…}` except in single quotes, also of earlier lines;
 * a name alone takes its value from the environment. The last of two equal names wins. A line that is none of this is an error
 * that never shows the line.
 *
 * @param path  Of the env_file key, for the findings.
 */
export function parseEnvFile(source: Source, path: Path, variables: Variables): EnvFile {
  const { text } = source
  const findings: Finding[] = []
  const missing: Missing[] = []
  const values = new Map<string, Text>()
  const entries = new Map<string, EnvFileEntry>()
  const bad = (start: number, what: string): void => {
    const line = lineOf(source, start) + 1
    findings.push(
      wrong(path, `line ${line} of ${source.name} ${what}`, 'Write NAME=value, or # for a comment', {
        code: 'ENV_FILE_INVALID',
        origin: { source, start, end: start },
      }),
    )
  }

  let index = 0
  while (index < text.length && findings.length < maxBadLines) {
    const end = lineEnd(text, index)
    const line = text.slice(index, end)
    const start = index + (/^[ \t\r]*/.exec(line)?.[0].length ?? 0)
    index = end + 1
    if (start >= end || text[start] === '#') continue

    const head = /^(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*(?:([=:])[ \t]*|\r?$)/.exec(text.slice(start, end))
    const name = head?.[1]
    if (head === null || name === undefined || /[.-]/.test(name)) {
      bad(start, 'is not NAME=value')
      continue
    }
    const origin: Origin = { source, start, end }
    if (head[2] === undefined) {
      if (variables.environment[name] === undefined && variables.required) {
        bad(start, 'is not NAME=value, nor a name that the environment has')
        continue
      }
      const filled = fillText(`\${${name}}`, origin, path, variables)
      values.set(name, filled.text)
      entries.set(name, { name, text: filled.text, origin })
      continue
    }
    const raw = readValue(text, start + head[0].length, end)
    if (raw === undefined) {
      bad(start, 'has a quote that is not closed, or text after it')
      continue
    }
    index = Math.max(index, raw.next)
    // oxlint-disable-next-line no-control-regex -- NUL is what is looked for
    if (/\u0000/.test(raw.value)) bad(start, 'holds a NUL character')
    const filled = raw.literal
      ? { text: [{ kind: 'literal' as const, text: raw.value, secret: false }], findings: [], missing: [] }
      : fillText(raw.value, { ...origin, end: raw.next }, path, variables, values)
    findings.push(...filled.findings)
    missing.push(...filled.missing)
    values.set(name, filled.text)
    entries.delete(name)
    entries.set(name, { name, text: filled.text, origin })
  }
  return { entries: [...entries.values()], findings, missing }
}

interface RawValue {
  readonly value: string
  /** Single-quoted: nothing in it is a variable. */
  readonly literal: boolean
  /** Offset after the value's last line. */
  readonly next: number
}

function readValue(text: string, start: number, end: number): RawValue | undefined {
  const quote = text[start]
  if (quote !== '"' && quote !== "'") {
    // As Compose: a comment begins with space and #, so that A=b#c keeps its #. The character before start may be that space.
    const value = ` ${text.slice(start, end)}`.replace(text[start - 1] === ' ' ? / #.*$/s : /(?!^) #.*$/s, '').trim()
    return { value, literal: false, next: end + 1 }
  }
  let close = start + 1
  while (close < text.length && text[close] !== quote) close += text[close] === '\\' ? 2 : 1
  if (close >= text.length) return undefined
  const rest = lineEnd(text, close)
  if (!/^[ \t\r]*(#.*)?$/.test(text.slice(close + 1, rest))) return undefined
  const inner = text.slice(start + 1, close)
  if (quote === "'") return { value: inner.replaceAll("\\'", "'"), literal: true, next: rest + 1 }
  return { value: unescapeDouble(inner), literal: false, next: rest + 1 }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$$' }

function unescapeDouble(text: string): string {
  return text.replace(/\\(.)/gs, (whole, character: string) => escapes[character] ?? whole)
}

function lineEnd(text: string, index: number): number {
  const found = text.indexOf('\n', index)
  return found === -1 ? text.length : found
}
