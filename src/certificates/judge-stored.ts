import type { X509Certificate } from 'node:crypto'
import type { Certificate } from '../model/certificate.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { ReportCertificate } from '../model/report.ts'
import { describeFirst, findBreak, renewalOf } from './match.ts'
import { addDays } from './profile.ts'
import { endOf, findIssuer, readCertificates, showName } from './read-certificate.ts'
import { isTrustedBy } from './share-trust.ts'
import { findCas, lifeOf } from './trusted.ts'
import { type WayUp, wayUp } from './way-up.ts'

export interface RenewalRules {
  readonly requests: readonly CertificateRequest[]
  /** The signer may take another CA (CertificateAuthority.ownRules). */
  readonly ownRules: boolean
}

/** How near an end is told, of leaves and of CAs. */
export interface Horizon {
  readonly withinDays: number
  readonly now: Date
  readonly renewal: RenewalRules | undefined
}

/** A stored leaf by its parts, its life and its root. */
export function checkLeaf(certificate: Certificate, horizon: Horizon, rootsPem: string | undefined): ReportCertificate {
  const chain = readCertificates(certificate.chainPem, `the certificate of ${certificate.component}`)
  const [leaf] = chain
  const way = wayUp(certificate, chain)
  const broken = findBreak(certificate, leaf, way)
  const life = judgeLeafLife(certificate, chain, way, horizon)
  const foreign = life.how !== 'expired' && rootsPem !== undefined && !isTrustedBy(certificate, rootsPem)
  return {
    component: certificate.component,
    kind: certificate.kind,
    ...(broken === undefined ? (foreign ? underAnotherRoot : life) : { how: 'broken', reason: broken }),
    ...lifeOf(leaf, horizon.now, endOf(way.first)),
  }
}

/** It works, for the stack trusts what it was issued with; a deploy asks for another one. */
const underAnotherRoot = { how: 'untrusted', reason: 'its chain ends at no root of certificates.external.ca_file' }

/** Due when a deploy would renew it. Where only another CA could give more, that one's row tells the end. */
function judgeLeafLife(
  certificate: Certificate,
  chain: readonly [X509Certificate, ...X509Certificate[]],
  way: WayUp,
  { withinDays, now, renewal }: Horizon,
): Pick<ReportCertificate, 'how' | 'reason'> {
  const [leaf] = chain
  const request = renewal?.requests.find(({ component }) => component === certificate.component)
  if (renewal === undefined || request === undefined || endOf(way.first) <= now)
    return judgeLife(way.first, withinDays, now, leaf)
  const issuer = renewal.ownRules ? undefined : findIssuer(certificate, chain)
  switch (renewalOf(leaf, way, issuer, request, now)) {
    case 'early':
      return { how: 'ok' }
    case 'due':
      return { how: 'expiring', reason: describeFirst(leaf, way.first, now) }
    case 'vain':
      return { how: 'ok', reason: 'ends together with a CA above it' }
  }
}

/** Every CA once, intermediates too: when it ends, everything under it ends. */
export function checkCas(
  certificates: readonly Certificate[],
  { withinDays, now }: Pick<Horizon, 'now' | 'withinDays'>,
): readonly ReportCertificate[] {
  return findCas(certificates).map((ca) => ({
    component: showName(ca.subject),
    kind: 'ca',
    ...judgeLife(ca, withinDays, now),
    ...lifeOf(ca, now),
  }))
}

/** @param of  What `first` ends, where that is another one. */
function judgeLife(
  first: X509Certificate,
  withinDays: number,
  now: Date,
  of = first,
): Pick<ReportCertificate, 'how' | 'reason'> {
  const end = endOf(first)
  if (end <= now) return { how: 'expired', reason: describeFirst(of, first, now) }
  if (end < addDays(now, withinDays)) return { how: 'expiring', reason: describeFirst(of, first, now) }
  return { how: 'ok' }
}
