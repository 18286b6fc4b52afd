import { beforeAll, expect, test } from 'vitest'
import { checkCertificates } from '../../src/certificates/check.ts'
import { checkAnswer } from '../../src/certificates/check-answer.ts'
import { loadDer } from '../../src/certificates/der.ts'
import { issueLeaf } from '../../src/certificates/issue-leaf.ts'
import { findMismatch } from '../../src/certificates/match.ts'
import { splitPem } from '../../src/certificates/read-certificate.ts'
import { openSigner, readIssuerFacts } from '../../src/certificates/signer.ts'
import { toCertificate, withEnd } from '../../src/certificates/to-certificate.ts'
import { reportCertificates } from '../../src/commands/report-certificates.ts'
import type { AuthorityKeyPair, Certificate, Issued } from '../../src/model/certificate.ts'
import { endsOf } from '../../src/model/lifetime.ts'
import { makeCa } from '../support/made-ca.ts'
import { day, serverRequest } from './fixtures.ts'

const now = new Date('2026-11-23T08:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * day)
const request = serverRequest('OPA')
const ends = later(21).toISOString()

let root: AuthorityKeyPair
let answer: Issued
/** Below an intermediate that ends in 21 days; the leaf says 90. */
let leaf: Certificate
/** Below one that another one signed, which did not come along. */
let apart: Certificate

async function issue(signer: AuthorityKeyPair, above: string): Promise<Issued> {
  const given = { ...signer, certificatePem: `${signer.certificatePem}${above}` }
  const opened = await openSigner(given, 'the CA', now)
  return issueLeaf(await loadDer(), opened, await readIssuerFacts(opened.certificate), request, now)
}

beforeAll(async () => {
  root = await makeCa({ name: 'root', from: now })
  const by = { name: 'root', pair: root }
  const long = await makeCa({ name: 'between', by, from: now })
  const short = await makeCa({ name: 'between', by, keyOf: long, from: now, days: 21 })
  const issued = await issue(long, root.certificatePem)
  answer = { ...issued, chainPem: `${splitPem(issued.chainPem)[0]}${short.certificatePem}` }
  leaf = toCertificate(answer)

  const lower = await makeCa({ name: 'lower', by: { name: 'between', pair: long }, from: now })
  const below = await issue(lower, `${long.certificatePem}${root.certificatePem}`)
  apart = toCertificate({ ...below, chainPem: splitPem(below.chainPem).slice(0, 2).join('') })
})

test('a leaf ends with the first certificate on its way up', () => {
  expect(leaf.notAfter).toBe(ends)
  // As versions before stored it.
  expect(withEnd({ ...leaf, notAfter: later(90).toISOString() }).notAfter).toBe(ends)
  const { certificates, problems } = reportCertificates(
    { certificates: [{ request, certificate: leaf, how: 'kept' }], problems: [] },
    now,
  )
  expect(certificates.map(({ component, how }) => [component, how])).toEqual([
    ['OPA', 'kept'],
    ['CN=root', 'trusted'],
    ['CN=between', 'trusted'],
  ])
  expect(endsOf(certificates)[0]?.notAfter).toBe(ends)
  expect(problems.map(({ message }) => message)).toEqual([
    'the certificate of OPA expires in 21 days, and 1 more ends within 30 days',
  ])
})

test('and is renewed in the last third of that life, or at once when it is over', () => {
  const at = (days: number) =>
    findMismatch(leaf, request, {
      now: later(days),
      authority: undefined,
      exact: true,
      ownRules: { rootsPem: root.certificatePem },
    })
  expect(at(13)).toBeUndefined()
  expect(at(15)).toEqual({ reason: 'its intermediate CN=between expires in 6 days', urgent: false })
  expect(at(22)).toEqual({ reason: 'its intermediate CN=between expired 1 day ago', urgent: true })
})

test('certs check judges the way up and lists what is on it', () => {
  const check = (certificate: Certificate, days: number) => checkCertificates([certificate], 10, later(days))
  expect(check(leaf, 0).exitCode).toBe(0)
  expect(check(leaf, 12).exitCode).toBe(3)
  const ended = check(leaf, 22)
  expect(ended.exitCode).toBe(4)
  expect(
    ended.certificates.map(({ component, how, kind, notAfter }) => [component, kind, how, notAfter === ends]),
  ).toEqual([
    ['OPA', 'server', 'expired', true],
    ['CN=root', 'ca', 'ok', false],
    ['CN=between', 'ca', 'expired', true],
  ])
  const broken = check(apart, 0)
  expect([broken.exitCode, broken.certificates[0]?.how, broken.certificates[0]?.reason]).toEqual([
    4,
    'broken',
    'its chain does not reach a CA it trusts: the certificate of CN=between is missing, which signed CN=lower',
  ])
})

test('an answer with a link that ends before its leaf is taken with a warning', async () => {
  const { keyPem, chainPem } = answer
  const trust = { pem: root.certificatePem, source: 'ca_file' }
  const { issued, problems } = await checkAnswer({ request, keyPem, pem: chainPem }, trust, now)
  expect(issued).toBeDefined()
  expect(problems).toEqual([
    expect.objectContaining({
      severity: 'warning',
      message: expect.stringContaining(`CN=between ends on ${ends}, before it`),
    }),
  ])
})
