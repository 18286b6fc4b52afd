import type { Options } from './options.ts'

/** One command as data: help, parsing and (later) the inputs of the Action come from it. */
export interface CommandEntry<O extends Options = Options> {
  /** One sentence without a full stop at the end. */
  readonly summary: string
  /** What a person should know before they use it, in sentences. */
  readonly details: string
  /** `folder`: DIR and FILE in any order, told apart by the ending .yaml; DIR is what --from says, too. */
  readonly argument: 'file' | 'folder' | 'command' | 'none'
  readonly options: O
  /** Full lines to type. */
  readonly examples: readonly string[]
}

export const entry = <const O extends Options>(command: CommandEntry<O>): CommandEntry<O> => command
