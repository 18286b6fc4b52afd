import type { Certificate, CertificateOutcome } from '../model/certificate.ts'
import type { StackState } from '../model/live.ts'

/** The leaves to store: today's (one that is to be replaced until it is), and those of components that are gone from the configuration and that a roll-back would bring back. */
export function keepLeaves(state: StackState, outcome: CertificateOutcome): readonly Certificate[] {
  const issued = outcome.certificates.flatMap((entry) => entry.certificate ?? entry.current ?? [])
  const current = new Set(outcome.certificates.map(({ request }) => request.component))
  const released = new Set(state.releases.flatMap(({ components }) => components.map(({ name }) => name)))
  const kept = state.certificates.filter(({ component }) => !current.has(component) && released.has(component))
  return [...issued, ...kept]
}
