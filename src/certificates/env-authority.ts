import type { AuthorityKind } from '../model/certificate.ts'
import { findAuthorityPair } from './authority-pair.ts'
import { namesOf } from './judge-pair.ts'
import { openSigner } from './signer.ts'
import { signerAuthority } from './signer-authority.ts'

/** A CA that is given for this run. The key is never written anywhere. */
export const envAuthority: AuthorityKind = {
  name: 'env',

  async open(_known, context) {
    const pair = await findAuthorityPair(context)
    if (pair === undefined) return undefined
    const { dnsNames, io, policy } = context
    return signerAuthority('env', await openSigner(pair, namesOf(policy.caSecret), io.clock.now(), dnsNames))
  },
}
