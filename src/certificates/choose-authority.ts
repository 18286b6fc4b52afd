import { StackError } from '../errors.ts'
import type { AuthorityContext, AuthorityKind, CertificateAuthority } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import { renewDaysOf, soonDays } from '../model/lifetime.ts'
import type { StackState } from '../model/live.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { CertificatesConfig } from '../model/stack.ts'
import type { Found } from './look-up.ts'
import { days } from './match.ts'
import { daysUntil } from './profile.ts'
import { endOf } from './read-certificate.ts'
import { isOurs } from './signer.ts'

/** Who can sign in this run. */
export type Choice =
  | { readonly kind: 'opened'; readonly authority: CertificateAuthority; readonly problems: readonly Problem[] }
  /** A new CA may be founded; `reason` where it takes the place of one whose key is gone. */
  | { readonly kind: 'founding'; readonly reason?: string }
  /** Nobody; `why` completes "… need a certificate, but". */
  | {
      readonly kind: 'nobody'
      readonly why: string
      readonly hint: string
      /** The pair is given to runs that deploy: one that only looks goes on without it. */
      readonly given?: true
    }

export interface ChooseOptions {
  readonly requests: readonly Pick<CertificateRequest, 'dnsNames'>[]
  readonly policy: CertificatesConfig
  readonly caFromEnv: boolean
  /** `--external-pki` */
  readonly externalPki?: boolean
  /** Undefined on a first deploy and without a target. */
  readonly state?: Pick<StackState, 'openRequests'> | undefined
  readonly force: boolean
  readonly authorities: readonly AuthorityKind[]
  /** Where a CA pair may be. */
  readonly secrets?: AuthorityContext['secrets']
  readonly vault?: AuthorityContext['vault']
}

/** Opens the configured authority on what was found; founds nothing yet. */
export async function chooseAuthority(options: ChooseOptions, found: Found, io: Io): Promise<Choice> {
  const { policy, caFromEnv } = options
  const name = authorityName(options)
  if (!policy.autoGenerate && name === policy.authority) {
    return {
      kind: 'nobody',
      why: 'certificates.auto_generate is false',
      hint: 'Renew the files, or set auto_generate: true.',
    }
  }
  const kind = options.authorities.find((entry) => entry.name === name)
  if (kind === undefined) {
    throw new StackError({
      code: 'NOT_SUPPORTED',
      message: `there is no certificate authority named ${name}`,
      hint: `certificates.authority is one of: ${options.authorities.map((entry) => entry.name).join(', ')}`,
    })
  }

  const now = io.clock.now()
  const ended = found.ca !== undefined && endOf(found.ca) <= now
  // A CA of ours that has ended cannot be opened, but it can be followed by a new one; others say themselves what is wrong.
  const authority =
    ended && isOurs(found.ca) && name === 'local'
      ? undefined
      : await kind.open(found.pair, {
          io,
          policy,
          secrets: options.secrets,
          vault: options.vault,
          dnsNames: options.requests.flatMap(({ dnsNames }) => dnsNames),
          openRequests: options.state?.openRequests,
        })
  if (authority !== undefined)
    return { kind: 'opened', authority, problems: [...authority.problems, ...warnOfEnd(authority, policy, now)] }
  if (kind.found === undefined) return notHere(caFromEnv && options.secrets !== undefined)
  if (found.ca === undefined) return { kind: 'founding' }
  if (!isOurs(found.ca)) return keyElsewhere
  if (ended) return { kind: 'founding', reason: `the CA ended on ${endOf(found.ca).toISOString()}` }
  if (policy.caStorage === 'none')
    return { kind: 'founding', reason: 'the key of the old one was not kept (ca_storage: none)' }
  if (options.force) return { kind: 'founding', reason: 'the key of the old one is not here' }
  return keyLost
}

/** Who shall sign: the flags win. @throws StackError USAGE for both of them. */
export function authorityName({
  policy,
  caFromEnv,
  externalPki,
}: Pick<ChooseOptions, 'policy' | 'caFromEnv' | 'externalPki'>): string {
  if (caFromEnv && externalPki === true) {
    throw new StackError({
      code: 'USAGE',
      message: '--ca-from-env and --external-pki are two different signers',
      hint: 'Give one of them.',
    })
  }
  if (caFromEnv) return 'env'
  return externalPki === true ? 'external' : policy.authority
}

/**
 * `--ca-from-env` is an order, where anybody may be asked; `authority: env` in the config can wait until something has to be
 * signed.
 */
function notHere(ordered: boolean): Choice {
  if (ordered) throw orderedButMissing()
  return { kind: 'nobody', why: 'CA_CERT and CA_KEY are not set', hint: passThem, given: true }
}

const passThem = 'Pass them to the step: CA_CERT and CA_KEY, as PEM or base64 of it.'

/** `--ca-from-env` without them. */
export function orderedButMissing(): StackError {
  return new StackError({
    code: 'SECRET_MISSING',
    message: '--ca-from-env, but CA_CERT and CA_KEY are not set',
    hint: passThem,
  })
}

const keyElsewhere: Choice = {
  kind: 'nobody',
  why: 'the key of the CA that signed the others is not here',
  hint: 'Run with --ca-from-env, and CA_CERT and CA_KEY in the environment, or with --external-pki; a second CA is not founded beside an existing one.',
  given: true,
}

const keyLost: Choice = {
  kind: 'nobody',
  why: "the key of the stack's own CA is neither in the target's store nor in certificates.ca_path",
  hint: 'Put ca.key and ca.crt back into certificates.ca_path, or change to a new CA: mcp-deploy certs rotate --ca',
}

const newCaHint: Readonly<Record<string, string>> = {
  env: 'Pass a new CA in CA_CERT and CA_KEY before that day.',
  vault: 'Make a new issuer in Vault and set it as the default before that day.',
}

function warnOfEnd(authority: CertificateAuthority, policy: CertificatesConfig, now: Date): readonly Problem[] {
  const left = authority.notAfter === undefined ? undefined : daysUntil(authority.notAfter, now)
  if (left === undefined || left >= Math.max(soonDays, renewDaysOf(policy))) return []
  return [
    {
      severity: 'warning',
      code: 'CERTIFICATE_EXPIRING',
      message: `the CA (${authority.name}) ends in ${days(left)}, and every certificate with it`,
      hint: newCaHint[authority.name] ?? 'Change to a new one while calls go on: mcp-deploy certs rotate --ca',
    },
  ]
}
