import { stripVTControlCharacters } from 'node:util'

/** Control characters but tab and newline, line and paragraph separators, and Unicode's bidirectional controls. */
const unprintable = /(?![\t\n])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/**
 * Text from elsewhere as it may be shown: terminal sequences gone, every other control character spelt out
 * (`\u0007`), so that a line of a child or of a config cannot overwrite, hide or forge one of ours. Newlines stay.
 */
export function toPlainText(text: string): string {
  return stripVTControlCharacters(text).replace(unprintable, (unit) =>
    unit === '\r' ? '' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The same on one line: newlines become spaces. */
export function toPlainLine(text: string): string {
  return toPlainText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trimEnd()
}
