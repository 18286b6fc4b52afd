import type { KeyObject } from 'node:crypto'
import type { CertificateRequest } from '../model/plan.ts'
import type { Secret } from '../model/secret.ts'
import { loadDer } from './der.ts'
import { exportKey, generateKey, importKey, publicKeyInfo } from './key.ts'
import { commonNameOf, leafExtensions } from './leaf-extensions.ts'
import { encodeName, signRequest } from './sign-certificate.ts'

/** A request that somebody else signs; the key never leaves us. */
export interface SigningRequest {
  readonly request: CertificateRequest
  /** PKCS #10, PEM with a newline at the end. */
  readonly csrPem: string
  readonly keyPem: Secret
}

/**
 * Makes a PKCS #10 request by the profile of CONTRACT §4: names, usage and CA:FALSE as requested extensions.
 *
 * @param keyPem  A key that was made for this request before; else a new one is made.
 * @throws StackError CERTIFICATE_INVALID for a name that no certificate can carry.
 */
export async function makeSigningRequest(request: CertificateRequest, keyPem?: Secret): Promise<SigningRequest> {
  const [der, key] = await Promise.all([loadDer(), keyPem === undefined ? newKey(request) : importKey(keyPem)])
  const csrPem = signRequest(
    der,
    {
      subject: encodeName(der, commonNameOf(request)),
      publicKey: publicKeyInfo(key),
      extensions: leafExtensions(der, request),
    },
    key,
  )
  return { request, csrPem, keyPem: keyPem ?? exportKey(key, `the key of ${request.component}`) }
}

function newKey({ keyAlgorithm }: CertificateRequest): Promise<KeyObject> {
  return generateKey(keyAlgorithm)
}
