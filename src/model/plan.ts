import type { Env, EnvValue } from './env-value.ts'
import type { Place, Problem } from './problem.ts'
import type {
  CertificatesConfig,
  DeployConfig,
  ImageSource,
  PluginConfig,
  PodOptions,
  RegistryConfig,
  Resources,
  SecretReference,
  StackConfig,
  TargetType,
} from './stack.ts'

/** Everything that is decided before anything is touched: names, addresses, SANs, environment, requests. */
export interface Plan {
  readonly stack: StackIdentity
  readonly config: StackConfig
  readonly gateway: ComponentPlan
  readonly plugins: readonly PluginPlan[]
  readonly infrastructure: readonly ComponentPlan[]
  readonly images: readonly ImagePlan[]
  readonly certificates: readonly CertificateRequest[]
  readonly certificatePolicy: CertificatesConfig
  readonly secrets: readonly SecretRequest[]
  readonly deploy: DeployConfig
  /** plugins-config.yaml as the gateway reads it, as a value; rendered in render/. */
  readonly pluginsConfig: PluginsConfig
  /** Where a person reaches the gateway. */
  readonly gatewayUrl?: string
  readonly problems: readonly Problem[]
}

export interface StackIdentity {
  readonly name: string
  readonly target: TargetType
  readonly namespace: string
}

export type Role = 'gateway' | 'plugin' | 'postgres' | 'redis'

/** One container image's worth of running things. */
export interface ComponentPlan {
  /** As the user wrote it; `gateway`, `postgres`, `redis` for those. */
  readonly name: string
  readonly role: Role
  /** DNS label: the Compose service, the Kubernetes Service; also the folder-safe name. */
  readonly service: string
  /** Further names it answers to on its network. */
  readonly aliases: readonly string[]
  readonly port: number
  readonly servicePort: number
  readonly serviceType: string
  readonly hostPort?: { readonly address: string; readonly port: number }
  readonly replicas: number
  /** Kubernetes: replicas is never written. */
  readonly autoscaled: boolean
  readonly resources: Resources
  /** The user's environment and the contract's (CONTRACT §1, §2) together, sorted by name. */
  readonly env: Env
  readonly mtls: boolean
  readonly command?: readonly string[]
  readonly args?: readonly string[]
  readonly readOnlyRoot: boolean
  /** Paths that must be writable although the root is read-only (tmpfs / emptyDir). */
  readonly writablePaths: readonly string[]
  /** Paths whose content must survive a new container: path → volume's short name. */
  readonly dataPaths: Readonly<Record<string, string>>
  readonly health: HealthProbe
  /** Component names that must be ready first. */
  readonly dependsOn: readonly string[]
  readonly networks: readonly string[]
  readonly pullPolicy: string
  /** The runtime shim (CONTRACT §5) is mounted and PYTHONPATH names its folder. */
  readonly shim: boolean
  /** What Kubernetes is told beyond that; Compose has no use for it. */
  readonly pod: PodOptions
}

export interface PluginPlan extends ComponentPlan {
  readonly url: string
  readonly config: PluginConfig
}

/** `http` is asked inside the container by Python's urllib (CONTRACT §2: the images have no curl). */
export type HealthProbe =
  | { readonly kind: 'http'; readonly port: number; readonly path: string }
  | { readonly kind: 'command'; readonly command: readonly string[] }
  | { readonly kind: 'none' }

export interface ImagePlan {
  readonly component: string
  readonly source: ImageSource
  /** Name without tag: `<registry prefix>/<stack>/<service>` or `mcp-stack/<stack>/<service>`. Unused for prebuilt images. */
  readonly repository: string
  readonly registry?: RegistryConfig
  readonly pullPolicy: string
}

export interface CertificateRequest {
  readonly component: string
  /** Its place in the tree of CONTRACT §4: `gateway` or `plugins/<Name>`. */
  readonly kind: 'client' | 'server'
  readonly commonName: string
  readonly dnsNames: readonly string[]
  readonly keyAlgorithm: CertificatesConfig['keyAlgorithm']
  readonly validityDays: number
  /** Absent: a third of the life that it has been given. */
  readonly renewBeforeDays?: number
}

/** A value that is needed and where it may come from. */
export interface SecretRequest {
  readonly name: string
  /** `declared`: asked of the providers. `generated`: made once when no provider has it, kept in the stack's state. */
  readonly origin: 'declared' | 'generated'
  /** Where it is; absent: every provider is asked for the name. */
  readonly from?: SecretReference
  /** Where the file declares it. */
  readonly place?: Place
  /** For generated ones: what it must look like. */
  readonly shape?: 'token' | 'password'
  /** Kept together with a volume when the stack is destroyed, because it opens what is in it. */
  readonly opensVolume: boolean
  /** The gateway refuses weak values (CONTRACT §1); a given one is checked. */
  readonly strength?: 'gateway' | 'administrator'
  /** `component.VARIABLE` that use it. */
  readonly usedBy: readonly string[]
  /** Those that need the value itself and not a reference to it: it is part of a longer text, or encoded. Absent: none. */
  readonly copiedTo?: readonly string[]
}

export interface PluginsConfig {
  readonly plugins: readonly Readonly<Record<string, unknown>>[]
  readonly plugin_dirs: readonly string[]
}

export type { Env, EnvValue }
