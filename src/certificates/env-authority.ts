import { StackError } from '../errors.ts'
import type { AuthorityContext, AuthorityKind } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { Problem } from '../model/problem.ts'
import { Secret } from '../model/secret.ts'
import type { NamedSecret, SecretFinding } from '../model/secrets.ts'
import { openSigner } from './signer.ts'
import { signerAuthority } from './signer-authority.ts'

/**
 * A CA that is given for this run: `CA_CERT` and `CA_KEY` of the providers that are asked for names, or the two places of
 * `ca_secret`; as PEM, as PEM with its line ends written `\n` (which survive one-line variables), or as base64 of the PEM.
 * The key is never written anywhere.
 */
export const envAuthority: AuthorityKind = {
  name: 'env',

  async open(_known, context) {
    const { certificate, key } = await findPair(context)
    if (certificate === undefined && key === undefined) return undefined
    if (certificate === undefined || key === undefined)
      throw halfGiven(key === undefined ? 'CA_KEY' : 'CA_CERT', context.policy.caSecret !== undefined)

    const { dnsNames, io, policy } = context
    const what = policy.caSecret === undefined ? 'CA_CERT and CA_KEY' : 'the CA of certificates.ca_secret'
    const keyPem = registerKey(key, io)
    const given = { certificatePem: toPem(certificate.reveal()), keyPem }
    return signerAuthority('env', await openSigner(given, what, io.clock.now(), dnsNames))
  },
}

interface Pair {
  readonly certificate?: Secret
  readonly key?: Secret
}

/** @throws StackError when they are said to be somewhere and cannot be had. */
async function findPair({ secrets, policy }: AuthorityContext): Promise<Pair> {
  const named = (name: string, from: NamedSecret['from']): NamedSecret =>
    from === undefined ? { name } : { name, from }
  const wanted = [named('CA_CERT', policy.caSecret?.certificate), named('CA_KEY', policy.caSecret?.key)]
  const findings: ReadonlyMap<string, SecretFinding> = (await secrets?.find(wanted)) ?? new Map()
  // One problem may stand for both: a provider that cannot be asked.
  const failed = [...findings.values()].flatMap((finding) =>
    'problem' in finding ? [finding.problem] : 'unread' in finding ? [finding.unread] : [],
  )
  refuseUnread(new Set(failed))
  const get = (name: string): Secret | undefined => {
    const finding = findings.get(name)
    if (finding === undefined || !('value' in finding)) return undefined
    return finding.value.matches(/^\s*$/) ? undefined : finding.value
  }
  const [certificate, key] = [get('CA_CERT'), get('CA_KEY')]
  return { ...(certificate === undefined ? {} : { certificate }), ...(key === undefined ? {} : { key }) }
}

/** @throws StackError with both halves where neither can be had. */
function refuseUnread(found: ReadonlySet<Problem>): void {
  // Providers word their hints for names that are declared; these two have a key of their own.
  const problems = [...found].map(({ hint, ...problem }): Problem => {
    const own = hint?.replace(/`from`(?: in ci_cd\.vault_secrets)?/, 'certificates.ca_secret')
    return { ...problem, ...(own === undefined ? {} : { hint: own }) }
  })
  const [first] = problems
  if (first === undefined) return
  const message = problems.length === 1 ? first.message : 'neither CA_CERT nor CA_KEY can be had'
  throw new StackError({ ...first, message, problems })
}

/** Both forms are secret: the one that was given and the PEM in it. */
function registerKey(given: Secret, io: Io): Secret {
  io.redactor.add(given)
  const keyPem = new Secret('CA_KEY', toPem(given.reveal()))
  io.redactor.add(keyPem)
  return keyPem
}

function toPem(given: string): string {
  const text = given.includes('-----BEGIN') ? given : Buffer.from(given, 'base64').toString('utf8')
  return `${text.replaceAll('\\r', '').replaceAll('\\n', '\n').replaceAll('\r\n', '\n').trim()}\n`
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
