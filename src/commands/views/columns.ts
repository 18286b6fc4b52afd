import type { Paint, Style } from '../../model/style.ts'

/** A cell, with its colour if it has one. */
export type Cell = string | { readonly text: string; readonly paint: Paint }

export interface Column {
  readonly title: string
  /** Where to shorten when the line is too long: references keep both ends, sentences their beginning. */
  readonly shorten?: 'middle' | 'end'
  readonly align?: 'right'
}

const gap = 2
/** A column is not made narrower than this: less of a reference or a sentence says nothing. */
const narrowest = 12

/** Aligned columns under their titles, indented by two; empty columns are left out, wide ones shortened to fit. */
export function renderColumns(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  style: Style,
): readonly string[] {
  const used = columns.flatMap((column, index) =>
    rows.some((row) => textOf(row[index]) !== '') ? [{ column, index }] : [],
  )
  if (used.length === 0) return []
  const widths = fitWidths(
    used.map(({ column, index }) => ({
      wanted: Math.max(column.title.length, ...rows.map((row) => lengthOf(textOf(row[index])))),
      flexible: column.shorten !== undefined,
    })),
    style.columns - gap,
  )
  const renderRow = (cells: readonly Cell[]) => {
    const parts = used.map(({ column }, place) =>
      renderCell(cells[place] ?? '', column, widths[place] ?? 0, place === used.length - 1),
    )
    return `${' '.repeat(gap)}${parts.join(' '.repeat(gap))}`.trimEnd()
  }
  return [
    renderRow(used.map(({ column }) => ({ text: column.title, paint: style.dim }))),
    ...rows.map((row) => renderRow(used.map(({ index }) => row[index] ?? ''))),
  ]
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : (cell?.text ?? '')
}

function renderCell(cell: Cell, column: Column, width: number, last: boolean): string {
  const text = shorten(textOf(cell), width, column.shorten ?? 'end')
  const space = ' '.repeat(Math.max(0, width - lengthOf(text)))
  const painted = typeof cell === 'string' ? text : cell.paint(text)
  if (column.align === 'right') return space + painted
  return last ? painted : painted + space
}

/** Takes what is too much from the widest flexible columns, letter by letter. */
function fitWidths(
  columns: readonly { readonly wanted: number; readonly flexible: boolean }[],
  total: number,
): readonly number[] {
  const widths = columns.map((column) => column.wanted)
  const sum = () => widths.reduce((a, b) => a + b, 0) + gap * (columns.length - 1)
  while (sum() > total) {
    const candidates = columns.flatMap((column, index) =>
      column.flexible && (widths[index] ?? 0) > narrowest ? [index] : [],
    )
    const widest = candidates.sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0]
    if (widest === undefined) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

/** At most `width` characters; what was left out is shown as `…`. */
export function shorten(text: string, width: number, where: 'middle' | 'end'): string {
  const characters = Array.from(text)
  if (characters.length <= width) return text
  if (where === 'end') return `${characters.slice(0, width - 1).join('')}…`
  const end = Math.floor((width - 1) / 2)
  return `${characters.slice(0, width - 1 - end).join('')}…${characters.slice(characters.length - end).join('')}`
}

function lengthOf(text: string): number {
  return Array.from(text).length
}
