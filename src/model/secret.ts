import { inspect } from 'node:util'

/** A value that must not be printed. Every way JavaScript turns it into text yields its name instead. */
export class Secret {
  readonly name: string
  readonly #value: string

  constructor(name: string, value: string) {
    this.name = name
    this.#value = value
  }

  /** The only way out. Call it where the value crosses the edge (stdin, an environment, a 0600 file) and nowhere else. */
  reveal(): string {
    return this.#value
  }

  toString(): string {
    return `[secret ${this.name}]`
  }

  toJSON(): string {
    return this.toString()
  }

  [inspect.custom](): string {
    return this.toString()
  }
}
