import type { Io } from './io.ts'
import type { Pending } from './pending.ts'
import type { CertificateRequest } from './plan.ts'
import type { Problem } from './problem.ts'
import type { Secret } from './secret.ts'
import type { SecretSource } from './secrets.ts'
import type { CertificatesConfig } from './stack.ts'
import type { VaultSource } from './stack-secrets.ts'

/** A leaf with its key. All PEM texts end in a newline. */
export interface Certificate {
  readonly component: string
  readonly kind: 'client' | 'server'
  /** Leaf first, then intermediates; never the root. */
  readonly chainPem: string
  readonly keyPem: Secret
  /** Everything this component trusts: one CA, several during a roll-over. */
  readonly trustBundlePem: string
  /** SHA-256 of the leaf's DER, lower-case hex. */
  readonly fingerprint: string
  readonly issuer: string
  readonly dnsNames: readonly string[]
  /** ISO 8601, UTC. */
  readonly notBefore: string
  readonly notAfter: string
}

/** A certificate authority whose private key we hold. */
export interface AuthorityKeyPair {
  readonly certificatePem: string
  readonly keyPem: Secret
}

/** The answer of an authority to one request. */
export interface Issued {
  readonly request: CertificateRequest
  readonly chainPem: string
  readonly keyPem: Secret
  readonly trustBundlePem: string
}

/** A request that somebody else signs; its key waits here for the certificate. */
export interface OpenRequest
  extends Pick<CertificateRequest, 'component' | 'kind' | 'commonName' | 'dnsNames' | 'keyAlgorithm' | 'validityDays'> {
  /** PKCS #10, PEM with a newline at the end. */
  readonly csrPem: string
  readonly keyPem: Secret
  /** ISO 8601, UTC. */
  readonly madeAt: string
}

/** The answer of an authority whose signature comes later, with `certs import`. */
export interface Unsigned extends Pending {
  readonly openRequest: OpenRequest
}

/** The steps of a change of CAs, in this order. Pods of two neighbouring steps always trust one another. */
export const rollOverPhases = ['trust', 'leaves', 'drop'] as const

export type RollOverPhase = (typeof rollOverPhases)[number]

/** A change of CAs that is under way: `trust` both → new `leaves` → `drop` the old one. */
export interface RollOver {
  readonly phase: RollOverPhase
  /** What the leaves came from when it began. */
  readonly oldTrustPem: string
  /** What they come from in the end; empty in a dry run that would found that CA. */
  readonly newTrustPem: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
}

/** What a run is to do about a change of CAs; without an order it begins one where another CA is given. */
export type RollOverOrder =
  /** `certs rotate --ca` */
  | { readonly kind: 'begin' }
  /** That phase is proven: the next one. */
  | { readonly kind: 'advance'; readonly from: RollOverPhase }
  /** Leave it where it is, and begin none. */
  | { readonly kind: 'hold' }

/** A place certificates come from, opened for one run. */
export interface CertificateAuthority {
  readonly name: string
  /** SHA-256 fingerprint (hex) of the CA that signs; undefined where it is not known before the first answer. */
  readonly fingerprint: string | undefined
  /** What its leaves will be trusted by, where it is known before the first answer: only then can its CA change in phases. */
  readonly trustBundlePem?: string
  /** The end of that CA; no leaf outlives it. */
  readonly notAfter?: Date
  /** The pair to keep for the next run; absent where the key is not ours to keep. */
  readonly keyPair?: AuthorityKeyPair
  /**
   * It signs by rules of its own: more names than asked for, no `localhost`, a shorter life, several intermediates. Its root is
   * what certificates must share; `fingerprint` is absent.
   */
  readonly ownRules?: true
  /** With `ownRules`: the roots it is to be trusted by, where they are known before its first answer; PEM. */
  readonly rootsPem?: string
  /** It only writes requests (`issue` answers Unsigned), and these of earlier runs are open; absent: it signs at once. */
  readonly openRequests?: readonly OpenRequest[]
  /** What a person should know about this CA. */
  readonly problems: readonly Problem[]
  /**
   * Answers every request, in order; pending for one that somebody else still has to sign.
   *
   * @throws StackError AUTHORITY_FAILED when it cannot sign.
   */
  issue(requests: readonly CertificateRequest[], now: Date): Promise<readonly (Issued | Pending | Unsigned)[]>
}

/** What an authority is opened with. */
export interface AuthorityContext {
  readonly io: Io
  /** Where a CA pair may be; absent where nobody may be asked. */
  readonly secrets?: Pick<SecretSource, 'find'> | undefined
  readonly policy: CertificatesConfig
  /** Every name that it may be asked to sign for: a CA that must not is refused at once. */
  readonly dnsNames?: readonly string[] | undefined
  /** Requests of earlier runs that nobody has signed yet. */
  readonly openRequests?: readonly OpenRequest[] | undefined
  /** How Vault is reached; absent where nobody may be asked. */
  readonly vault?: VaultAccess | undefined
}

/** Where Vault is, and what a job can show to log in. */
export interface VaultAccess {
  readonly source: VaultSource
  /** A token by which the CI system vouches for this job; undefined where there is none. */
  readonly identityToken: (audience: string | undefined) => Promise<Secret | undefined>
}

/** A kind of authority, as the registry lists it. */
export interface AuthorityKind {
  readonly name: string
  /**
   * Opens the authority; makes nothing. Undefined: what it signs with is not here in this run.
   *
   * @throws StackError when it is there and cannot be used.
   */
  open(known: AuthorityKeyPair | undefined, context: AuthorityContext): Promise<CertificateAuthority | undefined>
  /** Makes a new CA, with `key` where one was kept without its certificate; only where we are our own root. */
  found?(now: Date, key?: Secret): Promise<CertificateAuthority>
  /** The target has them made and keeps them, keys included: nothing is opened, looked up or stored here. */
  readonly keptByTarget?: true
}

/** What the certificate stage found or made. */
export interface CertificateOutcome {
  readonly certificates: readonly CertificateState[]
  /** The local CA to keep in the target's store; absent where another authority signs or ca_storage is not `target`. */
  readonly authority?: AuthorityKeyPair
  /** The local CA that `writeCertificateTree` writes to ca_path: ca_storage is `files`. */
  readonly authorityForFiles?: AuthorityKeyPair
  /** What waits for a signature after this run, to be kept in the state; absent: what is kept there stays. */
  readonly openRequests?: readonly OpenRequest[]
  /** The change of CAs that these certificates belong to; absent when there is none, or when it was given up. */
  readonly rollOver?: RollOver
  /** Dry: what is pending cannot be signed in this run, for the CA's pair is not here; a run that acts ends with this. */
  readonly unsigned?: Problem
  readonly problems: readonly Problem[]
}

export interface CertificateState {
  readonly request: CertificateRequest
  /** Absent: it has to be issued and this run must not (plan, --dry-run). */
  readonly certificate?: Certificate
  /** With `pending`: what is there now and will be replaced. */
  readonly current?: Certificate
  readonly how: 'kept' | 'issued' | 'imported' | 'pending'
  /** Somebody else has to sign it first; with `certificate` what is used until then. */
  readonly waiting?: true
  /** Why it was or will be issued: `missing`, `expires in 12 days`, `names changed: +x -y`, `another CA`, `--force`. */
  readonly reason?: string
  /** The target keeps it, in this Secret: neither our state nor a file gets a copy. */
  readonly secretName?: string
}
