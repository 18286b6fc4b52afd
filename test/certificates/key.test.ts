import { type KeyObject, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { issueCertificates } from '../../src/certificates/issue.ts'
import { exportKey, generateKey, isKeyOf } from '../../src/certificates/key.ts'
import { Secret } from '../../src/model/secret.ts'
import { authorities } from '../../src/registry.ts'
import { edge, newFolder, policyIn, serverRequest } from './fixtures.ts'

const pem = (key: KeyObject, type: 'pkcs8' | 'sec1') =>
  new Secret('key', key.export({ type, format: 'pem' }).toString())

async function leafWithKey(keyAlgorithm: 'ecdsa-p256' | 'rsa-2048') {
  const { certificates } = await issueCertificates(
    {
      authorities,
      requests: [{ ...serverRequest('OPA'), keyAlgorithm }],
      policy: policyIn(newFolder()),
      state: undefined,
      dry: false,
      force: false,
      caFromEnv: false,
    },
    edge(),
  )
  const { certificate } = certificates[0] ?? {}
  if (certificate === undefined) throw new Error('one was asked for')
  return { leaf: new X509Certificate(certificate.chainPem), key: certificate.keyPem }
}

test('a P-256 key is known by its public half, which is what OpenSSL compares too', async () => {
  const { leaf, key } = await leafWithKey('ecdsa-p256')
  const other = await generateKey('ecdsa-p256')
  expect(isKeyOf(key, leaf)).toBe(true)
  expect(isKeyOf(exportKey(other, 'other'), leaf)).toBe(false)
  expect(isKeyOf(pem(other, 'sec1'), leaf)).toBe(false)
})

test('other kinds and other spellings are left to OpenSSL', async () => {
  const { leaf, key } = await leafWithKey('rsa-2048')
  expect(isKeyOf(key, leaf)).toBe(true)
  expect(isKeyOf(exportKey(await generateKey('ecdsa-p256'), 'other'), leaf)).toBe(false)
  expect(isKeyOf(new Secret('key', `about it\n${key.reveal().replaceAll('\n', '\r\n')}`), leaf)).toBe(true)
  expect(() => isKeyOf(new Secret('key', 'nothing'), leaf)).toThrow(/DECODER/)
  const cut = new Secret('key', '-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\n')
  expect(() => isKeyOf(cut, leaf)).toThrow(/DECODER/)
})
