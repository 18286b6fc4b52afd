type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Drops keys that are undefined: an optional key is absent or there, never undefined. */
export function defined<T extends object>(value: T): Defined<T>
export function defined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined))
}
