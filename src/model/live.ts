import type { KeptLeaf } from './cert-manager.ts'
import type { AuthorityKeyPair, Certificate, OpenRequest, RollOver } from './certificate.ts'
import type { Inventory, KubernetesLive, StoredObject } from './kubernetes.ts'
import type { Secret } from './secret.ts'
import type { SecretReference } from './stack-secrets.ts'

/** What the target runs and remembers now. */
export interface Live {
  readonly components: readonly LiveComponent[]
  readonly state: StackState
  /** Names of content volumes, ConfigMaps, Secrets of ours that exist. */
  readonly contents: readonly string[]
  /** Certificates that the target itself keeps (cert-manager); absent where it keeps none. */
  readonly leaves?: readonly KeptLeaf[]
  /** Kubernetes: the objects that are there, and what a closer look found. */
  readonly kubernetes?: KubernetesLive
}

export type Readiness = 'ready' | 'progressing' | 'failed' | 'stopped'

export interface LiveComponent {
  readonly service: string
  /** Name as the user wrote it, and what it is; absent where the object is not ours. */
  readonly component?: string
  readonly role?: string
  readonly containers: readonly LiveContainer[]
  readonly readiness: Readiness
  /** One line: `healthy`, `exited (1) 3 times`, `unhealthy: …`. */
  readonly message: string
  /** Our hash label; undefined where the object is not ours. */
  readonly hash?: string
  readonly image?: string
}

export interface LiveContainer {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly health?: string
  readonly restarts: number
  readonly exitCode?: number
  /** ISO 8601, UTC; absent before the first start. A gateway older than its plugin has lost its sessions (CONTRACT §6). */
  readonly startedAt?: string
  readonly addresses: readonly string[]
}

/** Kept with the target, never with the runner. Every record carries a schema number. */
export interface StackState {
  readonly schema: 1
  readonly stack: string
  /** Key of the keyed hashes: a secret's hash says nothing to who has no access to the state. */
  readonly hashKey: Secret
  readonly authority?: AuthorityKeyPair
  readonly certificates: readonly Certificate[]
  /** Keys whose certificates somebody else is signing (authority external). */
  readonly openRequests?: readonly OpenRequest[]
  /** A change of CAs that is under way. */
  readonly rollOver?: RollOver
  /** SHA-256 fingerprints of roots that were trusted once and are no more, oldest first. */
  readonly formerRoots?: readonly string[]
  readonly generated: Readonly<Record<string, Secret>>
  /** Oldest first; the last ten. */
  readonly releases: readonly Release[]
  /** True when nothing is stored yet: a first deploy. */
  readonly fresh: boolean
  /** Kubernetes: we made the namespace, so `destroy --volumes` may remove it. */
  readonly namespaceCreated?: boolean
}

/** One deploy as history keeps it. */
export interface Release {
  readonly revision: number
  readonly status: 'applying' | 'live' | 'failed' | 'interrupted' | 'rolled-back' | 'superseded'
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly endedAt?: string
  readonly actor: string
  /** Where the configuration was taken from, without credentials. */
  readonly repository?: string
  readonly commit?: string
  readonly runUrl?: string
  readonly toolVersion: string
  readonly configDigest: string
  /** One line: what this release changed. */
  readonly summary: string
  readonly components: readonly ReleaseComponent[]
  /** The manifest text, for roll-back: today's secrets are put in again. */
  readonly manifest: string
  /** plugins-config.yaml and other plain content by content name; certificates are named only. */
  readonly contents: Readonly<Record<string, StoredContent>>
  readonly variables: Readonly<Record<string, StoredVariable>>
  /** `from` of the secrets that had one, by name; absent where none had, and in releases of versions before it was kept. */
  readonly secretSources?: Readonly<Record<string, SecretReference>>
  /** Where the gateway's database stood when another gateway image took this release's place; absent before that. */
  readonly databaseRevision?: DatabaseRevision
  /** Kubernetes: the objects before their contents gave them names, for roll-back. */
  readonly objects?: readonly StoredObject[]
  /** Kubernetes: what this release wrote, or was about to write. Only what an inventory lists is ever pruned. */
  readonly inventory?: Inventory
}

/** Where a gateway's database stands. */
export interface DatabaseRevision {
  /** Alembic's, several joined by commas. */
  readonly revision: string
  /** Which database that is: a hash of kind, host, port and name, without user and password. */
  readonly database: string
}

export interface ReleaseComponent {
  readonly name: string
  readonly role: string
  readonly service: string
  readonly image: string
  readonly tag: string
  readonly revision?: string
  readonly hash: string
  readonly fields: Readonly<Record<string, string>>
}

export interface StoredContent {
  readonly component: string
  readonly kind: 'certificates' | 'config' | 'shim'
  readonly mountPath: string
  /** Text files; empty for certificates, which come from today's state. */
  readonly files: Readonly<Record<string, string>>
}

/** How to make a variable's value again from today's secrets; literals that are secret are kept under `generated` names. */
export interface StoredVariable {
  readonly parts: readonly (
    | { readonly kind: 'reference'; readonly secret: string; readonly encoding: 'none' | 'url' }
    /** `dropped`: the history of older releases does not keep such texts; the text is empty then, and nothing can be restored. */
    | { readonly kind: 'kept'; readonly text: Secret; readonly dropped?: true }
  )[]
}
