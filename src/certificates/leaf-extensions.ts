import { StackError } from '../errors.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Der, Node } from './der.ts'
import { longestCommonName, oids, usageOf } from './profile.ts'
import { extension } from './sign-certificate.ts'

/**
 * The extensions of a leaf that its request decides (CONTRACT §4): what we sign has them, and what we ask others to sign.
 *
 * @throws StackError CERTIFICATE_INVALID for a name that no certificate can carry.
 */
export function leafExtensions(der: Der, request: CertificateRequest): readonly Node[] {
  return [
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
  ]
}

/** The first of its names that fits into a common name. */
export function commonNameOf(request: CertificateRequest): string {
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
