import { issueCertificates } from '../certificates/issue.ts'
import { StackError } from '../errors.ts'
import type { Bundle } from '../model/bundle.ts'
import type { CertificateOutcome, CertificateState } from '../model/certificate.ts'
import type { Change } from '../model/change.ts'
import type { EnvValue } from '../model/env-value.ts'
import type { Image } from '../model/image.ts'
import type { Live, StackState } from '../model/live.ts'
import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { Secret } from '../model/secret.ts'
import type { Secrets } from '../model/secrets.ts'
import type { Connection, Target } from '../model/target.ts'
import { authorities } from '../registry.ts'
import { renderBundle } from '../render/render-bundle.ts'
import type { Templates } from '../render/templates.ts'
import { checkValues } from '../secrets/check-values.ts'
import { resolveSecrets } from '../secrets/resolve.ts'
import { withOpenRequests } from './certificate-state.ts'
import { keepLeaves } from './keep-leaves.ts'
import { noteMoves } from './moved-source.ts'
import { type Permissions, permit } from './obstacles.ts'
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
  /** What stands in the way on the target; an error among them ends a deploy before its lock. */
  readonly obstacles: readonly Problem[]
  /** What secrets and certificates have to say. */
  readonly problems: readonly Problem[]
  /** The state as it has to be stored before the bundle is applied. */
  readonly state: StackState
}

export interface DraftInput {
  readonly plan: Plan
  readonly live: Live
  readonly target: Target
  /** For a closer look at what differs; absent where only text is wanted. */
  readonly connection?: Pick<Connection, 'examine'>
  readonly images: readonly Image[]
  readonly templates: Templates
  /** Make nothing: no key, no generated secret; what is missing is pending. */
  readonly dry: boolean
  readonly force?: boolean
  readonly caFromEnv?: boolean
  readonly externalPki?: boolean
  /** --skip-certs: use what is stored, issue nothing. */
  readonly skipCertificates?: boolean
  /** generate --for gitops: fixed names, and references to Secrets that somebody else makes. */
  readonly gitops?: boolean
  readonly permissions?: Permissions
}

/** Resolves, issues (unless dry), renders, looks closer and compares; writes nothing. */
export async function makeDraft(session: Session, input: DraftInput): Promise<Draft> {
  const { plan, live: seen, target, images, dry } = input
  const { state } = seen
  const hashKey = state.fresh ? newHashKey(session) : state.hashKey
  session.io.redactor.add(hashKey)

  const secrets = await resolveSecrets(
    plan.secrets,
    { source: session.secretSource, generated: state.generated, hashKey, dry },
    session.io,
  )
  checkValues(valuesOf(plan), secrets)
  const issued = await issueCertificates(
    {
      authorities,
      secrets: session.secretSource,
      vault: session.vault,
      requests: plan.certificates,
      policy: plan.certificatePolicy,
      state: state.fresh ? undefined : state,
      dry: dry || input.skipCertificates === true,
      force: input.force ?? false,
      caFromEnv: input.caFromEnv ?? false,
      externalPki: input.externalPki ?? false,
    },
    session.io,
  )
  const certificates = input.skipCertificates === true ? useCurrent(issued, session.io.clock.now()) : issued
  if (input.skipCertificates === true && !dry) refuseMissing(certificates)

  const bundle = await renderBundle({
    plan,
    images,
    certificates: certificates.certificates,
    digest: (value, name) => secrets.digest(value, name),
    reference: (value) => secrets.reference(value),
    templates: input.templates,
    ...forKubernetes(input),
  })
  const live = (await input.connection?.examine(bundle, seen)) ?? seen
  return {
    plan,
    live,
    images,
    secrets,
    certificates,
    bundle,
    changes: noteMoves(target.diff(bundle, live), images, live),
    obstacles: permit(target.problems?.(bundle, live) ?? [], input.permissions ?? {}),
    problems: [...secrets.problems, ...certificates.problems, ...tooShort(session)],
    state: nextState(state, plan, hashKey, secrets, certificates),
  }
}

/** What only objects need to know of the place they go to. */
function forKubernetes({ gitops, live, target }: DraftInput) {
  const slotOf = target.slotOf?.(live)
  const namespaceExists = live.kubernetes?.namespaceExists
  return {
    ...(slotOf === undefined ? {} : { slotOf }),
    ...(namespaceExists === undefined ? {} : { namespaceExists }),
    ...(gitops === undefined ? {} : { gitops }),
  }
}

/** Every environment value by `component.VARIABLE`. */
function valuesOf(plan: Plan): Readonly<Record<string, EnvValue>> {
  const components = [plan.gateway, ...plan.plugins, ...plan.infrastructure]
  return Object.fromEntries(
    components.flatMap(({ name, env }) =>
      Object.entries(env).map(([variable, value]): [string, EnvValue] => [`${name}.${variable}`, value]),
    ),
  )
}

/** --skip-certs: what is due for renewal but still good goes on. */
function useCurrent(outcome: CertificateOutcome, now: Date): CertificateOutcome {
  const certificates = outcome.certificates.map((entry): CertificateState => {
    const { current, request } = entry
    if (entry.certificate !== undefined || current === undefined || new Date(current.notAfter) <= now) return entry
    return { request, certificate: current, how: 'kept', reason: entry.reason ?? 'not renewed: --skip-certs' }
  })
  return { ...outcome, certificates }
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

function tooShort(session: Session): readonly Problem[] {
  const names = session.io.redactor.unsearched()
  if (names.length === 0) return []
  return [
    {
      severity: 'warning',
      code: 'CONFIG_WARNING',
      message: `shorter than 8 bytes, so output cannot be searched for them: ${names.join(', ')}`,
      hint: 'They are kept secret all the same; longer values are safer',
    },
  ]
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
  const { authority: _old, ...rest } = withOpenRequests(state, outcome)
  const authority = outcome.authority ?? state.authority
  return {
    ...rest,
    stack: plan.stack.name,
    hashKey,
    fresh: false,
    generated: { ...state.generated, ...secrets.generated },
    certificates: keepLeaves(state, outcome),
    ...(authority === undefined ? {} : { authority }),
  }
}
