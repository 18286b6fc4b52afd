import { StackError } from '../errors.ts'
import type { Live } from '../model/live.ts'
import { Secret } from '../model/secret.ts'
import type { Connection } from '../model/target.ts'
import { observe, type Prepared } from './prepare.ts'
import type { Session } from './session.ts'

const unreachable: readonly string[] = ['ENGINE_UNREACHABLE', 'TOOL_MISSING']

/**
 * What runs now, or an empty stack when the target does not answer: `certs` and `generate` work with files alone, and a
 * line says so.
 */
export async function observeOrNothing(
  session: Session,
  prepared: Prepared,
): Promise<{ readonly connection?: Connection; readonly live: Live }> {
  try {
    return await observe(session, prepared)
  } catch (error) {
    if (!(error instanceof StackError) || !unreachable.includes(error.code)) throw error
    session.io.progress.line(`The target does not answer (${error.message}); going on with files alone`)
    return { live: emptyLive(prepared.plan.stack.name) }
  }
}

/** What `work` makes of it; it may still ask through the connection: secrets of the cluster are read there. */
export async function withTarget<T>(
  session: Session,
  prepared: Prepared,
  work: (live: Live) => Promise<T>,
): Promise<T> {
  const { connection, live } = await observeOrNothing(session, prepared)
  try {
    return await work(live)
  } finally {
    await connection?.close()
  }
}

function emptyLive(stack: string): Live {
  return {
    components: [],
    contents: [],
    state: {
      schema: 1,
      stack,
      hashKey: new Secret('hash key', ''),
      certificates: [],
      generated: {},
      releases: [],
      fresh: true,
    },
  }
}
