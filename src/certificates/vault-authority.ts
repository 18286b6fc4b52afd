import type { AuthorityContext, AuthorityKind } from '../model/certificate.ts'
import { runLimited } from '../model/run-limited.ts'
import { openVault, type VaultSession } from '../vault/session.ts'
import { endOf, fingerprintOf, pemOf } from './read-certificate.ts'
import { refuseAnswers } from './refuse-answers.ts'
import { asAuthority, findVaultCa } from './vault-ca.ts'
import { signByVault } from './vault-sign.ts'

/** Requests at the same time. */
const atOnce = 4

/** The PKI engine of HashiCorp Vault or OpenBao signs our requests; keys stay here. Logged in only while it signs. */
export const vaultAuthority: AuthorityKind = {
  name: 'vault',

  async open(_known, context) {
    const settings = context.policy.vault
    if (settings === undefined) return undefined
    const { ca, root, problems } = await findVaultCa(settings, context)
    return {
      name: 'vault',
      fingerprint: ca === undefined ? undefined : fingerprintOf(ca),
      ...(ca === undefined ? {} : { notAfter: endOf(ca) }),
      ...(root === undefined ? {} : { trustBundlePem: pemOf(root) }),
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
