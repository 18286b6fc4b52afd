import { StackError } from '../errors.ts'
import type { Issued } from '../model/certificate.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Der, Node } from './der.ts'
import { exportKey, generateKey, publicKeyInfo } from './key.ts'
import { addDays, clockSkewMinutes, longestCommonName, oids, usageOf } from './profile.ts'
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
  const notBefore = new Date(now.getTime() - clockSkewMinutes * 60_000)
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
        // An empty SEQUENCE: CA is FALSE by default, and DER leaves defaults out.
        extension(der, oids.basicConstraints, true, der.sequence()),
        // digitalSignature is bit 0.
        extension(der, oids.keyUsage, true, der.bits(Uint8Array.of(0x80), 7)),
        extension(der, oids.extendedKeyUsage, false, der.sequence(der.oid(usageOf[request.kind]))),
        extension(
          der,
          oids.subjectAltName,
          false,
          der.sequence(...request.dnsNames.map((name) => dnsName(der, request, name))),
        ),
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

function commonNameOf(request: CertificateRequest): string {
  return [request.commonName, ...request.dnsNames].find(fitsCommonName) ?? request.component.slice(0, longestCommonName)
}

function fitsCommonName(name: string): boolean {
  return name.length > 0 && name.length <= longestCommonName
}

/** `[2] IA5String` of a GeneralName. */
function dnsName(der: Der, request: CertificateRequest, name: string): Node {
  if (!/^[\x21-\x7e]+$/.test(name)) {
    throw new StackError({
      code: 'CERTIFICATE_INVALID',
      message: `the certificate of ${request.component} cannot carry the name ${JSON.stringify(name)}`,
      hint: 'Use ASCII letters, digits, "-" and "_" in the component\'s name.',
    })
  }
  return der.implicit(2, Buffer.from(name, 'ascii'))
}
