import { hasWork } from '../model/change.ts'
import type { Report } from '../model/report.ts'
import { quoteWord } from '../model/show-command.ts'
import type { StackConfig } from '../model/stack.ts'
import { showSources } from '../secrets/reference.ts'
import { reportPlanned } from './deploy.ts'
import { writeFrozenPlan } from './frozen-plan.ts'
import { build, observe, prepare } from './prepare.ts'
import { commandLine, type Session, timed } from './session.ts'
import { objectLines } from './views/plan-view.ts'
import { secretLines } from './views/secrets-view.ts'
import { warmUp } from './warm-up.ts'

export interface PlanOptions {
  readonly requirePinned: boolean
  /** -o FILE: freeze the plan for `deploy --plan`. */
  readonly output?: string
  /** --exit-code: 3 when there is work. */
  readonly exitCode: boolean
}

/** `plan`: everything up to the changes; no clone, no image, no key, no write but the file that was asked for. */
export async function plan(session: Session, config: StackConfig, options: PlanOptions): Promise<Report> {
  const prepared = await prepare(session, config)
  const [{ connection, live }, { makeDraft }] = await Promise.all([observe(session, prepared), warmUp()])
  try {
    const images = await build(session, prepared, { dry: true, requirePinned: options.requirePinned })
    const draft = await timed(session, 'plan', 'Comparing', () =>
      makeDraft(session, { ...prepared, connection, live, images, dry: true }),
    )
    if (options.output !== undefined) await writeFrozenPlan(session, draft, options.output)
    for (const line of objectLines(draft.changes)) session.io.progress.detail(line)
    for (const line of secretLines(showSources(draft.secrets.provenance))) session.io.progress.detail(line)
    const planned = await reportPlanned(session, connection, draft, {})
    const report =
      options.output === undefined || planned.status !== 'pending'
        ? planned
        : {
            ...planned,
            next: `To do exactly this: ${commandLine(session, 'deploy')} --plan ${quoteWord(options.output)}`,
          }
    return report.exitCode === 0 && hasWork(draft) && options.exitCode ? { ...report, exitCode: 3 } : report
  } finally {
    await connection.close()
  }
}
