import type { Report } from '../model/report.ts'
import type { StackConfig } from '../model/stack.ts'
import { reportImage } from './assemble-report.ts'
import { maskSecrets } from './open-secrets.ts'
import { type BuildChoice, build, prepare } from './prepare.ts'
import { commandLine, emptyReport, type Session } from './session.ts'

/** `build`: the images alone, into the registry or the engine; what exists already is reused. */
export async function buildCommand(session: Session, config: StackConfig, choice: BuildChoice): Promise<Report> {
  const prepared = await prepare(session, config)
  await maskSecrets(session, prepared.plan)
  const images = await build(session, prepared, choice)
  return {
    ...emptyReport(session),
    status: images.some((image) => image.how === 'built') ? 'succeeded' : 'unchanged',
    images: images.map(reportImage),
    problems: prepared.plan.problems,
    next: `To deploy them: ${commandLine(session, 'deploy')}`,
  }
}
