import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'

/** The error of a run that was told to stop. */
export function interrupted(io: Io): StackError {
  if (io.signal.reason instanceof StackError) return io.signal.reason
  return new StackError({
    code: io.signal.reason === 'SIGINT' ? 'INTERRUPTED' : 'TERMINATED',
    message: 'stopped before it was done',
    hint: 'Run the same command again: it goes on from what is there',
  })
}

/** @throws StackError when the run was told to stop. */
export function stopIfInterrupted(io: Io): void {
  if (io.signal.aborted) throw interrupted(io)
}
