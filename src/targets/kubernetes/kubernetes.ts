import { StackError } from '../../errors.ts'
import type { Target } from '../../model/target.ts'

/** Planned and validated in full; this version deploys to Compose only. */
export const kubernetes: Target = {
  type: 'kubernetes',
  deployable: false,
  connect: () => Promise.reject(notYet()),
  diff: () => {
    throw notYet()
  },
}

function notYet(): StackError {
  return new StackError({
    code: 'NOT_SUPPORTED',
    message: 'this version cannot deploy to kubernetes yet',
    hint: 'Use deployment.type: compose',
  })
}
