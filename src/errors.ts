import { type Code, codes, type Place, type Problem } from './model/problem.ts'

export interface StackErrorFacts {
  readonly code: Code
  /** One sentence without a full stop at the end; never a secret value. */
  readonly message: string
  /** What the user types or changes next. */
  readonly hint?: string | undefined
  /** The command of the last line, where its code alone would name one that does not help. */
  readonly next?: string | undefined
  readonly place?: Place | undefined
  /** All problems when there are several; the message is then their summary. */
  readonly problems?: readonly Problem[]
  readonly cause?: unknown
}

/** The one error that is meant for the user. Anything else that is thrown is a bug of ours. */
export class StackError extends Error {
  readonly code: Code
  readonly hint: string | undefined
  readonly next: string | undefined
  readonly place: Place | undefined
  readonly problems: readonly Problem[]

  constructor(facts: StackErrorFacts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.name = 'StackError'
    this.code = facts.code
    this.hint = facts.hint
    this.next = facts.next
    this.place = facts.place
    this.problems = facts.problems ?? [toProblem(facts)]
  }

  get exitCode(): number {
    return codes[this.code]
  }
}

function toProblem(facts: StackErrorFacts): Problem {
  return {
    severity: 'error',
    code: facts.code,
    message: facts.message,
    ...(facts.hint === undefined ? {} : { hint: facts.hint }),
    ...(facts.place === undefined ? {} : { place: facts.place }),
  }
}
