import { StackError } from '../errors.ts'
import type { AuthorityContext } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { Problem } from '../model/problem.ts'
import { Secret } from '../model/secret.ts'
import type { NamedSecret, Provenance, SecretFinding } from '../model/secrets.ts'
import { authorityName, type ChooseOptions } from './choose-authority.ts'
import { contentOf, namesOf, refuseMixedUp, toPem } from './judge-pair.ts'

/** The pair of a CA that is given; its key is known to the redactor as it was given and as PEM. */
export interface AuthorityPair {
  readonly certificatePem: string
  readonly keyPem: Secret
  /** CA_CERT and CA_KEY → where each came from. */
  readonly provenance: Readonly<Record<string, Provenance>>
}

/** Does this run sign with a pair that is given? */
export function signsWithPair(options: Pick<ChooseOptions, 'policy' | 'caFromEnv' | 'externalPki'>): boolean {
  const name = authorityName(options)
  return name === 'env' && (options.policy.autoGenerate || name !== options.policy.authority)
}

/**
 * `CA_CERT` and `CA_KEY` of the providers that are asked for names, or the two places of `ca_secret`; as PEM, as PEM with its
 * line ends written `\n` (which survive one-line variables), or as base64 of the PEM. Undefined where the names are nowhere.
 *
 * @throws StackError when they are said to be somewhere and cannot be had, when only one of them is there, or one is not what it
 *   is called.
 */
export async function findAuthorityPair({
  io,
  secrets,
  policy,
}: Pick<AuthorityContext, 'io' | 'policy' | 'secrets'>): Promise<AuthorityPair | undefined> {
  const { caSecret } = policy
  const named = (name: string, from: NamedSecret['from']): NamedSecret =>
    from === undefined ? { name } : { name, from }
  const wanted = [named('CA_CERT', caSecret?.certificate), named('CA_KEY', caSecret?.key)]
  const findings: ReadonlyMap<string, SecretFinding> = (await secrets?.find(wanted)) ?? new Map()
  const places = new Map([
    ['CA_CERT', caSecret?.places?.certificate],
    ['CA_KEY', caSecret?.places?.key],
  ])
  // One problem may stand for both: a provider that cannot be asked.
  const failed = new Map<Problem, Problem>()
  for (const [name, finding] of findings) {
    const problem = 'problem' in finding ? finding.problem : 'unread' in finding ? finding.unread : undefined
    const place = places.get(name)
    if (problem === undefined || failed.has(problem)) continue
    failed.set(problem, place === undefined ? problem : { ...problem, place })
  }
  refuseUnread([...failed.values()])
  const get = (name: string) => {
    const finding = findings.get(name)
    if (finding === undefined || !('value' in finding)) return undefined
    return finding.value.matches(/^\s*$/) ? undefined : finding
  }
  const [certificate, key] = [get('CA_CERT'), get('CA_KEY')]
  if (certificate === undefined && key === undefined) return undefined
  if (certificate === undefined || key === undefined)
    throw halfGiven(key === undefined ? 'CA_KEY' : 'CA_CERT', caSecret !== undefined)
  // In the wrong place it is a key all the same.
  if (contentOf(certificate.value) === 'key') registerKey(certificate.value, io)
  const keyPem = registerKey(key.value, io)
  refuseMixedUp({ certificate: certificate.value, key: key.value }, namesOf(caSecret), caSecret?.places)
  return {
    certificatePem: toPem(certificate.value.reveal()),
    keyPem,
    provenance: { CA_CERT: certificate.provenance, CA_KEY: key.provenance },
  }
}

/** @throws StackError with both halves where neither can be had. */
function refuseUnread(found: readonly Problem[]): void {
  // Providers word their hints for names that are declared; these two have a key of their own.
  const problems = found.map(({ hint, ...problem }): Problem => {
    const own = hint?.replace(/`from`(?: in ci_cd\.vault_secrets)?/, 'certificates.ca_secret')
    return { ...problem, ...(own === undefined ? {} : { hint: own }) }
  })
  const [first] = problems
  if (first === undefined) return
  const message = problems.length === 1 ? first.message : 'neither CA_CERT nor CA_KEY can be had'
  throw new StackError({ ...first, message, problems })
}

/** Both forms are secret: the one that was given and the PEM in it. */
function registerKey(given: Secret, io: Pick<Io, 'redactor'>): Secret {
  io.redactor.add(given)
  const keyPem = new Secret('CA_KEY', toPem(given.reveal()))
  io.redactor.add(keyPem)
  return keyPem
}

function halfGiven(missing: string, placed: boolean): StackError {
  return new StackError({
    code: 'SECRET_MISSING',
    message: `${missing} is not set, but the other half of the CA is`,
    hint: placed
      ? 'Put it where certificates.ca_secret says, as PEM or base64 of it.'
      : 'Pass both to the step: CA_CERT and CA_KEY, as PEM or base64 of it.',
  })
}
