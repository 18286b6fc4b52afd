import { StackError } from '../errors.ts'
import { type KeptLeaf, requestMark } from '../model/cert-manager.ts'
import type { Certificate, CertificateOutcome, CertificateState } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { CertificatesConfig } from '../model/stack.ts'
import { checkAnswer } from './check-answer.ts'
import { findMismatch, type Mismatch } from './match.ts'
import { findOutdated } from './share-trust.ts'
import { toCertificate } from './to-certificate.ts'

export interface KeptOptions {
  readonly requests: readonly CertificateRequest[]
  readonly policy: CertificatesConfig
  /** Name of the authority, for messages: `cert-manager`. */
  readonly authority: string
  readonly leaves: readonly KeptLeaf[]
  /** False: what is missing was asked for already, so it is an error. */
  readonly dry: boolean
  readonly force: boolean
  readonly caFromEnv: boolean
  readonly externalPki?: boolean
  /** Component → why the target was just asked for it. */
  readonly made: ReadonlyMap<string, string>
}

interface Judged {
  readonly request: CertificateRequest
  readonly leaf?: KeptLeaf
  readonly certificate?: Certificate
  readonly mismatch?: Mismatch
  /** What a person should know of one that is good. */
  readonly problems?: readonly Problem[]
}

/**
 * The certificates that the target's own authority keeps, each checked against its request: what is missing or does not serve
 * is pending, or an error once it was asked for. Renewal is the authority's; one that it is late with is a warning.
 *
 * @throws StackError AUTHORITY_FAILED, CERTIFICATE_INVALID (they do not trust one another), NOT_SUPPORTED.
 */
export async function useKeptLeaves(options: KeptOptions, io: Io): Promise<CertificateOutcome> {
  const { authority, dry, requests } = options
  refuseOrders(options)
  const byComponent = new Map(options.leaves.map((leaf) => [leaf.component, leaf]))
  for (const { answer } of options.leaves) if (answer !== undefined) io.redactor.add(answer.keyPem)
  const now = io.clock.now()
  const judged = await Promise.all(
    requests.map((request) => judge(request, byComponent.get(request.component), options, now)),
  )
  const urgent = judged.filter(({ mismatch }) => mismatch?.urgent === true)
  if (!dry && urgent.length > 0) throw notServed(authority, urgent)

  const certificates = judged.map((entry) => toState(entry, options.made))
  const outdated = findOutdated(certificates.flatMap(({ certificate }) => certificate ?? []))
  const distrust = outdated.length === 0 ? [] : [distrusted(authority, outdated)]
  const [first] = distrust
  if (!dry && first !== undefined) throw new StackError(first)
  // What a person should know of an answer is told once, when it is new.
  const told = judged
    .filter(({ request }) => options.made.has(request.component))
    .flatMap(({ problems = [] }) => problems)
  return { certificates, problems: [...distrust, ...late(authority, judged), ...told] }
}

async function judge(
  request: CertificateRequest,
  leaf: KeptLeaf | undefined,
  options: KeptOptions,
  now: Date,
): Promise<Judged> {
  if (leaf?.answer === undefined) return { request, ...(leaf && { leaf }), mismatch: urgently('missing') }
  const { answer } = leaf
  if (answer.trustBundlePem === '') {
    return { request, leaf, mismatch: urgently(`Secret ${leaf.secretName} has no ca.crt: its issuer says no CA`) }
  }
  const { chainPem: pem, keyPem, trustBundlePem } = answer
  const certificate = toCertificate({ request, ...answer })
  const isOtherWish = leaf.request !== requestMark(request, options.policy.issuer)
  const found = findMismatch(certificate, request, { now, authority: undefined, exact: isOtherWish })
  if (found?.urgent === true) return { request, leaf, certificate, mismatch: found }
  if (isOtherWish) return { request, leaf, certificate, mismatch: urgently('something else is asked for') }

  // Whatever an issuer's policy made of the wish: nothing wrong is mounted.
  const source = `Secret ${leaf.secretName}`
  const trust = { pem: trustBundlePem, source: 'its ca.crt' }
  const { problems } = await checkAnswer({ request, keyPem, pem, source }, trust, now)
  const wrong = problems.filter(({ severity }) => severity === 'error')
  const mismatch = wrong.length === 0 ? found : urgently(wrong.map(({ message }) => message).join('; '))
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  return { request, leaf, certificate, problems: warnings, ...(mismatch && { mismatch }) }
}

const urgently = (reason: string): Mismatch => ({ reason, urgent: true })

function toState({ certificate, leaf, mismatch, request }: Judged, made: KeptOptions['made']): CertificateState {
  const kept = leaf === undefined ? {} : { secretName: leaf.secretName }
  if (certificate === undefined || mismatch?.urgent === true) {
    const reason = mismatch?.reason ?? 'missing'
    return { request, how: 'pending', reason, ...kept, ...(certificate && { current: certificate }) }
  }
  const why = made.get(request.component)
  return why === undefined
    ? { request, certificate, how: 'kept', ...kept }
    : { request, certificate, how: 'issued', reason: why, ...kept }
}

/** The same for a release that is brought back: only what is there counts, whatever it was asked for. */
export function readKeptLeaves(leaves: readonly KeptLeaf[]): readonly Certificate[] {
  return leaves.flatMap(({ answer, component }) => {
    if (answer === undefined || answer.trustBundlePem === '') return []
    return [toCertificate({ request: { component, kind: component === 'gateway' ? 'client' : 'server' }, ...answer })]
  })
}

/** Orders that only an authority of ours can follow. */
function refuseOrders({ authority, caFromEnv, externalPki, force }: KeptOptions): void {
  const order = caFromEnv ? '--ca-from-env' : externalPki === true ? '--external-pki' : force ? '--force' : undefined
  if (order === undefined) return
  throw new StackError({
    code: 'NOT_SUPPORTED',
    message: `${order}, but certificates.authority is ${authority}, which issues by itself`,
    hint:
      order === '--force'
        ? 'Have one renewed: cmctl renew NAME-certs (NAME is the component’s service); the next deploy rolls its users'
        : `Set certificates.authority: ${caFromEnv ? 'env' : 'external'}`,
  })
}

function notServed(authority: string, judged: readonly Judged[]): StackError {
  const list = judged.map(({ mismatch, request }) => `${request.component} (${mismatch?.reason})`).join(', ')
  return new StackError({
    code: 'AUTHORITY_FAILED',
    message: `${authority} keeps no certificate that serves ${list}`,
    hint: 'See what it says: kubectl describe certificates; nothing was deployed with it',
  })
}

function distrusted(authority: string, names: readonly string[]): Problem {
  return {
    severity: 'error',
    code: 'CERTIFICATE_INVALID',
    message: `the issuer's CA has changed: ${names.join(', ')} and the others do not trust one another`,
    hint: `Have ${authority} renew those of the old CA (cmctl renew), then deploy: all roll onto the new one`,
  }
}

/** In the window, and the authority has not renewed it. */
function late(authority: string, judged: readonly Judged[]): readonly Problem[] {
  const due = judged.filter(({ mismatch }) => mismatch?.urgent === false)
  if (due.length === 0) return []
  const list = due.map(({ mismatch, request }) => `${request.component} (${mismatch?.reason})`).join(', ')
  return [
    {
      severity: 'warning',
      code: 'CERTIFICATE_EXPIRING',
      message: `${authority} is late with the renewal of ${list}`,
      hint: 'See why: kubectl describe certificates',
    },
  ]
}
