import type { Stream } from '../../src/model/host.ts'

/** A stream that keeps what was written to it. */
export function captureStream(
  facts: { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number } = {},
) {
  const written: string[] = []
  const stream: Stream & { text(): string } = {
    ...facts,
    write(text, done) {
      written.push(text)
      done?.()
      return true
    },
    text: () => written.join(''),
  }
  return stream
}

/** What a terminal of unlimited width shows after all of `text`: understands what the live region writes. */
export function screenAfter(text: string): readonly string[] {
  const lines: string[] = ['']
  let row = 0
  // Colours and wrapping do not move anything; ␛ stands for the escape character.
  const plain = text.replaceAll('\u001b', '␛').replace(/␛\[(?:\d+(?:;\d+)*m|\?7[lh])/g, '')
  for (const [part] of plain.matchAll(/␛\[(\d*)([A-Z])|\r|\n|[^␛\r\n]+/g)) {
    const up = /^␛\[(\d+)A$/.exec(part)
    if (up !== null) row -= Number(up[1])
    else if (part === '␛[0J') lines.splice(row, Number.POSITIVE_INFINITY, '')
    else if (part === '\n') {
      row++
      lines[row] ??= ''
    } else if (part !== '\r') lines[row] = part
    if (row < 0) throw new Error('above the first line')
  }
  return lines
}
