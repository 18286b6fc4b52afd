import { StackError } from '../errors.ts'
import type { Lock } from '../model/target.ts'
import type { ProcessMark } from './process-mark.ts'

/** How often the holder shows that it lives, and how long a waiter watches a silent one before it takes over. */
export const lockTimes = { beatSeconds: 5, staleSeconds: 20, pollSeconds: 1 } as const

export interface LockRequest {
  /** `deploy`, `destroy`: what the holder is doing, for whoever waits. */
  readonly purpose: string
  /** Who, as people know them: `anna@laptop`, a job's address. */
  readonly holder: string
  /** This process, for waiters on the same machine; without it they watch the heartbeat. */
  readonly mark?: ProcessMark
  /** Patience with a holder that lives. */
  readonly waitSeconds: number
  readonly times?: { readonly beatSeconds: number; readonly staleSeconds: number; readonly pollSeconds: number }
}

/** A lock that also knows whether it is still ours. */
export interface HeldLock extends Lock {
  /** True when somebody took over: we were silent too long (a suspended machine). */
  lost(): boolean
}

/** Before every step that writes. @throws StackError LOCK_HELD when somebody took the lock over. */
export function refuseLost(held: HeldLock | undefined): void {
  if (held?.lost() !== true) return
  throw new StackError({
    code: 'LOCK_HELD',
    message: 'another run took the lock over while this one was silent, so this one stops',
    hint: 'Run again when the other is done',
  })
}
