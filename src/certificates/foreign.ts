import type { CertificateRequest } from '../model/plan.ts'
import type { Secret } from '../model/secret.ts'
import { loadDer } from './der.ts'
import { issueCa } from './issue-ca.ts'
import { issueLeaf } from './issue-leaf.ts'
import { openSigner, readIssuerFacts } from './signer.ts'

/**
 * A client certificate of the very profile of the gateway's, from a CA that was made for it and is forgotten at once.
 * `verify` shows it to every plugin, which must refuse it.
 */
export async function issueForeignClient(
  now: Date,
): Promise<{ readonly certificatePem: string; readonly keyPem: Secret }> {
  const signer = await openSigner(await issueCa(now), 'a foreign CA', now)
  const [der, issuer] = await Promise.all([loadDer(), readIssuerFacts(signer.certificate)])
  const { chainPem, keyPem } = await issueLeaf(der, signer, issuer, request, now)
  return { certificatePem: chainPem, keyPem }
}

const request: CertificateRequest = {
  component: 'a foreign client',
  kind: 'client',
  commonName: 'mcpgateway',
  dnsNames: ['mcpgateway'],
  keyAlgorithm: 'ecdsa-p256',
  validityDays: 1,
  renewBeforeDays: 0,
}
