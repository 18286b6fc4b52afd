/** Fewer days than these are told where everybody looks: first line of the summary, warning of the terminal. */
export const soonDays = 30

/** Fewer days than these get a colour in the tables of the terminal. */
export const urgentDays = 14

/** How many days before its end a certificate is due, where only the wish for it is known; a fraction for short lives. */
export function renewDaysOf(wish: { readonly validityDays: number; readonly renewBeforeDays?: number }): number {
  return wish.renewBeforeDays ?? wish.validityDays / 3
}

/** As much of a certificate in a report as its life needs. */
interface Mortal {
  readonly component: string
  readonly notAfter?: string
  readonly daysLeft?: number
  /** The one that runs, where it is another than the stored one. */
  readonly inUse?: { readonly notAfter?: string; readonly daysLeft?: number }
}

/** One end of a certificate, of the stored one or of the one that still runs. */
export interface End {
  readonly component: string
  /** ISO 8601, UTC. */
  readonly notAfter: string
  readonly daysLeft: number
}

/** Every certificate's end, what ends first first. Pure. */
export function endsOf(certificates: readonly Mortal[]): readonly End[] {
  return certificates
    .flatMap(({ component, inUse, ...stored }) => {
      const ends = [stored, ...(inUse === undefined ? [] : [inUse])].flatMap(({ daysLeft, notAfter }) =>
        notAfter === undefined || daysLeft === undefined ? [] : [{ component, notAfter, daysLeft }],
      )
      return ends.toSorted(byEnd).slice(0, 1)
    })
    .toSorted(byEnd)
}

const byEnd = (a: End, b: End) => Date.parse(a.notAfter) - Date.parse(b.notAfter) || a.daysLeft - b.daysLeft
