import { bake } from './build/builders/bake.ts'
import { docker } from './build/builders/docker.ts'
import { podman } from './build/builders/podman.ts'
import { certManagerAuthority } from './certificates/cert-manager-authority.ts'
import { envAuthority } from './certificates/env-authority.ts'
import { externalAuthority } from './certificates/external-authority.ts'
import { localAuthority } from './certificates/local-authority.ts'
import { vaultAuthority } from './certificates/vault-authority.ts'
import type { AuthorityKind } from './model/certificate.ts'
import type { ImageBuilder } from './model/image.ts'
import type { SecretProvider } from './model/secrets.ts'
import type { TargetType } from './model/stack.ts'
import type { Target } from './model/target.ts'
import { awsProvider } from './secrets/aws-provider.ts'
import { commandProvider } from './secrets/command-provider.ts'
import { envFileProvider } from './secrets/env-file-provider.ts'
import { environmentProvider } from './secrets/environment-provider.ts'
import { fileProvider } from './secrets/file-provider.ts'
import { kubernetesProvider } from './secrets/kubernetes-provider.ts'
import { vaultProvider } from './secrets/vault-provider.ts'
import { compose } from './targets/compose/compose.ts'
import { kubernetes } from './targets/kubernetes/kubernetes.ts'

/** Where a stack can run. A new target is one file in targets/ and one word here. */
export const targets: Readonly<Record<TargetType, Target>> = { compose, kubernetes }

/** How an image can be built; the first that is available is used. */
export const builders: readonly ImageBuilder[] = [bake, docker, podman]

/** Who can sign certificates; `certificates.authority` names one. */
export const authorities: readonly AuthorityKind[] = [
  localAuthority,
  envAuthority,
  externalAuthority,
  vaultAuthority,
  certManagerAuthority,
]

/** Where secrets can be kept; `ci_cd.secrets` says which are asked, and in which order. */
export const secretProviders: readonly SecretProvider[] = [
  environmentProvider,
  envFileProvider,
  fileProvider,
  vaultProvider,
  awsProvider,
  kubernetesProvider,
  commandProvider,
]

/** The target of `deployment.type`, which the schema has checked. */
export function chooseTarget(type: TargetType): Target {
  return targets[type]
}
