import type { Problem } from '../model/problem.ts'
import type { SecretAnswer } from '../model/secrets.ts'

/** What keeps one secret from us. */
export interface Failure {
  readonly name: string
  readonly why: Why
}

/** Without the name of the secret: a StackError, or what a provider says itself. */
export type Why = Pick<Problem, 'code' | 'message'> & { readonly hint?: string | undefined }

/** One problem for all secrets that the same thing keeps from us: it is told once, with their names. */
export function shareFailures(answers: readonly (SecretAnswer | Failure)[]): readonly SecretAnswer[] {
  const failures = answers.flatMap((answer) => ('kind' in answer ? [] : [answer]))
  const problems = new Map(failures.map(({ why }) => [keyOf(why), toProblem(why, failures)]))
  return answers.map((answer) => {
    if ('kind' in answer) return answer
    return { kind: 'failed', problem: problems.get(keyOf(answer.why)) ?? toProblem(answer.why, [answer]) }
  })
}

/** Hints may name one of several places, as an example. */
function keyOf({ code, message }: Why): string {
  return `${code} ${message}`
}

function toProblem(why: Why, failures: readonly Failure[]): Problem {
  return problemOf(
    failures.filter((other) => keyOf(other.why) === keyOf(why)),
    why,
  )
}

/** One problem for all that it keeps from us. */
export function problemOf(secrets: readonly { readonly name: string }[], { code, message, hint }: Why): Problem {
  const names = secrets.map(({ name }) => name)
  return {
    severity: 'error',
    code,
    message: `${names.length === 1 ? 'secret' : 'secrets'} ${names.join(', ')}: ${message}`,
    ...(hint === undefined ? {} : { hint }),
  }
}
