/** Clock of a wait: uid of a workload → milliseconds since its pods were first refused, and since nothing made room. */
export type Refusals = Map<string, { readonly first: number; readonly quiet: number }>

/** A quota is counted anew some seconds after a pod is gone. */
export const quotaPatienceMilliseconds = 10_000

/** A report must not wait for ever for what may still make room. */
export const longestQuotaPatienceMilliseconds = 30_000

/** What the next attempt may take to show, beside the pause before it. */
const slackMilliseconds = 2000

/**
 * Whether a quota that refuses pods will go on to: it has for a while in which no pod of the stack was going away. The
 * controller tries again after pauses that double (kubernetes/kubernetes, rate limiter of the ReplicaSet's queue), so what took
 * long to make room is noticed as late again. Pure but for `refusals`.
 *
 * @param now  Milliseconds, by the caller's clock.
 * @param makesRoom  A pod of the stack is going away.
 */
export function isRefusedForGood(refusals: Refusals, uid: string, now: number, makesRoom: boolean): boolean {
  const { first, quiet: before } = refusals.get(uid) ?? { first: now, quiet: now }
  const quiet = makesRoom ? now : before
  refusals.set(uid, { first, quiet })
  const next = Math.max(quotaPatienceMilliseconds, quiet - first + slackMilliseconds)
  return now - quiet >= Math.min(next, longestQuotaPatienceMilliseconds)
}

/** Whether words of the API server are about a quota. */
export function isOverQuota(message: string): boolean {
  return /exceeded quota/.test(message)
}
