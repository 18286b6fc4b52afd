import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type IssueOptions, issueCertificates } from '../../src/certificates/issue.ts'
import { issueCa } from '../../src/certificates/issue-ca.ts'
import { writeCertificateTree } from '../../src/certificates/tree.ts'
import { StackError } from '../../src/errors.ts'
import type { CertificateOutcome } from '../../src/model/certificate.ts'
import type { StackState } from '../../src/model/live.ts'
import type { CertificatesConfig } from '../../src/model/stack.ts'
import { authorities } from '../../src/registry.ts'
import { environmentProvider } from '../../src/secrets/environment-provider.ts'
import { fileProvider } from '../../src/secrets/file-provider.ts'
import { sourceOf } from '../support/secret-source.ts'
import { clientRequest, day, edge, newFolder, policyIn, serverRequest, stateAfter } from './fixtures.ts'

const now = new Date('2026-11-23T08:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * day)
const requests = [clientRequest(), serverRequest('OPA'), serverRequest('Pii')]

interface Run extends Partial<IssueOptions> {
  readonly at?: Date
  readonly folder?: string
  readonly policyChanges?: Partial<CertificatesConfig>
  readonly environment?: Record<string, string>
}

async function run({
  at = now,
  folder = newFolder(),
  policyChanges = {},
  environment = {},
  ...options
}: Run = {}): Promise<CertificateOutcome> {
  const policy = policyIn(folder, policyChanges)
  const io = edge(at, environment)
  return issueCertificates(
    {
      authorities,
      secrets: sourceOf(io, [environmentProvider, fileProvider], { providers: ['environment'] }),
      requests,
      policy,
      state: undefined,
      dry: false,
      force: false,
      caFromEnv: false,
      ...options,
    },
    io,
  )
}

async function failure(work: Promise<unknown>): Promise<StackError> {
  const error = await work.then(() => undefined).catch((cause: unknown) => cause)
  if (!(error instanceof StackError)) throw new Error(`expected a StackError, got ${String(error)}`)
  return error
}

const how = (outcome: CertificateOutcome) =>
  outcome.certificates.map(({ request, how: done, reason }) =>
    [request.component, done, reason].filter(Boolean).join(' '),
  )
const fingerprints = (outcome: CertificateOutcome) =>
  outcome.certificates.map(({ certificate }) => certificate?.fingerprint)
const messages = (outcome: CertificateOutcome) =>
  outcome.problems.map(({ severity, message }) => `${severity}: ${message}`)
const trust = (outcome: CertificateOutcome) =>
  new Set(outcome.certificates.map(({ certificate }) => certificate?.trustBundlePem))

async function companyCa(at = now): Promise<Record<string, string>> {
  // A pair of ours under a name that is not ours would need another encoder: the integration test has openssl for that.
  const pair = await issueCa(at)
  return { CA_CERT: pair.certificatePem, CA_KEY: pair.keyPem.reveal() }
}

describe('a first and a second deploy', () => {
  test('the first issues everything from one new CA, and gives the pair to the store', async () => {
    const outcome = await run()
    expect(how(outcome)).toEqual(['gateway issued missing', 'OPA issued missing', 'Pii issued missing'])
    expect(trust(outcome)).toEqual(new Set([outcome.authority?.certificatePem]))
    expect(outcome.authorityForFiles).toBeUndefined()
    expect(outcome.problems).toEqual([])
  })

  test('the second issues nothing, from another folder', async () => {
    const first = await run()
    const second = await run({ state: stateAfter(first), at: later(59) })
    expect(how(second)).toEqual(['gateway kept', 'OPA kept', 'Pii kept'])
    expect(fingerprints(second)).toEqual(fingerprints(first))
    expect(second.problems).toEqual([])
  })

  test('a dry run makes nothing: pending, with the reason, and what is there now', async () => {
    const planned = await run({ dry: true })
    expect(how(planned)).toEqual(['gateway pending missing', 'OPA pending missing', 'Pii pending missing'])
    expect(planned.authority).toBeUndefined()
    const state = stateAfter(await run())
    const due = await run({ state, dry: true, at: later(65) })
    expect(how(due)).toEqual(['gateway', 'OPA', 'Pii'].map((name) => `${name} pending expires in 24 days`))
    expect(due.certificates.every((entry) => entry.certificate === undefined && entry.current !== undefined)).toBe(true)
  })

  test('without mTLS there is nothing to do, and no CA', async () => {
    expect(await run({ requests: [] })).toEqual({ certificates: [], problems: [] })
  })

  test('private keys are known to the redactor', async () => {
    const io = edge(now)
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
      io,
    )
    const keys = [outcome.authority?.keyPem, ...outcome.certificates.map((entry) => entry.certificate?.keyPem)]
    expect(keys).toHaveLength(4)
    for (const key of keys) {
      const line = key?.reveal().split('\n')[1] ?? ''
      expect(io.redactor.redact(`seen: ${line}`)).not.toContain(line)
    }
  })
})

describe('only what has to be is issued again', () => {
  test('inside the renewal window', async () => {
    const first = await run({ requests: requests.slice(0, 2) })
    const second = await run({ state: stateAfter(first), at: later(30) })
    expect(how(second)).toEqual(['gateway kept', 'OPA kept', 'Pii issued missing'])
    const third = await run({ state: stateAfter(second), at: later(62) })
    expect(how(third)).toEqual(['gateway issued expires in 27 days', 'OPA issued expires in 27 days', 'Pii kept'])
    expect(trust(third)).toEqual(trust(first))
  })

  test('not because a signer’s clock is some minutes ahead of ours', async () => {
    const state = stateAfter(await run())
    const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
    // Leaves begin five minutes before they are signed.
    expect(how(await run({ state, at: minutes(-9) }))).toEqual(['gateway kept', 'OPA kept', 'Pii kept'])
    const early = await failure(run({ state, at: minutes(-11), policyChanges: { autoGenerate: false } }))
    expect(early.message).toContain('gateway (not valid before 2026-11-23T07:55:00.000Z)')
  })

  test.each([1, 2, 90])('in its last third where no window is given: a life of %i days', async (validityDays) => {
    const wanted = requests.map(({ renewBeforeDays: _absent, ...request }) => ({ ...request, validityDays }))
    const state = stateAfter(await run({ requests: wanted }))
    const at = (part: number) => run({ requests: wanted, state, at: later(part * validityDays), dry: true })
    expect(new Set((await at(0.65)).certificates.map((entry) => entry.how))).toEqual(new Set(['kept']))
    expect(new Set((await at(0.68)).certificates.map((entry) => entry.how))).toEqual(new Set(['pending']))
  })

  test('names, key type and usage that no longer match', async () => {
    const state = stateAfter(await run())
    const [client, opa, pii] = [clientRequest(), serverRequest('OPA'), serverRequest('Pii')]
    const renamed = { ...opa, dnsNames: [...opa.dnsNames.filter((name) => name !== 'localhost'), 'opa.example'] }
    const outcome = await run({ state, requests: [client, renamed, { ...pii, keyAlgorithm: 'rsa-2048' }] })
    expect(how(outcome)).toEqual([
      'gateway kept',
      'OPA issued names changed: +opa.example -localhost',
      'Pii issued key type changed: ecdsa-p256 -> rsa-2048',
    ])
  })

  test('a key that belongs to another certificate', async () => {
    const first = await run()
    const [gateway, opa, pii] = stateAfter(first).certificates
    if (gateway === undefined || opa === undefined || pii === undefined) throw new Error('three are there')
    const state = { ...stateAfter(first), certificates: [gateway, { ...opa, keyPem: pii.keyPem }, pii] }
    expect(how(await run({ state }))).toEqual([
      'gateway kept',
      'OPA issued its key belongs to another certificate',
      'Pii kept',
    ])
  })

  test('everything with force, from the same CA', async () => {
    const first = await run()
    const second = await run({ state: stateAfter(first), force: true })
    expect(how(second)).toEqual(['gateway', 'OPA', 'Pii'].map((name) => `${name} issued --force`))
    expect(trust(second)).toEqual(trust(first))
  })

  test('not what ends together with its CA: the same CA could do no better', async () => {
    const long = requests.map((request) => ({ ...request, validityDays: 5000 }))
    const first = await run({ requests: long })
    const late = await run({ requests: long, state: stateAfter(first), at: later(3640) })
    expect(how(late)).toEqual(['gateway kept', 'OPA kept', 'Pii kept'])
    expect(messages(late)).toEqual(['warning: the CA (local) ends in 9 days, and every certificate with it'])
  })
})

describe('the CA', () => {
  test('that has ended is followed by a new one, which signs everything', async () => {
    const first = await run()
    const outcome = await run({ state: stateAfter(first), at: later(3660) })
    expect(how(outcome)).toEqual(['gateway', 'OPA', 'Pii'].map((name) => `${name} issued expired 3570 days ago`))
    expect(messages(outcome)[0]).toContain('a new CA is founded and signs all 3 certificates anew: the CA ended on')
    expect(trust(outcome)).toEqual(new Set([outcome.authority?.certificatePem]))
  })

  test('ca_storage none: forgotten at once, so the next need founds another and signs everything, and says so', async () => {
    const policyChanges = { caStorage: 'none' } as const
    const first = await run({ policyChanges, requests: requests.slice(0, 2) })
    expect([first.authority, first.authorityForFiles]).toEqual([undefined, undefined])
    expect(how(await run({ policyChanges, requests: requests.slice(0, 2), state: stateAfter(first) }))).toEqual([
      'gateway kept',
      'OPA kept',
    ])
    const third = await run({ policyChanges, state: stateAfter(first) })
    expect(how(third)).toEqual(['gateway issued another CA', 'OPA issued another CA', 'Pii issued missing'])
    expect(messages(third)[0]).toContain('not kept (ca_storage: none)')
    expect(trust(third).size).toBe(1)
  })

  test('ca_storage files: the pair is written to ca_path and found there again', async () => {
    const folder = newFolder()
    const policyChanges = { caStorage: 'files' } as const
    const first = await run({ folder, policyChanges, requests: requests.slice(0, 2) })
    expect(first.authority).toBeUndefined()
    await writeCertificateTree(first, policyIn(folder, policyChanges), edge(now))
    expect(readFileSync(join(folder, 'ca/ca.key'), 'utf8')).toBe(first.authorityForFiles?.keyPem.reveal())
    const second = await run({ folder, policyChanges, state: stateAfter(first) })
    expect(how(second)).toEqual(['gateway kept', 'OPA kept', 'Pii issued missing'])
    expect(trust(second)).toEqual(trust(first))
    const elsewhere = await failure(run({ policyChanges, state: stateAfter(first) }))
    expect(elsewhere.code).toBe('AUTHORITY_FAILED')
    expect(elsewhere.message).toContain('Pii (missing)')
  })

  test('a founding that was killed after its key was written is continued with that key', async () => {
    const folder = newFolder()
    const io = edge(now)
    const pair = await issueCa(now)
    await io.files.write(join(folder, 'ca/ca.key'), pair.keyPem, 0o600)
    const outcome = await run({ folder, policyChanges: { caStorage: 'files' } })
    expect(outcome.authorityForFiles?.keyPem.reveal()).toBe(pair.keyPem.reveal())
    expect(how(outcome)).toEqual(['gateway issued missing', 'OPA issued missing', 'Pii issued missing'])
  })

  test('whose key is lost is not replaced by itself, but by force', async () => {
    const { authority: _lost, ...state } = stateAfter(await run({ requests: requests.slice(0, 2) }))
    expect((await failure(run({ state }))).hint).toContain('certs rotate --ca')
    const forced = await run({ state, force: true })
    expect(how(forced)).toEqual(['gateway issued --force', 'OPA issued --force', 'Pii issued missing'])
    expect(messages(forced)[0]).toContain('a new CA is founded')
  })
})

async function withState(environment: Record<string, string>): Promise<StackState> {
  return stateAfter(await run({ caFromEnv: true, environment, requests: requests.slice(0, 2) }))
}

describe('a CA from the environment', () => {
  test('signs, and is never given to the store or to files', async () => {
    const environment = await companyCa()
    for (const caStorage of ['target', 'files', 'none'] as const) {
      const outcome = await run({ caFromEnv: true, environment, policyChanges: { caStorage } })
      expect([outcome.authority, outcome.authorityForFiles]).toEqual([undefined, undefined])
      expect(trust(outcome)).toEqual(new Set([environment['CA_CERT']]))
    }
  })

  test('its pair from two places of ca_secret; each half that is not there is told by its place', async () => {
    const pair = await issueCa(now)
    const folder = newFolder()
    const at = (name: string) => ({ provider: 'file' as const, at: join(folder, name) })
    const caSecret = { certificate: at('cert'), key: at('key') }
    const policyChanges = { authority: 'env' as const, caSecret }
    const hint = 'Put it there, or correct certificates.ca_secret'
    const neither = await failure(run({ policyChanges }))
    expect(neither.problems.map(({ code, message, hint: what }) => [code, message, what])).toEqual(
      ['CERT', 'KEY'].map((half) => [
        'SECRET_MISSING',
        `secret CA_${half} is not at file:${join(folder, half.toLowerCase())}, or empty there`,
        hint,
      ]),
    )
    writeFileSync(join(folder, 'cert'), pair.certificatePem)
    const refused = await failure(run({ policyChanges }))
    expect([refused.code, refused.message, refused.hint]).toEqual([
      'SECRET_MISSING',
      `secret CA_KEY is not at file:${join(folder, 'key')}, or empty there`,
      hint,
    ])

    writeFileSync(join(folder, 'key'), pair.keyPem.reveal())
    const outcome = await run({ policyChanges })
    expect(how(outcome)).toEqual(requests.map(({ component }) => `${component} issued missing`))
    expect(trust(outcome)).toEqual(new Set([pair.certificatePem]))
    expect(outcome.authority).toBeUndefined()
  })

  test('is not needed by a later run that has nothing to issue', async () => {
    const state = await withState(await companyCa())
    const outcome = await run({ state, requests: requests.slice(0, 2) })
    expect(how(outcome)).toEqual(['gateway kept', 'OPA kept'])
    expect(outcome.authority).toBeUndefined()
  })

  test('later runs without it use what is still valid, with a warning, and end where something must be issued', async () => {
    const state = await withState(await companyCa())
    const due = await run({ state, requests: requests.slice(0, 2), at: later(70) })
    expect(how(due)).toEqual(['gateway kept', 'OPA kept'])
    expect(messages(due)[0]).toMatch(/^warning: due for renewal: gateway \(expires in 19 days\)/)
    const missing = await failure(run({ state }))
    expect([missing.code, missing.message]).toEqual(['AUTHORITY_FAILED', expect.stringContaining('Pii (missing)')])
    const expired = await failure(run({ state, requests: requests.slice(0, 2), at: later(100) }))
    expect(expired.message).toContain('gateway (expired 10 days ago)')
  })

  test('takes over from a CA of ours in phases, or at once where nothing works any more', async () => {
    const environment = await companyCa()
    const state = stateAfter(await run())
    const outcome = await run({ state, caFromEnv: true, environment })
    expect(how(outcome)).toEqual(['gateway', 'OPA', 'Pii'].map((name) => `${name} kept CA roll-over, phase 1 of 3`))
    expect(trust(outcome)).toEqual(new Set([`${state.authority?.certificatePem}${environment['CA_CERT']}`]))
    const late = await run({ state, caFromEnv: true, environment, at: later(100) })
    expect(how(late)).toEqual(['gateway', 'OPA', 'Pii'].map((name) => `${name} issued expired 10 days ago`))
    expect([late.rollOver, trust(late)]).toEqual([undefined, new Set([environment['CA_CERT']])])
  })

  test('authority: env in the config asks for it only when something has to be signed', async () => {
    const policyChanges = { authority: 'env' } as const
    const environment = await companyCa()
    const first = await run({ policyChanges, environment })
    expect(how(await run({ policyChanges, state: stateAfter(first) }))).toEqual([
      'gateway kept',
      'OPA kept',
      'Pii kept',
    ])
    const error = await failure(run({ policyChanges }))
    expect(error.message).toContain('CA_CERT and CA_KEY are not set')
  })

  test('a run that only looks goes on without it, and says what one that acts will need', async () => {
    const needed = (list: string) => `a new certificate is needed for ${list}, but`
    const policyChanges = { authority: 'env' } as const
    const first = await run({ policyChanges, dry: true })
    expect(how(first)).toEqual(requests.map(({ component }) => `${component} pending missing`))
    expect(first.unsigned?.message).toContain(needed('gateway (missing), OPA (missing), Pii (missing)'))
    // A fork's pull request: nobody may be asked.
    const forked = await run({ caFromEnv: true, secrets: undefined, dry: true })
    expect(forked.unsigned?.message).toBe(first.unsigned?.message)

    const added = await run({ policyChanges, state: await withState(await companyCa()), dry: true })
    expect(how(added)).toEqual(['gateway kept', 'OPA kept', 'Pii pending missing'])
    expect(added.unsigned?.message).toContain(needed('Pii (missing)'))
    expect((await failure(run({ policyChanges: { autoGenerate: false }, dry: true }))).code).toBe('AUTHORITY_FAILED')
  })

  test('ordered, but not there', async () => {
    expect((await failure(run({ caFromEnv: true }))).code).toBe('SECRET_MISSING')
    const { CA_CERT } = await companyCa()
    const half = await failure(run({ caFromEnv: true, environment: { CA_CERT: CA_CERT ?? '' } }))
    expect([half.code, half.message]).toEqual(['SECRET_MISSING', expect.stringContaining('CA_KEY')])
  })
})
