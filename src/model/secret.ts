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

  /** Whether the text matches; the text itself stays inside. Pure stages decide with this, without seeing the value. */
  matches(pattern: RegExp): boolean {
    return pattern.test(this.#value)
  }

  /** Whether the whole text occurs in another one: for the check that nothing leaked. */
  isIn(text: string): boolean {
    return this.#value !== '' && text.includes(this.#value)
  }

  /** A new secret under the same name with its text changed, for example percent-encoded. `change` must not keep the text. */
  map(change: (text: string) => string): Secret {
    return new Secret(this.name, change(this.#value))
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
