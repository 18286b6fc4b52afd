import type { Bundle } from '../model/bundle.ts'
import type { Certificate } from '../model/certificate.ts'
import type { EnvValue } from '../model/env-value.ts'
import type { Release, StackState } from '../model/live.ts'
import type { Maybe } from '../model/pending.ts'
import type { TargetType } from '../model/stack.ts'
import { restoreKubernetes } from './kubernetes/restore-kubernetes.ts'
import { restoreCompose } from './restore-compose.ts'

export interface RestoreInput {
  readonly target: TargetType
  readonly release: Release
  /** Today's: certificates come from here. */
  readonly state: StackState
  /** Kubernetes: what the target keeps itself (cert-manager), as it is today. */
  readonly kept?: readonly Certificate[]
  /** Keyed hash of a secret value of today; `name` is `component.VARIABLE`. */
  readonly digest: (value: EnvValue, name: string) => Maybe<string>
  /** Kubernetes: as in NamingInput, of today. */
  readonly referenced?: ReadonlyMap<string, string>
  /** Kubernetes with `rolling: parallel`: as in RenderInput. */
  readonly slotOf?: ((plugin: string, hash: string) => string) | undefined
}

/** A stored release as a bundle that can be applied again, with the secrets and certificates of today. Pure. */
export function restoreBundle(input: RestoreInput): Bundle {
  if (input.target === 'compose') return restoreCompose(input.release, input.state)
  return restoreKubernetes(input)
}
