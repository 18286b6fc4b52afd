import { isCertificate } from '../model/cert-manager.ts'
import type { BundleObject } from '../model/kubernetes.ts'
import type { Live } from '../model/live.ts'
import type { Connection } from '../model/target.ts'
import { type Draft, type DraftInput, makeDraft } from './draft.ts'
import { type Session, timed } from './session.ts'

/**
 * Under the lock, and before anything that mounts them is rendered: where the target has its certificates made and keeps them
 * (cert-manager), what is missing, broken or asked for otherwise is asked for now. Then the target is looked at again.
 *
 * @param before  What has to succeed before anything is changed.
 * @throws StackError AUTHORITY_FAILED with the authority's last words.
 */
export async function issueOnTarget(
  session: Session,
  connection: Connection,
  { connection: _examines, ...input }: DraftInput,
  timeoutSeconds: number,
  before: () => Promise<void>,
): Promise<Pick<DraftInput, 'live' | 'made'>> {
  const { live, plan, skipCertificates } = input
  if (plan.certificatePolicy.issuer === undefined || skipCertificates === true) return { live }
  const draft = await makeDraft(session, { ...input, dry: true })
  const reasons = new Map(
    draft.certificates.certificates.flatMap(({ how, reason = 'missing', request }) =>
      how === 'pending' ? [[request.component, reason] as const] : [],
    ),
  )
  const objects = chooseAsked(draft, live, reasons)
  if (objects.length === 0) return { live }
  await before()
  await timed(session, 'certificates', `Certificates of ${plan.certificatePolicy.authority}`, async () =>
    connection.issueCertificates?.(objects, timeoutSeconds),
  )
  return { live: await connection.observe(), made: reasons }
}

/** What is pending, and what patches or templates ask otherwise than what is there. */
function chooseAsked({ bundle }: Draft, live: Live, pending: ReadonlyMap<string, string>): readonly BundleObject[] {
  const there = new Map(live.kubernetes?.objects.map(({ hash, key }) => [key, hash]))
  const components = new Set(bundle.components.map(({ name }) => name))
  const asked = (bundle.kubernetes?.objects ?? []).filter(
    (object) => isCertificate(object) && components.has(object.component),
  )
  return asked.filter(({ component, hash, key }) => pending.has(component) || there.get(key) !== hash)
}
