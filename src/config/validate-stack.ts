import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import type { Problem } from '../model/problem.ts'
import { checkStack, type StackOptions } from './check-stack.ts'
import { loadStackFile } from './load.ts'
import { environmentNames } from './overlay.ts'

/**
 * Checks a stack file: the base and every overlay, or the one that is named. Answers with all problems, errors first; what is wrong
 * in the base is not told again for each overlay.
 */
export async function validateStack(options: StackOptions, io: Io): Promise<readonly Problem[]> {
  try {
    const loaded = await loadStackFile(options.file, io)
    if (options.environment !== undefined) return (await checkStack(loaded, options, io)).problems
    const base = await checkStack(loaded, options, io)
    const problems = [...base.problems]
    const names = environmentNames(loaded.root)
    if (names.length > maxEnvironments) return [...problems, tooManyEnvironments(options.file, names.length)]
    for (const environment of names) {
      const checked = await checkStack(loaded, { ...options, environment }, io)
      const news = checked.problems.filter((problem) => !problems.some((other) => isSame(problem, other)))
      problems.push(...news.map((problem) => nameEnvironment(problem, environment)))
    }
    return problems
  } catch (error) {
    if (error instanceof StackError) return error.problems
    throw error
  }
}

/** Each overlay is a whole stack to check. */
const maxEnvironments = 50

function tooManyEnvironments(file: string, count: number): Problem {
  const message = `environments has ${count} overlays, ${maxEnvironments} at most`
  return {
    severity: 'error',
    code: 'CONFIG_INVALID',
    message,
    path: 'environments',
    place: { file, line: 1, column: 1 },
  }
}

function isSame(one: Problem, other: Problem): boolean {
  return one.path === other.path && one.message === other.message && one.severity === other.severity
}

function nameEnvironment(problem: Problem, environment: string): Problem {
  const suffix = `(environment ${environment})`
  return problem.message.endsWith(suffix) ? problem : { ...problem, message: `${problem.message} ${suffix}` }
}
