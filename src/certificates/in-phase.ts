import type { CertificateOutcome, CertificateState, RollOver } from '../model/certificate.ts'
import type { Judged } from './judged.ts'
import type { FoundCertificate } from './look-up.ts'
import { findMismatch, type MatchOptions } from './match.ts'
import { comesFrom, describePhase, trustIn } from './roll-over.ts'

/**
 * While CAs change: first nothing is issued that still works, since not everybody trusts the new CA yet (what must be issued all
 * the same is dialled only by pods that do); then everything comes from the new one.
 */
export function judgeInPhase(
  { request, found }: Judged & { readonly found: FoundCertificate },
  rollOver: RollOver,
  options: MatchOptions,
): Judged {
  const { certificate } = found
  const mismatch = findMismatch(certificate, request, { ...options, authority: undefined })
  const isOld = rollOver.phase !== 'trust' && !comesFrom(certificate, rollOver.newTrustPem)
  if (mismatch?.urgent !== true && isOld) return { request, found, mismatch: { reason: 'another CA', urgent: true } }
  if (mismatch === undefined || (rollOver.phase === 'trust' && !mismatch.urgent)) return { request, found }
  return { request, found, mismatch }
}

/** Every certificate with what is trusted in this phase; of a CA that is not founded yet nobody knows that. */
export function trusting(outcome: CertificateOutcome, rollOver: RollOver | undefined): CertificateOutcome {
  if (rollOver === undefined) return outcome
  const certificates = outcome.certificates.map((entry): CertificateState => {
    const { certificate, request } = entry
    const reason = entry.reason ?? `CA roll-over, ${describePhase(rollOver)}`
    if (certificate === undefined) return entry
    if (rollOver.newTrustPem === '') return { request, how: 'pending', reason, current: certificate }
    const trustBundlePem = trustIn(rollOver)
    if (trustBundlePem === certificate.trustBundlePem) return entry
    return { ...entry, reason, certificate: { ...certificate, trustBundlePem } }
  })
  return { ...outcome, certificates, rollOver }
}
