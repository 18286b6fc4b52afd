import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { envAuthority } from '../../src/certificates/env-authority.ts'
import { issueCertificates } from '../../src/certificates/issue.ts'
import { dnsNamesOf, readCertificates } from '../../src/certificates/read-certificate.ts'
import { StackError } from '../../src/errors.ts'
import { isPending } from '../../src/model/pending.ts'
import { authorities } from '../../src/registry.ts'
import { clientRequest, edge, newFolder, policyIn, serverRequest, stateAfter } from '../certificates/fixtures.ts'
import { sourceOf } from '../support/secret-source.ts'

const folder = newFolder()
const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })

const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
const isCa = ['-addext', 'basicConstraints=critical,CA:TRUE']
const maySign = ['-addext', 'keyUsage=critical,keyCertSign']

/** Files `<name>.key` and `<name>.crt` from openssl: not by our own encoder. */
function selfSigned(name: string, ...args: string[]): void {
  openssl(
    'req',
    '-x509',
    '-nodes',
    '-subj',
    `/CN=${name}`,
    '-days',
    '100',
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.crt`,
    ...args,
  )
}

beforeAll(() => {
  selfSigned('good', ...ec, ...isCa, ...maySign)
  selfSigned('leaf', ...ec, '-addext', 'basicConstraints=critical,CA:FALSE')
  selfSigned('forbids', ...ec, ...isCa, '-addext', 'keyUsage=critical,cRLSign')
  selfSigned('bare', ...ec, '-addext', 'basicConstraints=CA:TRUE')
  selfSigned('short', '-newkey', 'rsa:1024', ...isCa, ...maySign)
  writeFileSync(
    join(folder, 'smuggler.cnf'),
    '[req]\ndistinguished_name=dn\n[dn]\n[ext]\nsubjectAltName=@alt\n[alt]\nURI.1 = "http://x/, DNS:evil.example"\nDNS.1 = good.example\n',
  )
  selfSigned('smuggler', ...ec, '-config', 'smuggler.cnf', '-extensions', 'ext')
  openssl('req', '-nodes', '-subj', '/CN=between', ...ec, '-keyout', 'between.key', '-out', 'between.csr')
  writeFileSync(
    join(folder, 'between.ext'),
    'basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n',
  )
  openssl(
    'x509',
    '-req',
    '-in',
    'between.csr',
    '-CA',
    'good.crt',
    '-CAkey',
    'good.key',
    '-CAcreateserial',
    '-days',
    '50',
    '-extfile',
    'between.ext',
    '-out',
    'between.crt',
  )
})

const open = (certificate: string, key: string, now = new Date()) => {
  const io = edge(now, { CA_CERT: certificate, CA_KEY: key })
  return envAuthority.open(undefined, { io, policy: policyIn(newFolder()), secrets: sourceOf(io) })
}

async function failure(work: Promise<unknown>): Promise<StackError> {
  const error = await work.then(() => undefined).catch((cause: unknown) => cause)
  if (!(error instanceof StackError)) throw new Error(`expected a StackError, got ${String(error)}`)
  return error
}

describe('CA_CERT and CA_KEY', () => {
  test.each([
    ['PEM', (text: string) => text],
    ['PEM with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['PEM in one line, its line ends written \\n', (text: string) => text.trim().replaceAll('\n', '\\n')],
    ['base64 of the PEM', (text: string) => Buffer.from(text).toString('base64')],
    ['base64 in lines', (text: string) => Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n')],
  ])('as %s', async (_form, encode) => {
    const authority = await open(encode(read('good.crt')), encode(read('good.key')))
    expect(authority?.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(authority?.problems).toEqual([])
    expect(authority?.keyPair).toBeUndefined()
  })

  test.each([
    ['a key of another CA', 'good.crt', 'bare.key', 'does not belong'],
    ['no CA', 'leaf.crt', 'leaf.key', 'is not a CA that may sign'],
    ['a CA that may not sign', 'forbids.crt', 'forbids.key', 'is not a CA that may sign'],
    ['a key that is too short', 'short.crt', 'short.key', 'rsa-1024, which TLS refuses'],
    ['an intermediate without its root', 'between.crt', 'between.key', 'the certificate of CN=good is missing'],
    ['a certificate in place of the key', 'good.crt', 'good.crt', 'not an unencrypted private key'],
  ])('refused: %s', async (_what, certificate, key, why) => {
    const error = await failure(open(read(certificate), read(key)))
    expect(error.code).toBe('AUTHORITY_FAILED')
    expect(error.message).toContain(why)
    expect(error.message + error.hint).not.toContain(read(key).split('\n')[1])
  })

  test('refused: expired', async () => {
    const error = await failure(open(read('good.crt'), read('good.key'), new Date(Date.now() + 101 * 86_400_000)))
    expect([error.code, error.message]).toEqual(['AUTHORITY_FAILED', expect.stringContaining('expired')])
  })

  test('a text that is neither', async () => {
    expect((await failure(open('hello', read('good.key')))).code).toBe('CERTIFICATE_INVALID')
  })

  test('a CA that strict verifiers refuse is used with a warning', async () => {
    const authority = await open(read('bare.crt'), read('bare.key'))
    expect(authority?.problems.map((problem) => problem.message)).toEqual([
      expect.stringContaining('lacks critical basic constraints, key usage keyCertSign'),
    ])
  })

  test('an intermediate with its root: the chain goes with the leaf, the root is what is trusted', async () => {
    const authority = await open(read('between.crt') + read('good.crt'), read('between.key'))
    const [issued] = (await authority?.issue([serverRequest('OPA', { validityDays: 90 })], new Date())) ?? []
    if (issued === undefined || isPending(issued)) throw new Error('not issued')
    const io = edge()
    await io.files.write(join(folder, 'chain.pem'), issued.chainPem, 0o600)
    await io.files.write(join(folder, 'root.pem'), issued.trustBundlePem, 0o600)
    expect(readCertificates(issued.chainPem, 'the chain').map((entry) => entry.issuer)).toEqual([
      'CN=between',
      'CN=good',
    ])
    expect(
      openssl('verify', '-x509_strict', '-CAfile', 'root.pem', '-untrusted', 'chain.pem', 'chain.pem').toString(),
    ).toBe('chain.pem: OK\n')
    const [leaf, between] = readCertificates(issued.chainPem, 'the chain')
    expect(leaf.validTo).toBe(between?.validTo)
  })

  test('without it a later run keeps what the company signed, and founds no second CA beside it', async () => {
    const policy = policyIn(newFolder())
    const options = { policy, dry: false, force: false, caFromEnv: false }
    const requests = [clientRequest(), serverRequest('OPA')]
    const environment = { CA_CERT: read('good.crt'), CA_KEY: read('good.key') }
    const io = edge(new Date(), environment)
    const first = await issueCertificates(
      { authorities, secrets: sourceOf(io), ...options, requests, caFromEnv: true, state: undefined },
      io,
    )
    const state = stateAfter(first)
    const second = await issueCertificates({ authorities, ...options, requests, state }, edge())
    expect(second.certificates.map((entry) => entry.how)).toEqual(['kept', 'kept'])
    for (const force of [false, true]) {
      const error = await failure(
        issueCertificates(
          { authorities, ...options, requests: [...requests, serverRequest('Pii')], state, force },
          edge(),
        ),
      )
      expect([error.code, error.hint]).toEqual(['AUTHORITY_FAILED', expect.stringContaining('--ca-from-env')])
    }
  })
})

test('a name inside another kind of name is not taken for a DNS name', () => {
  const [certificate] = readCertificates(read('smuggler.crt'), 'smuggler.crt')
  expect(certificate.subjectAltName).toContain('evil.example')
  expect(dnsNamesOf(certificate)).toEqual(['good.example'])
})
