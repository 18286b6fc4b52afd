import type { Command } from './io.ts'

/**
 * A command as a person would type it: quoted for a POSIX shell where needed, control characters written as `$'\n'` so
 * that a printed line cannot be forged. Environment variables are named, secrets never shown; stdin is left out.
 */
export function showCommand(command: Command): string {
  const words = [command.program, ...command.args].map(quoteWord).join(' ')
  const variables = Object.entries(command.env ?? {}).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [typeof value === 'string' ? `${name}=${quoteWord(value)}` : `${name}='${value.toString()}'`],
  )
  const line = [...variables, words].join(' ')
  return command.cwd === undefined ? line : `cd ${quoteWord(command.cwd)} && ${line}`
}

const plainWord = /^[A-Za-z0-9_@%+=:,./-]+$/
/** Control characters, line and paragraph separators, and what reorders text on a terminal (Unicode's bidi controls). */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** One word, as `showCommand` writes it. */
export function quoteWord(word: string): string {
  if (plainWord.test(word)) return word
  if (word.search(unprintable) === -1) return `'${word.replaceAll("'", String.raw`'\''`)}'`
  const text = word.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)
  return `$'${text.replace(unprintable, (unit) => escapeUnit(unit))}'`
}

const named: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` }

function escapeUnit(unit: string): string {
  return named[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
