import { X509Certificate } from 'node:crypto'
import { StackError } from '../errors.ts'
import type { AuthorityContext, AuthorityKind } from '../model/certificate.ts'
import type { Problem } from '../model/problem.ts'
import { runLimited } from '../model/run-limited.ts'
import type { VaultAuthorityConfig } from '../model/stack.ts'
import { createVaultClient } from '../vault/client.ts'
import { fieldOf } from '../vault/field.ts'
import { openVault, type VaultSession } from '../vault/session.ts'
import { readPlace } from '../vault/settings.ts'
import { isRoot } from './build-chain.ts'
import { endOf, fingerprintOf, pemOf } from './read-certificate.ts'
import { refuseAnswers } from './refuse-answers.ts'
import { signByVault } from './vault-sign.ts'

/** Requests at the same time. */
const atOnce = 4

/** The PKI engine of HashiCorp Vault or OpenBao signs our requests; keys stay here. Logged in only while it signs. */
export const vaultAuthority: AuthorityKind = {
  name: 'vault',

  async open(_known, context) {
    const settings = context.policy.vault
    if (settings === undefined) return undefined
    const { ca, problems } = await findCa(settings, context)
    return {
      name: 'vault',
      fingerprint: ca === undefined ? undefined : fingerprintOf(ca),
      ...(ca === undefined ? {} : { notAfter: endOf(ca) }),
      // Above an intermediate the root is known only when Vault has answered.
      ...(ca === undefined || !isRoot(ca) ? {} : { trustBundlePem: pemOf(ca) }),
      problems,

      async issue(requests, now) {
        if (requests.length === 0) return []
        const session = await openFor(context)
        try {
          const answers = await runLimited(requests, atOnce, (request) =>
            signByVault(session, request, settings, { ca, now, io: context.io }),
          )
          const found = answers.flatMap((answer) => answer.problems)
          const issued = answers.flatMap((answer) => (answer.issued === undefined ? [] : [answer.issued]))
          if (issued.length < requests.length)
            throw refuseAnswers(found, 'Nothing was changed; correct the role and run again.')
          problems.push(...found)
          return issued
        } finally {
          await session.close()
        }
      },
    }
  },
}

async function openFor({ io, vault }: AuthorityContext): Promise<VaultSession> {
  if (vault === undefined) throw new Error('a run that may ask nobody must not sign')
  try {
    return await openVault(vault.source, { io, identityToken: vault.identityToken })
  } catch (error) {
    throw asAuthority(error)
  }
}

/** The CA that signs, which Vault shows everybody; absent, and a warning, where it cannot be asked: what is valid still is. */
async function findCa(
  { mount, issuer }: VaultAuthorityConfig,
  { io, vault }: AuthorityContext,
): Promise<{ readonly ca?: X509Certificate; readonly problems: Problem[] }> {
  if (vault === undefined) return { problems: [] }
  const path = issuer === undefined ? `${mount}/cert/ca` : `${mount}/issuer/${encodeURIComponent(issuer)}/json`
  try {
    const { status, body, reason } = await createVaultClient(readPlace(vault.source, io.environment), io)({ path })
    const pem = fieldOf(fieldOf(body, 'data'), 'certificate')
    if (status === 200 && typeof pem === 'string' && pem !== '') return { ca: new X509Certificate(pem), problems: [] }
    throw noCa(path, mount, reason === '' ? `HTTP ${status}` : reason)
  } catch (error) {
    if (!(error instanceof StackError) || error.code !== 'SECRET_UNREACHABLE') throw asAuthority(error)
    const { message } = error
    return {
      problems: [
        {
          severity: 'warning',
          code: 'AUTHORITY_FAILED',
          message: `certificates are compared without their CA: ${message}`,
          ...(error.hint === undefined ? {} : { hint: error.hint }),
        },
      ],
    }
  }
}

function noCa(path: string, mount: string, why: string): StackError {
  return new StackError({
    code: 'AUTHORITY_FAILED',
    message: `Vault has no CA at ${path}: ${why}`,
    hint: `certificates.vault.mount names a PKI engine that has a CA (vault secrets list, vault read ${mount}/cert/ca), certificates.vault.issuer one of its issuers`,
  })
}

function asAuthority(error: unknown): unknown {
  if (!(error instanceof StackError)) return error
  const { code, message, hint } = error
  const isOurs = code === 'SECRET_UNREACHABLE' || code === 'SECRET_FORBIDDEN'
  return isOurs ? new StackError({ code: 'AUTHORITY_FAILED', message, hint, cause: error }) : error
}
