import type { EnvValue } from './env-value.ts'
import type { Io } from './io.ts'
import type { Maybe } from './pending.ts'
import type { Problem } from './problem.ts'
import type { Secret } from './secret.ts'

/** All values of a run. Everything in it is already known to the redactor. */
export interface Secrets {
  /** @throws StackError SECRET_MISSING for a name that was never asked for: our bug or a typo. */
  get(name: string): Maybe<Secret>
  /** Puts the parts of an environment value together; pending when one of them is. */
  compose(value: EnvValue, name: string): Maybe<Secret>
  /** Keyed hash (hex, 16 characters) of a value; pending when it is. */
  digest(value: EnvValue, name: string): Maybe<string>
  /** Names that were generated in this run or earlier, to keep in the state. */
  readonly generated: Readonly<Record<string, Secret>>
  /** name → where it came from: `environment`, `generated`, `state`. */
  readonly provenance: Readonly<Record<string, string>>
  /** Warnings: too short to scan for, replaces a generated one. */
  readonly problems: readonly Problem[]
}

/** A place secrets are kept. Answers with what it has; a name it does not know is simply absent. */
export interface SecretProvider {
  readonly name: string
  /** @throws StackError when the provider is configured and cannot be asked. */
  resolve(names: readonly string[], io: Io): Promise<ReadonlyMap<string, Secret>>
}
