import type { Probe, Verification } from '../model/verification.ts'

/** What one round found out. */
export interface Round {
  readonly probes: readonly Probe[]
  /** All that there is to ask (see questionOf), answered before or not; absent where nobody could look. */
  readonly questions?: ReadonlySet<string>
}

type Question = Pick<Probe, 'from' | 'component' | 'to'>

export const questionOf = ({ from, component, to }: Question) => [from, component, to].join(' ')

/**
 * The latest answer to every question, in the order in which they were first asked. An answer of an earlier round counts as long
 * as its question does: not that of a pod that went, nor that somebody was not there or could not be asked. Pure.
 */
export function mergeProbes(rounds: readonly Round[]): readonly Probe[] {
  const latest = new Map<string, Probe>()
  for (const probe of rounds.flatMap(({ probes }) => probes)) latest.set(keyOf(probe), probe)
  const last = new Set(rounds.at(-1)?.probes)
  const known = rounds.findLast(({ questions }) => questions !== undefined)?.questions
  return [...latest.values()].filter((probe) => last.has(probe) || known?.has(questionOf(probe)))
}

/** As `mergeProbes`, but `failed` only what was asked and failed in this many rounds: less than that proves nothing. Pure. */
export function concludeProbes(rounds: readonly Round[], failures: number): readonly Probe[] {
  return mergeProbes(rounds).map((probe) => {
    if (probe.outcome !== 'failed') return probe
    const isSame = (other: Probe) => other.outcome === 'failed' && keyOf(other) === keyOf(probe)
    const times = rounds.filter(({ probes }) => probes.some(isSame)).length
    return times < failures ? { ...probe, outcome: 'inconclusive' } : probe
  })
}

/** The worst of all; nothing asked is nothing proven. */
export function outcomeOf(probes: readonly Probe[]): Verification['outcome'] {
  if (probes.some(({ outcome }) => outcome === 'failed')) return 'failed'
  return probes.length > 0 && probes.every(({ outcome }) => outcome === 'passed') ? 'passed' : 'inconclusive'
}

const keyOf = (probe: Probe) => `${probe.kind} ${questionOf(probe)}`
