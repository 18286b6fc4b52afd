import { describe, expect, test } from 'vitest'
import { checkCertificates } from '../../src/certificates/check.ts'
import { issueCertificates } from '../../src/certificates/issue.ts'
import type { Certificate } from '../../src/model/certificate.ts'
import type { SeenCertificate } from '../../src/model/verification.ts'
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

test('a root that the signer outside must end at and does not is 3; an expired one is told first', async () => {
  const certificates = await three()
  const [own] = certificates
  const [foreign] = await three()
  const look = (rootsPem: string, at = now) => checkCertificates(certificates, 20, at, { rootsPem })
  expect(look(foreign.trustBundlePem + own.trustBundlePem).exitCode).toBe(0)
  const check = look(foreign.trustBundlePem)
  expect(summary(check).slice(0, 3)).toEqual(['gateway untrusted 89', 'OPA untrusted 89', 'Pii untrusted 29'])
  expect([check.exitCode, check.status, check.problems[1]?.message]).toEqual([
    3,
    'pending',
    'the server certificate of OPA: its chain ends at no root of certificates.external.ca_file',
  ])
  expect(summary(look(foreign.trustBundlePem, later(40)))[2]).toBe('Pii expired -11')
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

describe('what runs', () => {
  const at = (of: Certificate, place: string, changes: Partial<SeenCertificate> = {}): SeenCertificate => ({
    component: of.component,
    kind: of.kind,
    at: place,
    fingerprint: of.fingerprint,
    issuer: of.issuer,
    notAfter: of.notAfter,
    ...changes,
  })
  const old = (days: number) => ({ fingerprint: 'ab'.repeat(32), notAfter: later(days).toISOString() })
  const states = (check: ReturnType<typeof checkCertificates>) =>
    check.certificates.slice(0, 3).map(({ how, inUse }) => [how, inUse?.state])

  test('is what is stored: 0', async () => {
    const all = await three()
    const seen = all.map((certificate) => at(certificate, 'somewhere'))
    const check = checkCertificates(all, 20, now, { seen })
    expect(states(check)).toEqual(Array.from({ length: 3 }, () => ['ok', 'same']))
    expect([check.exitCode, check.problems]).toEqual([0, []])
    expect(check.certificates.at(-1)).not.toHaveProperty('inUse')
  })

  test('is another one in one of two pods: stale, 3, told with its place and its end', async () => {
    const [gateway, opa, pii] = await three()
    const seen = [at(gateway, 'gw-1'), at(opa, '10.0.0.1'), at(opa, '10.0.0.2', old(12)), at(pii, '10.0.0.3')]
    const check = checkCertificates([gateway, opa, pii], 20, now, { seen })
    expect(states(check)).toEqual([
      ['ok', 'same'],
      ['stale', 'other'],
      ['ok', 'same'],
    ])
    expect(check.certificates[1]).toMatchObject({
      fingerprint: opa.fingerprint,
      daysLeft: 89,
      reason: 'another one runs that expires in 12 days',
      inUse: { fingerprint: 'ab'.repeat(32), daysLeft: 12, message: 'at 10.0.0.2' },
    })
    expect([check.exitCode, check.status]).toEqual([3, 'pending'])
    expect(check.problems).toMatchObject([
      {
        severity: 'warning',
        code: 'CERTIFICATE_STALE',
        message:
          'OPA runs on another server certificate than the stored one (abababababab at 10.0.0.2), which expires in 12 days',
        hint: expect.stringMatching(/deploy.*restart/),
      },
    ])
  })

  test('has expired although the stored one is new: 4', async () => {
    const [gateway, opa, pii] = await three()
    const check = checkCertificates([gateway, opa, pii], 20, now, { seen: [at(gateway, 'gw-1', old(-3))] })
    expect(states(check)[0]).toEqual(['stale', 'other'])
    expect([check.exitCode, check.status]).toEqual([4, 'unhealthy'])
    expect(check.problems.map(({ severity, code }) => [severity, code])).toEqual([['error', 'CERTIFICATE_EXPIRED']])
  })

  test('could not be seen: a warning for each cause, and no verdict', async () => {
    const all = await three()
    const seen = all.map((certificate) => {
      const { fingerprint: _f, issuer: _i, notAfter: _n, ...unseen } = at(certificate, certificate.component)
      return { ...unseen, message: 'no gateway runs that could look' }
    })
    const check = checkCertificates(all, 20, now, { seen })
    expect(states(check)).toEqual(Array.from({ length: 3 }, () => ['ok', 'unreachable']))
    expect(check.exitCode).toBe(0)
    expect(check.problems).toMatchObject([
      {
        severity: 'warning',
        code: 'VERIFY_INCONCLUSIVE',
        message: expect.stringContaining('gateway, OPA, Pii: no gateway'),
      },
    ])
  })

  test('a stored one that is wrong itself keeps its word', async () => {
    const [gateway, opa, pii] = await three()
    const check = checkCertificates([gateway, opa, pii], 20, later(15), { seen: [at(pii, '10.0.0.3', old(16))] })
    expect(check.certificates[2]).toMatchObject({ how: 'expiring', inUse: { state: 'other', daysLeft: 1 } })
    expect(check.problems.map(({ code }) => code)).toEqual(['CERTIFICATE_EXPIRING', 'CERTIFICATE_STALE'])
  })
})

test('what nobody has issued yet is work, 3', async () => {
  const [gateway, opa] = await three()
  const check = checkCertificates([gateway, opa], 20, now, { missing: [serverRequest('Pii')] })
  expect(check.certificates[2]).toEqual({ component: 'Pii', kind: 'server', how: 'missing', reason: 'not issued yet' })
  expect([check.exitCode, check.problems.map(({ code }) => code)]).toEqual([3, ['WORK_PENDING']])
})
