import type { Probe, Verification } from '../model/verification.ts'

/** The latest answer to every question, in the order in which they were first asked. Pure. */
export function mergeProbes(rounds: readonly (readonly Probe[])[]): readonly Probe[] {
  const latest = new Map<string, Probe>()
  for (const probe of rounds.flat()) latest.set(keyOf(probe), probe)
  return [...latest.values()]
}

/** As `mergeProbes`, but `failed` only what failed every time it was asked: a mixture proves nothing. Pure. */
export function concludeProbes(rounds: readonly (readonly Probe[])[]): readonly Probe[] {
  return mergeProbes(rounds).map((probe) => {
    const times = rounds.flat().filter((other) => keyOf(other) === keyOf(probe))
    const steady = times.every(({ outcome }) => outcome === 'failed')
    return probe.outcome === 'failed' && !steady ? { ...probe, outcome: 'inconclusive' } : probe
  })
}

/** The worst of all; nothing asked is nothing proven. */
export function outcomeOf(probes: readonly Probe[]): Verification['outcome'] {
  if (probes.some(({ outcome }) => outcome === 'failed')) return 'failed'
  return probes.length > 0 && probes.every(({ outcome }) => outcome === 'passed') ? 'passed' : 'inconclusive'
}

const keyOf = ({ kind, from, component, to }: Probe) => [kind, from, component, to].join(' ')
