import { StackError } from '../errors.ts'
import type { EnvValue } from '../model/env-value.ts'
import { isPending, type Maybe } from '../model/pending.ts'
import type { Secret } from '../model/secret.ts'
import type { Secrets } from '../model/secrets.ts'
import { tooLongHint, whyTooLong } from './variable-limit.ts'

/**
 * Composes every value once, before anything is touched, so that all that is wrong with them is told at once.
 *
 * @param values  `component.VARIABLE` → value.
 * @throws StackError SECRET_INVALID with every problem.
 */
export function checkValues(values: Readonly<Record<string, EnvValue>>, secrets: Secrets): void {
  const errors: StackError[] = []
  for (const [name, value] of Object.entries(values)) {
    try {
      refuseTooLong(name, secrets.compose(value, name))
    } catch (error) {
      if (!(error instanceof StackError)) throw error
      errors.push(error)
    }
  }
  const [first] = errors
  if (first === undefined) return
  if (errors.length === 1) throw first
  throw new StackError({
    code: first.code,
    message: `${errors.length} values cannot be put together`,
    hint: first.hint,
    problems: errors.flatMap((error) => error.problems),
  })
}

function refuseTooLong(name: string, value: Maybe<Secret>): void {
  const why = isPending(value) ? undefined : whyTooLong(value.reveal(), [name])
  if (why === undefined) return
  throw new StackError({ code: 'SECRET_INVALID', message: `the value of ${name} ${why}`, hint: tooLongHint })
}
