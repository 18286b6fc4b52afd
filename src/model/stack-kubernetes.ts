import type { EnvValue } from './env-value.ts'

/** A JSON value as YAML gave it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** What a component's pods get on Kubernetes beyond what Compose knows too. */
export interface PodOptions {
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly nodeSelector: Readonly<Record<string, string>>
  readonly tolerations: readonly JsonObject[]
  readonly affinity?: JsonObject
  readonly topologySpread: readonly JsonObject[]
  readonly priorityClass?: string
  readonly serviceAccount?: string
  readonly volumes: readonly ExtraVolume[]
  /** Added to `deployment.imagePullSecrets`. */
  readonly imagePullSecrets: readonly string[]
  /** An existing Secret whose keys become environment variables; referenced, never copied. */
  readonly existingSecret?: string
  /** For images whose user is a name; ignored on OpenShift. */
  readonly runAsUser?: number
}

/** What Postgres and Redis take of it. */
export type StorePod = Omit<PodOptions, 'existingSecret' | 'topologySpread' | 'volumes'>

export interface ExtraVolume {
  readonly name: string
  readonly mountPath: string
  readonly subPath?: string
  readonly readOnly: boolean
  /** The volume's source as Kubernetes has it: `{configMap: {name}}`, `{persistentVolumeClaim: {claimName}}`. */
  readonly source: JsonObject
}

export interface NetworkPolicyConfig {
  readonly enabled: boolean
  /** NetworkPolicyPeers that may reach the gateway; empty: everybody. */
  readonly gatewayFrom: readonly JsonObject[]
  /** NetworkPolicyPeers that may reach the plugins' health and metrics port; empty: nobody but the node. */
  readonly metricsFrom: readonly JsonObject[]
  /** NetworkPolicyEgressRules of plugins beside DNS; absent: egress is not restricted. */
  readonly egress?: readonly JsonObject[]
}

export interface ExposeConfig {
  readonly host: string
  readonly via: 'ingress' | 'httproute' | 'route'
  /** Path prefix. */
  readonly path: string
  /** Ingress class. */
  readonly className?: string
  /** Secret with the certificate of the host: Ingress. */
  readonly tlsSecret?: string
  /** The Gateway an HTTPRoute attaches to. */
  readonly parent?: { readonly name: string; readonly namespace?: string; readonly sectionName?: string }
  /** Where TLS ends: Route. */
  readonly tlsTermination: string
  readonly annotations: Readonly<Record<string, string>>
}

/** A change of rendered objects: strategic merge or JSON 6902, one of the two. */
export interface PatchConfig {
  readonly target: { readonly kind: string; readonly name?: string; readonly component?: string }
  readonly merge?: JsonObject
  readonly json6902?: readonly JsonObject[]
}

export interface PullCredential {
  readonly registry: string
  readonly username: string
  readonly password: EnvValue
}
