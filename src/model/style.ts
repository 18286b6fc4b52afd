/** Wraps a text in a colour or gives it back as it is. */
export type Paint = (text: string) => string

/** How a view is to look: what the place it is shown in can do. */
export interface Style {
  /** Width in characters that a line must not exceed. */
  readonly columns: number
  readonly bold: Paint
  readonly dim: Paint
  readonly red: Paint
  readonly green: Paint
  readonly yellow: Paint
  readonly cyan: Paint
}

const same: Paint = (text) => text

/** No colours, for files, pipes and tests. */
export function plainStyle(columns: number): Style {
  return { columns, bold: same, dim: same, red: same, green: same, yellow: same, cyan: same }
}
