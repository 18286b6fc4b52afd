import { StackError } from '../errors.ts'
import type { Bundle } from '../model/bundle.ts'
import type { Image } from '../model/image.ts'
import type { Leak } from '../model/leak.ts'
import { isPending } from '../model/pending.ts'
import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { Report } from '../model/report.ts'
import type { Session } from './session.ts'

/** Before the first write to the target: everything on the disk until then. @throws StackError SECRET_LEAKED */
export async function refuseLeaks(session: Session): Promise<void> {
  const problems = (await session.io.findLeaks()).map((leak) => leakProblem(leak, 'nothing was deployed; '))
  const [first, ...more] = problems.filter(({ severity }) => severity === 'error')
  if (first === undefined) {
    for (const problem of problems) session.io.progress.problem(problem)
    return
  }
  throw new StackError({
    code: 'SECRET_LEAKED',
    message: more.length === 0 ? first.message : `${first.message}; and ${more.length} more`,
    problems,
  })
}

/**
 * A value that is the name of the stack or of an image stands in every line about it: no secret, and nothing can hide it.
 *
 * @throws StackError SECRET_INVALID
 */
export function refuseNames({ io }: Pick<Session, 'io'>, plan: Plan, images: readonly Image[]): void {
  const names = new Map<string, string>()
  for (const { component, reference, tag } of images) {
    const repositories = plan.images.filter((image) => image.component === component).map((image) => image.repository)
    for (const name of [tag, ...repositories, ...(isPending(reference) ? [] : [reference])]) {
      const short = name.replace(/(?:@|:[^/]*$).*/, '')
      for (const one of [name, short, short.replace(/.*\//, '')]) names.set(one, `the name of ${component}'s image`)
    }
  }
  for (const { name, service } of [plan.gateway, ...plan.plugins, ...plan.infrastructure]) {
    for (const one of [name, service]) names.set(one, 'the name of a component')
  }
  names.set(plan.stack.namespace, "the namespace's name").set(plan.stack.name, 'the project name')
  const problems = [...io.sameAs(names)].map(
    ([secret, what]): Problem => ({
      severity: 'error',
      code: 'SECRET_INVALID',
      message: `the value of ${secret} equals ${what}, which everybody may read`,
      hint: 'Choose another value',
    }),
  )
  const [first] = problems
  if (first !== undefined) throw new StackError({ ...first, problems })
}

/** What of the bundle holds a value that a provider gave, in plain or in base64: errors for a plan and before a deploy. */
export function bundleLeaks(session: Pick<Session, 'io'>, bundle: Bundle): readonly Problem[] {
  return session.io.leaksIn(bundle.files).map(({ place, secrets }) => ({
    severity: 'error',
    code: 'SECRET_LEAKED',
    message: `the value of ${secrets.join(', ')} would stand in ${place} in plain text or base64`,
    hint: 'Where a template, a patch or a manifest of yours holds it, refer to the secret by its name; where a key does, name that key in secret_env',
  }))
}

/**
 * A report with what was found after the work was done. What is live stays live, and the run ends 4; where nothing was made
 * live it ends 1.
 */
export function withLeaks(report: Report, leaks: readonly Leak[], again: string): Report {
  if (leaks.length === 0) return report
  const live = isLive(report)
  const problems = [...report.problems, ...leaks.map((leak) => leakProblem(leak, live ? 'deployed; ' : ''))]
  const names = namesOf(leaks)
  if (names.length === 0) return { ...report, problems }
  const next = `Rotate ${names.join(', ')}, then: ${again}`
  // An error of its own says more than that.
  if (report.exitCode !== 0 && report.exitCode !== 3) return { ...report, problems, next }
  return { ...report, status: live ? 'unhealthy' : 'failed', exitCode: live ? 4 : 1, problems, next }
}

function namesOf(leaks: readonly Leak[]): readonly string[] {
  return [...new Set(leaks.flatMap(({ secrets }) => secrets))].sort()
}

/** What deploys, and says of it that it succeeded or is not healthy. */
const deploying: ReadonlySet<string> = new Set(['certs rotate', 'deploy', 'rollback'])

function isLive({ command, status }: Report): boolean {
  return deploying.has(command) && (status === 'succeeded' || status === 'unhealthy')
}

/** @param before  What became of the deploy, with `; ` behind it; empty where there is none. */
export function leakProblem({ place, remedy, secrets }: Leak, before: string): Problem {
  if (remedy === 'unread') {
    return {
      severity: 'warning',
      code: 'CONFIG_WARNING',
      message: `${place} could not be read, so it was not searched for secrets`,
      hint: 'This run wrote it: who changed its owner or mode since?',
    }
  }
  const [done, hint] = remedies[remedy]
  return {
    severity: 'error',
    code: 'SECRET_LEAKED',
    message: `${before}leaked in ${place}, ${done}, rotate ${secrets.join(', ')}`,
    hint: hint ?? `Whoever could read ${place} may know the value; what wrote it there writes it again`,
  }
}

/** What was done, and what is left to do where that is not what it is for every file. */
const remedies: Readonly<Record<Exclude<Leak['remedy'], 'unread'>, readonly [done: string, hint?: string]>> = {
  removed: ['removed'],
  cut: ['cut back to what it held before'],
  withheld: ['not sent', 'It did not leave this machine'],
  printed: [
    'and printed is printed',
    'Delete the log of this run too, and tell us: the redactor should have hidden it',
  ],
  kept: ['which could not be removed', 'Remove the file yourself'],
  left: [
    'not removed, for it was there before',
    'It was changed while this ran, by something else: remove the value from it, or keep the file elsewhere',
  ],
}
