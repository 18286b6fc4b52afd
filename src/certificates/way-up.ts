import type { X509Certificate } from 'node:crypto'
import type { Certificate } from '../model/certificate.ts'
import { endOf, fingerprintOf, isSignedBy, readBundle, readCertificates, showName } from './read-certificate.ts'

type Parts = Pick<Certificate, 'chainPem' | 'trustBundlePem'>
type Read = readonly [X509Certificate, ...X509Certificate[]]

/** How a verifier gets from a leaf to a CA it trusts. */
export interface WayUp {
  /** Of `chainPem`, each signed the one before; empty where a trusted CA signed the leaf. */
  readonly intermediates: readonly X509Certificate[]
  /** It does not get there: words to follow the certificate. */
  readonly broken?: string
  /** Of it and the intermediates, the one that ends first: with it the leaf is of no use. */
  readonly first: X509Certificate
}

/** @param chain  The certificates of `chainPem`, where they have been read. */
export function wayUp(
  { chainPem, trustBundlePem }: Parts,
  chain: Read = readCertificates(chainPem, 'a stored certificate'),
): WayUp {
  const [leaf, ...pool] = chain
  // Cross-signed or renewed: several may have signed it, and the one that lasts is taken.
  const { path, arrived } = climb([leaf], pool.toSorted(byEnd).toReversed(), readBundle(trustBundlePem))
  const [, ...intermediates] = path
  const top = path.at(-1) ?? leaf
  const first = path.toSorted(byEnd)[0] ?? leaf
  if (arrived) return { intermediates, first }
  const broken =
    top === leaf
      ? 'not signed by a CA it trusts'
      : `its chain does not reach a CA it trusts: the certificate of ${showName(top.issuer)} is missing, which signed ${showName(top.subject)}`
  return { intermediates, broken, first }
}

/** When the leaf, or what it needs on its way up, ends. */
export function endOfWay(certificate: Parts, chain?: Read): Date {
  return endOf(wayUp(certificate, chain).first)
}

/** The longest way where none arrives. */
function climb(
  path: Read,
  pool: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
): { readonly path: Read; readonly arrived: boolean } {
  const top = path.at(-1) ?? path[0]
  if (trusted.some((ca) => isEnd(top, ca))) return { path, arrived: true }
  let longest = path
  for (const issuer of pool) {
    if (path.includes(issuer) || !isSignedBy(top, issuer)) continue
    const way = climb([...path, issuer], pool, trusted)
    if (way.arrived) return way
    if (way.path.length > longest.length) longest = way.path
  }
  return { path: longest, arrived: false }
}

/** Signed by what is trusted, or trusted itself (some send the root, too). */
function isEnd(top: X509Certificate, ca: X509Certificate): boolean {
  return isSignedBy(top, ca) || fingerprintOf(top) === fingerprintOf(ca)
}

const byEnd = (a: X509Certificate, b: X509Certificate) => endOf(a).getTime() - endOf(b).getTime()
