/**
 * Text from elsewhere as text in Markdown, also within HTML and a table: every character that either could take for more
 * than itself is written by its number. Mentions get a zero-width space: GitHub looks for them in what is left.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      // A colon is only dangerous where it makes a link, a bracket that opens a link's address is not without the one before it.
      .replace(/:(?=\/)|[^\p{L}\p{N} .,:;=/()+…→×✓✗-]/gu, (character) =>
        character === '@' ? '&#64;&#8203;' : `&#${character.codePointAt(0) ?? 63};`,
      )
      // A list, a heading or a rule begins at the start of a line.
      .replace(/^[-=+]/, (character) => `&#${character.charCodeAt(0)};`)
  )
}

/** The same in a monospaced face. */
export function codeMarkdown(text: string): string {
  return text === '' ? '' : `<code>${escapeMarkdown(text)}</code>`
}

/** Only an http address becomes a link; everything else is text. */
export function linkMarkdown(address: string): string {
  return /^https?:\/\/[^\s"'<>`\\]+$/.test(address)
    ? `<a href="${address.replaceAll('&', '&amp;')}">${escapeMarkdown(address)}</a>`
    : codeMarkdown(address)
}

/** Rows under their titles, cells escaped already; columns without a text are left out. */
export function tableMarkdown(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = titles.flatMap((title, index) =>
    rows.some((row) => (row[index] ?? '') !== '') ? [{ title, index }] : [],
  )
  if (used.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(used.map(({ title }) => title)),
    line(used.map(() => '---')),
    ...rows.map((row) => line(used.map(({ index }) => row[index] ?? ''))),
  ].join('\n')
}

/** Closed until somebody opens it. */
export function foldedMarkdown(title: string, body: string): string {
  return `<details><summary>${escapeMarkdown(title)}</summary>\n\n${body}\n\n</details>`
}

/** Our own words, Markdown in them, in a cell of a table of docs/. */
export function pageCell(text: string): string {
  return text.replaceAll('|', '\\|')
}
