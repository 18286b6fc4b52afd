import type { CertificateState } from '../model/certificate.ts'
import type { Image } from '../model/image.ts'
import type { Plan } from '../model/plan.ts'
import { renderBundle } from '../render/render-bundle.ts'
import { loadTemplates } from '../render/templates.ts'
import type { Session } from './session.ts'

/**
 * What only shows when objects are drawn: patches that meet nothing, manifests that no stack may have. Nothing is built, issued
 * or asked for: what is not known stands as pending.
 *
 * @throws StackError CONFIG_INVALID, TEMPLATE_INVALID.
 */
export async function checkObjects(session: Session, plan: Plan): Promise<void> {
  const { patches, extraManifests, templatesDir } = plan.config
  // Our own templates draw what the configuration's rules let through: only what the user adds to them can be wrong.
  if (plan.stack.target !== 'kubernetes' || (patches.length === 0 && extraManifests.length === 0)) return
  const { templates } = await loadTemplates(plan.stack.target, templatesDir, session.io)
  await renderBundle({
    plan,
    templates,
    images: plan.images.map(
      ({ component, repository }): Image => ({
        component,
        reference: { pending: 'image', key: 'unknown' },
        tag: `${repository}:unknown`,
        how: 'pending',
        seconds: 0,
      }),
    ),
    certificates: plan.certificates.map((request): CertificateState => ({ request, how: 'pending' })),
    digest: (_value, name) => ({ pending: 'secret', key: name }),
  })
}
