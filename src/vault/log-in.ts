import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import { Secret } from '../model/secret.ts'
import type { AskVault, VaultAnswer } from './client.ts'
import { fieldOf } from './field.ts'
import type { LogInMethod, VaultSettings } from './settings.ts'

/** The CI system's signed word of what this job is, for whom it is meant; undefined where it has none. */
export type IdentityToken = (audience: string | undefined) => Promise<Secret | undefined>

export interface LogIn {
  readonly token: Secret
  /** It was passed to us: others use it too, so it is not ours to revoke. */
  readonly isGiven: boolean
}

/** @throws StackError SECRET_FORBIDDEN with Vault's reason, SECRET_MISSING without anything to log in with. */
export async function logIn(
  client: AskVault,
  { address, logIn: method }: VaultSettings,
  io: Io,
  identityToken: IdentityToken,
): Promise<LogIn> {
  if (method.kind === 'token') {
    io.redactor.add(method.token)
    return { token: method.token, isGiven: true }
  }
  const body = await credentialsOf(method, identityToken)
  for (const value of Object.values(body)) if (value instanceof Secret) io.redactor.add(value)
  const answer = await client({ path: `auth/${method.mount.split('/').map(encodeURIComponent).join('/')}/login`, body })
  const text = fieldOf(fieldOf(answer.body, 'auth'), 'client_token')
  if (answer.status >= 300 || typeof text !== 'string') throw refused(address, method, answer)
  const token = new Secret('the Vault token', text)
  io.redactor.add(token)
  return { token, isGiven: false }
}

async function credentialsOf(
  method: Exclude<LogInMethod, { kind: 'token' }>,
  identityToken: IdentityToken,
): Promise<Record<string, string | Secret>> {
  if (method.kind === 'approle') return { role_id: method.roleId, secret_id: method.secretId }
  const jwt = await identityToken(method.audience)
  if (jwt === undefined) throw method.guessed === true ? noLogIn : noIdentity
  return { jwt, ...(method.role === undefined ? {} : { role: method.role }) }
}

const inPipelines = 'GitHub: permissions: {id-token: write}. GitLab: id_tokens: {MCP_ID_TOKEN: {aud: …}} in the job'

const noLogIn = new StackError({
  code: 'SECRET_MISSING',
  message:
    'Vault is asked and there is no way to log in: neither VAULT_TOKEN, nor VAULT_ROLE_ID and VAULT_SECRET_ID, nor an identity token of a job',
  hint: `Pass VAULT_TOKEN, or VAULT_ROLE_ID and VAULT_SECRET_ID; in a pipeline an identity token is enough. ${inPipelines}`,
})

const noIdentity = new StackError({
  code: 'SECRET_MISSING',
  message: 'Vault is asked with auth: jwt, but there is no identity token here',
  hint: `${inPipelines}. Elsewhere pass VAULT_TOKEN, or VAULT_ROLE_ID and VAULT_SECRET_ID`,
})

function refused(
  address: string,
  method: Exclude<LogInMethod, { kind: 'token' }>,
  { status, reason }: VaultAnswer,
): StackError {
  const who =
    method.kind === 'approle'
      ? 'VAULT_ROLE_ID and VAULT_SECRET_ID'
      : `the identity token${method.role === undefined ? '' : ` for the role ${method.role}`}`
  const why = reason === '' ? `HTTP ${status}` : reason
  return new StackError({
    code: 'SECRET_FORBIDDEN',
    message: `Vault at ${address} refuses ${who} at auth/${method.mount}: ${why}`,
    hint: hintFor(method, status, reason),
  })
}

function hintFor(method: Exclude<LogInMethod, { kind: 'token' }>, status: number, reason: string): string {
  // Vault answers so for a path where nothing is mounted, in order to tell strangers nothing.
  if (status === 403 || status === 404)
    return `Is an auth method mounted there? vault auth list; ci_cd.secrets.vault.mount names it`
  if (method.kind === 'approle')
    return `A secret id ends with its secret_id_ttl and secret_id_num_uses: vault write -f auth/${method.mount}/role/ROLE/secret-id makes a new one`
  if (/expired/i.test(reason))
    return 'The token has expired: run the job again. GitLab makes it at the start of a job, to last for its `timeout`; a clock that is wrong, here or at Vault, looks the same'
  return `Compare bound_audiences, bound_claims and bound_subject of the role (vault read auth/${method.mount}/role/${method.role ?? 'ROLE'}) with ci_cd.secrets.vault.audience and the job`
}
