import { StackError } from '../errors.ts'
import type { Problem } from '../model/problem.ts'

/** One error with everything that is wrong about what came back. */
export function refuseAnswers(problems: readonly Problem[], hint: string): StackError {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first === undefined) throw new Error('nothing is wrong with these answers')
  return new StackError({
    code: first.code,
    message:
      errors.length === 1 ? first.message : `${errors.length} things are wrong with the certificates that came back`,
    hint: first.hint !== undefined && errors.length === 1 ? first.hint : hint,
    problems,
  })
}
