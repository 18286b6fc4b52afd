/** How an option is written and read; `T` is what a command gets. */
export interface Option<T> {
  readonly kind: 'flag' | 'text' | 'number' | 'list'
  /** Long name without dashes. */
  readonly name: string
  /** One letter. */
  readonly short?: string
  /** What stands for the value in help. */
  readonly metavar?: string
  /** One sentence without a full stop at the end. */
  readonly description: string
  readonly default: T
  /** The only values there are. */
  readonly choices?: readonly string[]
}

export type Options = Readonly<Record<string, Option<unknown>>>

/** What a command gets for its options. */
export type ValuesOf<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never }

/** Off unless given; `--no-<name>` takes it back. */
export function flag(name: string, description: string, more: { readonly short?: string } = {}): Option<boolean> {
  return { kind: 'flag', name, description, default: false, ...more }
}

/** On unless `--no-<name>` is given; `description` says what `--no-<name>` does. */
export function onFlag(name: string, description: string): Option<boolean> {
  return { kind: 'flag', name, description, default: true }
}

export function text(
  name: string,
  metavar: string,
  description: string,
  more: { readonly short?: string } = {},
): Option<string | undefined> {
  return { kind: 'text', name, metavar, description, default: undefined, ...more }
}

/** One of a few words. */
export function choice<const C extends string>(
  name: string,
  choices: readonly C[],
  description: string,
): Option<C | undefined> {
  return { kind: 'text', name, metavar: choices.join('|'), description, default: undefined, choices }
}

/** Whole numbers from 0. */
export function number(name: string, metavar: string, description: string): Option<number | undefined> {
  return { kind: 'number', name, metavar, description, default: undefined }
}

export function numberOr(name: string, metavar: string, description: string, otherwise: number): Option<number> {
  return { kind: 'number', name, metavar, description, default: otherwise }
}

/** May be given several times. */
export function list(name: string, metavar: string, description: string): Option<readonly string[]> {
  return { kind: 'list', name, metavar, description, default: [] }
}
