import type { Problem } from '../model/problem.ts'
import type { ApplyOutcome } from '../model/target.ts'

/** One problem per component that did not come up, with its last words. */
export function componentProblems(outcome: ApplyOutcome): readonly Problem[] {
  if (outcome.ok) return []
  return outcome.failures.map((failure) => ({
    severity: 'error' as const,
    code: 'COMPONENT_FAILED' as const,
    message: `${failure.component} (${failure.service}): ${failure.reason}`,
    hint: failure.hint,
    ...(failure.lastLog.length === 0 ? {} : { frame: failure.lastLog.map((line) => `  | ${line}`).join('\n') }),
  }))
}
