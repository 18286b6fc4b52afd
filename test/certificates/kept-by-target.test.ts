import { describe, expect, test } from 'vitest'
import { issueCertificates } from '../../src/certificates/issue.ts'
import { issueCa } from '../../src/certificates/issue-ca.ts'
import { localAuthority } from '../../src/certificates/local-authority.ts'
import { keepLeaves } from '../../src/commands/keep-leaves.ts'
import { type KeptLeaf, requestMark } from '../../src/model/cert-manager.ts'
import type { AuthorityKeyPair } from '../../src/model/certificate.ts'
import { isPending } from '../../src/model/pending.ts'
import type { CertificateRequest } from '../../src/model/plan.ts'
import { authorities } from '../../src/registry.ts'
import { state } from '../targets/values.ts'
import { clientRequest, day, edge, newFolder, policyIn, serverRequest } from './fixtures.ts'

const now = new Date('2026-11-23T08:00:00Z')
const issuer = { group: 'cert-manager.io', kind: 'Issuer', name: 'stack-ca' }
const policy = policyIn(newFolder(), { authority: 'cert-manager', issuer })
const requests = [clientRequest(), serverRequest('OPA')]

/** What cert-manager would keep: signed by this CA at this time. */
async function leavesOf(
  ca: AuthorityKeyPair,
  at = now,
  change: (request: CertificateRequest) => CertificateRequest = (request) => request,
): Promise<readonly KeptLeaf[]> {
  const authority = await localAuthority.open(ca, { io: edge(at), policy })
  const issued = (await authority?.issue(requests.map(change), at)) ?? []
  return issued.flatMap((answer, index): readonly KeptLeaf[] => {
    const request = requests[index]
    if (isPending(answer) || request === undefined) return []
    const secretName = `${request.component}-certs`
    return [{ component: request.component, secretName, request: requestMark(request, issuer), answer }]
  })
}

const use = (leaves: readonly KeptLeaf[], more: Partial<Parameters<typeof issueCertificates>[0]> = {}, at = now) =>
  issueCertificates(
    { authorities, requests, policy, state: undefined, dry: true, force: false, caFromEnv: false, leaves, ...more },
    edge(at),
  )

test('what is kept and serves is used; neither a copy nor a CA is stored', async () => {
  const outcome = await use(await leavesOf(await issueCa(now)), { dry: false })
  expect(outcome.certificates.map(({ how, secretName }) => [how, secretName])).toEqual([
    ['kept', 'gateway-certs'],
    ['kept', 'OPA-certs'],
  ])
  expect(outcome).toEqual({ certificates: outcome.certificates, problems: [] })
  expect(keepLeaves(state(), outcome)).toEqual([])
})

test('a dry look says what is missing, and a run that has asked for it does not go on without', async () => {
  const [gateway] = await leavesOf(await issueCa(now))
  const leaves = gateway === undefined ? [] : [gateway]
  const { certificates } = await use(leaves)
  expect(certificates.map(({ how, reason }) => [how, reason])).toEqual([
    ['kept', undefined],
    ['pending', 'missing'],
  ])
  await expect(use(leaves, { dry: false })).rejects.toMatchObject({
    code: 'AUTHORITY_FAILED',
    message: /OPA \(missing\)/,
  })
})

test('what was just asked for is told as issued, with its reason', async () => {
  const made = new Map([['OPA', 'missing']])
  const { certificates } = await use(await leavesOf(await issueCa(now)), { dry: false, made })
  expect(certificates.map(({ how, reason }) => [how, reason])).toEqual([
    ['kept', undefined],
    ['issued', 'missing'],
  ])
})

describe('what does not serve is pending, and never used', () => {
  const answers: readonly [string, RegExp, (request: CertificateRequest) => CertificateRequest][] = [
    [
      'names',
      /names changed: .*\+mcp-plugin-opa/,
      (one) => (one.kind === 'server' ? { ...one, dnsNames: ['else'] } : one),
    ],
    ['usage', /not a server certificate/, (one) => (one.kind === 'server' ? { ...one, kind: 'client' } : one)],
  ]
  test.each(answers)('%s', async (_what, reason, change) => {
    const leaves = await leavesOf(await issueCa(now), now, change)
    const { certificates } = await use(leaves)
    expect(certificates.map(({ how }) => how)).toEqual(['kept', 'pending'])
    expect(certificates[1]?.reason).toMatch(reason)
    await expect(use(leaves, { dry: false })).rejects.toMatchObject({ message: reason })
  })

  test('another key', async () => {
    const ca = await issueCa(now)
    const [leaves, others] = [await leavesOf(ca), await leavesOf(ca)]
    const mixed = leaves.map((leaf, index): KeptLeaf => {
      const keyPem = others[index]?.answer?.keyPem
      return leaf.answer === undefined || keyPem === undefined ? leaf : { ...leaf, answer: { ...leaf.answer, keyPem } }
    })
    expect((await use(mixed)).certificates[1]).toMatchObject({ how: 'pending', reason: /key belongs to another/ })
  })

  test('no ca.crt', async () => {
    const leaves = (await leavesOf(await issueCa(now))).map((leaf): KeptLeaf => {
      return leaf.answer === undefined ? leaf : { ...leaf, answer: { ...leaf.answer, trustBundlePem: '' } }
    })
    expect((await use(leaves)).certificates[0]).toMatchObject({ how: 'pending', reason: /gateway-certs has no ca.crt/ })
  })

  test('another wish: issuer, life', async () => {
    const leaves = await leavesOf(await issueCa(now))
    const other = { policy: { ...policy, issuer: { ...issuer, name: 'other-ca' } } }
    expect((await use(leaves, other)).certificates[0]).toMatchObject({
      how: 'pending',
      reason: 'something else is asked for',
    })
  })

  test('an end that has passed', async () => {
    const leaves = await leavesOf(await issueCa(now))
    const { certificates } = await use(leaves, {}, new Date(now.getTime() + 91 * day))
    expect(certificates[0]).toMatchObject({ how: 'pending', reason: /^expired/ })
  })
})

test('inside its window it is used on: the renewal is cert-manager’s, and being late is a warning', async () => {
  const outcome = await use(await leavesOf(await issueCa(now)), { dry: false }, new Date(now.getTime() + 80 * day))
  expect(outcome.certificates.map(({ how }) => how)).toEqual(['kept', 'kept'])
  expect(outcome.problems).toMatchObject([{ severity: 'warning', message: /late with the renewal of gateway .*, OPA/ }])
})

test('components of an old and a new CA do not trust one another: those of the old are named', async () => {
  const [older, newer] = [
    await leavesOf(await issueCa(now)),
    await leavesOf(await issueCa(now), new Date(now.getTime() + day)),
  ]
  const mixed = [newer[0], older[1]].flatMap((leaf) => leaf ?? [])
  const later = new Date(now.getTime() + 2 * day)
  expect((await use(mixed, {}, later)).problems).toMatchObject([
    { severity: 'error', message: /changed: OPA and the others/ },
  ])
  await expect(use(mixed, { dry: false }, later)).rejects.toMatchObject({ code: 'CERTIFICATE_INVALID' })
})

test.each([{ force: true }, { caFromEnv: true }])('orders that it cannot follow are refused: %j', async (order) => {
  await expect(use(await leavesOf(await issueCa(now)), order)).rejects.toMatchObject({ code: 'NOT_SUPPORTED' })
})
