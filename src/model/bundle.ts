import type { EnvValue } from './env-value.ts'
import type { KubernetesBundle } from './kubernetes.ts'
import type { Maybe, Pending } from './pending.ts'
import type { Role } from './plan.ts'
import type { Secret } from './secret.ts'
import type { TargetType } from './stack.ts'

/** All that a target is told, as text and values; no secret value is in the text. */
export interface Bundle {
  readonly target: TargetType
  /** What `generate -o` writes. Compose: `compose.yaml`, `plugins-config.yaml`, `shim/sitecustomize.py`. */
  readonly files: readonly BundleFile[]
  readonly components: readonly BundleComponent[]
  /** Content-named, immutable packets of files: certificates, plugins-config.yaml, the shim. */
  readonly contents: readonly Content[]
  /** `MCPS_1` → value: the variables the manifest text asks for. */
  readonly variables: Readonly<Record<string, EnvValue>>
  /**
   * Volumes whose content outlives containers; never removed unless told. Compose would make them itself, owned by root:
   * see DataVolume.ownedByComponent for those the target makes first.
   */
  readonly dataVolumes?: readonly DataVolume[]
  /** Kubernetes: the objects, named and unnamed; absent on Compose. */
  readonly kubernetes?: KubernetesBundle
}

export interface DataVolume {
  /** `<stack>_gateway-data`. */
  readonly name: string
  readonly component: string
  readonly service: string
  readonly mountPath: string
  /**
   * A new volume's root folder belongs to root unless the image has that folder. True: where the volume is missing, make it
   * with Compose's labels (`com.docker.compose.project`, `com.docker.compose.volume` = name) and fill it like a content: the
   * folder itself with the image's uid, mode 0700, and one file (`.mcp-stack`) in it. The file matters: into an empty volume
   * the engine copies the image's folder, owner included (run: Docker 20.10). False: the image's entry point does it, as root.
   */
  readonly ownedByComponent: boolean
}

export interface BundleFile {
  readonly path: string
  readonly text: string
}

export interface BundleComponent {
  readonly name: string
  readonly role: Role
  /** The object's name on the target: Compose service, Kubernetes workload. */
  readonly service: string
  /** 0 infrastructure, 1 plugins, 2 gateway. */
  readonly wave: number
  readonly image: Maybe<string>
  readonly tag: string
  readonly revision?: string
  readonly replicas: number
  /**
   * Hash over everything that makes the container what it is, secret values included by keyed hash. Kubernetes: of the pod
   * template, without what only says which revision it is; the pods carry it as label `mcp-stack.dev/hash`.
   */
  readonly hash: string
  /** Flat view for change reports: `image`, `env.LOG_LEVEL`, `ports` → shown value; secrets as `secret:<keyed hash>`. */
  readonly fields: Readonly<Record<string, string>>
  readonly contents: readonly string[]
  readonly pending: readonly Pending[]
}

export interface Content {
  /** `<stack>_<service>-certs-<hash>`; a different content has a different name. */
  readonly name: string
  readonly component: string
  readonly kind: 'certificates' | 'config' | 'shim'
  readonly mountPath: string
  /** File name → text. A Secret where it must not be shown; pending certificates have no text yet. */
  readonly files: Readonly<Record<string, string | Secret | Pending>>
}
