import { readStack } from '../config/read-stack.ts'
import { StackError } from '../errors.ts'
import { type Check, type Finding, good, skipped, wrong } from '../model/check.ts'
import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { Report } from '../model/report.ts'
import { planRules } from '../plan/plan-rules.ts'
import { planStack, refuseErrors } from '../plan/plan-stack.ts'
import { boundedIo } from './doctor/bounded-io.ts'
import { checksFor } from './doctor/checks.ts'
import { toStackError } from './failure.ts'
import { commandLine, emptyReport, type Session, timed } from './session.ts'
import { defaultFile } from './table.ts'
import { refuseReach } from './trust.ts'
import type { ReadSettings } from './validate.ts'

/** Seconds that one check may take; they run side by side. A login helper is given time, a person does not wait longer. */
const longestSeconds = 10

/** `doctor`: what a deploy would stumble over, each with its fix. Changes nothing, and ends where nothing answers. */
export async function doctor(
  session: Session,
  settings: ReadSettings,
  limitSeconds: number = longestSeconds,
): Promise<Report> {
  const { plan, finding, problems } = await readPlan(session, settings)
  const findings = await timed(session, 'checks', 'Looking around', async () => {
    const caFile = plan?.config.network.caFile
    const io = caFile === undefined ? session.io : session.io.with({ caFile })
    const checks = checksFor(plan, session, () => boundedIo(io, limitSeconds))
    return (await Promise.all(checks.map((check) => answerOf(check, session, limitSeconds)))).flat()
  })
  const all = [finding, ...oneClock(findings)]
  const failed = all.some(({ state }) => state === 'bad')
  return {
    ...emptyReport(session),
    status: failed ? 'failed' : 'succeeded',
    exitCode: failed ? 1 : 0,
    checks: all.map(({ name, state, found, fix }) => ({ name, state, found, ...(fix === undefined ? {} : { fix }) })),
    problems: [...problems, ...all.slice(problems.length === 0 ? 0 : 1).flatMap(toProblem)],
    next: failed ? `Mend that, then: ${commandLine(session, 'doctor')}` : commandLine(session, plan ? 'plan' : 'init'),
  }
}

interface ReadPlan {
  readonly plan?: Plan
  readonly finding: Finding
  /** What is wrong with the file, in full. */
  readonly problems: readonly Problem[]
}

async function readPlan(session: Session, settings: ReadSettings): Promise<ReadPlan> {
  const { file } = settings
  if (!(await session.io.files.exists(file))) {
    const message = `${file} is not there: everything is looked at in general`
    const hint = 'Write one: mcp-deploy init; or name it: mcp-deploy doctor FILE'
    return { finding: wrong(file !== defaultFile, 'file', { code: 'CONFIG_UNREADABLE', message, hint }), problems: [] }
  }
  try {
    const config = await readStack(settings, session.io)
    if (session.untrusted === true) await refuseReach(config, session.io.files)
    const plan = planStack(config)
    refuseErrors(planRules(plan))
    return { plan, finding: good('file', `${file}: ${plan.stack.name} on ${plan.stack.target}`), problems: [] }
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    const { code, problems } = error
    const errors = problems.filter(({ severity }) => severity === 'error')
    const [first] = errors
    const where = first?.place === undefined ? file : `${file}:${first.place.line}:${first.place.column}`
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
    const message = `${where}: ${first?.message ?? error.message}${more}; the rest is looked at in general`
    const hint = first?.hint ?? `Mend it: ${commandLine(session, 'validate')}`
    return { finding: wrong(true, 'file', { code, message, hint }), problems }
  }
}

/** Whatever a check does, there is an answer, and soon. */
async function answerOf(check: Check, session: Session, limitSeconds: number): Promise<readonly Finding[]> {
  const { name, needed } = check
  const late = new Promise<readonly Finding[]>((resolve) => {
    // What is killed is given a moment to say why.
    setTimeout(() => resolve([silent(check, limitSeconds)]), (limitSeconds + 1) * 1000).unref()
  })
  const asked = check.ask().catch((error: unknown): readonly Finding[] => {
    if (session.io.signal.aborted) throw error
    const failure = toStackError(error)
    return [failure.code === 'INTERRUPTED' ? silent(check, limitSeconds) : wrong(needed, name, failure)]
  })
  return Promise.race([asked, late])
}

function silent({ name, needed }: Check, limitSeconds: number): Finding {
  return wrong(needed, name, {
    code: 'COMMAND_TIMEOUT',
    message: `no answer within ${limitSeconds} s`,
    hint: 'See what it waits for: mcp-deploy doctor --verbose',
  })
}

/** Several clocks were compared with ours: the worst answer is told, at the place of the first. */
function oneClock(findings: readonly Finding[]): readonly Finding[] {
  const order = ['bad', 'warning', 'good', 'skipped']
  const clocks = findings.filter(({ name }) => name === 'clock')
  const [worst] = clocks.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
  return [
    ...findings.filter(({ name }) => name !== 'clock'),
    worst ?? skipped('clock', 'nobody elsewhere was asked what time it is'),
  ]
}

function toProblem(finding: Finding): readonly Problem[] {
  if (finding.state !== 'bad' && finding.state !== 'warning') return []
  const { code, fix, found, name, state } = finding
  const severity = state === 'bad' ? 'error' : 'warning'
  return [{ severity, code, message: `${name}: ${found}`, ...(fix === undefined ? {} : { hint: fix }) }]
}
