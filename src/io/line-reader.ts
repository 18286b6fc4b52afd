import type { Redactor } from '../model/io.ts'
import { toPlainText } from './plain-text.ts'

/** A line longer than this (characters) is given out in pieces: a child without newlines must not fill the memory. */
const longestLine = 16_384

/**
 * Turns the bytes of a child into redacted lines that are safe to show. A progress bar that overwrites itself with
 * carriage returns gives its last state.
 */
export function createLineReader(
  redactor: Redactor,
  onLine: (line: string) => void,
): { push(chunk: Uint8Array): void; end(): void } {
  const decoder = new TextDecoder()
  const redacting = redactor.stream()
  let rest = ''

  const give = (line: string) => {
    const shown = line.replace(/\r+$/, '')
    const last = shown.slice(shown.lastIndexOf('\r') + 1)
    const plain = toPlainText(last)
    // A value that was interrupted by terminal sequences is whole only now.
    onLine(plain === last ? plain : redactor.redact(plain))
  }
  const split = (text: string) => {
    rest += text
    if (!rest.includes('\n') && rest.length <= longestLine) return
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) give(line)
    while (rest.length > longestLine) {
      give(rest.slice(0, longestLine))
      rest = rest.slice(longestLine)
    }
  }

  return {
    push: (chunk) => split(redacting.push(decoder.decode(chunk, { stream: true }))),
    end() {
      split(redacting.push(decoder.decode()) + redacting.end())
      if (rest !== '') give(rest)
      rest = ''
    },
  }
}
