import type { EnvValue } from './env-value.ts'
import type { StoredVariable } from './live.ts'
import type { Pending } from './pending.ts'
import type { Secret } from './secret.ts'
import type { JsonObject } from './stack.ts'

/** Labels and annotations by which a stack's objects are found again; the templates write the same words. */
export const objectLabels = {
  /** Label of every object: the stack's name. */
  stack: 'mcp-stack.dev/stack',
  /** Label of objects and pods: the component's DNS name, since a label takes no other characters. */
  component: 'mcp-stack.dev/component',
  /** Annotation of objects and pods: the component's name as the user wrote it. */
  name: 'mcp-stack.dev/name',
  /** Label of workloads and pods: `gateway`, `plugin`, `postgres`, `redis`. */
  role: 'mcp-stack.dev/role',
  /** Annotation of every object: hash of what we want of it. Label of pods: hash of the pod template. */
  hash: 'mcp-stack.dev/hash',
  /** Label of workloads, pods and Services of `rolling: parallel`: `r1`, `r2`, `r3`. */
  revision: 'mcp-stack.dev/revision',
  /** Annotation of cert-manager's Certificates: what it was asked for (requestMark). */
  request: 'mcp-stack.dev/request',
  /** Annotation of pods whose certificate the target keeps: fingerprints of the leaf and of what it trusts. */
  certificate: 'mcp-stack.dev/certificate',
} as const

/** `rolling: parallel`: the places in which revisions of a plugin take turns; its certificate names them all (plan/certificates.ts). */
export const slots = ['r1', 'r2', 'r3'] as const

/** The name under which our fields are known to the API server. */
export const fieldManager = 'mcp-stack-deploy'

/** The stack's own objects in its namespace; fixed names, so that a Role can name them. */
export const stateNames = { state: 'mcp-stack-state', history: 'mcp-stack-history', lock: 'mcp-stack-lock' } as const

export interface KubernetesBundle {
  /** Named by content, complete but for secret values: this is what is compared and applied. */
  readonly objects: readonly BundleObject[]
  /** The same before naming: this is what a release stores. */
  readonly unnamed: readonly UnnamedObject[]
}

/**
 * An object before its name is known: ConfigMaps and Secrets have their name without the hash, and whoever refers to them
 * (`configMap.name`, `secretName`, `configMapRef.name`, `secretRef.name`, `imagePullSecrets[].name`) does so by that name.
 */
export interface UnnamedObject {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  /** Component's name; `stack` for what belongs to none. */
  readonly component: string
  /** -2 namespace, -1 configuration, 0 infrastructure, 1 plugins, 2 gateway, 3 what follows the gateway. */
  readonly wave: number
  /** Immutable and named by its content. */
  readonly contentNamed: boolean
  /** Complete object without secret values, without our hash annotation. */
  readonly manifest: JsonObject
  /** Where a Secret's values come from. */
  readonly values?: SecretValues
}

export type SecretValues =
  | { readonly kind: 'env'; readonly env: Readonly<Record<string, EnvValue>> }
  /** `tls.crt`, `tls.key`, `ca.crt` of the component. */
  | { readonly kind: 'certificates'; readonly component: string }
  /** `.dockerconfigjson`. */
  | { readonly kind: 'pull'; readonly credentials: readonly PullValue[] }

export interface PullValue {
  readonly registry: string
  readonly username: string
  readonly password: EnvValue
}

export interface BundleObject {
  /** `apps/v1/Deployment/mcpgateway`: unique in a namespace. */
  readonly key: string
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly component: string
  readonly wave: number
  readonly contentNamed: boolean
  /** What is applied, with our hash annotation; a Secret without its data. */
  readonly manifest: JsonObject
  /** Hash over the manifest and, by keyed hash, its secret values: 16 hex digits. */
  readonly hash: string
  /** A Secret's values by key; put into the request's body at the edge, nowhere else. */
  readonly data?: Readonly<Record<string, SecretDatum>>
  readonly pending: readonly Pending[]
}

/** A value of a Secret: text (a certificate), a key, something to put together, or not there yet. */
export type SecretDatum =
  | { readonly kind: 'text'; readonly text: string | Secret }
  | { readonly kind: 'env'; readonly name: string; readonly value: EnvValue }
  | { readonly kind: 'pull'; readonly credentials: readonly PullValue[] }
  | { readonly kind: 'pending'; readonly pending: Pending }

/** An UnnamedObject as a release stores it. */
export interface StoredObject extends Omit<UnnamedObject, 'values'> {
  readonly values?:
    | { readonly kind: 'env'; readonly env: Readonly<Record<string, StoredVariable>> }
    | { readonly kind: 'certificates'; readonly component: string }
    | {
        readonly kind: 'pull'
        readonly credentials: readonly (Omit<PullValue, 'password'> & { readonly password: StoredVariable })[]
      }
}

/** What was written, by key. */
export type Inventory = readonly InventoryEntry[]

export interface InventoryEntry {
  readonly key: string
  readonly component: string
  readonly contentNamed: boolean
  readonly hash: string
  /** Of the last write; absent before it was written. */
  readonly uid?: string
  /** Grows with the specification; absent for kinds that have none (ConfigMap, Secret, Service, ServiceAccount). */
  readonly generation?: number
  readonly resourceVersion?: string
}

export interface KubernetesLive {
  readonly namespaceExists: boolean
  /** Every object with the stack's label. */
  readonly objects: readonly LiveObject[]
  /** False where our rights do not let us list Secrets: those of the inventory are then taken to be there. */
  readonly secretsListed: boolean
  /** Made by `examine`: key → what it found. Objects it had no reason to look at are not in it. */
  readonly findings?: Readonly<Record<string, ObjectFinding>>
}

export interface LiveObject {
  /** As BundleObject.key. */
  readonly key: string
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly uid: string
  readonly resourceVersion: string
  readonly generation?: number
  /** Our annotation. */
  readonly hash?: string
  /** Component's name as the user wrote it. */
  readonly component?: string
  readonly revision?: string
  /** Somebody else's tool keeps it: `Argo CD application x`, `Helm release y`, `Flux kustomization z`. */
  readonly owner?: string
  readonly deleting: boolean
}

export type ObjectFinding =
  /** Generation or resource version moved, and nothing that we want differs. */
  | { readonly kind: 'same' }
  /** Somebody changed it: field → what runs and what we want. */
  | { readonly kind: 'drift'; readonly fields: readonly FieldDifference[] }
  /** An object of that name is there and is not this stack's. */
  | { readonly kind: 'foreign'; readonly owner: string }
  /** The server's dry run refused it. */
  | { readonly kind: 'refused'; readonly message: string }
  /** Another manager set fields that we want otherwise. */
  | { readonly kind: 'conflict'; readonly manager: string; readonly fields: readonly string[] }

export interface FieldDifference {
  /** `spec.replicas`. */
  readonly field: string
  readonly before?: string
  readonly after?: string
}

/** The key under which an object is known everywhere. */
export function objectKey(object: {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
}): string {
  return `${object.apiVersion}/${object.kind}/${object.name}`
}
