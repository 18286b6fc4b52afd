import type { CertificateAuthority, CertificateState } from '../model/certificate.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { FoundCertificate } from './look-up.ts'
import type { Mismatch } from './match.ts'
import { isTrustedBy } from './share-trust.ts'

/** A request, what there is for it, and why that does not do. */
export interface Judged {
  readonly request: CertificateRequest
  readonly found?: FoundCertificate
  readonly mismatch?: Mismatch
}

export function keep({ request, found }: Judged): CertificateState {
  if (found === undefined) throw new Error(`nothing to keep for ${request.component}`)
  return { request, certificate: found.certificate, how: found.how }
}

export function postpone(judged: Judged): CertificateState {
  if (judged.mismatch === undefined) return keep(judged)
  const { request, found, mismatch } = judged
  return {
    request,
    how: 'pending',
    reason: mismatch.reason,
    ...(found === undefined ? {} : { current: found.certificate }),
  }
}

export function replaceAll(judged: Judged): Judged {
  return judged.mismatch === undefined ? { ...judged, mismatch: { reason: 'another CA', urgent: true } } : judged
}

/**
 * Roots that are known beforehand are what every certificate trusts, kept ones too: a root that was added reaches all of them
 * before the first leaf is signed under it. While something under another root is still used, bundles stay as they are.
 */
export function adoptRoots(
  judged: readonly Judged[],
  authority: Pick<CertificateAuthority, 'rootsPem'> | undefined,
): readonly Judged[] {
  const rootsPem = authority?.rootsPem
  if (rootsPem === undefined) return judged
  if (judged.some(({ found }) => found !== undefined && !isTrustedBy(found.certificate, rootsPem))) return judged
  return judged.map((entry) =>
    entry.found === undefined
      ? entry
      : { ...entry, found: { ...entry.found, certificate: { ...entry.found.certificate, trustBundlePem: rootsPem } } },
  )
}
