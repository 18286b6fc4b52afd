import { X509Certificate } from 'node:crypto'
import { StackError } from '../errors.ts'
import type { AuthorityContext } from '../model/certificate.ts'
import type { Problem } from '../model/problem.ts'
import type { VaultAuthorityConfig } from '../model/stack.ts'
import { createVaultClient, type VaultAnswer } from '../vault/client.ts'
import { fieldOf } from '../vault/field.ts'
import { readPlace } from '../vault/settings.ts'
import { buildChain, isRoot } from './build-chain.ts'
import { readCertificates } from './read-certificate.ts'

/** What a PKI engine signs with. */
export interface VaultCa {
  /** Absent where Vault cannot be asked. */
  readonly ca?: X509Certificate
  /** Where its chain ends; absent where Vault does not know the whole chain. */
  readonly root?: X509Certificate
  readonly problems: Problem[]
}

/**
 * The CA that signs and its root, which Vault shows everybody; absent, and a warning, where it cannot be asked: what is valid
 * still is.
 *
 * @throws StackError AUTHORITY_FAILED where the engine or the issuer is not there.
 */
export async function findVaultCa(
  { mount, issuer }: VaultAuthorityConfig,
  { io, vault }: AuthorityContext,
): Promise<VaultCa> {
  if (vault === undefined) return { problems: [] }
  const path = issuer === undefined ? `${mount}/cert/ca` : `${mount}/issuer/${encodeURIComponent(issuer)}/json`
  try {
    const client = createVaultClient(readPlace(vault.source, io.environment), io)
    const answer = await client({ path })
    const { status, reason } = answer
    const pem = status === 200 ? textOf(answer, 'certificate') : ''
    if (pem === '') throw noCa(path, mount, reason === '' ? `HTTP ${status}` : reason)
    const ca = new X509Certificate(pem)
    if (isRoot(ca)) return { ca, root: ca, problems: [] }
    const above =
      issuer === undefined
        ? textOf(await client({ path: `${mount}/cert/ca_chain` }), 'certificate')
        : textOf(answer, 'ca_chain')
    const root = rootAbove(ca, above, path)
    return { ca, ...(root === undefined ? {} : { root }), problems: [] }
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

/** What Vault does not let us read, or not do, as a matter of the authority. */
export function asAuthority(error: unknown): unknown {
  if (!(error instanceof StackError)) return error
  const { code, message, hint } = error
  const isOurs = code === 'SECRET_UNREACHABLE' || code === 'SECRET_FORBIDDEN'
  return isOurs ? new StackError({ code: 'AUTHORITY_FAILED', message, hint, cause: error }) : error
}

/** Empty where it is not there: a mount need not know what is above its CA. */
function textOf({ body }: VaultAnswer, name: string): string {
  const field = fieldOf(fieldOf(body, 'data'), name)
  if (typeof field === 'string') return field
  return Array.isArray(field) ? field.filter((entry) => typeof entry === 'string').join('\n') : ''
}

function rootAbove(ca: X509Certificate, chainPem: string, what: string): X509Certificate | undefined {
  if (chainPem.trim() === '') return undefined
  const { path, broken } = buildChain(ca, readCertificates(chainPem, what), undefined, what)
  return broken === undefined ? path.at(-1) : undefined
}

function noCa(path: string, mount: string, why: string): StackError {
  return new StackError({
    code: 'AUTHORITY_FAILED',
    message: `Vault has no CA at ${path}: ${why}`,
    hint: `certificates.vault.mount names a PKI engine that has a CA (vault secrets list, vault read ${mount}/cert/ca), certificates.vault.issuer one of its issuers`,
  })
}
