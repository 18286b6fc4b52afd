import { execFileSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { issueCertificates } from '../../src/certificates/issue.ts'
import { splitPem } from '../../src/certificates/read-certificate.ts'
import { writeCertificateTree } from '../../src/certificates/tree.ts'
import { StackError } from '../../src/errors.ts'
import type { AuthorityKeyPair } from '../../src/model/certificate.ts'
import { Secret } from '../../src/model/secret.ts'
import { authorities } from '../../src/registry.ts'
import { makeCa } from '../support/made-ca.ts'
import { sourceOf } from '../support/secret-source.ts'
import { clientRequest, day, edge, newFolder, policyIn, serverRequest } from './fixtures.ts'

const now = new Date('2026-11-23T08:00:00Z')
const from = new Date(now.getTime() - 30 * day)
const requests = [clientRequest(), serverRequest('OPA')]

let root: AuthorityKeyPair
let other: AuthorityKeyPair
let between: AuthorityKeyPair

beforeAll(async () => {
  root = await makeCa({ name: 'Root', from })
  other = await makeCa({ name: 'Other', from })
  between = await makeCa({ name: 'Between', by: { name: 'Root', pair: root }, from })
})

/** The certificate stage with this pair in CA_CERT and CA_KEY. */
function withPair({ certificatePem, keyPem }: AuthorityKeyPair, dry = false) {
  const io = edge(now, { CA_CERT: certificatePem, CA_KEY: keyPem.reveal() })
  const options = { requests, policy: policyIn(newFolder()), state: undefined, force: false, caFromEnv: true }
  return issueCertificates({ authorities, secrets: sourceOf(io), ...options, dry }, io)
}

/** Already the dry run before a build, or a phase of a roll-over, must refuse it. */
async function refusal(pair: AuthorityKeyPair): Promise<string> {
  const error = await withPair(pair, true).then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (!(error instanceof StackError)) throw new Error(`expected a StackError, got ${String(error)}`)
  expect([error.code, error.hint]).toEqual(['AUTHORITY_FAILED', expect.stringMatching(/./)])
  return error.message
}

const above = (below: AuthorityKeyPair, ...cas: readonly AuthorityKeyPair[]) => ({
  ...below,
  certificatePem: [below, ...cas].map(({ certificatePem }) => certificatePem).join(''),
})

describe('which half is wrong is said, never what it holds', () => {
  const told = async (certificatePem: string, key: string) => {
    const error = await withPair({ certificatePem, keyPem: new Secret('CA_KEY', key) }, true).then(
      () => undefined,
      (cause: unknown) => cause,
    )
    if (!(error instanceof StackError)) throw new Error(`expected a StackError, got ${String(error)}`)
    const text = JSON.stringify([error.message, error.hint, error.problems])
    for (const value of [certificatePem, key]) expect(text).not.toContain(value.trim().split('\n').at(-2) ?? value)
    return [error.code, ...error.problems.map(({ message }) => message)]
  }
  const certificate = () => root.certificatePem
  const key = () => root.keyPem.reveal()
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const noCertificate = 'CA_CERT is not a PEM certificate'
  const noKey = 'CA_KEY is not an unencrypted private key in PEM'
  const path = (name: string, what: string) => `${name} looks like a path, and is not ${what}`

  test('swapped, as PEM and as base64', async () => {
    const swapped = ['AUTHORITY_FAILED', 'CA_CERT holds the private key and CA_KEY the certificate: they are swapped']
    expect(await told(key(), certificate())).toEqual(swapped)
    expect(await told(base64(key()), base64(certificate()))).toEqual(swapped)
  })

  test('a path in place of the PEM', async () => {
    for (const given of ['/etc/ssl/ca', './ca.crt', '~/ca.pem', 'certs/ca.crt'])
      expect(await told(given, key())).toEqual(['CERTIFICATE_INVALID', path('CA_CERT', 'a PEM certificate')])
    const both = [path('CA_CERT', 'a PEM certificate'), path('CA_KEY', 'an unencrypted private key in PEM')]
    expect(await told('/ca.crt', '/ca.key')).toEqual(['CERTIFICATE_INVALID', ...both])
  })

  test('the same half twice, no PEM, a PEM that is cut, a key that is encrypted', async () => {
    const twice = 'CA_KEY is a certificate, not an unencrypted private key in PEM'
    expect(await told(certificate(), certificate())).toEqual(['AUTHORITY_FAILED', twice])
    expect(await told(key(), key())).toEqual(['CERTIFICATE_INVALID', 'CA_CERT is a private key, not a PEM certificate'])
    expect(await told('hello', key())).toEqual(['CERTIFICATE_INVALID', noCertificate])
    expect(await told(certificate(), 'hello')).toEqual(['AUTHORITY_FAILED', noKey])
    expect(await told(certificate().slice(0, 200), key())).toEqual(['CERTIFICATE_INVALID', noCertificate])
    const locked = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'a word' } as const
    const encrypted = createPrivateKey(key()).export(locked)
    expect(await told(certificate(), String(encrypted))).toEqual(['AUTHORITY_FAILED', noKey])
  })
})

describe('a CA whose leaves verifiers would refuse is refused at once', () => {
  test('an intermediate with a root that did not sign it', async () => {
    expect(await refusal(above(between, other))).toContain('the certificate of CN=Root is missing')
  })

  test('an intermediate below a root that allows none', async () => {
    const strict = await makeCa({ name: 'Strict', from, pathLength: 0 })
    const below = await makeCa({ name: 'Below', by: { name: 'Strict', pair: strict }, from })
    expect(await refusal(above(below, strict))).toContain('CN=Strict allows 0 CAs below it, and there are 1')
  })

  test('name constraints that have no place for the names of the plan', async () => {
    const message = await refusal(await makeCa({ name: 'Narrow', from, permitted: '.example.com' }))
    expect(message).toMatch(/CN=Narrow may not sign for mcpgateway, opa, .*\(name constraints\)/)
  })

  test('not valid yet', async () => {
    const message = await refusal(await makeCa({ name: 'Future', from: new Date('2030-01-01T00:00:00Z') }))
    expect(message).toContain('CN=Future is not valid before 2030-01-01')
  })

  test('an expired root above a valid intermediate', async () => {
    const expired = await makeCa({ name: 'Expired', from, days: 10 })
    const below = await makeCa({ name: 'Below', by: { name: 'Expired', pair: expired }, from })
    expect(await refusal(above(below, expired))).toContain('CN=Expired expired on')
  })

  test('a key of a kind that we cannot sign with', async () => {
    const cwd = newFolder()
    const self = ['req', '-x509', '-newkey', 'ed25519', '-nodes', '-days', '900', '-subj', '/CN=Ed']
    execFileSync('openssl', [...self, '-keyout', 'ed.key', '-out', 'ed.crt'], { cwd, stdio: 'pipe' })
    const read = (file: string) => readFileSync(join(cwd, file), 'utf8')
    const message = await refusal({ certificatePem: read('ed.crt'), keyPem: new Secret('the key', read('ed.key')) })
    expect(message).toContain('ed25519 cannot sign here')
  })
})

describe('files from below an intermediate, without its key', () => {
  test('are used as they are', async () => {
    const folder = newFolder()
    const io = edge(now)
    const first = await withPair(above(between, root))
    await writeCertificateTree(first, policyIn(folder), io)
    for (const autoGenerate of [true, false]) {
      const policy = policyIn(folder, { autoGenerate, authority: 'env' })
      const options = { requests, policy, state: undefined, dry: false, force: false, caFromEnv: false }
      const { certificates } = await issueCertificates({ authorities, ...options }, io)
      expect(certificates.map(({ how, reason }) => [how, reason])).toEqual(requests.map(() => ['imported', undefined]))
    }
  })
})

test('what is trusted is the root that the chain ends at, whatever else was given', async () => {
  const { certificates } = await withPair(above(between, other, root))
  for (const { certificate } of certificates) {
    expect(certificate?.trustBundlePem).toBe(root.certificatePem)
    expect(splitPem(certificate?.chainPem ?? '').slice(1)).toEqual([between.certificatePem])
  }
})
