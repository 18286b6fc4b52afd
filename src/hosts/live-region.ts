import type { Stream } from '../model/host.ts'

/** The last lines of a terminal, drawn again and again; everything else is written above them. */
export interface LiveRegion {
  /** Lines that are to stand at the end of the screen. */
  draw(lines: readonly string[]): void
  /** Writes text that stays, above the region. */
  write(text: string): void
  /** Leaves the cursor on an empty line, the region gone. */
  clear(): void
}

export type Screen = Pick<Stream, 'columns' | 'rows' | 'write'>

/** DECAWM off and on: the terminal itself cuts lines that are too long, whatever width it gives its characters. */
const noWrap = '\u001b[?7l'
const wrap = '\u001b[?7h'
const eraseDown = '\u001b[0J'

/** Draws without a cursor position of its own: it goes up by as many lines as it wrote. */
export function createLiveRegion(screen: Screen): LiveRegion {
  let drawn: readonly string[] = []

  const toTop = () => (drawn.length === 0 ? '' : `\r\u001b[${drawn.length}A${eraseDown}`)

  return {
    draw(lines) {
      // A region higher than the screen cannot be drawn over again.
      const room = Math.max(1, (screen.rows ?? 24) - 2)
      const fitting =
        lines.length <= room ? lines : [...lines.slice(0, room - 1), `  … and ${lines.length - room + 1} more`]
      screen.write(toTop() + bodyOf(fitting))
      drawn = fitting
    },
    write(text) {
      screen.write(toTop() + text + bodyOf(drawn))
    },
    clear() {
      if (drawn.length > 0) screen.write(toTop())
      drawn = []
    },
  }
}

function bodyOf(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${noWrap}${lines.join('\n')}\n${wrap}`
}
