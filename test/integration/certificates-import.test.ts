import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { importSigned } from '../../src/certificates/import-signed.ts'
import { issueCertificates } from '../../src/certificates/issue.ts'
import { openRequest } from '../../src/certificates/open-requests.ts'
import { splitPem } from '../../src/certificates/read-certificate.ts'
import { toCertificate } from '../../src/certificates/to-certificate.ts'
import { writeCertificateTree } from '../../src/certificates/tree.ts'
import type { Certificate, CertificateState, OpenRequest } from '../../src/model/certificate.ts'
import { authorities } from '../../src/registry.ts'
import { edge, newFolder, policyIn, serverRequest } from '../certificates/fixtures.ts'
import { type CompanyCa, companyCa } from '../support/company-ca.ts'

// openssl does not back-date what it signs.
const now = new Date(Date.now() + 60_000)
const requests = [serverRequest('Opa'), serverRequest('B')]
let company: CompanyCa
let rsa: CompanyCa
let open: readonly [OpenRequest, OpenRequest]

beforeAll(async () => {
  company = companyCa(newFolder())
  rsa = companyCa(newFolder(), 'Old Company', '', 'rsa')
  const ask = async (name: string) => (await openRequest(serverRequest(name), [], now)).openRequest
  open = [await ask('Opa'), await ask('B')]
})

const folderOf = (files: Readonly<Record<string, string>>) => {
  const folder = newFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}
const take = (folder: string, current: readonly Certificate[] = [], still: readonly OpenRequest[] = open) =>
  importSigned({ folder, requests, open: still, current, trust: undefined }, now, edge())
const messages = (problems: readonly { readonly severity: string; readonly message: string }[], folder: string) =>
  problems.map(({ severity, message }) => `${severity}: ${message.replace(folder, 'DIR')}`)

describe('keys of two kinds', () => {
  test('a CA with RSA keys signs our ECDSA ones', async () => {
    const signed = open.map(({ csrPem }) => rsa.sign(csrPem) + rsa.intermediatePem + rsa.rootPem)
    const { issued, remaining } = await take(folderOf({ 'Opa.crt': signed[0] ?? '', 'B.crt': signed[1] ?? '' }))
    expect(issued.map(({ request, chainPem }) => [request.component, splitPem(chainPem).length])).toEqual([
      ['Opa', 2],
      ['B', 2],
    ])
    expect([remaining, issued[0]?.trustBundlePem]).toEqual([[], rsa.rootPem])
  })

  test('an RSA root that has nothing to do with them, and all that the system trusts', async () => {
    const folder = folderOf({
      'Opa.crt': company.sign(open[0].csrPem),
      'ca.crt': company.intermediatePem + company.rootPem,
      'stray.pem': rsa.rootPem,
      'ca-certificates.crt': readFileSync('/etc/ssl/certs/ca-certificates.crt', 'utf8'),
    })
    const { issued, remaining } = await take(folder)
    expect(issued.map(({ request, trustBundlePem }) => [request.component, trustBundlePem])).toEqual([
      ['Opa', company.rootPem],
    ])
    expect(remaining).toEqual([open[1]])
  })
})

test('a pipe and a folder with the name of a certificate are told, and nothing waits for them', async () => {
  const folder = folderOf({})
  execFileSync('mkfifo', [join(folder, 'Opa.crt')])
  mkdirSync(join(folder, 'B.crt'))
  const refused = await take(folder).catch((error: unknown) => error)
  expect(refused).toMatchObject({
    code: 'CERTIFICATE_INVALID',
    problems: [
      { message: expect.stringMatching(/^B\.crt cannot be read: EISDIR/) },
      { message: 'Opa.crt cannot be read: it is a pipe or a device, not a file' },
    ],
  })
})

test('why nothing was taken is said', async () => {
  const chain = (leaf: string) => leaf + company.intermediatePem + company.rootPem
  const signed = chain(company.sign(open[0].csrPem))
  const first = await take(folderOf({ 'Opa.crt': signed }))
  expect(first.problems).toEqual([])
  const current = first.issued.map(toCertificate)
  const left = [open[1]]
  const why = async (files: Readonly<Record<string, string>>) => {
    const folder = folderOf(files)
    const { issued, problems } = await take(folder, current, left)
    expect(issued).toEqual([])
    return messages(problems, folder)
  }
  expect(await why({})).toEqual(['warning: DIR holds no certificate'])
  expect(await why({ 'B.csr': open[1].csrPem })).toEqual(['warning: DIR holds no certificate'])
  expect(await why({ 'ca.crt': company.rootPem })).toEqual(['warning: DIR holds certificates of CAs only'])
  expect(await why({ 'Opa.crt': signed })).toEqual([
    'warning: DIR holds only certificates that the stack has already: Opa.crt',
  ])
  expect(await why({ 'B.crt': signed })).toEqual([
    'warning: B.crt is the certificate of Opa, which it has already, and not one of B',
  ])
  const done = await take(folderOf({ 'Opa.crt': signed }), current, [])
  expect([done.issued, done.problems]).toEqual([[], []])
})

test('an intermediate that only the trust bundle has stays there: a root alone would not accept the leaf', async () => {
  const folder = newFolder()
  const caFile = join(folder, 'root.pem')
  writeFileSync(caFile, company.rootPem)
  const policy = policyIn(folder, {
    authority: 'external',
    external: { commandFolder: folder, timeoutSeconds: 60, folder: join(folder, 'requests'), caFile },
  })
  const certificates = open.map(
    ({ csrPem, keyPem }, index): CertificateState => ({
      request: requests[index] ?? serverRequest('Opa'),
      how: 'imported',
      certificate: toCertificate({
        request: requests[index] ?? serverRequest('Opa'),
        chainPem: company.sign(csrPem),
        keyPem,
        trustBundlePem: company.intermediatePem + company.rootPem,
      }),
    }),
  )
  await writeCertificateTree({ certificates, problems: [] }, policy, edge(now))
  const options = { authorities, requests, policy, state: undefined, dry: true, force: false, caFromEnv: false }
  const outcome = await issueCertificates(options, edge(now))
  await writeCertificateTree(outcome, policy, edge(now))
  const [trust, leaf] = ['ca.crt', 'server.crt'].map((name) => join(folder, 'plugins/Opa', name))
  const verified = execFileSync('openssl', ['verify', '-x509_strict', '-CAfile', trust ?? '', leaf ?? ''])
  expect(verified.toString()).toMatch(/OK/)
  expect(outcome.certificates.map(({ how, waiting }) => [how, waiting])).toEqual(requests.map(() => ['imported', true]))
})
