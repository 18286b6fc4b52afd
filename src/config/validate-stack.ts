import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import type { Problem } from '../model/problem.ts'
import type { StackConfig } from '../model/stack.ts'
import { checkStack, type StackOptions } from './check-stack.ts'
import { type Loaded, loadStackFile } from './load.ts'
import { environmentNames } from './overlay.ts'
import { toConfig } from './to-config.ts'

export interface Reviewed {
  /** All problems, errors first. */
  readonly problems: readonly Problem[]
  /** The stack of the options; absent where there is an error. */
  readonly config?: StackConfig
}

/**
 * Checks a stack file: the base and every overlay, or the one that is named. Answers with all problems, errors first; what is wrong
 * in the base is not told again for each overlay.
 */
export async function validateStack(options: StackOptions, io: Io): Promise<readonly Problem[]> {
  return (await reviewStack(options, io)).problems
}

/** As validateStack, and hands out the stack it has read: one parse instead of two. Never throws for a problem of the file. */
export async function reviewStack(options: StackOptions, io: Io): Promise<Reviewed> {
  try {
    const loaded = await loadStackFile(options.file, io)
    const base = await checkStack(loaded, options, io)
    const problems =
      options.environment === undefined ? await addOverlays(loaded, options, base.problems, io) : base.problems
    if (problems.some(({ severity }) => severity === 'error')) return { problems }
    return { problems, config: toConfig(loaded, base, options) }
  } catch (error) {
    if (error instanceof StackError) return { problems: error.problems }
    throw error
  }
}

async function addOverlays(
  loaded: Loaded,
  options: StackOptions,
  base: readonly Problem[],
  io: Io,
): Promise<readonly Problem[]> {
  const problems = [...base]
  const names = environmentNames(loaded.root)
  if (names.length > maxEnvironments) return [tooManyEnvironments(options.file, names.length), ...problems]
  for (const environment of names) {
    const checked = await checkStack(loaded, { ...options, environment }, io)
    const news = checked.problems.filter((problem) => !problems.some((other) => isSame(problem, other)))
    problems.push(...news.map((problem) => nameEnvironment(problem, environment)))
  }
  return problems
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
