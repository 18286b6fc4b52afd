import { issueCertificates } from '../certificates/issue.ts'
import { StackError } from '../errors.ts'
import type { Bundle } from '../model/bundle.ts'
import type { CertificateOutcome } from '../model/certificate.ts'
import type { Change } from '../model/change.ts'
import type { Image } from '../model/image.ts'
import type { Live, StackState } from '../model/live.ts'
import type { Plan } from '../model/plan.ts'
import { Secret } from '../model/secret.ts'
import type { Secrets } from '../model/secrets.ts'
import type { Target } from '../model/target.ts'
import { secretProviders } from '../registry.ts'
import { renderBundle } from '../render/render-bundle.ts'
import type { Templates } from '../render/templates.ts'
import { resolveSecrets } from '../secrets/resolve.ts'
import type { Session } from './session.ts'

/** All that is known before anything is changed: steps 4 to 8 of the line. */
export interface Draft {
  readonly plan: Plan
  readonly live: Live
  readonly images: readonly Image[]
  readonly secrets: Secrets
  readonly certificates: CertificateOutcome
  readonly bundle: Bundle
  readonly changes: readonly Change[]
  /** The state as it has to be stored before the bundle is applied. */
  readonly state: StackState
}

export interface DraftInput {
  readonly plan: Plan
  readonly live: Live
  readonly target: Target
  readonly images: readonly Image[]
  readonly templates: Templates
  /** Make nothing: no key, no generated secret; what is missing is pending. */
  readonly dry: boolean
  readonly force?: boolean
  readonly caFromEnv?: boolean
  /** --skip-certs: use what is stored, issue nothing. */
  readonly skipCertificates?: boolean
}

/** Resolves, issues (unless dry), renders and compares; writes nothing. */
export async function makeDraft(session: Session, input: DraftInput): Promise<Draft> {
  const { plan, live, target, images, dry } = input
  const hashKey = live.state.fresh ? newHashKey(session) : live.state.hashKey
  session.io.redactor.add(hashKey)

  const secrets = await resolveSecrets(
    plan.secrets,
    { providers: secretProviders, generated: live.state.generated, hashKey, dry },
    session.io,
  )
  const certificates = await issueCertificates(
    {
      requests: plan.certificates,
      policy: plan.certificatePolicy,
      state: live.state.fresh ? undefined : live.state,
      dry: dry || input.skipCertificates === true,
      force: input.force ?? false,
      caFromEnv: input.caFromEnv ?? false,
    },
    session.io,
  )
  if (input.skipCertificates === true && !dry) refuseMissing(certificates)

  const bundle = await renderBundle({
    plan,
    images,
    certificates: certificates.certificates,
    digest: (value, name) => secrets.digest(value, name),
    templates: input.templates,
  })
  return {
    plan,
    live,
    images,
    secrets,
    certificates,
    bundle,
    changes: target.diff(bundle, live),
    state: nextState(live.state, plan, hashKey, secrets, certificates),
  }
}

function refuseMissing(outcome: CertificateOutcome): void {
  const missing = outcome.certificates.filter((entry) => entry.certificate === undefined)
  if (missing.length === 0) return
  throw new StackError({
    code: 'CERTIFICATE_INVALID',
    message: `--skip-certs, but ${missing.map((entry) => `${entry.request.component} (${entry.reason ?? 'missing'})`).join(', ')} need a certificate`,
    hint: 'Run without --skip-certs once, or put the files at the paths in certificates:',
  })
}

function newHashKey(session: Session): Secret {
  return new Secret('hash key', Buffer.from(session.io.random(32)).toString('base64url'))
}

function nextState(
  state: StackState,
  plan: Plan,
  hashKey: Secret,
  secrets: Secrets,
  outcome: CertificateOutcome,
): StackState {
  const { authority: _old, ...rest } = state
  const authority = outcome.authority ?? state.authority
  return {
    ...rest,
    stack: plan.stack.name,
    hashKey,
    fresh: false,
    generated: { ...state.generated, ...secrets.generated },
    certificates: outcome.certificates.flatMap((entry) => (entry.certificate === undefined ? [] : [entry.certificate])),
    ...(authority === undefined ? {} : { authority }),
  }
}
