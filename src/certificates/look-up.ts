import type { X509Certificate } from 'node:crypto'
import { StackError } from '../errors.ts'
import type { AuthorityKeyPair, Certificate, RollOver } from '../model/certificate.ts'
import type { StackState } from '../model/live.ts'
import type { Problem } from '../model/problem.ts'
import type { Secret } from '../model/secret.ts'
import { areFormer } from './former-roots.ts'
import { findIssuer, fingerprintOf, isSignedBy, readCertificates } from './read-certificate.ts'
import { isTrustedBy } from './share-trust.ts'
import { isOurs } from './signer.ts'
import { withEnd } from './to-certificate.ts'
import type { Tree } from './tree.ts'

/** What there is before anything is issued. */
export interface Found {
  readonly certificates: ReadonlyMap<string, FoundCertificate>
  /** The CA of these certificates; undefined on a first deploy. */
  readonly ca?: X509Certificate
  /** That CA with its key, where we have it. */
  readonly pair?: AuthorityKeyPair
  /** A CA key whose certificate was never written: the run that made it was killed in between. */
  readonly caKey?: Secret
  readonly problems: readonly Problem[]
}

export interface FoundCertificate {
  readonly certificate: Certificate
  readonly how: 'kept' | 'imported'
}

/**
 * Files first, then the target's store. Files that are a copy of what the store has (`certs` and `generate` write one) do not
 * hide a newer certificate in the store.
 *
 * @param authority  Who signs. Somebody outside does so one after the other: files that are not there are missing certificates, and
 *   where the store has some, files from another CA are what an earlier import left, not a wish.
 * @throws StackError CERTIFICATE_INVALID for files that are incomplete, naming what is missing.
 */
export function lookUp(tree: Tree | undefined, state: StackState | undefined, authority: string): Found {
  const store = fromStore(state)
  if (tree === undefined) return store
  if (tree.caPem === undefined && tree.certificates.length === 0 && tree.caKey !== undefined) {
    return store.ca === undefined ? { ...store, caKey: tree.caKey } : store
  }

  const treeCa = caOfTree(tree)
  const pair =
    tree.caPem === undefined || tree.caKey === undefined
      ? undefined
      : { certificatePem: tree.caPem, keyPem: tree.caKey }
  // What is stored is in the middle of a change: files are copies of some step of it, but the key of the new CA may be there.
  if (state?.rollOver !== undefined) return pair === undefined ? store : { ...store, pair }
  const sameCa = store.ca !== undefined && treeCa !== undefined && fingerprintOf(store.ca) === fingerprintOf(treeCa)
  if (sameCa || haveSameRoot(store, tree)) return mergeCopy(store, tree, pair)
  if (pair === undefined && store.ca !== undefined && isOurs(treeCa)) return { ...store, problems: [outdatedCopy] }
  const signedOutside = outsiders.includes(authority)
  if (pair === undefined && store.ca !== undefined && signedOutside) return { ...store, problems: [outdatedCopy] }
  // Only `local` signs with a pair that lies there, and may be told so to go back to a CA of before.
  const isWish = pair !== undefined && authority === 'local'
  if (!isWish && store.ca !== undefined && areFormer(tree.certificates, state?.formerRoots ?? [])) {
    return { ...store, problems: [outdatedCopy] }
  }
  if (pair === undefined && tree.missing.length > 0 && !signedOutside) throw incomplete(tree)
  // Another CA and no leaf of it: what is stored is to come from that CA.
  if (pair !== undefined && treeCa !== undefined && tree.certificates.length === 0 && store.certificates.size > 0) {
    return { ...store, ca: treeCa, pair }
  }
  return {
    certificates: new Map(
      tree.certificates.map((certificate) => [certificate.component, { certificate, how: 'imported' }]),
    ),
    ...(treeCa === undefined ? {} : { ca: treeCa }),
    ...(pair === undefined ? {} : { pair }),
    problems: store.ca === undefined ? [] : [filesReplace],
  }
}

/** Authorities whose answers come from elsewhere: files at the three paths are copies of them. */
const outsiders: readonly string[] = ['external', 'vault']

function fromStore(state: StackState | undefined): Found {
  const certificates = (state?.certificates ?? []).map(withEnd)
  const first = certificates[0]
  const pair = state?.authority
  const pairCa = pair === undefined ? undefined : readCertificates(pair.certificatePem, 'the stored CA')[0]
  // From its first phase on, the CA that comes is the stack's CA.
  const rolling = state?.rollOver !== undefined
  const ca = rolling ? comingCa(state.rollOver, pairCa) : first === undefined ? pairCa : findIssuer(first)
  const holds =
    pair !== undefined && pairCa !== undefined && ca !== undefined && fingerprintOf(ca) === fingerprintOf(pairCa)
  return {
    certificates: new Map(certificates.map((certificate) => [certificate.component, { certificate, how: 'kept' }])),
    ...(ca === undefined ? {} : { ca }),
    ...(holds ? { pair } : {}),
    problems: [],
  }
}

/** Below an intermediate CA: `ca.crt` is the root then, and the store knows who signed. */
function haveSameRoot({ certificates }: Found, tree: Tree): boolean {
  const [kept] = certificates.values()
  const [copy] = tree.certificates
  return kept !== undefined && copy !== undefined && isTrustedBy(copy, kept.certificate.trustBundlePem)
}

/** The signing CA where its pair is kept; the root that is trusted otherwise. */
function comingCa({ newTrustPem }: RollOver, pairCa: X509Certificate | undefined): X509Certificate {
  const root = readCertificates(newTrustPem, 'the new CA')[0]
  return pairCa !== undefined && (isSignedBy(pairCa, root) || fingerprintOf(pairCa) === fingerprintOf(root))
    ? pairCa
    : root
}

/** With its key the CA of `ca.crt` signs. Without, it may be the root of who signed: the leaves tell, as in the store. */
function caOfTree({ caKey, caPem, certificates: [first] }: Tree): X509Certificate | undefined {
  const given = caPem === undefined ? undefined : readCertificates(caPem, 'ca.crt in ca_path')[0]
  if (given !== undefined && caKey !== undefined) return given
  return (first === undefined ? undefined : findIssuer(first)) ?? given
}

function mergeCopy(store: Found, tree: Tree, pair: AuthorityKeyPair | undefined): Found {
  const certificates = new Map(store.certificates)
  for (const certificate of tree.certificates) {
    const kept = store.certificates.get(certificate.component)?.certificate
    if (kept === undefined || certificate.notBefore > kept.notBefore) {
      certificates.set(certificate.component, { certificate, how: 'imported' })
    }
  }
  const known = pair ?? store.pair
  return { ...store, certificates, ...(known === undefined ? {} : { pair: known }) }
}

function incomplete(tree: Tree): StackError {
  const shown = tree.missing.slice(0, 10)
  const more = tree.missing.length > shown.length ? ` and ${tree.missing.length - shown.length} more` : ''
  return new StackError({
    code: 'CERTIFICATE_INVALID',
    message: `the certificate files are incomplete: ${shown.join(', ')}${more} missing, and no ca.key to issue them with`,
    hint: 'Put all of them there, or remove those that are there to have every certificate issued.',
  })
}

const outdatedCopy: Problem = {
  severity: 'warning',
  code: 'CERTIFICATE_INVALID',
  message: 'the certificate files are a copy of an earlier CA of this stack and were not used',
  hint: 'mcp-deploy certs writes them again.',
}

const filesReplace: Problem = {
  severity: 'warning',
  code: 'CERTIFICATE_INVALID',
  message:
    'the certificate files come from another CA than the running stack has: they replace all of its certificates',
  hint: 'If that is not meant, remove the files at certificates.ca_path, gateway_path and plugins_path.',
}
