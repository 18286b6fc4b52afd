import type { Redactor } from './io.ts'

/** Characters of a line; an error with more is read by nobody. */
const longestLine = 500

/**
 * The last lines of what a program wrote to stderr, for an error. Redacted as a whole before it is cut, for a piece of a value is not
 * known any more; of a line that is too long the end.
 */
export function lastWords(stderr: string, redactor: Redactor, lines = 1): string {
  return redactor
    .redact(stderr.trim())
    .split('\n')
    .slice(-lines)
    .map((line) => {
      const text = line.trim()
      return text.length <= longestLine ? text : `… ${text.slice(-longestLine)}`
    })
    .join(' / ')
}
