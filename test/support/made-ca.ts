import { execFileSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

/** A chain of one CA and a leaf of it, run by openssl, with these extensions. */
export function openSslLeaf(
  folder: string,
  dnsNames: readonly string[],
  extensions: readonly string[],
  newKey: readonly string[] = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
): { readonly caPem: string; readonly chainPem: string; readonly keyPem: string } {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const ca = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign'].flatMap((one) => ['-addext', one])
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  openssl('req', '-x509', ...ec, ...ca, '-days', '800', '-subj', '/CN=Files', '-keyout', 'of.key', '-out', 'of.crt')
  const ids = ['subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid']
  const san = `subjectAltName=${dnsNames.map((name) => `DNS:${name}`).join(',')}`
  writeFileSync(join(folder, 'x.ext'), [...ids, san, ...extensions].join('\n'))
  openssl('req', '-newkey', ...newKey, '-nodes', '-subj', '/CN=x', '-keyout', 'x.key', '-out', 'x.csr')
  const by = ['-CA', 'of.crt', '-CAkey', 'of.key', '-CAcreateserial', '-extfile', 'x.ext', '-days', '90']
  openssl('x509', '-req', '-in', 'x.csr', ...by, '-out', 'x.crt')
  return { caPem: read('of.crt'), chainPem: read('x.crt'), keyPem: read('x.key') }
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
