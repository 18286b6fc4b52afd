import type { CertificateRequest } from './plan.ts'
import type { Secret } from './secret.ts'

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

/** A place certificates come from. `prepare` is called once per run before the first `issue`. */
export interface CertificateAuthority {
  readonly name: string
  /** SHA-256 fingerprint of the CA that will sign, or undefined when it does not exist yet (it is founded by `issue`). */
  readonly fingerprint: string | undefined
  issue(requests: readonly CertificateRequest[], now: Date): Promise<readonly Issued[]>
}

/** What the certificate stage found or made. */
export interface CertificateOutcome {
  readonly certificates: readonly CertificateState[]
  /** The local CA to keep in the target's store; absent where another authority signs or ca_storage is not `target`. */
  readonly authority?: AuthorityKeyPair
}

export interface CertificateState {
  readonly request: CertificateRequest
  /** Absent: it has to be issued and this run must not (plan, --dry-run). */
  readonly certificate?: Certificate
  readonly how: 'kept' | 'issued' | 'imported' | 'pending'
  /** Why it was or will be issued: `missing`, `expires in 12 days`, `names changed: +x -y`, `another CA`, `--force`. */
  readonly reason?: string
}
