import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import type { Secret } from '../model/secret.ts'
import type { VaultSource } from '../model/stack-secrets.ts'
import { type AskVault, createVaultClient, type VaultAnswer, type VaultRequest } from './client.ts'
import { type IdentityToken, logIn } from './log-in.ts'
import { readSettings } from './settings.ts'

/** One log in to Vault, for one run. */
export interface VaultSession {
  readonly address: string
  /** @throws StackError SECRET_UNREACHABLE; any other answer is given back. */
  ask(request: Omit<VaultRequest, 'token' | 'last'>): Promise<VaultAnswer>
  /**
   * What a 403 means.
   *
   * @param capability  What a policy has to give, as Vault calls it: `read`, `update`.
   */
  forbidden(path: string, capability: string): Promise<StackError>
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
  const client = createVaultClient(settings, io)
  const { token, isGiven } = await logIn(client, settings, io, identityToken)
  /** Asked at most once: the answer explains every 403 of the run. */
  let isValid: Promise<boolean> | undefined

  return {
    address,
    ask: (request) => client({ ...request, token }),
    async forbidden(path, capability) {
      isValid ??= client({ path: 'auth/token/lookup-self', token }).then(({ status }) => status !== 403)
      const policy = `path "${path}" { capabilities = ["${capability}"] }`
      if (!(await isValid)) return notValid(address, isGiven, policy)
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
