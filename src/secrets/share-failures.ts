import type { Problem } from '../model/problem.ts'
import type { SecretAnswer } from '../model/secrets.ts'

/** What keeps one secret from us, without its name. */
export interface Failure {
  readonly name: string
  readonly why: Omit<Problem, 'severity'>
}

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
function keyOf({ code, message }: Failure['why']): string {
  return `${code} ${message}`
}

function toProblem(why: Failure['why'], failures: readonly Failure[]): Problem {
  const names = failures.filter((other) => keyOf(other.why) === keyOf(why)).map(({ name }) => name)
  return {
    ...why,
    severity: 'error',
    message: `${names.length === 1 ? 'secret' : 'secrets'} ${names.join(', ')}: ${why.message}`,
  }
}
