import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkAnswer } from '../../src/certificates/check-answer.ts'
import { makeSigningRequest, type SigningRequest } from '../../src/certificates/csr.ts'
import { splitPem } from '../../src/certificates/read-certificate.ts'
import { toCertificate } from '../../src/certificates/to-certificate.ts'
import { writeCertificateTree } from '../../src/certificates/tree.ts'
import type { Issued } from '../../src/model/certificate.ts'
import { clientRequest, day, edge, newFolder, policyIn, serverRequest } from '../certificates/fixtures.ts'
import { type CompanyCa, companyCa, type Signing } from '../support/company-ca.ts'
import { python313 } from '../support/python313.ts'

const plugin = serverRequest('OPAPluginFilter')
// openssl does not back-date what it signs.
const now = new Date(Date.now() + 60_000)

let company: CompanyCa
let stranger: CompanyCa
let server: SigningRequest
let client: SigningRequest

beforeAll(async () => {
  company = companyCa(newFolder())
  stranger = companyCa(newFolder())
  server = await makeSigningRequest(plugin)
  client = await makeSigningRequest(clientRequest())
})

const openssl = (args: readonly string[], input: string) => {
  const { stdout, stderr, status } = spawnSync('openssl', args, { input, encoding: 'utf8' })
  return { text: stdout + stderr, status }
}

describe('the request', () => {
  test.each(['ecdsa-p256', 'rsa-2048', 'rsa-3072'] as const)(
    '%s: openssl verifies it and reads the wishes',
    async (keyAlgorithm) => {
      const { csrPem, keyPem } = await makeSigningRequest(serverRequest('OPAPluginFilter', { keyAlgorithm }))
      const { text, status } = openssl(['req', '-verify', '-noout', '-text'], csrPem)
      expect(status).toBe(0)
      expect(text).toMatch(/verify OK/)
      expect(text).toMatch(/Subject: CN = mcp-plugin-opapluginfilter\n/)
      expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE/)
      expect(text).toMatch(/Key Usage: critical\s+Digital Signature\n/)
      expect(text).toMatch(/Extended Key Usage: \s*TLS Web Server Authentication\n/)
      for (const name of plugin.dnsNames) expect(text).toContain(`DNS:${name}`)
      const [own, asked] = [
        openssl(['pkey', '-pubout'], keyPem.reveal()).text,
        openssl(['req', '-noout', '-pubkey'], csrPem).text,
      ]
      expect(asked).toBe(own)
    },
  )

  test('made again with its key it is for the same key; a broken one is seen by openssl', async () => {
    const again = await makeSigningRequest(plugin, server.keyPem)
    const publicKey = (pem: string) => openssl(['req', '-noout', '-pubkey'], pem).text
    expect(publicKey(again.csrPem)).toBe(publicKey(server.csrPem))
    const der = Buffer.from(server.csrPem.replace(/-----.*-----/g, ''), 'base64')
    der[der.length - 1] = (der.at(-1) ?? 0) ^ 1
    const broken = `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE REQUEST-----\n`
    expect(openssl(['req', '-verify', '-noout'], broken).text).toMatch(/verify failure|Verify failed/i)
  })
})

const check = (pem: string, asked = server, trust?: string, at = now) =>
  checkAnswer(
    { ...asked, pem, source: 'opa.crt' },
    trust === undefined ? undefined : { pem: trust, source: 'ca_file' },
    at,
  )

async function errorsOf(pem: string, asked = server, trust?: string, at = now): Promise<readonly string[]> {
  const { issued, problems } = await check(pem, asked, trust, at)
  const errors = problems.filter(({ severity }) => severity === 'error')
  expect(issued === undefined).toBe(errors.length > 0)
  for (const { message, hint } of errors) {
    expect(message).toMatch(/^the (server|client) certificate of (OPAPluginFilter|gateway) \(opa\.crt\): /)
    expect(hint).toMatch(/\.$/)
  }
  return errors.map(({ message }) => message.replace(/^.*?\): /, ''))
}

const chain = (leaf: string) => leaf + company.intermediatePem + company.rootPem

describe('a good answer', () => {
  test.each<readonly [string, () => string]>([
    ['in order with its root', () => chain(company.sign(server.csrPem))],
    ['backwards', () => company.rootPem + company.intermediatePem + company.sign(server.csrPem)],
    [
      'with text around, CRLF and twice the intermediate',
      () =>
        `Bag Attributes\r\n${chain(company.sign(server.csrPem)).replaceAll('\n', '\r\n')}${company.intermediatePem}`,
    ],
    [
      'with the certificate of another CA among them',
      () => chain(company.sign(server.csrPem)) + stranger.intermediatePem,
    ],
  ])('%s is leaf, intermediate; the root is trusted', async (_form, pem) => {
    const { issued, problems } = await check(pem())
    expect(problems).toEqual([])
    expect(splitPem(issued?.chainPem ?? '')).toHaveLength(2)
    expect(issued?.chainPem.endsWith(company.intermediatePem)).toBe(true)
    expect(issued?.trustBundlePem).toBe(company.rootPem)
    expect(issued?.keyPem).toBe(server.keyPem)
  })

  test('without root and intermediate, where both are in ca_file', async () => {
    const { issued } = await check(company.sign(server.csrPem), server, company.rootPem + company.intermediatePem)
    expect(issued?.trustBundlePem).toBe(company.rootPem)
    expect(issued?.chainPem.endsWith(company.intermediatePem)).toBe(true)
  })

  test('without localhost, with more names and for fewer days: taken, and said', async () => {
    const names = [...plugin.dnsNames.filter((name) => name !== 'localhost'), 'opa.corp.example', '*.corp.example']
    const { issued, problems } = await check(
      chain(
        company.sign(server.csrPem, {
          days: 30,
          extensions: [...profile('serverAuth'), `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`],
        }),
      ),
    )
    expect(issued).toBeDefined()
    expect(problems.map(({ severity, message }) => `${severity}: ${message.replace(/^.*?\): /, '')}`)).toEqual([
      'note: it has more names than asked for: opa.corp.example, *.corp.example',
      'note: it is valid for 30 days of the 90 asked for',
    ])
  })

  test('inside its renewal window: a warning', async () => {
    const later = new Date(now.getTime() + 70 * day)
    const { issued, problems } = await check(chain(company.sign(server.csrPem)), server, undefined, later)
    expect(issued).toBeDefined()
    expect(problems).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('inside its renewal window') },
    ])
  })
})

const profile = (usage: string) => [
  'basicConstraints=critical,CA:FALSE',
  'keyUsage=critical,digitalSignature',
  `extendedKeyUsage=${usage}`,
  'subjectKeyIdentifier=hash',
  'authorityKeyIdentifier=keyid',
]
const names = `subjectAltName=${plugin.dnsNames.map((name) => `DNS:${name}`).join(',')}`
const without = (key: string, ...instead: string[]) => [
  ...[...profile('serverAuth'), names].filter((line) => !line.startsWith(`${key}=`)),
  ...instead,
]

describe('a wrong answer is refused by name', () => {
  test.each<readonly [string, Signing, readonly (string | RegExp)[]]>([
    [
      'no names',
      { extensions: profile('serverAuth') },
      [/^the DNS names opapluginfilter, mcp-plugin-opapluginfilter, .* are missing$/],
    ],
    [
      'one name missing',
      {
        extensions: without(
          'subjectAltName',
          names.replace('DNS:opapluginfilter,', '').replace('DNS:OPAPluginFilter', 'DNS:x'),
        ),
      },
      ['the DNS name opapluginfilter is missing'],
    ],
    [
      'another usage',
      { extensions: without('extendedKeyUsage', 'extendedKeyUsage=clientAuth') },
      ['its extended key usage is not serverAuth', /^its extended key usage has clientAuth too/],
    ],
    [
      'both usages',
      { extensions: without('extendedKeyUsage', 'extendedKeyUsage=serverAuth,clientAuth') },
      [/could pass as a client$/],
    ],
    ['no usage', { extensions: without('extendedKeyUsage') }, ['its extended key usage is not serverAuth']],
    [
      'another key usage',
      { extensions: without('keyUsage', 'keyUsage=critical,keyEncipherment') },
      ['its key usage is not digitalSignature'],
    ],
    [
      'a CA',
      { extensions: without('basicConstraints', 'basicConstraints=critical,CA:TRUE') },
      ['it is a CA certificate (CA:TRUE)'],
    ],
    [
      'no authority key id',
      { extensions: without('authorityKeyIdentifier', 'authorityKeyIdentifier=none') },
      [/^it has no authority key id/],
    ],
    ['SHA-1', { hash: 'sha1' }, ['it is signed with SHA-1, which TLS refuses']],
    [
      'a CA, SHA-1 and no names: all at once',
      { hash: 'sha1', extensions: [...profile('serverAuth').slice(1), 'basicConstraints=CA:TRUE'] },
      [/are missing$/, 'it is a CA certificate (CA:TRUE)', /SHA-1/],
    ],
  ])('%s', async (_what, how, expected) => {
    const found = await errorsOf(chain(company.sign(server.csrPem, how)))
    expect(found).toHaveLength(expected.length)
    for (const [index, one] of expected.entries())
      expect(found[index]).toMatch(one instanceof RegExp ? one : new RegExp(`^${one.replace(/[()]/g, '\\$&')}$`))
  })

  test('another key', async () => {
    const other = await makeSigningRequest(plugin)
    expect(await errorsOf(chain(company.sign(other.csrPem)))).toEqual([
      'it is for another key than the one the request was made for',
    ])
  })

  test('the certificate of another component', async () => {
    expect(await errorsOf(chain(company.sign(client.csrPem)))).toHaveLength(4)
  })

  test('the intermediate, the root, or both missing; a root that ca_file does not have', async () => {
    const leaf = company.sign(server.csrPem)
    expect(await errorsOf(leaf)).toEqual([
      expect.stringMatching(/^the certificate of O=Company, CN=Company Issuing is missing, which signed it$/),
    ])
    expect(await errorsOf(leaf + company.intermediatePem)).toEqual([
      expect.stringMatching(/CN=Company Root is missing, which signed O=Company, CN=Company Issuing$/),
    ])
    expect(await errorsOf(leaf, server, company.rootPem)).toEqual([expect.stringMatching(/Company Issuing is missing/)])
    expect(await errorsOf(chain(leaf), server, otherRoot())).toEqual([
      expect.stringMatching(/ends at the root O=Company, CN=Company Root, which is not in ca_file$/),
    ])
  })

  test('a CA of the same name with another key', async () => {
    expect(await errorsOf(company.sign(server.csrPem) + stranger.intermediatePem + stranger.rootPem)).toHaveLength(1)
  })

  test('signed by itself; not yet valid; expired; the CA above expired; no certificate at all', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'key'), server.keyPem.reveal(), { mode: 0o600 })
    const extensions = [...profile('serverAuth').filter((line) => !line.includes('Identifier')), names].flatMap(
      (line) => ['-addext', line],
    )
    execFileSync(
      'openssl',
      ['req', '-x509', '-key', 'key', '-subj', '/CN=self', '-days', '9', ...extensions, '-out', 'self.crt'],
      { cwd: folder, stdio: 'pipe' },
    )
    const self = execFileSync('cat', [join(folder, 'self.crt')]).toString()
    expect(await errorsOf(self)).toContain('it signed itself: no CA did')
    const good = chain(company.sign(server.csrPem))
    const at = (days: number) => new Date(now.getTime() + days * day)
    expect(await errorsOf(good, server, undefined, at(-2))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^it is not valid before 20/)]),
    )
    expect(await errorsOf(good, server, undefined, at(91))).toEqual(['expired 1 day ago'])
    expect(await errorsOf(chain(company.sign(server.csrPem, { days: 790 })), server, undefined, at(705))).toEqual([
      expect.stringMatching(/^O=Company, CN=Company Issuing expired on/),
    ])
    expect(await errorsOf('<html>504</html>')).toEqual(['it is not a PEM certificate'])
    expect(await errorsOf('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')).toEqual([
      'it is not a PEM certificate',
    ])
  })

  test('below a CA that may not: path length and name constraints', async () => {
    const narrow = companyCa(newFolder(), 'Narrow', 'nameConstraints=critical,permitted;DNS:corp.example\n')
    const found = await errorsOf(narrow.sign(server.csrPem) + narrow.intermediatePem + narrow.rootPem)
    expect(found).toEqual([
      expect.stringMatching(/^O=Narrow, CN=Narrow Root may not sign for opapluginfilter, .*\(name constraints\)$/),
    ])
  })
})

function otherRoot(): string {
  return companyCa(newFolder(), 'Other').rootPem
}

test('what is taken, openssl and Python 3.13 take too, both strict; what is refused for strictness, openssl refuses', async () => {
  const answers = await Promise.all([
    check(chain(company.sign(client.csrPem)), client),
    check(chain(company.sign(server.csrPem))),
  ])
  const issued = answers.map(({ issued: one }) => one).filter((one): one is Issued => one !== undefined)
  expect(issued).toHaveLength(2)
  const folder = newFolder()
  const certificates = issued.map((one) => ({
    request: one.request,
    certificate: toCertificate(one),
    how: 'issued' as const,
  }))
  await writeCertificateTree({ certificates, problems: [] }, policyIn(folder), edge())
  const [leaf, root] = [join(folder, 'plugins/OPAPluginFilter/server.crt'), join(folder, 'ca/ca.crt')]
  const verify = (file: string, ...more: string[]) =>
    openssl(['verify', '-x509_strict', '-CAfile', root, '-untrusted', file, ...more, file], '').text
  for (const name of plugin.dnsNames)
    expect(verify(leaf, '-purpose', 'sslserver', '-verify_hostname', name)).toMatch(/: OK\n$/)
  expect(verify(join(folder, 'gateway/client.crt'), '-purpose', 'sslclient')).toMatch(/: OK\n$/)

  const script = join(import.meta.dirname, '../certificates/handshake.py')
  const shaken = execFileSync(python313(), [
    script,
    join(folder, 'plugins/OPAPluginFilter'),
    join(folder, 'gateway'),
    plugin.commonName,
  ])
  expect(JSON.parse(shaken.toString())).toMatchObject({
    strict: true,
    server: 'ok',
    client: expect.stringMatching(/^ok TLS/),
  })

  const bare = join(folder, 'bare.crt')
  writeFileSync(
    bare,
    company.sign(server.csrPem, { extensions: without('authorityKeyIdentifier', 'authorityKeyIdentifier=none') }) +
      company.intermediatePem,
  )
  expect(verify(bare)).toMatch(/Missing Authority Key Identifier/i)
})
