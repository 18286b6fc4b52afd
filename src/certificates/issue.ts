import { StackError } from '../errors.ts'
import type {
  AuthorityContext,
  AuthorityKeyPair,
  AuthorityKind,
  CertificateAuthority,
  CertificateOutcome,
  CertificateState,
} from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { StackState } from '../model/live.ts'
import { isPending } from '../model/pending.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { CertificatesConfig } from '../model/stack.ts'
import { type Choice, chooseAuthority } from './choose-authority.ts'
import { type Found, type FoundCertificate, lookUp } from './look-up.ts'
import { findMismatch, type Mismatch } from './match.ts'
import { fingerprintOf, toCertificate } from './read-certificate.ts'
import { readTree } from './tree.ts'

export interface IssueOptions {
  readonly requests: readonly CertificateRequest[]
  readonly policy: CertificatesConfig
  /** Undefined on a first deploy and without a target. */
  readonly state: StackState | undefined
  /** Make nothing: what has to be issued is `pending` with its reason. */
  readonly dry: boolean
  /** Issue everything anew. */
  readonly force: boolean
  /** `--ca-from-env` */
  readonly caFromEnv: boolean
  /** Where a CA pair may be; undefined where nobody may be asked. */
  readonly secrets?: AuthorityContext['secrets']
  /** Those of the registry. */
  readonly authorities: readonly AuthorityKind[]
}

interface Judged {
  readonly request: CertificateRequest
  readonly found?: FoundCertificate
  readonly mismatch?: Mismatch
}

/**
 * Finds every certificate that is asked for — files, then the target's store — and issues only what is missing, inside its
 * renewal window, no longer matching its request, or everything with `force`. Writes nothing: the caller keeps `authority`
 * and the certificates in the state, and calls `writeCertificateTree` where `authorityForFiles` is set.
 *
 * @throws StackError CERTIFICATE_INVALID (incomplete or broken files, auto_generate: false), AUTHORITY_FAILED (nobody here can
 *   sign), SECRET_MISSING (`--ca-from-env` without CA_CERT and CA_KEY)
 */
export async function issueCertificates(options: IssueOptions, io: Io): Promise<CertificateOutcome> {
  const { requests, policy, state } = options
  if (requests.length === 0) return { certificates: [], problems: [] }

  const found = lookUp(await readTree(requests, policy, io), state)
  for (const { certificate } of found.certificates.values()) io.redactor.add(certificate.keyPem)
  const choice = await chooseAuthority(options, found, io)
  const judged = requests.map((request) => judge(request, found, choice, options, io.clock.now()))
  const problems = [...found.problems, ...(choice.kind === 'opened' ? choice.problems : [])]

  if (judged.every(({ mismatch }) => mismatch === undefined)) {
    const pair = choice.kind === 'opened' ? choice.authority.keyPair : undefined
    return { certificates: judged.map(keep), ...storeOf(pair, policy), problems }
  }
  if (choice.kind === 'nobody') return goOnWithout(judged, choice, problems)

  // A new CA signs everything: what another one signed would not be trusted beside it.
  const founding = choice.kind === 'founding'
  const entries = founding ? judged.map(replaceAll) : judged
  const allProblems =
    founding && choice.reason !== undefined ? [...problems, newCa(choice.reason, entries.length)] : problems
  if (options.dry) return { certificates: entries.map(postpone), problems: allProblems }

  const authority = choice.kind === 'opened' ? choice.authority : await foundCa(options, found, io)
  const certificates = await issueMismatched(entries, authority, io)
  return { certificates, ...storeOf(authority.keyPair, policy), problems: allProblems }
}

function judge(request: CertificateRequest, all: Found, choice: Choice, options: IssueOptions, now: Date): Judged {
  const found = all.certificates.get(request.component)
  if (found === undefined) return { request, mismatch: { reason: 'missing', urgent: true } }
  if (options.force) return { request, found, mismatch: { reason: '--force', urgent: true } }
  const mismatch = findMismatch(found.certificate, request, {
    now,
    authority: signingCa(choice, all),
    exact: choice.kind !== 'nobody',
  })
  return mismatch === undefined ? { request, found } : { request, found, mismatch }
}

/** The CA that every certificate must come from: all of them must trust one another. */
function signingCa(choice: Choice, found: Found): string | undefined {
  if (choice.kind === 'opened' && choice.authority.fingerprint !== undefined) return choice.authority.fingerprint
  return found.ca === undefined ? undefined : fingerprintOf(found.ca)
}

function keep({ request, found }: Judged): CertificateState {
  if (found === undefined) throw new Error(`nothing to keep for ${request.component}`)
  return { request, certificate: found.certificate, how: found.how }
}

function postpone(judged: Judged): CertificateState {
  if (judged.mismatch === undefined) return keep(judged)
  const { request, found, mismatch } = judged
  return {
    request,
    how: 'pending',
    reason: mismatch.reason,
    ...(found === undefined ? {} : { current: found.certificate }),
  }
}

function replaceAll(judged: Judged): Judged {
  return judged.mismatch === undefined ? { ...judged, mismatch: { reason: 'another CA', urgent: true } } : judged
}

/** Nobody can sign: certificates that still work are used, with a warning; others end the run. */
function goOnWithout(
  judged: readonly Judged[],
  choice: Choice & { readonly kind: 'nobody' },
  problems: readonly Problem[],
): CertificateOutcome {
  const list = (entries: readonly Judged[]) =>
    entries.map(({ request, mismatch }) => `${request.component} (${mismatch?.reason})`).join(', ')
  const urgent = judged.filter(({ mismatch }) => mismatch?.urgent === true)
  if (urgent.length > 0) {
    throw new StackError({
      code: 'AUTHORITY_FAILED',
      message: `a new certificate is needed for ${list(urgent)}, but ${choice.why}`,
      hint: choice.hint,
    })
  }
  const due = judged.filter(({ mismatch }) => mismatch !== undefined)
  const warning: Problem = {
    severity: 'warning',
    code: 'CERTIFICATE_EXPIRING',
    message: `due for renewal: ${list(due)}, but ${choice.why}`,
    hint: choice.hint,
  }
  return { certificates: judged.map(keep), problems: [...problems, warning] }
}

async function foundCa(options: IssueOptions, found: Found, io: Io): Promise<CertificateAuthority> {
  const kind = options.authorities.find((entry) => entry.name === options.policy.authority)
  const authority = await kind?.found?.(io.clock.now(), found.caKey)
  if (authority === undefined) throw new Error(`the authority ${options.policy.authority} cannot found a CA`)
  if (authority.keyPair !== undefined) io.redactor.add(authority.keyPair.keyPem)
  return authority
}

async function issueMismatched(
  judged: readonly Judged[],
  authority: CertificateAuthority,
  io: Io,
): Promise<readonly CertificateState[]> {
  const wanted = judged.filter(({ mismatch }) => mismatch !== undefined)
  const answers = await authority.issue(
    wanted.map(({ request }) => request),
    io.clock.now(),
  )
  const answerOf = new Map(wanted.map(({ request }, index) => [request, answers[index]]))
  return judged.map((entry) => {
    if (entry.mismatch === undefined) return keep(entry)
    const answer = answerOf.get(entry.request)
    if (answer === undefined || isPending(answer)) return postpone(entry)
    io.redactor.add(answer.keyPem)
    return { request: entry.request, certificate: toCertificate(answer), how: 'issued', reason: entry.mismatch.reason }
  })
}

function storeOf(pair: AuthorityKeyPair | undefined, policy: CertificatesConfig): Partial<CertificateOutcome> {
  if (pair === undefined || policy.caStorage === 'none') return {}
  return policy.caStorage === 'target' ? { authority: pair } : { authorityForFiles: pair }
}

function newCa(reason: string, count: number): Problem {
  return {
    severity: 'warning',
    code: 'CERTIFICATE_EXPIRING',
    message: `a new CA is founded and signs ${count === 1 ? 'the certificate' : `all ${count} certificates`} anew: ${reason}`,
    hint: 'Calls between gateway and plugins fail until both have their new certificates.',
  }
}
