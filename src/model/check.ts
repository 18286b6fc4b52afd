import type { Code } from './problem.ts'

/** What one check of `doctor` found out. */
export type Finding = {
  /** `git`, `registry ghcr.io`: what was looked at. */
  readonly name: string
  /** What is there, one line; never a secret. */
  readonly found: string
  /** What to type or change; for everything that is not good. */
  readonly fix?: string
} & (
  | { readonly state: 'good' | 'skipped' }
  /** `bad`: a deploy would fail on it. */
  | { readonly state: 'warning' | 'bad'; readonly code: Code }
)

/** One question, or several that need the same connection. It only looks, and ends when its edge's signal does. */
export interface Check {
  readonly name: string
  /** Whether a deploy fails where it cannot be answered. */
  readonly needed: boolean
  ask(): Promise<readonly Finding[]>
}

export function good(name: string, found: string): Finding {
  return { name, state: 'good', found }
}

/** Not asked, or not ours to know. */
export function skipped(name: string, found: string): Finding {
  return { name, state: 'skipped', found }
}

/**
 * Something that is wrong: it is in the way where the stack needs it, else only worth knowing.
 *
 * @param needed  Whether a deploy would fail on it.
 * @param problem  A StackError will do.
 */
export function wrong(
  needed: boolean,
  name: string,
  { code, message, hint }: { readonly code: Code; readonly message: string; readonly hint?: string | undefined },
): Finding {
  const state = needed ? 'bad' : 'warning'
  return { name, state, code, found: message, ...(hint === undefined ? {} : { fix: hint }) }
}

/** Seconds that two clocks may differ: what is noticed, and what certificates and tokens do not forgive. */
const noticed = 60
const unforgiven = 300

/**
 * Compares this machine's clock with the `Date` of an answer, which is cut to whole seconds.
 *
 * @returns undefined where there is no date to compare with.
 */
export function judgeClock(date: string | undefined, now: Date, whose: string): Finding | undefined {
  const theirs = Date.parse(date ?? '')
  if (Number.isNaN(theirs)) return undefined
  const seconds = Math.round((now.getTime() - theirs) / 1000)
  const size = Math.abs(seconds)
  if (size <= noticed) return good('clock', `as at ${whose} (within ${Math.max(1, size)} s)`)
  return wrong(size > unforgiven, 'clock', {
    code: 'CLOCK_WRONG',
    message: `${size} s ${seconds > 0 ? 'ahead of' : 'behind'} ${whose}`,
    hint: 'Set it by NTP: timedatectl set-ntp true; certificates and tokens are refused when clocks differ',
  })
}
