import { StackError } from '../errors.ts'
import type { BuildContext, BuildJob, BuildOutcome } from '../model/image.ts'
import type { Command, RunResult } from '../model/io.ts'
import { runLimited } from '../model/run-limited.ts'
import { createProgressReader, type ProgressReader } from './layer-cache/read-progress.ts'

/** How many of the last lines of output a failure shows. */
const shownLines = 20
const timeoutSeconds = 3600

/** Runs one command of a build; its output goes to the image's log. @throws StackError BUILD_FAILED with the tool's reason. */
export type Step = (command: Command) => Promise<RunResult>

/**
 * Builds every job, at most `context.parallel` at once. A job that fails is an answer; the others go on.
 *
 * @param buildOne  Builds and, where the job says so, pushes; answers with the image's reference.
 */
export function buildEach(
  jobs: readonly BuildJob[],
  context: BuildContext,
  buildOne: (job: BuildJob, step: Step) => Promise<string>,
): Promise<readonly BuildOutcome[]> {
  return runLimited(jobs, context.parallel, async (job): Promise<BuildOutcome> => {
    const start = context.io.clock.now().getTime()
    const seconds = () => (context.io.clock.now().getTime() - start) / 1000
    const lines: string[] = []
    const progress = createProgressReader()
    const step: Step = (command) => runStep(command, job, context, { lines, progress })
    context.report?.(job.component, 'building')
    try {
      const reference = await withoutCacheIfNeeded(job, progress, (one) => buildOne(one, step))
      const hits = progress.hits()
      return {
        component: job.component,
        ok: true,
        reference,
        seconds: seconds(),
        ...(hits === undefined ? {} : { cacheHits: hits }),
        cacheFailures: progress.failures(),
      }
    } catch (error) {
      if (!(error instanceof StackError) || error.code !== 'BUILD_FAILED') throw error
      return { component: job.component, ok: false, reason: error.message, log: lines, seconds: seconds() }
    }
  })
}

/**
 * A build that may have failed for its layer cache is done without one: a cache that cannot be opened ends a build before its
 * first step, and BuildKit before 0.12 and podman end where layers cannot be kept. A step that fails is the image's own.
 */
async function withoutCacheIfNeeded(
  job: BuildJob,
  progress: ProgressReader,
  build: (job: BuildJob) => Promise<string>,
): Promise<string> {
  const { layers, ...plain } = job
  try {
    return await build(job)
  } catch (error) {
    if (layers === undefined || !(error instanceof StackError) || error.code !== 'BUILD_FAILED') throw error
    const isKnown = progress.failures().length > 0
    if (!isKnown && progress.hits() !== undefined) throw error
    progress.restart()
    const reference = await build(plain)
    if (!isKnown) progress.unusable(error.message)
    return reference
  }
}

async function runStep(
  command: Command,
  job: BuildJob,
  context: BuildContext,
  { lines, progress }: { readonly lines: string[]; readonly progress: ProgressReader },
): Promise<RunResult> {
  const result = await context.io.run(command, {
    log: job.log,
    timeoutSeconds,
    onLine: (line) => {
      if (line.trim() === '') return
      lines.push(line)
      if (lines.length > shownLines) lines.shift()
      progress.line(line)
      context.report?.(job.component, line)
    },
  })
  if (result.exitCode === 0) return result
  const reason = result.timedOut ? `no end after ${timeoutSeconds} seconds` : reasonOf(lines, result.exitCode)
  throw new StackError({ code: 'BUILD_FAILED', message: reason })
}

/** The line in which the tool says what went wrong, in at most 300 characters. */
export function reasonOf(lines: readonly string[], exitCode: number): string {
  const line = lines.findLast((text) => /^\s*(error|fatal)\b/i.test(text)) ?? lines.at(-1) ?? `exit ${exitCode}`
  const prefix = /^\s*(error|fatal):?\s*((failed to solve|rpc error|building at STEP "[^"]*"): )*/i
  const short = line
    .replace(prefix, '')
    .replace(/code = \w+ desc = (failed to solve: )?/, '')
    .trim()
  return short.length > 300 ? `${short.slice(0, 299)}…` : short
}

/** The failure of a build that ended well and left no image. */
export function imageMissing(tag: string): StackError {
  return new StackError({
    code: 'BUILD_FAILED',
    message: `the build ended without an error, but there is no image ${tag}`,
  })
}
