import { loadDer } from '../../src/certificates/der.ts'
import { issueCa } from '../../src/certificates/issue-ca.ts'
import { issueLeaf } from '../../src/certificates/issue-leaf.ts'
import { openSigner, readIssuerFacts } from '../../src/certificates/signer.ts'
import type { CertificateRequest } from '../../src/model/plan.ts'

export interface TestCertificates {
  readonly caPem: string
  readonly client: { readonly chainPem: string; readonly keyPem: string }
  readonly server: { readonly chainPem: string; readonly keyPem: string }
}

/** A CA, the gateway's certificate and that of a plugin named `opa`, as the product issues them. */
export async function issueTestCertificates(): Promise<TestCertificates> {
  const now = new Date()
  const signer = await openSigner(await issueCa(now), 'the CA of the test', now)
  const [der, issuer] = await Promise.all([loadDer(), readIssuerFacts(signer.certificate)])
  const issue = async (kind: 'client' | 'server', name: string) => {
    const request: CertificateRequest = {
      component: name,
      kind,
      commonName: name,
      dnsNames: [name],
      keyAlgorithm: 'ecdsa-p256',
      validityDays: 30,
      renewBeforeDays: 10,
    }
    const { chainPem, keyPem, trustBundlePem } = await issueLeaf(der, signer, issuer, request, now)
    return { chainPem, keyPem: keyPem.reveal(), trustBundlePem }
  }
  const [client, server] = [await issue('client', 'mcpgateway'), await issue('server', 'opa')]
  return { caPem: client.trustBundlePem, client, server }
}
