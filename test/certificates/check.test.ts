import { expect, test } from 'vitest'
import { checkCertificates } from '../../src/certificates/check.ts'
import { issueCertificates } from '../../src/certificates/issue.ts'
import type { Certificate } from '../../src/model/certificate.ts'
import { authorities } from '../../src/registry.ts'
import { clientRequest, day, edge, newFolder, policyIn, serverRequest, stateAfter } from './fixtures.ts'

const now = new Date('2026-11-23T08:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * day)

async function three(): Promise<readonly [Certificate, Certificate, Certificate]> {
  const requests = [clientRequest(), serverRequest('OPA'), serverRequest('Pii', { validityDays: 30 })]
  const outcome = await issueCertificates(
    {
      authorities,
      requests,
      policy: policyIn(newFolder()),
      state: undefined,
      dry: false,
      force: false,
      caFromEnv: false,
    },
    edge(now),
  )
  const [gateway, opa, pii] = stateAfter(outcome).certificates
  if (gateway === undefined || opa === undefined || pii === undefined) throw new Error('three were issued')
  return [gateway, opa, pii]
}

const summary = (check: ReturnType<typeof checkCertificates>) =>
  check.certificates.map(
    ({ component, how, daysLeft }) => `${component.replace(/ [0-9a-f]{8}$/, '')} ${how} ${daysLeft}`,
  )

test('all good is 0; the CA has a row of its own', async () => {
  const check = checkCertificates(await three(), 20, now)
  expect(summary(check)).toEqual(['gateway ok 89', 'OPA ok 89', 'Pii ok 29', 'CN=mcp-stack CA ok 3649'])
  expect([check.exitCode, check.status, check.problems]).toEqual([0, 'succeeded', []])
})

test('inside the days is 3', async () => {
  const check = checkCertificates(await three(), 20, later(15))
  expect(summary(check).slice(1, 3)).toEqual(['OPA ok 74', 'Pii expiring 14'])
  expect([check.exitCode, check.status]).toEqual([3, 'pending'])
  expect(check.problems.map(({ severity, code, message }) => [severity, code, message])).toEqual([
    ['warning', 'CERTIFICATE_EXPIRING', 'the server certificate of Pii: expires in 14 days'],
  ])
})

test('expired is 4, also beside one that only expires', async () => {
  const check = checkCertificates(await three(), 30, later(70))
  expect(summary(check).slice(0, 3)).toEqual(['gateway expiring 19', 'OPA expiring 19', 'Pii expired -41'])
  expect([check.exitCode, check.status]).toEqual([4, 'unhealthy'])
})

test('broken is 4: a key of another, a chain that leads nowhere', async () => {
  const [gateway, opa, pii] = await three()
  const [foreign] = await three()
  const check = checkCertificates(
    [{ ...gateway, keyPem: opa.keyPem }, { ...opa, trustBundlePem: foreign.trustBundlePem }, pii],
    20,
    now,
  )
  expect(check.certificates.slice(0, 3).map(({ how, reason }) => [how, reason])).toEqual([
    ['broken', 'its key belongs to another certificate'],
    ['broken', 'not signed by a CA it trusts'],
    ['ok', undefined],
  ])
  expect(check.exitCode).toBe(4)
})

test('a CA that ends takes everything with it', async () => {
  const check = checkCertificates(await three(), 20, later(3655))
  expect(check.certificates.at(-1)?.how).toBe('expired')
  expect(check.problems).toHaveLength(4)
})

test('nothing in it is secret', async () => {
  const certificates = await three()
  const text = JSON.stringify(checkCertificates(certificates, 3650, now))
  for (const { keyPem } of certificates) expect(text).not.toContain(keyPem.reveal().split('\n')[1])
})
