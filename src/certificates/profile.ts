import type { CertificatesConfig } from '../model/stack.ts'

/** The certificate profile of CONTRACT §4; `openssl verify -x509_strict` is its judge. */

/** Not before lies this far in the past, for clocks that are behind. */
export const clockSkewMinutes = 5

/** Life of a CA that we found ourselves; leaves end with it. */
export const caValidityDays = 3650

/** Leaves the name on every CA of ours, so that a later run tells ours from a company's. */
export const caNamePrefix = 'mcp-stack CA'

/** RFC 5280, upper bound `ub-common-name`. */
export const longestCommonName = 64

export const oids = {
  commonName: '2.5.4.3',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  subjectAltName: '2.5.29.17',
  subjectKeyIdentifier: '2.5.29.14',
  authorityKeyIdentifier: '2.5.29.35',
  /** PKCS #9: the attribute of a request that holds the extensions it wishes for. */
  extensionRequest: '1.2.840.113549.1.9.14',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
} as const

/** The one extended usage of a leaf: a plugin's certificate must not pass as a client's. */
export const usageOf = { client: oids.clientAuth, server: oids.serverAuth } as const

/** The same as OpenSSL and people call it. */
export const usageNames = { client: 'clientAuth', server: 'serverAuth' } as const

export type KeyAlgorithm = CertificatesConfig['keyAlgorithm']

const dayMilliseconds = 86_400_000

export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * dayMilliseconds)
}

export function addMinutes(date: Date, minutes: number): Date {
  return new Date(date.getTime() + minutes * 60_000)
}

/** Whole days until `end`, rounded down; negative when it has passed. */
export function daysUntil(end: Date, now: Date): number {
  return Math.floor((end.getTime() - now.getTime()) / dayMilliseconds)
}
