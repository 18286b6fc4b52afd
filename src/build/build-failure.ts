import { join } from 'node:path'
import { StackError } from '../errors.ts'
import type { BuildJob, BuildOutcome, Engine } from '../model/image.ts'
import type { Problem } from '../model/problem.ts'
import { showCommand } from '../model/show-command.ts'
import { engineCommand } from './detect-engine.ts'
import type { Identified } from './identify-source.ts'
import { showRepository } from './repository-url.ts'

/** The problem of an image that did not build: why, the end of its log, and how to see it by hand. */
export function buildFailure(
  outcome: Extract<BuildOutcome, { ok: false }>,
  job: BuildJob,
  identified: Identified,
  engine: Engine,
): Problem {
  return {
    severity: 'error',
    code: 'BUILD_FAILED',
    message: `${outcome.component}: the image did not build: ${outcome.reason}`,
    hint: `Build it by hand: ${byHand(job, identified, engine)}`,
    ...(outcome.log.length === 0 ? {} : { frame: outcome.log.join('\n') }),
  }
}

/** The problems of an error, each with the component's name in front. */
export function problemsOf(error: StackError, component: string): readonly Problem[] {
  return error.problems.map((problem) => ({ ...problem, message: `${component}: ${problem.message}` }))
}

/** One error for all images that failed. */
export function joinFailures(problems: readonly Problem[], images: number): StackError {
  const [first] = problems
  const code = problems.find((problem) => problem.code === 'BUILD_FAILED')?.code ?? first?.code ?? 'BUILD_FAILED'
  if (problems.length === 1 && first !== undefined) {
    return new StackError({ code, message: first.message, hint: first.hint, problems })
  }
  return new StackError({ code, message: `${problems.length} of ${images} images failed`, problems })
}

/** Without build arguments' values: they stand in the config, and need not stand on a screen. */
function byHand(job: BuildJob, { source, commit }: Identified, engine: Engine): string {
  const folder = source.kind === 'path' ? source.path : 'source'
  const build = showCommand(
    engineCommand(engine, [
      'build',
      ...(job.target === undefined ? [] : [`--target=${job.target}`]),
      ...Object.keys(job.buildArgs).flatMap((name) => ['--build-arg', name]),
      `--file=${join(folder, job.containerfile)}`,
      join(folder, job.context),
    ]),
  )
  if (source.kind === 'path' || commit === undefined) return build
  const clone = showCommand({ program: 'git', args: ['clone', '--', showRepository(source.repo), folder] })
  return `${clone} && git -C ${folder} checkout ${commit} && ${build}`
}
