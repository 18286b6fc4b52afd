import { StackError } from '../errors.ts'
import type { Issued } from '../model/certificate.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Der } from './der.ts'
import { exportKey, generateKey, publicKeyInfo } from './key.ts'
import { commonNameOf, leafExtensions } from './leaf-extensions.ts'
import { addDays, addMinutes, clockSkewMinutes, oids } from './profile.ts'
import { isSignedBy, readCertificates } from './read-certificate.ts'
import { encodeName, extension, keyIdOf, signCertificate } from './sign-certificate.ts'
import type { IssuerFacts, Signer } from './signer.ts'

/**
 * Issues one leaf with a new key, by the profile of CONTRACT §4, and checks it against its CA.
 * Its life is counted from five minutes before `now` and ends with its CA's at the latest.
 *
 * @throws StackError CERTIFICATE_INVALID for a name that no certificate can carry.
 */
export async function issueLeaf(
  der: Der,
  signer: Signer,
  issuer: IssuerFacts,
  request: CertificateRequest,
  now: Date,
): Promise<Issued> {
  const key = await generateKey(request.keyAlgorithm)
  const publicKey = publicKeyInfo(key)
  const notBefore = addMinutes(now, -clockSkewMinutes)
  const wanted = addDays(notBefore, request.validityDays)
  const certificatePem = signCertificate(
    der,
    {
      issuer: issuer.subject,
      subject: encodeName(der, commonNameOf(request)),
      publicKey,
      notBefore,
      notAfter: wanted < signer.notAfter ? wanted : signer.notAfter,
      extensions: [
        ...leafExtensions(der, request),
        extension(der, oids.subjectKeyIdentifier, false, der.octets(keyIdOf(publicKey))),
        extension(der, oids.authorityKeyIdentifier, false, der.sequence(der.implicit(0, issuer.keyId))),
      ],
    },
    signer.key,
  )
  checkIssued(certificatePem, signer, request)
  return {
    request,
    chainPem: certificatePem + signer.intermediatesPem,
    keyPem: exportKey(key, `the key of ${request.component}`),
    trustBundlePem: signer.trustBundlePem,
  }
}

/** A verifier would refuse it later; here the cause is still known. */
function checkIssued(certificatePem: string, signer: Signer, request: CertificateRequest): void {
  const [leaf] = readCertificates(certificatePem, `the certificate of ${request.component}`)
  if (isSignedBy(leaf, signer.certificate)) return
  throw new StackError({
    code: 'AUTHORITY_FAILED',
    message: `the certificate of ${request.component} does not verify against the CA that signed it`,
    hint: 'The CA certificate has a form that we do not understand: please report it (without its key).',
  })
}
