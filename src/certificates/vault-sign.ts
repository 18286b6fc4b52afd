import type { X509Certificate } from 'node:crypto'
import { StackError } from '../errors.ts'
import type { Issued } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { VaultAuthorityConfig } from '../model/stack.ts'
import type { VaultAnswer } from '../vault/client.ts'
import { fieldOf } from '../vault/field.ts'
import type { VaultSession } from '../vault/session.ts'
import { checkAnswer } from './check-answer.ts'
import { makeSigningRequest } from './csr.ts'
import { commonNameOf } from './leaf-extensions.ts'
import { endOf, findIssuer, fingerprintOf, showName } from './read-certificate.ts'

interface Around {
  /** The CA that the mount says it signs with; undefined where it could not be asked. */
  readonly ca: X509Certificate | undefined
  readonly now: Date
  readonly io: Pick<Io, 'redactor'>
}

const secondsPerDay = 86_400

/**
 * Has one request signed by the role for its kind and checks what comes back.
 *
 * @returns `issued`, or errors that name the setting of the role that would mend it.
 */
export async function signByVault(
  session: VaultSession,
  request: CertificateRequest,
  settings: VaultAuthorityConfig,
  { ca, now, io }: Around,
): Promise<{ readonly issued?: Issued; readonly problems: readonly Problem[] }> {
  const role = request.kind === 'client' ? settings.clientRole : settings.role
  const issuer = settings.issuer === undefined ? '' : `/issuer/${encodeURIComponent(settings.issuer)}`
  const path = `${settings.mount}${issuer}/sign/${encodeURIComponent(role)}`
  const seconds = lifeInSeconds(request, settings, ca, now)
  const signing = await makeSigningRequest(request)
  io.redactor.add(signing.keyPem)
  const answer = await session
    .ask({
      path,
      body: {
        csr: signing.csrPem,
        // Where the role does not take the names from the request (use_csr_sans).
        common_name: commonNameOf(request),
        alt_names: request.dnsNames.join(','),
        exclude_cn_from_sans: 'true',
        ttl: `${seconds}s`,
      },
    })
    .catch((error: unknown) => failure(error, request))
  if (!('status' in answer)) return { problems: [answer] }
  if (answer.status !== 200) return { problems: [await refusal(session, answer, request, path, settings, role)] }

  const pem = certificatesIn(answer.body)
  const asked = { ...request, validityDays: Math.floor(seconds / secondsPerDay) }
  const checked = await checkAnswer({ ...signing, request: asked, pem, source: `from ${path}` }, undefined, now)
  const problems = checked.problems.map((problem) => withSetting(problem, request, `${settings.mount}/roles/${role}`))
  if (checked.issued === undefined) return { problems }
  const issued = { ...checked.issued, request }
  const stranger = findStranger(issued, ca)
  return stranger === undefined
    ? { issued, problems }
    : { problems: [...problems, anotherIssuer(stranger, request, path)] }
}

/** `ttl` of the file, else what was asked for; never longer than the CA lives, which Vault refuses. */
function lifeInSeconds(
  { validityDays }: CertificateRequest,
  { ttlSeconds }: VaultAuthorityConfig,
  ca: X509Certificate | undefined,
  now: Date,
): number {
  const wanted = ttlSeconds ?? validityDays * secondsPerDay
  if (ca === undefined) return wanted
  const left = Math.floor((endOf(ca).getTime() - now.getTime()) / 1000) - clockSkewSeconds
  return Math.max(1, Math.min(wanted, left))
}

/** Vault counts from its own clock. */
const clockSkewSeconds = 60

function certificatesIn(body: unknown): string {
  const data = fieldOf(body, 'data')
  const chain = fieldOf(data, 'ca_chain')
  return [fieldOf(data, 'certificate'), ...(Array.isArray(chain) ? chain : []), fieldOf(data, 'issuing_ca')]
    .filter((text) => typeof text === 'string')
    .join('\n')
}

/** The issuer, where it is not the CA that the next deploy will compare with: it would issue everything anew each time. */
function findStranger(issued: Issued, ca: X509Certificate | undefined): X509Certificate | undefined {
  const issuer = findIssuer(issued)
  return ca === undefined || issuer === undefined || fingerprintOf(issuer) === fingerprintOf(ca) ? undefined : issuer
}

function anotherIssuer(issuer: X509Certificate, request: CertificateRequest, path: string): Problem {
  return toProblem(
    request,
    `${path} signs with ${showName(issuer.subject)}, which is not the mount's default issuer`,
    'Name it in certificates.vault.issuer (vault list pki/issuers)',
  )
}

/** A server that ends in the middle is a problem of this certificate; an interrupted run and our own bugs are not. */
function failure(error: unknown, request: CertificateRequest): Problem {
  if (!(error instanceof StackError) || error.code !== 'SECRET_UNREACHABLE') throw error
  return toProblem(request, error.message, error.hint)
}

async function refusal(
  session: VaultSession,
  { status, reason }: VaultAnswer,
  request: CertificateRequest,
  path: string,
  { mount }: VaultAuthorityConfig,
  role: string,
): Promise<Problem> {
  if (status === 403) {
    const { message, hint } = await session.forbidden(path, 'update')
    return toProblem(request, message, hint)
  }
  const why = reason === '' ? `HTTP ${status}` : reason
  const known = refusals.find(([pattern]) => pattern.test(why))
  const setting =
    known === undefined ? `vault read ${mount}/roles/${role}` : `vault patch ${mount}/roles/${role} ${known[1]}`
  return toProblem(request, `Vault does not sign at ${path}: ${why}`, setting)
}

/** Vault's words → the setting of the role that permits it. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [
    /not allowed by this role/,
    'allow_any_name=true, or allowed_domains with allow_bare_domains=true allow_subdomains=true',
  ],
  [/requires? keys? of type|key type|key bits/i, 'key_type=any (certificates.key_algorithm says which)'],
  [/beyond the expiration of the CA/, 'max_ttl, less than what is left of the CA'],
]

/** What the checker finds → the setting of the role that mends it. */
const settingFor: readonly (readonly [RegExp, (kind: CertificateRequest['kind']) => string])[] = [
  [
    /extended key usage/,
    (kind) =>
      kind === 'server'
        ? 'server_flag=true client_flag=false'
        : "server_flag=false client_flag=true; certificates.vault.client_role names a role of the gateway's own",
  ],
  [/key usage/, () => 'key_usage=DigitalSignature'],
  [/DNS names? /, () => 'use_csr_sans=true'],
  [/CA:TRUE/, () => 'basic_constraints_valid_for_non_ca=true'],
  [/renewal window|is valid for/, () => 'max_ttl; the mount limits it too: vault secrets tune -max-lease-ttl'],
  [/which signed|root/, () => 'issuer_ref of an issuer whose chain goes up to its root (vault read pki/cert/ca_chain)'],
]

function withSetting(problem: Problem, { kind }: CertificateRequest, role: string): Problem {
  const known = settingFor.find(([pattern]) => pattern.test(problem.message))
  return known === undefined ? problem : { ...problem, hint: `vault patch ${role} ${known[1](kind)}` }
}

function toProblem({ component }: CertificateRequest, why: string, hint: string | undefined): Problem {
  return {
    severity: 'error',
    code: 'AUTHORITY_FAILED',
    message: `certificate of ${component}: ${why}`,
    ...(hint === undefined ? {} : { hint }),
  }
}
