import { StackError } from '../errors.ts'
import { hideCredentials } from '../model/hide-credentials.ts'
import { lastWords } from '../model/last-words.ts'
import type { Plan } from '../model/plan.ts'
import type { Session } from './session.ts'

/** ci_cd.deploy.before: a command, usually a backup, that must succeed before anything is changed. @throws StackError COMMAND_FAILED */
export async function runBefore(session: Session, plan: Plan): Promise<void> {
  const [program, ...args] = plan.deploy.before ?? []
  if (program === undefined) return
  const { io } = session
  const task = io.progress.task('before')
  hideCredentials(io)
  const { exitCode, stderr } = await io.run({ program, args, cwd: plan.config.folder }, { log: 'before' })
  if (exitCode === 0) return task.done(`${program} done`)
  task.fail(`${program} ended with ${exitCode}`)
  throw new StackError({
    code: 'COMMAND_FAILED',
    message: `ci_cd.deploy.before: ${program} ended with ${exitCode}: ${lastWords(stderr, io.redactor)}`,
    hint: 'Nothing was changed. Its output is in deploy/logs/before.log',
  })
}
