import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { issueCa } from '../../src/certificates/issue-ca.ts'
import { fingerprintOf, readCertificates } from '../../src/certificates/read-certificate.ts'
import { isPending } from '../../src/model/pending.ts'
import { authorities } from '../../src/registry.ts'
import { sourceOf } from '../support/secret-source.ts'
import { clientRequest, edge, newFolder, policyIn, serverRequest } from './fixtures.ts'

const now = new Date('2026-11-23T08:00:00Z')
const policy = policyIn(newFolder())

test('every authority has a name of its own', () => {
  const names = authorities.map((kind) => kind.name)
  expect(names.length).toBeGreaterThan(0)
  expect(new Set(names).size).toBe(names.length)
})

/** What issueCertificates relies on, whoever signs. */
describe.each(authorities.map((kind) => [kind.name, kind] as const))('%s', (_name, kind) => {
  test('is not here when nothing was given to it: no error, no CA made', async () => {
    expect(await kind.open(undefined, { io: edge(now), policy })).toBeUndefined()
  })

  test('answers every request in order, with keys, chains and trust that fit', async () => {
    const known = await issueCa(now)
    const io = edge(now, { CA_CERT: known.certificatePem, CA_KEY: known.keyPem.reveal() })
    const authority = await kind.open(known, { io, policy, secrets: sourceOf(io) })
    const requests = [clientRequest(), serverRequest('OPA'), serverRequest('Pii')]
    const answers = (await authority?.issue(requests, now)) ?? []
    expect(answers).toHaveLength(requests.length)
    expect(authority?.name).toBe(kind.name)

    const issued = answers.flatMap((answer) => (isPending(answer) ? [] : [answer]))
    expect(issued.length).toBeGreaterThan(0)
    for (const [index, answer] of issued.entries()) {
      expect(answer.request).toBe(requests[index])
      const [leaf] = readCertificates(answer.chainPem, 'the leaf')
      const [ca] = readCertificates(answer.trustBundlePem, 'the trust bundle')
      expect(leaf.verify(ca.publicKey)).toBe(true)
      expect(fingerprintOf(ca)).toBe(authority?.fingerprint)
      expect(answer.chainPem.endsWith('\n') && answer.trustBundlePem.endsWith('\n')).toBe(true)
      expect(answer.chainPem).not.toContain(
        new X509Certificate(answer.trustBundlePem).raw.toString('base64').slice(0, 60),
      )
    }
    expect(new Set(issued.map((answer) => answer.keyPem.reveal())).size).toBe(issued.length)
  })

  test('nothing asked, nothing answered', async () => {
    const known = await issueCa(now)
    const io = edge(now, { CA_CERT: known.certificatePem, CA_KEY: known.keyPem.reveal() })
    expect(await (await kind.open(known, { io, policy, secrets: sourceOf(io) }))?.issue([], now)).toEqual([])
  })
})
