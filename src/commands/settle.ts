import type { Live } from '../model/live.ts'
import type { Problem } from '../model/problem.ts'
import type { Connection } from '../model/target.ts'
import { unreadyProblems } from './failed-components.ts'
import { waitUntilReady } from './inspect.ts'
import { type Session, timed } from './session.ts'

/** Waits for what is on its way, if anything is. @returns what runs then, and a problem for each component that is not ready. */
export async function letSettle(
  session: Session,
  connection: Connection,
  first: Live,
  timeoutSeconds: number,
): Promise<{ readonly live: Live; readonly unready: readonly Problem[] }> {
  const coming = first.components.some(({ readiness }) => readiness === 'progressing')
  const live = coming
    ? await timed(session, 'wait', 'Waiting until all is ready', () =>
        waitUntilReady(session, connection, first, timeoutSeconds),
      )
    : first
  return { live, unready: unreadyProblems(live, timeoutSeconds) }
}
