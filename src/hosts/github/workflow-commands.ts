import type { Stream } from '../../model/host.ts'

/**
 * Writes a workflow command to the stream the log of this step is read from. @actions/core can only write to stdout, which
 * in a `run:` step belongs to the result; the runner reads commands from both.
 */
export function issueCommand(
  stream: Pick<Stream, 'write'>,
  name: 'group' | 'endgroup' | 'error' | 'warning' | 'notice',
  message: string,
  properties: Readonly<Record<string, string | number | undefined>> = {},
): void {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  )
  stream.write(`::${name}${given.length === 0 ? '' : ` ${given.join(',')}`}::${escapeText(message)}\n`)
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** No white space for the runner, nothing for the eye; JSON with it is still JSON. */
const zeroWidthSpace = '\u200b'

/**
 * Text from elsewhere in which the runner finds no command: it takes `::name::` at the start of a line (after white space,
 * U+0085 too; a carriage return starts a line) and, as it did at first, `##[name]` anywhere in one.
 */
export function neutralise(text: string): string {
  return text
    .replace(/(^|[\r\n])((?:[^\S\r\n]|\u0085)*)::/g, `$1$2${zeroWidthSpace}::`)
    .replaceAll('##[', `##${zeroWidthSpace}[`)
}

/** A stream through which no command gets, and no terminal: some runners give a job one, and a log has neither colours nor a width. */
export function withoutCommands(stream: Stream): Stream {
  return {
    write: (text, done) => stream.write(neutralise(text), done),
    on: (event, listener) => stream.on?.(event, listener),
  }
}
