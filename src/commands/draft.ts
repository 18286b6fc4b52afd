import { StackError } from '../errors.ts'
import type { Bundle } from '../model/bundle.ts'
import type { CertificateOutcome, CertificateState, RollOverOrder } from '../model/certificate.ts'
import type { Change } from '../model/change.ts'
import type { EnvValue } from '../model/env-value.ts'
import type { Image } from '../model/image.ts'
import type { Live, StackState } from '../model/live.ts'
import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { Secrets } from '../model/secrets.ts'
import type { Connection, Target } from '../model/target.ts'
import { renderBundle } from '../render/render-bundle.ts'
import type { Templates } from '../render/templates.ts'
import { checkValues } from '../secrets/check-values.ts'
import { resolveAll } from './ask-secrets.ts'
import { hashKeyOf, issueFor, withCertificates } from './certificate-state.ts'
import { bundleLeaks, refuseNames } from './leaks.ts'
import { noteMoves } from './moved-source.ts'
import { noteRollOver } from './note-roll-over.ts'
import { asWarnings, type Permissions, permit, unsignedOf } from './obstacles.ts'
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
  /** certs rotate: these components' certificates anew. */
  readonly renew?: readonly string[]
  readonly rollOver?: RollOverOrder
  readonly caFromEnv?: boolean
  readonly externalPki?: boolean
  /** --skip-certs: use what is stored, issue nothing. */
  readonly skipCertificates?: boolean
  /** generate --for gitops: fixed names, and references to Secrets that somebody else makes. */
  readonly gitops?: boolean
  /** generate: without a kept key, names say nothing of values; a key of this run alone would give others every time. */
  readonly keptKeyOnly?: boolean
  readonly permissions?: Permissions
  /** Component → why the target's own authority was just asked for its certificate. */
  readonly made?: ReadonlyMap<string, string>
}

/** Resolves, issues (unless dry), renders, looks closer and compares; writes nothing. */
export async function makeDraft(session: Session, input: DraftInput): Promise<Draft> {
  const { plan, live: seen, target, images, dry } = input
  const { state } = seen
  const hashKey = input.keptKeyOnly === true && state.fresh ? undefined : hashKeyOf(session, state)
  if (hashKey !== undefined) session.io.redactor.add(hashKey)

  const secrets = await resolveAll(session, plan, { generated: state.generated, hashKey, dry }, input)
  refuseNames(session, plan, images)
  checkValues(valuesOf(plan), secrets)
  const issued = await issueFor(session, input, seen, {
    dry: dry || input.skipCertificates === true,
    force: input.force ?? false,
    caFromEnv: input.caFromEnv ?? false,
    externalPki: input.externalPki ?? false,
    ...(input.renew === undefined ? {} : { renew: input.renew }),
    ...orderOf(input),
    made: input.made,
  })
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
  const changes = noteMoves(target.diff(bundle, live), images, live)
  return {
    plan,
    live,
    images,
    secrets,
    certificates,
    bundle,
    changes,
    obstacles: [
      ...permit(target.problems?.(bundle, live) ?? [], input.permissions ?? {}),
      // Once: what is made under the lock nobody could have written into a template.
      ...(dry ? bundleLeaks(session, bundle) : []),
    ],
    problems: [
      ...secrets.problems,
      ...certificates.problems,
      ...asWarnings(unsignedOf(certificates)),
      ...noteRollOver({ plan, certificates, changes }),
      ...tooShort(session, plan),
    ],
    state: {
      ...withCertificates(
        session,
        input,
        { state: { ...state, hashKey: hashKey ?? state.hashKey, fresh: false } },
        certificates,
      ),
      generated: { ...state.generated, ...secrets.generated },
    },
  }
}

/** --skip-certs changes no CA. */
function orderOf({ rollOver, skipCertificates }: DraftInput): { readonly rollOver?: RollOverOrder } {
  if (skipCertificates === true) return { rollOver: { kind: 'hold' } }
  return rollOver === undefined ? {} : { rollOver }
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
    const { current } = entry
    if (entry.certificate !== undefined || current === undefined || new Date(current.notAfter) <= now) return entry
    const { current: _current, ...rest } = entry
    return { ...rest, certificate: current, how: 'kept', reason: entry.reason ?? 'not renewed: --skip-certs' }
  })
  const { unsigned: _unsigned, ...rest } = outcome
  return { ...rest, certificates }
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

/** Those that the stack asks for are named with its secrets. */
function tooShort(session: Session, plan: Plan): readonly Problem[] {
  const named = new Set(plan.secrets.map(({ name }) => name))
  const names = session.io.redactor.unsearched().filter((name) => !named.has(name))
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
