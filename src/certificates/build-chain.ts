import type { X509Certificate } from 'node:crypto'
import { fingerprintOf, isSignedBy, showName, uniqueOf } from './read-certificate.ts'

/** The way from a leaf up, each signed by the next. */
export interface Chain {
  readonly path: readonly [X509Certificate, ...X509Certificate[]]
  /** Why it does not end at a root that is trusted; undefined where it does. */
  readonly broken?: { readonly why: string; readonly hint: string }
}

/**
 * Orders certificates into a chain, whatever order they came in; what belongs to another chain is left out.
 *
 * @param given    What the signer answered.
 * @param trusted  Whose roots alone may end the chain; undefined: any root among `given`.
 * @param trustedIn  Names `trusted` in messages.
 */
export function buildChain(
  leaf: X509Certificate,
  given: readonly X509Certificate[],
  trusted: readonly X509Certificate[] | undefined,
  trustedIn: string,
): Chain {
  const pool = uniqueOf([...(trusted ?? []), ...given])
  const anchors = new Set(
    (trusted ?? given).filter((entry) => !isSame(entry, leaf) && isRoot(entry)).map(fingerprintOf),
  )
  const path = climb([leaf], pool, anchors)
  const top = path.at(-1) ?? leaf
  return anchors.has(fingerprintOf(top)) ? { path } : { path, broken: explain(top, leaf, pool, trusted, trustedIn) }
}

/** It signed itself. */
export function isRoot(certificate: X509Certificate): boolean {
  return isSignedBy(certificate, certificate)
}

type Path = Chain['path']

/** Tries every issuer (a renewed or cross-signed CA has several); the longest way where none ends at an anchor. */
function climb(path: Path, pool: readonly X509Certificate[], anchors: ReadonlySet<string>): Path {
  const top = path.at(-1) ?? path[0]
  if (anchors.has(fingerprintOf(top))) return path
  let longest = path
  for (const issuer of pool) {
    if (path.includes(issuer) || isSame(issuer, top) || !isSignedBy(top, issuer)) continue
    const way = climb([...path, issuer], pool, anchors)
    if (anchors.has(fingerprintOf(way.at(-1) ?? top))) return way
    if (way.length > longest.length) longest = way
  }
  return longest
}

function explain(
  top: X509Certificate,
  leaf: X509Certificate,
  pool: readonly X509Certificate[],
  trusted: readonly X509Certificate[] | undefined,
  trustedIn: string,
): NonNullable<Chain['broken']> {
  const [subject, issuer] = [showName(top.subject), showName(top.issuer)]
  // Its key usage may not let it sign certificates, so isRoot would not see it.
  if (isSame(top, leaf) && leaf.verify(leaf.publicKey)) {
    return { why: 'it signed itself: no CA did', hint: 'Have the request signed by a CA.' }
  }
  if (isRoot(top)) {
    return {
      why: `its chain ends at the root ${subject}, which is not in ${trustedIn}`,
      hint: `Have it signed under a root of ${trustedIn}, or add this root there.`,
    }
  }
  if (pool.some((entry) => entry.subject === top.issuer && !isSame(entry, top))) {
    return {
      why: `the signature on ${subject} is not by the certificate of ${issuer} that came with it`,
      hint: 'A CA of the same name with another key was given: give the one that signed.',
    }
  }
  const last = trusted === undefined ? 'the root last' : `up to a root of ${trustedIn}`
  return {
    why: `the certificate of ${issuer} is missing, which signed ${isSame(top, leaf) ? 'it' : subject}`,
    hint: `Append the certificates above it, ${last}.`,
  }
}

function isSame(one: X509Certificate, other: X509Certificate): boolean {
  return fingerprintOf(one) === fingerprintOf(other)
}
