import { StackError } from '../errors.ts'
import type { CertificateOutcome } from '../model/certificate.ts'
import type { Code, Problem } from '../model/problem.ts'

/** What a person has said may be done all the same. */
export interface Permissions {
  /** --force-conflicts */
  readonly forceConflicts?: boolean
  /** --allow-mass-delete */
  readonly allowMassDelete?: boolean
  /** --allow-older */
  readonly allowOlder?: boolean
}

/** What is permitted is not an obstacle any more; it is still told. */
export function permit(problems: readonly Problem[], permissions: Permissions): readonly Problem[] {
  const permitted: readonly Code[] = [
    ...(permissions.forceConflicts === true ? (['FIELD_CONFLICT'] as const) : []),
    ...(permissions.allowMassDelete === true ? (['MASS_DELETE'] as const) : []),
    ...(permissions.allowOlder === true ? (['OLDER_COMMIT'] as const) : []),
  ]
  return problems.map((problem) => {
    if (problem.severity !== 'error' || !permitted.includes(problem.code)) return problem
    const { hint: _hint, ...rest } = problem
    return { ...rest, severity: 'note' }
  })
}

/** The errors among them, all at once. @throws StackError */
export function refuseObstacles(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const [first, ...more] = errors
  if (first === undefined) return
  throw new StackError({
    code: first.code,
    message: more.length === 0 ? first.message : `${errors.length} things stand in the way; nothing was changed`,
    hint: first.hint,
    problems,
  })
}

/** For a plan, which only shows what a deploy would be told. */
export function asWarnings(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => (problem.severity === 'error' ? { ...problem, severity: 'warning' } : problem))
}

/** What ends a run that has to sign, and a plan only warns of. */
export function unsignedOf({ unsigned }: Pick<CertificateOutcome, 'unsigned'>): readonly Problem[] {
  return unsigned === undefined ? [] : [unsigned]
}
