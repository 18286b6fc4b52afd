import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import type { Secret } from '../model/secret.ts'
import type { VaultSource } from '../model/stack-secrets.ts'
import { type AskVault, createVaultClient, type VaultAnswer, type VaultRequest } from './client.ts'
import { type IdentityToken, logIn } from './log-in.ts'
import { VaultGone } from './refuse-answer.ts'
import { isClearText, readSettings } from './settings.ts'

/** One log in to Vault, for one run. */
export interface VaultSession {
  readonly address: string
  /** @throws StackError SECRET_UNREACHABLE, at once where `ended` says that nothing will come; any other answer is given back. */
  ask(request: Omit<VaultRequest, 'token' | 'last'>): Promise<VaultAnswer>
  /**
   * What a 403 means.
   *
   * @param capability  What a policy has to give, as Vault calls it: `read`, `update`.
   */
  forbidden(path: string, capability: string): Promise<StackError>
  /** Why no question is answered any more: the server is away, the token is not valid. Undefined as long as some may be. */
  ended(): StackError | undefined
  /** Revokes the token that we were given by logging in, never one that was passed to us. Throws nothing. */
  close(): Promise<void>
}

export interface VaultContext {
  readonly io: Io
  readonly identityToken: IdentityToken
}

/** @throws StackError CONFIG_INVALID, SECRET_MISSING, SECRET_FORBIDDEN (the log in is refused), SECRET_UNREACHABLE. */
export async function openVault(source: VaultSource, { io, identityToken }: VaultContext): Promise<VaultSession> {
  const settings = readSettings(source, io.environment)
  const { address } = settings
  if (isClearText(settings)) warnOnce(address, io)
  const client = createVaultClient(settings, io)
  const { token, isGiven } = await logIn(client, settings, io, identityToken)
  /** Asked at most once: the answer explains every 403 of the run. */
  let isValid: Promise<boolean> | undefined
  let hasRead = false
  let gone: StackError | undefined
  let invalid: StackError | undefined
  // A token without the policy "default" looks invalid, and is not where it could read something.
  const ended = () => gone ?? (hasRead ? undefined : invalid)

  return {
    address,
    ended,
    async ask(request) {
      const reason = ended()
      if (reason !== undefined) throw reason
      try {
        const answer = await client({ ...request, token })
        hasRead ||= answer.status < 300
        return answer
      } catch (error) {
        if (error instanceof VaultGone) gone ??= error
        throw error
      }
    },
    async forbidden(path, capability) {
      isValid ??= client({ path: 'auth/token/lookup-self', token }).then(({ status }) => status !== 403)
      const policy = `path "${path}" { capabilities = ["${capability}"] }`
      if (!(await isValid)) return (invalid ??= notValid(address, isGiven, policy))
      return new StackError({
        code: 'SECRET_FORBIDDEN',
        message: `Vault at ${address} does not let us ${wordFor[capability] ?? capability} ${path}`,
        hint: `A policy of ${isGiven ? 'VAULT_TOKEN' : 'the role'} needs: ${policy}`,
      })
    },
    async close() {
      if (!isGiven) await revoke(client, token, io)
    },
  }
}

/** Secrets and certificates log in separately, in one run with one console. */
const warned = new WeakMap<Io['progress'], Set<string>>()

function warnOnce(address: string, { progress }: Pick<Io, 'progress'>): void {
  const addresses = warned.get(progress) ?? new Set()
  warned.set(progress, addresses)
  if (addresses.has(address)) return
  addresses.add(address)
  progress.problem({
    severity: 'warning',
    code: 'CONFIG_WARNING',
    message: `Vault at ${address} is asked without TLS: the log in and every secret cross the network in clear text`,
    hint: "Give it a certificate and write https:// in ci_cd.secrets.vault.address or VAULT_ADDR; a company's CA is network.ca_file",
  })
}

const wordFor: Readonly<Record<string, string>> = { update: 'write to' }

function notValid(address: string, isGiven: boolean, policy: string): StackError {
  return new StackError({
    code: 'SECRET_FORBIDDEN',
    message: `Vault at ${address} does not accept ${isGiven ? 'VAULT_TOKEN' : 'the token of this run'}: it has expired or was revoked`,
    hint: `${isGiven ? 'Pass a fresh one, or log in with auth: jwt or approle' : 'Give the role a longer token_ttl'}. A token without the policy "default" cannot be told from an expired one: it needs ${policy}`,
  })
}

async function revoke(client: AskVault, token: Secret, io: Pick<Io, 'progress'>): Promise<void> {
  const left = (why: string) =>
    io.progress.line(`Vault: the token of this run was not revoked and ends by itself: ${why}`)
  try {
    const { status, reason } = await client({
      path: 'auth/token/revoke-self',
      method: 'POST',
      token,
      last: true,
    })
    if (status >= 300) left(reason === '' ? `HTTP ${status}` : reason)
  } catch (error) {
    left(error instanceof Error ? error.message : String(error))
  }
}
