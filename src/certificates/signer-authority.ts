import type { AuthorityKeyPair, CertificateAuthority } from '../model/certificate.ts'
import { loadDer } from './der.ts'
import { issueLeaf } from './issue-leaf.ts'
import { readIssuerFacts, type Signer } from './signer.ts'

/** An authority whose CA key is in our hands: what `local` and `env` have in common. */
export function signerAuthority(
  name: string,
  signer: Signer,
  rest: { readonly keyPair?: AuthorityKeyPair } = {},
): CertificateAuthority {
  return {
    name,
    fingerprint: signer.fingerprint,
    trustBundlePem: signer.trustBundlePem,
    notAfter: signer.notAfter,
    problems: signer.problems,
    ...rest,

    async issue(requests, now) {
      if (requests.length === 0) return []
      const [der, issuer] = await Promise.all([loadDer(), readIssuerFacts(signer.certificate)])
      return await Promise.all(requests.map((request) => issueLeaf(der, signer, issuer, request, now)))
    },
  }
}
