import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, type X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import { Secret } from '../model/secret.ts'
import type { KeyAlgorithm } from './profile.ts'

const generate = promisify(generateKeyPair)

/** Makes a private key, on a thread of its own: RSA 4096 takes seconds. */
export async function generateKey(algorithm: KeyAlgorithm): Promise<KeyObject> {
  if (algorithm === 'ecdsa-p256') return (await generate('ec', { namedCurve: 'P-256' })).privateKey
  return (await generate('rsa', { modulusLength: Number(algorithm.slice('rsa-'.length)) })).privateKey
}

/** PKCS #8 PEM, as a value that cannot be printed. */
export function exportKey(key: KeyObject, name: string): Secret {
  return new Secret(name, key.export({ type: 'pkcs8', format: 'pem' }).toString())
}

/** @throws an Error of node:crypto when the text is not a private key. */
export function importKey(pem: Secret): KeyObject {
  return createPrivateKey(pem.reveal())
}

/** Is it the private key of this certificate? @throws an Error of node:crypto when the text is not a private key. */
export function isKeyOf(pem: Secret, certificate: X509Certificate): boolean {
  const info = publicInfoOfP256(pem.reveal())
  if (info === undefined) return certificate.checkPrivateKey(importKey(pem))
  return info.equals(certificate.publicKey.export({ type: 'spki', format: 'der' }))
}

// DER of RFC 5208 and RFC 5915 around the private number (32 bytes) and the public point (65 bytes) of a P-256 key.
const p256 = {
  privateKey: Buffer.from('308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420', 'hex'),
  point: Buffer.from('a144034200', 'hex'),
  publicKey: Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex'),
}

/**
 * SubjectPublicKeyInfo of a P-256 key as `exportKey` writes it; undefined for every other text. OpenSSL compares this same
 * public half, but takes 0.8 ms to read the key: a tenth of a second for a hundred plugins whenever nothing has changed.
 */
function publicInfoOfP256(pem: string): Buffer | undefined {
  const [, text] = /^-----BEGIN PRIVATE KEY-----\n([A-Za-z0-9+/=\n]+)\n-----END PRIVATE KEY-----\n$/.exec(pem) ?? []
  const der = Buffer.from(text ?? '', 'base64')
  const pointAt = p256.privateKey.length + 32
  const point = der.subarray(pointAt + p256.point.length)
  const fits =
    point.length === 65 &&
    der.subarray(0, p256.privateKey.length).equals(p256.privateKey) &&
    der.subarray(pointAt, pointAt + p256.point.length).equals(p256.point)
  return fits ? Buffer.concat([p256.publicKey, point]) : undefined
}

/** SubjectPublicKeyInfo as DER. */
export function publicKeyInfo(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' })
}

/** Compared as DER: `KeyObject.equals` of two kinds leaves an error behind in OpenSSL, and the next key that is read throws it. */
export function isSameKey(certificate: X509Certificate, publicInfo: Buffer): boolean {
  return certificate.publicKey.export({ type: 'spki', format: 'der' }).equals(publicInfo)
}

/** `ecdsa-p256`, `rsa-3072`, else what node:crypto calls it (`ed25519`, `ec secp384r1`). */
export function describeKey(key: KeyObject): string {
  const details = key.asymmetricKeyDetails
  if (key.asymmetricKeyType === 'rsa') return `rsa-${details?.modulusLength}`
  if (key.asymmetricKeyType !== 'ec') return String(key.asymmetricKeyType)
  return details?.namedCurve === 'prime256v1' ? 'ecdsa-p256' : `ec ${details?.namedCurve}`
}

/** Of any kind, encrypted ones too. */
export function holdsPrivateKey(pem: string): boolean {
  return /-----BEGIN [A-Z\d ]*PRIVATE KEY-----/.test(pem)
}
