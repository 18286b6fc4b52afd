import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
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

/** SubjectPublicKeyInfo as DER. */
export function publicKeyInfo(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' })
}

/** `ecdsa-p256`, `rsa-3072`, else what node:crypto calls it (`ed25519`, `ec secp384r1`). */
export function describeKey(key: KeyObject): string {
  const details = key.asymmetricKeyDetails
  if (key.asymmetricKeyType === 'rsa') return `rsa-${details?.modulusLength}`
  if (key.asymmetricKeyType !== 'ec') return String(key.asymmetricKeyType)
  return details?.namedCurve === 'prime256v1' ? 'ecdsa-p256' : `ec ${details?.namedCurve}`
}
