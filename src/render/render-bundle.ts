import { StackError } from '../errors.ts'
import type { Bundle } from '../model/bundle.ts'
import type { CertificateState } from '../model/certificate.ts'
import type { EnvValue } from '../model/env-value.ts'
import type { Image } from '../model/image.ts'
import type { Maybe } from '../model/pending.ts'
import type { Plan } from '../model/plan.ts'
import { renderCompose } from './compose-bundle.ts'
import type { Templates } from './templates.ts'

export interface RenderInput {
  readonly plan: Plan
  readonly images: readonly Image[]
  readonly certificates: readonly CertificateState[]
  /** Keyed hash of a secret value; `name` is `component.VARIABLE`. */
  readonly digest: (value: EnvValue, name: string) => Maybe<string>
  readonly templates: Templates
}

/**
 * Plan + images + certificates → everything a target is told, as text without a secret value in it. Pure but for loading
 * the template engine: equal input gives an equal bundle, byte for byte.
 *
 * @throws StackError RENDER_INVALID, TEMPLATE_INVALID; NOT_SUPPORTED for a target that this version only plans.
 */
export async function renderBundle(input: RenderInput): Promise<Bundle> {
  const { target } = input.plan.stack
  if (target === 'compose') return await renderCompose(input)
  throw new StackError({
    code: 'NOT_SUPPORTED',
    message: `this version cannot write manifests for ${target} yet`,
    hint: 'Use deployment.type: compose, or an overlay for it: --environment NAME',
  })
}
