import type { AuthorityKeyPair, AuthorityKind, CertificateAuthority } from '../model/certificate.ts'
import { issueCa } from './issue-ca.ts'
import { openSigner } from './signer.ts'
import { signerAuthority } from './signer-authority.ts'

/** Our own CA: its key is kept in the target's store, in ca_path, or nowhere. */
export const localAuthority: AuthorityKind = {
  name: 'local',

  async open(known, { io, dnsNames }) {
    if (known === undefined) return undefined
    io.redactor.add(known.keyPem)
    return await openPair(known, io.clock.now(), dnsNames)
  },

  async found(now, key) {
    return await openPair(await issueCa(now, key), now)
  },
}

async function openPair(
  pair: AuthorityKeyPair,
  now: Date,
  dnsNames?: readonly string[],
): Promise<CertificateAuthority> {
  const signer = await openSigner(pair, 'the CA of certificates.ca_path', now, dnsNames)
  return signerAuthority('local', signer, { keyPair: pair })
}
