import type { AuthorityKeyPair, AuthorityKind, CertificateAuthority } from '../model/certificate.ts'
import { issueCa } from './issue-ca.ts'
import { isOurs, openSigner, reviewSigner } from './signer.ts'
import { signerAuthority } from './signer-authority.ts'

/** Our own CA: its key is kept in the target's store, in ca_path, or nowhere. */
export const localAuthority: AuthorityKind = {
  name: 'local',

  async open(known, { io }) {
    if (known === undefined) return undefined
    io.redactor.add(known.keyPem)
    return await openPair(known, io.clock.now())
  },

  async found(now, key) {
    return await openPair(await issueCa(now, key), now)
  },
}

async function openPair(pair: AuthorityKeyPair, now: Date): Promise<CertificateAuthority> {
  const what = 'the CA of certificates.ca_path'
  const signer = openSigner(pair, what, now)
  const problems = isOurs(signer.certificate) ? [] : await reviewSigner(signer, what)
  return signerAuthority('local', signer, { keyPair: pair, problems })
}
