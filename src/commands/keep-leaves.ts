import { formerRoots } from '../certificates/former-roots.ts'
import type { Certificate, CertificateOutcome } from '../model/certificate.ts'
import type { StackState } from '../model/live.ts'

/**
 * The leaves to store: today's (one that is to be replaced until it is), and those that a roll-back would bring back: of components that are gone from the configuration,
 * or whose certificates the target keeps since. What the target keeps is not stored a second time.
 */
export function keepLeaves(state: StackState, outcome: CertificateOutcome): readonly Certificate[] {
  const own = outcome.certificates.filter(({ secretName }) => secretName === undefined)
  const current = new Set(own.map(({ request }) => request.component))
  const elsewhere = new Set(outcome.certificates.map(({ request }) => request.component))
  const released = new Set(state.releases.flatMap(({ components }) => components.map(({ name }) => name)))
  const mounted = new Set(
    state.releases.flatMap(({ objects = [] }) =>
      objects.flatMap(({ values }) => (values?.kind === 'certificates' ? [values.component] : [])),
    ),
  )
  const kept = state.certificates.filter(({ component }) => {
    if (current.has(component)) return false
    return elsewhere.has(component) ? mounted.has(component) : released.has(component)
  })
  return [...ownLeaves(outcome), ...kept]
}

/** Of what the target does not keep itself. */
function ownLeaves({ certificates }: CertificateOutcome): readonly Certificate[] {
  return certificates.flatMap(({ certificate, current, secretName }) =>
    secretName === undefined ? (certificate ?? current ?? []) : [],
  )
}

/** What of the certificate stage is stored: leaves, the CA's pair, the change of CAs, and which roots were trusted before. */
export function keepCertificates(
  state: StackState,
  outcome: CertificateOutcome,
): Pick<StackState, 'authority' | 'certificates' | 'formerRoots' | 'rollOver'> {
  const { rollOver } = outcome
  // The key of the CA that goes signs nothing any more.
  const begun = rollOver !== undefined && rollOver.newTrustPem !== state.rollOver?.newTrustPem
  const authority = outcome.authority ?? (begun ? undefined : state.authority)
  const former = formerRoots(state.formerRoots ?? [], state.certificates, ownLeaves(outcome))
  return {
    certificates: keepLeaves(state, outcome),
    ...(authority === undefined ? {} : { authority }),
    ...(rollOver === undefined ? {} : { rollOver }),
    ...(former.length === 0 ? {} : { formerRoots: former }),
  }
}
