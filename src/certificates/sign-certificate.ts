import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto'
import { StackError } from '../errors.ts'
import type { Der, Node } from './der.ts'
import { describeKey } from './key.ts'
import { oids } from './profile.ts'

/** What goes into a certificate besides its extensions. */
export interface CertificateFields {
  /** DER of the issuer's and the subject's name. */
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  /** SubjectPublicKeyInfo as DER. */
  readonly publicKey: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  readonly extensions: readonly Node[]
}

/** Encodes and signs an X.509 v3 certificate; PEM with a newline at the end. */
export function signCertificate(der: Der, fields: CertificateFields, key: KeyObject): string {
  const { hash, algorithm } = signatureOf(der, key)
  const body = der.sequence(
    der.explicit(0, der.integer(Uint8Array.of(2))),
    der.integer(newSerialNumber()),
    algorithm,
    der.rawSequence(fields.issuer),
    der.sequence(der.time(fields.notBefore), der.time(fields.notAfter)),
    der.rawSequence(fields.subject),
    der.rawSequence(fields.publicKey),
    der.explicit(3, der.sequence(...fields.extensions)),
  )
  const signature = sign(hash, der.encode(body), key)
  return toPem('CERTIFICATE', der.encode(der.sequence(body, algorithm, der.bits(signature))))
}

/** What a certification request says of itself (RFC 2986). */
export interface RequestFields {
  /** DER of the subject's name. */
  readonly subject: Uint8Array
  /** SubjectPublicKeyInfo as DER. */
  readonly publicKey: Uint8Array
  /** Wished for; the signer decides. */
  readonly extensions: readonly Node[]
}

/** Encodes and signs a PKCS #10 request with the key that it is for; PEM with a newline at the end. */
export function signRequest(der: Der, fields: RequestFields, key: KeyObject): string {
  const { hash, algorithm } = signatureOf(der, key)
  const wishes = der.sequence(der.oid(oids.extensionRequest), der.set(der.sequence(...fields.extensions)))
  const body = der.sequence(
    der.integer(Uint8Array.of(0)),
    der.rawSequence(fields.subject),
    der.rawSequence(fields.publicKey),
    // [0] IMPLICIT SET OF Attribute: with one attribute its bytes are those of [0] EXPLICIT.
    der.explicit(0, wishes),
  )
  const signature = sign(hash, der.encode(body), key)
  return toPem('CERTIFICATE REQUEST', der.encode(der.sequence(body, algorithm, der.bits(signature))))
}

/** A name of one common name, as DER. */
export function encodeName(der: Der, commonName: string): Uint8Array {
  return der.encode(der.sequence(der.set(der.sequence(der.oid(oids.commonName), der.text(commonName)))))
}

export function extension(der: Der, oid: string, critical: boolean, content: Node): Node {
  return der.sequence(der.oid(oid), ...(critical ? [der.yes()] : []), der.octets(der.encode(content)))
}

/** SHA-1 over the public key's bits (RFC 5280, 4.2.1.2, method 1): an identifier, not a protection. */
export function keyIdOf(publicKey: Uint8Array): Buffer {
  return createHash('sha1').update(bitsOf(publicKey)).digest()
}

/** The BIT STRING of a SubjectPublicKeyInfo that node:crypto wrote: it is the last element, so it ends where the whole ends. */
function bitsOf(publicKey: Uint8Array): Uint8Array {
  const skip = (at: number): { readonly content: number; readonly end: number } => {
    const first = publicKey[at + 1] ?? 0
    if (first < 0x80) return { content: at + 2, end: at + 2 + first }
    const bytes = publicKey.subarray(at + 2, at + 2 + (first & 0x7f))
    const content = at + 2 + bytes.length
    return { content, end: content + bytes.reduce((length, byte) => length * 256 + byte, 0) }
  }
  const algorithm = skip(skip(0).content)
  const bits = skip(algorithm.end)
  return publicKey.subarray(bits.content + 1, bits.end)
}

/** 16 random bytes, the top bit cleared: DER integers are signed and a serial must be positive (RFC 5280, 4.1.2.2). */
function newSerialNumber(): Uint8Array {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return bytes
}

interface SigningAlgorithm {
  readonly hash: string
  readonly oid: string
}

const byCurve: Readonly<Record<string, SigningAlgorithm>> = {
  prime256v1: { hash: 'sha256', oid: '1.2.840.10045.4.3.2' },
  secp384r1: { hash: 'sha384', oid: '1.2.840.10045.4.3.3' },
  secp521r1: { hash: 'sha512', oid: '1.2.840.10045.4.3.4' },
}

/**
 * RFC 5758 and RFC 4055: the hash follows the curve.
 *
 * @throws StackError AUTHORITY_FAILED for a key that we cannot sign with.
 */
export function algorithmFor(key: KeyObject): SigningAlgorithm {
  const curve = key.asymmetricKeyType === 'ec' ? key.asymmetricKeyDetails?.namedCurve : undefined
  const found =
    key.asymmetricKeyType === 'rsa' ? { hash: 'sha256', oid: '1.2.840.113549.1.1.11' } : byCurve[curve ?? '']
  if (found !== undefined) return found
  throw new StackError({
    code: 'AUTHORITY_FAILED',
    message: `a CA key of type ${describeKey(key)} cannot sign here`,
    hint: 'Use a CA with an RSA key, or an EC key on P-256, P-384 or P-521.',
  })
}

/** RSA names NULL parameters, the others none. */
function signatureOf(der: Der, key: KeyObject): { readonly hash: string; readonly algorithm: Node } {
  const { hash, oid } = algorithmFor(key)
  const parameters = key.asymmetricKeyType === 'rsa' ? [der.nothing()] : []
  return { hash, algorithm: der.sequence(der.oid(oid), ...parameters) }
}

function toPem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
