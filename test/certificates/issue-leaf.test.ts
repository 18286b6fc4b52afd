import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { localAuthority } from '../../src/certificates/local-authority.ts'
import { dnsNamesOf } from '../../src/certificates/read-certificate.ts'
import type { Issued } from '../../src/model/certificate.ts'
import type { CertificateRequest } from '../../src/model/plan.ts'
import { clientRequest, day, serverRequest } from './fixtures.ts'

const now = new Date('2026-11-23T08:00:00.750Z')

async function issue(
  request: CertificateRequest,
  at = now,
): Promise<{ ca: X509Certificate; leaf: X509Certificate; issued: Issued }> {
  const authority = await localAuthority.found?.(at)
  const [issued] = (await authority?.issue([request], at)) ?? []
  if (issued === undefined || 'pending' in issued) throw new Error('not issued')
  return { ca: new X509Certificate(issued.trustBundlePem), leaf: new X509Certificate(issued.chainPem), issued }
}

test('a CA of ours says so by name, lives ten years and signs itself', async () => {
  const { ca } = await issue(clientRequest())
  expect(ca.subject).toMatch(/^CN=mcp-stack CA [0-9a-f]{8}$/)
  expect(ca.ca).toBe(true)
  expect(ca.verify(ca.publicKey)).toBe(true)
  expect(Date.parse(ca.validTo) - Date.parse(ca.validFrom)).toBe(3650 * day)
  expect(ca.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
})

test('a leaf starts five minutes ago, in whole seconds, and ends after its days', async () => {
  const { leaf } = await issue(serverRequest('OPAPluginFilter'))
  expect(new Date(leaf.validFrom).toISOString()).toBe('2026-11-23T07:55:00.000Z')
  expect(new Date(leaf.validTo).toISOString()).toBe('2027-02-21T07:55:00.000Z')
})

test('a leaf never outlives its CA', async () => {
  const { ca, leaf } = await issue(serverRequest('p', { validityDays: 5000 }))
  expect(leaf.validTo).toBe(ca.validTo)
})

test('a server has every name and only the server usage; a client only the client usage', async () => {
  const request = serverRequest('OPAPluginFilter')
  const server = await issue(request)
  expect(dnsNamesOf(server.leaf)).toEqual(request.dnsNames)
  expect(server.leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  expect(server.leaf.ca).toBe(false)
  const client = await issue(clientRequest())
  expect(client.leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2'])
  expect(dnsNamesOf(client.leaf)).toEqual(['mcpgateway'])
})

test('serial numbers are positive, 16 bytes long and never the same', async () => {
  const authority = await localAuthority.found?.(now)
  const issued =
    (await authority?.issue(
      Array.from({ length: 40 }, (_, index) => serverRequest(`p${index}`)),
      now,
    )) ?? []
  const serials = issued.map((entry) => ('chainPem' in entry ? new X509Certificate(entry.chainPem).serialNumber : ''))
  expect(new Set(serials).size).toBe(40)
  for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9A-F]{31}$/)
})

test.each([
  // RFC 5280, 4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050.
  ['2049-12-31T23:59:00Z', 1, '2050-01-01T23:54:00.000Z'],
  ['2039-06-01T00:00:00Z', 3000, '2047-08-17T23:55:00.000Z'],
  ['2051-01-01T00:00:00Z', 90, '2051-03-31T23:55:00.000Z'],
])('times around 2050: issued at %s for %d days', async (at, validityDays, end) => {
  const { leaf, ca } = await issue(serverRequest('p', { validityDays }), new Date(at))
  expect(new Date(leaf.validFrom).getTime()).toBe(Date.parse(at) - 300_000)
  expect(new Date(leaf.validTo).toISOString()).toBe(end)
  expect(leaf.checkIssued(ca)).toBe(true)
  const utcTime = Buffer.from([0x17, 0x0d])
  const generalizedTime = Buffer.from([0x18, 0x0f])
  expect(leaf.raw.includes(utcTime)).toBe(Date.parse(at) - 300_000 < Date.UTC(2050, 0))
  expect(leaf.raw.includes(generalizedTime)).toBe(Date.parse(end) >= Date.UTC(2050, 0))
})

test.each([
  ['rsa-2048', 2048],
  ['rsa-3072', 3072],
] as const)('%s keys', async (keyAlgorithm, bits) => {
  const { leaf, ca } = await issue(serverRequest('p', { keyAlgorithm }))
  expect(leaf.publicKey.asymmetricKeyDetails?.modulusLength).toBe(bits)
  expect(leaf.verify(ca.publicKey)).toBe(true)
})

test('a common name that does not fit gives way to a DNS name that does', async () => {
  const long = `mcp-plugin-${'x'.repeat(50)}.some-namespace.svc`
  const { leaf } = await issue(serverRequest('p', { commonName: long, dnsNames: [long, 'short'] }))
  expect(leaf.subject).toBe('CN=short')
})

test('a name that no certificate can carry is refused', async () => {
  await expect(issue(serverRequest('p', { dnsNames: ['prüfung'] }))).rejects.toMatchObject({
    code: 'CERTIFICATE_INVALID',
  })
})
