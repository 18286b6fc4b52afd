import type { Bundle } from '../model/bundle.ts'
import type { CertificateState } from '../model/certificate.ts'
import type { EnvValue } from '../model/env-value.ts'
import type { Image } from '../model/image.ts'
import type { Maybe } from '../model/pending.ts'
import type { Plan } from '../model/plan.ts'
import type { SecretKey } from '../model/stack.ts'
import { renderCompose } from './compose-bundle.ts'
import { renderKubernetes } from './kubernetes/kubernetes-bundle.ts'
import type { Templates } from './templates.ts'

export interface RenderInput {
  readonly plan: Plan
  readonly images: readonly Image[]
  readonly certificates: readonly CertificateState[]
  /** Keyed hash of a secret value; `name` is `component.VARIABLE`. */
  readonly digest: (value: EnvValue, name: string) => Maybe<string>
  readonly templates: Templates
  /** Kubernetes: the key of somebody else's Secret that a value is; pods refer to it. Absent: every value is put in by us. */
  readonly reference?: (value: EnvValue) => SecretKey | undefined
  /** Kubernetes: false, and `create_namespace`, puts the namespace into the bundle. Default: true; never asked with gitops. */
  readonly namespaceExists?: boolean
  /** Kubernetes: for a repository that another tool applies; fixed names, no Secrets, no slots. */
  readonly gitops?: boolean
  /**
   * Kubernetes with `rolling: parallel`: which slot (`r1`, `r2`, `r3`) a plugin with this pod-template hash runs in: the one of
   * a live workload with that hash, else one that no live workload has.
   */
  readonly slotOf?: ((plugin: string, hash: string) => string) | undefined
}

/**
 * Plan + images + certificates → everything a target is told, as text without a secret value in it. Pure but for loading
 * the template engine: equal input gives an equal bundle, byte for byte.
 *
 * @throws StackError RENDER_INVALID, TEMPLATE_INVALID; CONFIG_INVALID for patches and extra manifests that cannot be.
 */
export async function renderBundle(input: RenderInput): Promise<Bundle> {
  return input.plan.stack.target === 'compose' ? await renderCompose(input) : await renderKubernetes(input)
}
