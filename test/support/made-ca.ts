import { createPrivateKey } from 'node:crypto'
import { loadDer } from '../../src/certificates/der.ts'
import { exportKey, generateKey, publicKeyInfo } from '../../src/certificates/key.ts'
import { addDays, oids } from '../../src/certificates/profile.ts'
import { encodeName, extension, keyIdOf, signCertificate } from '../../src/certificates/sign-certificate.ts'
import type { AuthorityKeyPair } from '../../src/model/certificate.ts'

export interface MadeCa {
  readonly name: string
  /** Of its issuer; absent: it signs itself. */
  readonly by?: { readonly name: string; readonly pair: AuthorityKeyPair }
  /** Another certificate for a key that is there. */
  readonly keyOf?: AuthorityKeyPair
  readonly from: Date
  readonly days?: number
  readonly pathLength?: number
  /** Name constraints: the only DNS names below it. */
  readonly permitted?: string
}

/** A CA of whatever kind, with its key. */
export async function makeCa({
  name,
  by,
  keyOf,
  from,
  days = 900,
  pathLength,
  permitted,
}: MadeCa): Promise<AuthorityKeyPair> {
  const der = await loadDer()
  const keyPem = keyOf?.keyPem ?? exportKey(await generateKey('ecdsa-p256'), `the key of ${name}`)
  const key = createPrivateKey(keyPem.reveal())
  const signer = by === undefined ? key : createPrivateKey(by.pair.keyPem.reveal())
  const length = pathLength === undefined ? [] : [der.integer(Uint8Array.of(pathLength))]
  const certificatePem = signCertificate(
    der,
    {
      issuer: encodeName(der, by?.name ?? name),
      subject: encodeName(der, name),
      publicKey: publicKeyInfo(key),
      notBefore: from,
      notAfter: addDays(from, days),
      extensions: [
        extension(der, oids.basicConstraints, true, der.sequence(der.yes(), ...length)),
        extension(der, oids.keyUsage, true, der.bits(Uint8Array.of(0x06), 1)),
        extension(der, oids.subjectKeyIdentifier, false, der.octets(keyIdOf(publicKeyInfo(key)))),
        extension(
          der,
          oids.authorityKeyIdentifier,
          false,
          der.sequence(der.implicit(0, keyIdOf(publicKeyInfo(signer)))),
        ),
        // GeneralSubtrees is [0] IMPLICIT: with one subtree its bytes are those of [0] EXPLICIT.
        ...(permitted === undefined
          ? []
          : [
              extension(
                der,
                '2.5.29.30',
                true,
                der.sequence(der.explicit(0, der.sequence(der.implicit(2, Buffer.from(permitted))))),
              ),
            ]),
      ],
    },
    signer,
  )
  return { certificatePem, keyPem }
}
