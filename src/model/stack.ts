import type { Env } from './env-value.ts'
import type { CacheConfig } from './layer-cache.ts'
import type { Problem } from './problem.ts'
import type {
  ExposeConfig,
  NetworkPolicyConfig,
  PatchConfig,
  PodOptions,
  PullCredential,
  StorePod,
} from './stack-kubernetes.ts'
import type { CaSecret, SecretDeclaration, SecretSources } from './stack-secrets.ts'

export type * from './stack-kubernetes.ts'
export type * from './stack-secrets.ts'

/** mcp-stack.yaml after overlays, interpolation, validation and defaults: one form, nothing optional that has a default. */
export interface StackConfig {
  /** The path the user gave. */
  readonly file: string
  /** Absolute folder of the file: every relative path in it starts here. */
  readonly folder: string
  /** The overlay that was chosen with --environment. */
  readonly environment?: string
  readonly deployment: DeploymentConfig
  readonly gateway: GatewayConfig
  readonly plugins: readonly PluginConfig[]
  readonly infrastructure: InfrastructureConfig
  readonly certificates: CertificatesConfig
  readonly secrets: readonly SecretDeclaration[]
  /** Absent: only the environment of this program is asked. */
  readonly secretSources?: SecretSources
  readonly build: BuildConfig
  readonly deploy: DeployConfig
  readonly network: { readonly caFile?: string; readonly offline?: true }
  /** Kubernetes only, like the four below it. */
  readonly networkPolicy: NetworkPolicyConfig
  readonly expose?: ExposeConfig
  readonly patches: readonly PatchConfig[]
  /** Manifests of the user's own, as text; applied and pruned with the stack. */
  readonly extraManifests: readonly { readonly file: string; readonly text: string }[]
  /** Absolute folder with the user's own templates. */
  readonly templatesDir?: string
  /** Warnings and notes; errors were thrown. */
  readonly problems: readonly Problem[]
  /** SHA-256 (hex) of the effective configuration without secret values; a fence of frozen plans. */
  readonly digest: string
}

export type TargetType = 'compose' | 'kubernetes'

export interface DeploymentConfig {
  readonly type: TargetType
  /** The stack's name: project_name, else namespace, else `mcp-gateway`. Compose: the project. */
  readonly name: string
  /** Kubernetes namespace; on Compose part of the certificates' names only. */
  readonly namespace: string
  readonly containerEngine?: string
  readonly dockerContext?: string
  /** External networks of the engine that every component joins, to reach services outside the stack. */
  readonly networks: readonly string[]
  /** Kubernetes: the kubeconfig context; the current one when absent. */
  readonly context?: string
  readonly createNamespace: boolean
  /** Existing Secrets that every pod pulls with. */
  readonly imagePullSecrets: readonly string[]
  /** Credentials we make a pull Secret of. */
  readonly pullCredentials: readonly PullCredential[]
  /** False: where a proxy is forbidden, `kubectl` itself is started for every request. */
  readonly kubectlProxy: boolean
  readonly openshift?: { readonly createRoutes: boolean; readonly domain?: string; readonly tlsTermination: string }
}

/** Where an image comes from; exactly one of the three. Paths are absolute, containerfile and context relative to the source. */
export type ImageSource =
  | { readonly kind: 'image'; readonly reference: string }
  | ({ readonly kind: 'git'; readonly repo: string; readonly ref: string } & BuildRecipe)
  | ({ readonly kind: 'path'; readonly path: string } & BuildRecipe)

export interface BuildRecipe {
  readonly context: string
  readonly containerfile: string
  readonly target?: string
  readonly buildArgs: Readonly<Record<string, string>>
  readonly platforms: readonly string[]
  readonly submodules: boolean
}

export interface RegistryConfig {
  /** `host[:port]/namespace`, without a scheme and without a trailing slash. */
  readonly prefix: string
  readonly push: boolean
}

/** Quantities as Kubernetes writes them (`512Mi`, `250m`). */
export interface Resources {
  readonly memoryRequest?: string
  readonly memoryLimit?: string
  readonly cpuRequest?: string
  readonly cpuLimit?: string
}

export interface ComponentConfig {
  readonly name: string
  readonly source: ImageSource
  readonly registry?: RegistryConfig
  readonly pullPolicy: 'Always' | 'IfNotPresent' | 'Never'
  readonly port: number
  readonly servicePort: number
  readonly serviceType: 'ClusterIP' | 'NodePort' | 'LoadBalancer'
  /** Compose: `[address:]port` published on the host. */
  readonly hostPort?: { readonly address: string; readonly port: number }
  readonly replicas: number
  /** Kubernetes: the number of pods is left to an autoscaler of the user's own. */
  readonly autoscaled: boolean
  readonly resources: Resources
  /** env_file and env_vars together, env_vars win. */
  readonly env: Env
  readonly mtls: boolean
  readonly command?: readonly string[]
  readonly args?: readonly string[]
  readonly readOnlyRoot: boolean
  readonly writablePaths: readonly string[]
  readonly pod: PodOptions
}

export interface GatewayConfig extends ComponentConfig {
  /** mtls_verify and mtls_check_hostname of the incumbent. */
  readonly mtlsVerify: boolean
  readonly mtlsCheckHostname: boolean
  /** `rolling: parallel`: the shim keeps its sessions with plugins open for the calls that use them. */
  readonly runtimeCompat: boolean
}

export interface PluginConfig extends ComponentConfig {
  readonly priority?: number
  readonly mode?: string
  readonly onError?: string
  /** plugin_overrides: further keys of the plugin's entry in plugins-config.yaml. */
  readonly overrides: Readonly<Record<string, unknown>>
  /** The shim of CONTRACT §5. */
  readonly runtimeCompat: boolean
  /** Command run in the container; false: none; absent: the runtime's own /health. */
  readonly healthcheck?: readonly string[] | false
}

export interface InfrastructureConfig {
  readonly postgres?: PostgresConfig
  readonly redis?: RedisConfig
}

export interface PostgresConfig {
  readonly image: string
  readonly database: string
  readonly user: string
  /** Absent: generated once and kept with the stack's state. */
  readonly password?: import('./env-value.ts').EnvValue
  readonly storageSize: string
  readonly storageClass?: string
  /** Folder in the image that holds the data. */
  readonly dataPath: string
  readonly resources: Resources
  /** Kubernetes; `runAsUser` is the image's user as a number. */
  readonly pod: StorePod
}

export interface RedisConfig {
  readonly image: string
  readonly resources: Resources
  readonly pod: StorePod
}

/** `certificates.vault`: who signs in Vault's PKI engine. Where Vault is and how to log in: `ci_cd.secrets.vault`. */
export interface VaultAuthorityConfig {
  /** Without slashes at its ends. */
  readonly mount: string
  /** Role that signs server certificates. */
  readonly role: string
  /** Role that signs the gateway's client certificate. */
  readonly clientRole: string
  /** An issuer of the mount by name or id; absent: its default. */
  readonly issuer?: string
  /** Absent: validityDays. */
  readonly ttlSeconds?: number
}

export interface CertificatesConfig {
  readonly authority: 'local' | 'env' | 'external' | 'vault' | 'cert-manager'
  /** `env`: where the pair is, instead of CA_CERT and CA_KEY. */
  readonly caSecret?: CaSecret
  /** With `authority: vault`. */
  readonly vault?: VaultAuthorityConfig
  readonly autoGenerate: boolean
  readonly validityDays: number
  /** Absent: a third of the life. */
  readonly renewBeforeDays?: number
  readonly keyAlgorithm: 'ecdsa-p256' | 'rsa-2048' | 'rsa-3072' | 'rsa-4096'
  readonly caStorage: 'target' | 'files' | 'none'
  /** Absolute folders. */
  readonly caPath: string
  readonly gatewayPath: string
  readonly pluginsPath: string
  /** With cert-manager. */
  readonly issuer?: IssuerReference
  /** Absent where nothing is written of it and the authority is another one: its defaults hold with --external-pki. */
  readonly external?: ExternalConfig
}

/** A signer outside of this program. */
export interface ExternalConfig {
  /** A program that signs: its name or path, then its arguments. Absent: requests are written to `folder`. */
  readonly command?: readonly [string, ...string[]]
  /** Where the program runs; absolute. */
  readonly commandFolder: string
  readonly timeoutSeconds: number
  /** Absolute. */
  readonly folder: string
  /** The roots that its answers must end at; absolute. Absent: the root that an answer brings along. */
  readonly caFile?: string
}

/** An issuer of cert-manager: `Issuer` or `ClusterIssuer` of `cert-manager.io`, or one of another group. */
export interface IssuerReference {
  readonly group: string
  readonly kind: string
  readonly name: string
}

export interface BuildConfig {
  /** How many images are built at once. */
  readonly parallel: number
  readonly cache: CacheConfig
  readonly builder?: string
  readonly insecureRepos: readonly string[]
  readonly baseImages: Readonly<Record<string, string>>
  readonly checkBase: boolean
}

export interface DeployConfig {
  readonly wait: boolean
  readonly timeoutSeconds: number
  readonly verify: boolean
  /** Go back to the release before when a deploy fails. */
  readonly rollBack: boolean
  /** How a changed plugin replaces the old one; parallel on Kubernetes only. */
  readonly rolling: 'in_place' | 'parallel'
  /** A command that runs before anything is changed (a backup). */
  readonly before?: readonly string[]
}
