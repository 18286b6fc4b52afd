import { StackError } from '../errors.ts'
import type { KeptLeaf } from '../model/cert-manager.ts'
import type {
  AuthorityContext,
  AuthorityKeyPair,
  AuthorityKind,
  CertificateAuthority,
  CertificateOutcome,
  RollOver,
  RollOverOrder,
} from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { StackState } from '../model/live.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { CertificatesConfig } from '../model/stack.ts'
import { awaitSignatures } from './await-signatures.ts'
import { authorityName, type Choice, chooseAuthority } from './choose-authority.ts'
import { judgeInPhase, trusting } from './in-phase.ts'
import { issueMismatched, issueTogether, tellAnotherRoot } from './issue-mismatched.ts'
import { judgeTaken } from './judge-taken.ts'
import { adoptRoots, type Judged, keep, postpone, replaceAll } from './judged.ts'
import { useKeptLeaves } from './kept-by-target.ts'
import { type Found, lookUp } from './look-up.ts'
import { findMismatch, type MatchOptions } from './match.ts'
import { fingerprintOf } from './read-certificate.ts'
import { stepRollOver } from './step-roll-over.ts'
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
  /** `certs rotate`: issue those of these components anew. */
  readonly renew?: readonly string[]
  /** What to do about a change of CAs. */
  readonly rollOver?: RollOverOrder
  /** `--ca-from-env` */
  readonly caFromEnv: boolean
  /** Where a CA pair may be; undefined where nobody may be asked. */
  readonly secrets?: AuthorityContext['secrets']
  /** `--external-pki` */
  readonly externalPki?: boolean
  /** How Vault is reached; undefined where nobody may be asked. */
  readonly vault?: AuthorityContext['vault']
  /** Those of the registry. */
  readonly authorities: readonly AuthorityKind[]
  /** What the target itself keeps, where its authority does. */
  readonly leaves?: readonly KeptLeaf[] | undefined
  /** Component → why the target was just asked for it. */
  readonly made?: ReadonlyMap<string, string> | undefined
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
  if (options.authorities.find(({ name }) => name === policy.authority)?.keptByTarget === true) {
    const { leaves = [], made = new Map() } = options
    return await useKeptLeaves({ ...options, authority: policy.authority, leaves, made }, io)
  }

  const found = lookUp(await readTree(requests, policy, io), state, authorityName(options))
  for (const { certificate } of found.certificates.values()) io.redactor.add(certificate.keyPem)
  const chosen = await chooseAuthority(options, found, io)
  const { choice, rollOver } = await stepRollOver(options, found, chosen, io, () => foundCa(options, found, io))
  return trusting(await issueIn(rollOver, choice, found, options, io), rollOver)
}

async function issueIn(
  rollOver: RollOver | undefined,
  choice: Choice,
  found: Found,
  options: IssueOptions,
  io: Io,
): Promise<CertificateOutcome> {
  const { requests, policy } = options
  const now = io.clock.now()
  const judged = adoptRoots(
    await Promise.all(
      requests.map((request) => judgeTaken(judge(request, found, choice, { ...options, step: rollOver }, now), now)),
    ),
    choice.kind === 'opened' && rollOver === undefined ? choice.authority : undefined,
  )
  const problems = [...found.problems, ...(choice.kind === 'opened' ? choice.problems : [])]
  if (choice.kind === 'opened' && choice.authority.openRequests !== undefined) {
    return awaitSignatures(
      judged,
      { ...choice.authority, openRequests: choice.authority.openRequests },
      options,
      problems,
      io,
    )
  }

  if (judged.every(({ mismatch }) => mismatch === undefined)) {
    const pair = choice.kind === 'opened' ? choice.authority.keyPair : undefined
    return { certificates: judged.map(keep), ...storeOf(pair, policy), ...nothingOpen(options), problems }
  }
  if (choice.kind === 'nobody') return goOnWithout(judged, choice, problems, options.dry)

  // A new CA signs everything: what another one signed would not be trusted beside it.
  const founding = choice.kind === 'founding'
  const entries = founding ? judged.map(replaceAll) : judged
  const allProblems =
    founding && choice.reason !== undefined ? [...problems, newCa(choice.reason, entries.length)] : problems
  if (options.dry) return { certificates: entries.map(postpone), problems: allProblems }

  const authority = choice.kind === 'opened' ? choice.authority : await foundCa(options, found, io)
  const certificates =
    authority.ownRules === true && rollOver === undefined
      ? await issueTogether(entries, authority, io)
      : await issueMismatched(entries, authority, io)
  const apart = authority.ownRules === true && rollOver === undefined ? tellAnotherRoot(judged, certificates, now) : []
  return {
    certificates,
    ...storeOf(authority.keyPair, policy),
    ...nothingOpen(options),
    // What an authority has to say of its answers is known only now.
    problems: [...allProblems, ...apart, ...authority.problems.filter((problem) => !allProblems.includes(problem))],
  }
}

function judge(
  request: CertificateRequest,
  all: Found,
  choice: Choice,
  options: IssueOptions & { readonly step: RollOver | undefined },
  now: Date,
): Judged {
  const found = all.certificates.get(request.component)
  if (found === undefined) return { request, mismatch: { reason: 'missing', urgent: true } }
  const authority = signingCa(choice, all)
  const match = { now, authority, exact: choice.kind !== 'nobody', ownRules: rulesOf(choice) }
  if (options.step !== undefined) return judgeInPhase({ request, found }, options.step, match)
  if (options.force) return { request, found, mismatch: { reason: '--force', urgent: true } }
  if (options.renew?.includes(request.component) === true)
    return { request, found, mismatch: { reason: 'certs rotate', urgent: true } }
  const mismatch = findMismatch(found.certificate, request, match)
  return mismatch === undefined ? { request, found } : { request, found, mismatch }
}

function rulesOf(choice: Choice): MatchOptions['ownRules'] {
  if (choice.kind !== 'opened' || choice.authority.ownRules !== true) return undefined
  return { rootsPem: choice.authority.rootsPem }
}

/** The CA that every certificate must come from: all of them must trust one another. */
function signingCa(choice: Choice, found: Found): string | undefined {
  if (rulesOf(choice) !== undefined) return undefined
  if (choice.kind === 'opened' && choice.authority.fingerprint !== undefined) return choice.authority.fingerprint
  return found.ca === undefined ? undefined : fingerprintOf(found.ca)
}

/** Nobody can sign: certificates that still work are used, with a warning; others end the run, but not one that only looks. */
function goOnWithout(
  judged: readonly Judged[],
  choice: Choice & { readonly kind: 'nobody' },
  problems: readonly Problem[],
  dry: boolean,
): CertificateOutcome {
  const list = (entries: readonly Judged[]) =>
    entries.map(({ request, mismatch }) => `${request.component} (${mismatch?.reason})`).join(', ')
  const urgent = judged.filter(({ mismatch }) => mismatch?.urgent === true)
  if (urgent.length > 0) {
    const unsigned: Problem = {
      severity: 'error',
      code: 'AUTHORITY_FAILED',
      message: `a new certificate is needed for ${list(urgent)}, but ${choice.why}`,
      hint: choice.hint,
    }
    if (dry && choice.given === true) return { certificates: judged.map(postpone), problems, unsigned }
    throw new StackError(unsigned)
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

/** An authority that signs leaves nothing open; keys of requests that nobody needs any more are not kept. */
function nothingOpen({ dry, state }: IssueOptions): Pick<CertificateOutcome, 'openRequests'> {
  return dry || (state?.openRequests ?? []).length === 0 ? {} : { openRequests: [] }
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
