import type { X509Certificate } from 'node:crypto'
import type { CertificateRequest } from '../model/plan.ts'
import type { CertificateFacts } from './certificate-facts.ts'
import type { Finding } from './judge-chain.ts'
import { days, describeEnd } from './match.ts'
import { addMinutes, clockSkewMinutes, daysUntil, usageNames, usageOf } from './profile.ts'
import { dnsNamesOf, endOf } from './read-certificate.ts'
import { renewalStart } from './renewal.ts'

/** What is wrong with a leaf that came back, measured by its request (CONTRACT §4). */
export function judgeLeaf(
  leaf: X509Certificate,
  facts: CertificateFacts,
  request: CertificateRequest,
  now: Date,
): readonly Finding[] {
  return [
    ...judgeNames(leaf, request),
    ...judgeUsage(leaf, request),
    ...judgeKeyUsage(facts),
    ...(leaf.ca || facts.constraints?.ca === true
      ? [error('it is a CA certificate (CA:TRUE)', 'Have it signed as an end-entity certificate: CA:FALSE.')]
      : []),
    ...(facts.hasAuthorityKeyId
      ? []
      : [
          error(
            'it has no authority key id, and strict verifiers (Python 3.13) refuse it',
            'Have it signed with authorityKeyIdentifier = keyid.',
          ),
        ]),
    ...(facts.hasSubjectKeyId ? [] : [note('it has no subject key id', 'Better: subjectKeyIdentifier = hash.')]),
    ...judgeLife(leaf, request, now),
  ]
}

/** A company's CA does not sign `localhost`, and nothing that is deployed needs it; more names than asked for do no harm. */
function judgeNames(leaf: X509Certificate, { dnsNames }: CertificateRequest): readonly Finding[] {
  const has = dnsNamesOf(leaf).map((name) => name.toLowerCase())
  const wanted = [...new Set(dnsNames.map((name) => name.toLowerCase()))]
  const missing = wanted.filter((name) => name !== 'localhost' && !has.includes(name))
  const more = has.filter((name) => !wanted.includes(name))
  return [
    ...(missing.length === 0
      ? []
      : [
          error(
            `the DNS ${missing.length === 1 ? 'name' : 'names'} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
            'Have it signed with every name of the request as subjectAltName (a signer may have to be told to copy them).',
          ),
        ]),
    ...(more.length === 0 ? [] : [note(`it has more names than asked for: ${more.join(', ')}`)]),
  ]
}

function judgeUsage(leaf: X509Certificate, { kind }: CertificateRequest): readonly Finding[] {
  const has = leaf.keyUsage ?? []
  const other = kind === 'client' ? 'server' : 'client'
  return [
    ...(has.includes(usageOf[kind])
      ? []
      : [
          error(
            `its extended key usage is not ${usageNames[kind]}`,
            `Have it signed for TLS ${kind} authentication (extendedKeyUsage = ${usageNames[kind]}).`,
          ),
        ]),
    ...(has.includes(usageOf[other])
      ? [
          error(
            `its extended key usage has ${usageNames[other]} too, so it could pass as a ${other}`,
            `Have it signed with extendedKeyUsage = ${usageNames[kind]} alone.`,
          ),
        ]
      : []),
  ]
}

function judgeKeyUsage({ usages }: CertificateFacts): readonly Finding[] {
  const hint = 'Have it signed with keyUsage = critical, digitalSignature.'
  if (usages === undefined) return [warning('it has no key usage', hint)]
  return [
    ...(usages.includes('digitalSignature') ? [] : [error('its key usage is not digitalSignature', hint)]),
    ...(usages.includes('keyCertSign') ? [error('its key usage lets it sign certificates', hint)] : []),
  ]
}

const wait = "Wait until then, or set this machine's clock."

function judgeLife(leaf: X509Certificate, request: CertificateRequest, now: Date): readonly Finding[] {
  const end = endOf(leaf)
  const start = new Date(leaf.validFrom)
  if (end <= now) return [error(describeEnd(end, now), 'Have the request signed again.')]
  if (start > addMinutes(now, clockSkewMinutes)) {
    return [error(`it is not valid before ${start.toISOString()}`, wait)]
  }
  // Its signer's clock is a moment ahead of ours: by the time it is deployed it is valid.
  if (start > now) return [warning(`it is valid from ${start.toISOString()} on, and it is not yet that late`, wait)]
  if (renewalStart(leaf, request) <= now) {
    return [warning(`it ${describeEnd(end, now)}: that is inside its renewal window`, 'Have it signed for longer.')]
  }
  const asked = request.validityDays
  // A day less is rounding, and a back-dated start.
  if (daysUntil(end, start) >= asked - 1) return []
  return [note(`it is valid for ${days(daysUntil(end, start))} of the ${asked} asked for`)]
}

const error = (what: string, hint: string): Finding => ({ severity: 'error', what, hint })
const warning = (what: string, hint: string): Finding => ({ severity: 'warning', what, hint })
const note = (what: string, hint?: string): Finding => ({
  severity: 'note',
  what,
  ...(hint === undefined ? {} : { hint }),
})
