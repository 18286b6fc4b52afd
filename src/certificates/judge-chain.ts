import type { X509Certificate } from 'node:crypto'
import type { Severity } from '../model/problem.ts'
import type { CertificateFacts, Link } from './certificate-facts.ts'
import { describeKey } from './key.ts'
import { addMinutes, clockSkewMinutes } from './profile.ts'
import { dnsNamesOf, endOf, showName } from './read-certificate.ts'

/** Something about one answer; its subject (the certificate of …) is put before it. */
export interface Finding {
  readonly severity: Severity
  readonly what: string
  readonly hint?: string
}

/**
 * What is wrong with the certificates of a chain, leaf first, as OpenSSL would find it on its way up.
 *
 * @param complete  The last one is the root: its own signature protects nothing.
 */
export function judgeChain(
  [leaf, ...above]: readonly [Link, ...Link[]],
  complete: boolean,
  now: Date,
): readonly Finding[] {
  const names = dnsNamesOf(leaf.certificate)
  return [...judgeAny('it', leaf, false), ...judgeCas(above, { complete, names, now })]
}

/** The same for the CAs alone, the one that signs first, before there is a leaf with these names. */
export function judgeCas(
  links: readonly Link[],
  { complete, names, now }: { readonly complete: boolean; readonly names: readonly string[]; readonly now: Date },
): readonly Finding[] {
  return links.flatMap((link, below) => {
    const name = showName(link.certificate.subject)
    const isAnchor = complete && below === links.length - 1
    return [...judgeAny(name, link, isAnchor), ...judgeCa(name, link, { below, isAnchor, names, now })]
  })
}

function judgeAny(name: string, { certificate, facts }: Link, isAnchor: boolean): readonly Finding[] {
  return [
    ...judgeStrength(name, certificate, facts, isAnchor),
    ...(facts.unknownCritical.length === 0
      ? []
      : [error(`${name} has a critical extension that TLS does not know: ${facts.unknownCritical.join(', ')}`)]),
  ]
}

/** A leaf is of no use any more when a certificate above it ends. */
export function judgeEnds([leaf, ...above]: readonly X509Certificate[]): readonly Finding[] {
  if (leaf === undefined) return []
  return above
    .filter((certificate) => endOf(certificate) < endOf(leaf))
    .map((certificate) => ({
      severity: 'warning',
      what: `${showName(certificate.subject)} ends on ${endOf(certificate).toISOString()}, before it (${endOf(leaf).toISOString()})`,
      hint: 'It is renewed before that. Better: have the CA above it renewed first.',
    }))
}

interface Standing {
  /** How many CAs are between it and the leaf. */
  readonly below: number
  readonly isAnchor: boolean
  readonly names: readonly string[]
  readonly now: Date
}

function judgeCa(
  name: string,
  { certificate, facts }: Link,
  { below, isAnchor, names, now }: Standing,
): readonly Finding[] {
  const { constraints, usages } = facts
  const lacks = [
    ...(constraints?.critical === true ? [] : ['critical basic constraints']),
    ...(usages === undefined ? ['key usage keyCertSign'] : []),
    ...(facts.hasSubjectKeyId ? [] : ['a subject key id']),
    ...(facts.hasAuthorityKeyId || isAnchor ? [] : ['an authority key id']),
  ]
  const limit = constraints?.pathLength
  const outside = names.filter((dnsName) => isForbidden(dnsName, facts))
  return [
    ...(certificate.ca && constraints?.ca === true ? [] : [error(`${name} is not a CA that may sign`, anotherCa)]),
    ...(usages === undefined || usages.includes('keyCertSign')
      ? []
      : [error(`${name} may not sign certificates (key usage)`, anotherCa)]),
    ...(limit === undefined || below <= limit
      ? []
      : [error(`${name} allows ${limit} CAs below it, and there are ${below}`, anotherCa)]),
    ...(outside.length === 0
      ? []
      : [error(`${name} may not sign for ${outside.join(', ')} (name constraints)`, anotherCa)]),
    ...(endOf(certificate) > now ? [] : [error(`${name} expired on ${endOf(certificate).toISOString()}`, anotherCa)]),
    ...(new Date(certificate.validFrom) <= addMinutes(now, clockSkewMinutes)
      ? []
      : [error(`${name} is not valid before ${new Date(certificate.validFrom).toISOString()}`, anotherCa)]),
    ...(lacks.length === 0
      ? []
      : [
          {
            severity: 'warning' as const,
            what: `${name} lacks ${lacks.join(', ')}: Python 3.13 and strict verifiers refuse what it signs`,
            hint: 'Have the CA certificate issued again with these extensions.',
          },
        ]),
  ]
}

const anotherCa = 'Have it signed by a CA that is valid for this.'

/** RFC 5280, 4.2.1.10: a name is below `example.com` when it ends in it at a dot; a leading dot means the same to OpenSSL. */
function isForbidden(dnsName: string, { permittedNames, excludedNames }: CertificateFacts): boolean {
  const below = (tree: string) => {
    const [name, base] = [dnsName.toLowerCase(), tree.replace(/^\./, '')]
    return base === '' || name === base || name.endsWith(`.${base}`)
  }
  return permittedNames?.some(below) === false || excludedNames.some(below)
}

/** MD2, MD5 and SHA-1 with RSA; SHA-1 with DSA and ECDSA. */
const brokenHashes: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.1.2', 'MD2'],
  ['1.2.840.113549.1.1.4', 'MD5'],
  ['1.2.840.113549.1.1.5', 'SHA-1'],
  ['1.3.14.3.2.29', 'SHA-1'],
  ['1.2.840.10040.4.3', 'SHA-1'],
  ['1.2.840.10045.4.1', 'SHA-1'],
])
const rsaPss = '1.2.840.113549.1.1.10'

const curves: readonly (string | undefined)[] = ['prime256v1', 'secp384r1', 'secp521r1']

function judgeStrength(
  name: string,
  certificate: X509Certificate,
  facts: CertificateFacts,
  isAnchor: boolean,
): readonly Finding[] {
  const { signatureAlgorithm, signatureParameters } = facts
  const hash = signatureAlgorithm === rsaPss && !signatureParameters ? 'SHA-1' : brokenHashes.get(signatureAlgorithm)
  const { publicKey } = certificate
  const bits = publicKey.asymmetricKeyDetails?.modulusLength
  const kind = publicKey.asymmetricKeyType
  const weak =
    kind === 'ed25519' ||
    kind === 'ed448' ||
    (kind === 'ec' && curves.includes(publicKey.asymmetricKeyDetails?.namedCurve)) ||
    ((kind === 'rsa' || kind === 'rsa-pss') && bits !== undefined && bits >= 2048)
      ? undefined
      : describeKey(publicKey)
  return [
    ...(hash === undefined || isAnchor
      ? []
      : [error(`${name} is signed with ${hash}, which TLS refuses`, 'Have it signed with SHA-256 or better.')]),
    ...(weak === undefined
      ? []
      : [
          error(
            `the key of ${name} is ${weak}, which TLS refuses`,
            'RSA needs 2048 bits or more, EC the curve P-256, P-384 or P-521.',
          ),
        ]),
  ]
}

function error(what: string, hint = anotherCa): Finding {
  return { severity: 'error', what, hint }
}
