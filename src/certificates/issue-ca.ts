import type { AuthorityKeyPair } from '../model/certificate.ts'
import type { Secret } from '../model/secret.ts'
import { loadDer } from './der.ts'
import { exportKey, generateKey, importKey, publicKeyInfo } from './key.ts'
import { addDays, addMinutes, caNamePrefix, caValidityDays, clockSkewMinutes, oids } from './profile.ts'
import { encodeName, extension, keyIdOf, signCertificate } from './sign-certificate.ts'

/**
 * Makes a self-signed CA: P-256, ten years, CA:TRUE with pathlen 0, keyCertSign and cRLSign.
 * Its name carries eight digits of its key id, so that two CAs of one stack are told apart by name.
 *
 * @param keyPem  A CA key whose certificate was never written (a run that was killed in between); else a new one is made.
 */
export async function issueCa(now: Date, keyPem?: Secret): Promise<AuthorityKeyPair> {
  const key = keyPem === undefined ? await generateKey('ecdsa-p256') : importKey(keyPem)
  const der = await loadDer()
  const publicKey = publicKeyInfo(key)
  const keyId = keyIdOf(publicKey)
  const name = encodeName(der, `${caNamePrefix} ${keyId.toString('hex').slice(0, 8)}`)
  const notBefore = addMinutes(now, -clockSkewMinutes)
  const certificatePem = signCertificate(
    der,
    {
      issuer: name,
      subject: name,
      publicKey,
      notBefore,
      notAfter: addDays(notBefore, caValidityDays),
      extensions: [
        extension(der, oids.basicConstraints, true, der.sequence(der.yes(), der.integer(Uint8Array.of(0)))),
        // keyCertSign is bit 5, cRLSign bit 6: 00000110 without its last bit.
        extension(der, oids.keyUsage, true, der.bits(Uint8Array.of(0x06), 1)),
        extension(der, oids.subjectKeyIdentifier, false, der.octets(keyId)),
      ],
    },
    key,
  )
  return { certificatePem, keyPem: keyPem ?? exportKey(key, 'the CA key') }
}
