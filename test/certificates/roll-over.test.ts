import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkCertificates } from '../../src/certificates/check.ts'
import { externalAuthority } from '../../src/certificates/external-authority.ts'
import { type IssueOptions, issueCertificates } from '../../src/certificates/issue.ts'
import { issueCa } from '../../src/certificates/issue-ca.ts'
import { writeCertificateTree } from '../../src/certificates/tree.ts'
import { keepCertificates } from '../../src/commands/keep-leaves.ts'
import type { AuthorityKeyPair, CertificateOutcome, RollOverPhase } from '../../src/model/certificate.ts'
import { Secret } from '../../src/model/secret.ts'
import type { CertificatesConfig } from '../../src/model/stack.ts'
import { authorities } from '../../src/registry.ts'
import { forgetStack } from '../../src/targets/forget-stack.ts'
import { companyCa, signBelow } from '../support/company-ca.ts'
import { makeCa } from '../support/made-ca.ts'
import { sourceOf } from '../support/secret-source.ts'
import { clientRequest, day, edge, newFolder, policyIn, serverRequest, stateAfter } from './fixtures.ts'

// What one run decides about a change of CAs; whole changes are in test/commands/phases.test.ts.

const now = new Date('2026-11-23T08:00:00Z')
const requests = [clientRequest(), serverRequest('OPA')]
const begin = { kind: 'begin' } as const
const secret = new Secret('of the stack', 'a generated value')

interface Run extends Partial<IssueOptions> {
  readonly at?: Date
  readonly folder?: string
  readonly changes?: Partial<CertificatesConfig>
  readonly environment?: Record<string, string>
}

async function run({ at = now, folder = newFolder(), changes = {}, environment = {}, ...options }: Run = {}) {
  const io = edge(at, environment)
  const given = { authorities, secrets: sourceOf(io), requests, policy: policyIn(folder, changes), state: undefined }
  return await issueCertificates({ ...given, dry: false, force: false, caFromEnv: false, ...options }, io)
}

const how = (outcome: CertificateOutcome) =>
  outcome.certificates.map(({ request, how: done, reason }) => [request.component, done, reason].join(' '))
const trust = (outcome: CertificateOutcome) =>
  new Set(outcome.certificates.map(({ certificate }) => certificate?.trustBundlePem))
const given = (pair: AuthorityKeyPair) => ({ CA_CERT: pair.certificatePem, CA_KEY: pair.keyPem.reveal() })
const advance = (from: RollOverPhase) => ({ kind: 'advance', from }) as const
const newCa = async () => {
  const { certificatePem, keyPem } = await issueCa(now)
  return { certificatePem, environment: { CA_CERT: certificatePem, CA_KEY: keyPem.reveal() } }
}

describe('certs rotate --ca', () => {
  test('planned: nothing is made, everything waits for the new CA', async () => {
    const state = stateAfter(await run())
    const planned = await run({ state, rollOver: begin, dry: true })
    expect(how(planned)).toEqual(['gateway', 'OPA'].map((name) => `${name} pending CA roll-over, phase 1 of 3`))
    expect(planned.rollOver).toMatchObject({
      phase: 'trust',
      newTrustPem: '',
      oldTrustPem: state.authority?.certificatePem,
    })
    expect(planned.authority).toBeUndefined()
  })

  test('needs a place for the new CA’s key', async () => {
    const state = stateAfter(await run())
    const refused = run({ state, rollOver: begin, changes: { caStorage: 'none' } })
    await expect(refused).rejects.toMatchObject({ code: 'NOT_SUPPORTED' })
  })

  test('with a CA that is to be given, and is not', async () => {
    const state = stateAfter(await run())
    const refused = run({ state, rollOver: begin, changes: { authority: 'env' } })
    await expect(refused).rejects.toMatchObject({ code: 'AUTHORITY_FAILED', message: /CA_CERT and CA_KEY are not set/ })
  })

  test('founds another one also where the key of the old one is lost, or was never ours', async () => {
    const { authority: _lost, ...state } = stateAfter(await run())
    expect((await run({ state, rollOver: begin })).authority).toBeDefined()
    const company = await newCa()
    const theirs = stateAfter(await run({ changes: { authority: 'env' }, environment: company.environment }))
    const outcome = await run({ state: theirs, rollOver: begin })
    expect(trust(outcome)).toEqual(new Set([`${company.certificatePem}${outcome.authority?.certificatePem}`]))
  })
})

describe('a signer outside that answers at once', () => {
  /** What signs below the intermediate of a company of openssl, and the company's root. */
  function signer(caFile: boolean) {
    const folder = newFolder()
    const { rootPem } = companyCa(folder)
    writeFileSync(join(folder, 'sign.sh'), signBelow(folder), { mode: 0o755 })
    const command = [join(folder, 'sign.sh')] as const
    const rest = {
      commandFolder: folder,
      timeoutSeconds: 60,
      folder,
      ...(caFile ? { caFile: join(folder, 'root.crt') } : {}),
    }
    return { rootPem, changes: { authority: 'external', external: { command, ...rest } } } as const
  }

  test('whose root is named: in phases, and what is due waits for the second', async () => {
    const at = new Date()
    const before = await run({ at })
    const { changes, rootPem } = signer(true)
    const both = await run({ at: new Date(at.getTime() + 65 * day), changes, state: stateAfter(before) })
    expect(how(both)).toEqual(['gateway', 'OPA'].map((name) => `${name} kept CA roll-over, phase 1 of 3`))
    expect(trust(both)).toEqual(new Set([`${before.authority?.certificatePem}${rootPem}`]))
    const leaves = await run({ at, changes, state: stateAfter(both), rollOver: advance('trust') })
    expect(how(leaves)).toEqual(['gateway issued another CA', 'OPA issued another CA'])
    expect(trust(leaves)).toEqual(trust(both))
    const end = await run({ at, changes, state: stateAfter(leaves), rollOver: advance('leaves') })
    expect([trust(end), how(end).map((line) => line.split(' ')[1])]).toEqual([new Set([rootPem]), ['kept', 'kept']])
    const { rollOver: _ended, ...state } = stateAfter(end)
    expect((await run({ at, changes, state })).rollOver).toBeUndefined()
  })

  test('that takes longer than a clock may be wrong: its answer begins after it was asked', async () => {
    const { changes } = signer(true)
    const io = edge()
    const passing = { ...io, clock: { ...io.clock, now: () => new Date() } }
    const authority = await externalAuthority.open(undefined, { io: passing, policy: policyIn(newFolder(), changes) })
    const anHourAgo = new Date(Date.now() - day / 24)
    expect(await authority?.issue(requests, anHourAgo)).toHaveLength(2)
  })

  test('in the first phase only a plugin that is new gets one of it', async () => {
    const at = new Date()
    const { changes } = signer(true)
    const state = stateAfter(await run({ at, requests: requests.slice(0, 1) }))
    const both = await run({ at, changes, state })
    expect(how(both)).toEqual(['gateway kept CA roll-over, phase 1 of 3', 'OPA issued missing'])
    expect(trust(both).size).toBe(1)
  })

  test('whose root nobody knows before: all at once, and it is said', async () => {
    const at = new Date()
    const { changes, rootPem } = signer(false)
    const outcome = await run({ at, changes, state: stateAfter(await run({ at })) })
    expect([how(outcome), trust(outcome)]).toEqual([
      ['gateway issued another CA', 'OPA issued another CA'],
      new Set([rootPem]),
    ])
    expect(outcome.problems.map(({ message }) => message)).toContain(
      'the signer answered under another root than before, so it signed all 2 certificates anew',
    )
    expect((await run({ at, changes, state: stateAfter(outcome) })).problems).toEqual([])
  })
})

describe('while both are trusted', () => {
  test('what is due waits for the new CA; what has to be issued comes from it', async () => {
    const first = await run({ requests: requests.slice(0, 1), at: now })
    const state = stateAfter(await run({ state: stateAfter(first), rollOver: begin, requests: requests.slice(0, 1) }))
    const later = await run({ state, at: new Date(now.getTime() + 65 * day), force: true })
    expect(how(later)).toEqual(['gateway kept ', 'OPA issued missing'])
    expect(trust(later).size).toBe(1)
    const issuers = later.certificates.map(({ certificate }) => certificate?.issuer)
    expect(new Set(issuers).size).toBe(2)
  })

  test('--skip-certs changes nothing, and certs check counts both CAs', async () => {
    const first = stateAfter(await run())
    const { environment } = await newCa()
    const changes = { authority: 'env' } as const
    const hold = { kind: 'hold' } as const
    const held = await run({ state: first, environment, changes, rollOver: hold, dry: true })
    expect(how(held)).toEqual(['gateway', 'OPA'].map((name) => `${name} pending another CA`))
    const both = stateAfter(await run({ state: first, environment, changes }))
    expect((await run({ state: both, environment, changes, rollOver: hold, dry: true })).rollOver).toEqual(
      both.rollOver,
    )
    const { certificates } = checkCertificates(both.certificates, 30, now)
    expect(certificates.filter(({ kind }) => kind === 'ca')).toHaveLength(2)
  })

  test('phase 2 turns back to the CA that was to go, when that is ordered', async () => {
    const changes = { authority: 'env' } as const
    const [before, bad] = [await newCa(), await newCa()]
    const first = await run({ changes, environment: before.environment })
    const both = await run({ changes, environment: bad.environment, state: stateAfter(first) })
    const stuck = { changes, environment: bad.environment, state: stateAfter(both), rollOver: advance('trust') }
    const state = stateAfter(await run(stuck))
    const { environment } = before
    expect(how(await run({ changes, environment, state }))).toEqual(['gateway kept ', 'OPA kept '])
    const back = await run({ changes, environment, state, rollOver: begin })
    expect(how(back)).toEqual(['gateway issued another CA', 'OPA issued another CA'])
    expect([back.rollOver?.phase, trust(back)]).toEqual(['leaves', trust(both)])
    const end = await run({ changes, environment, state: stateAfter(back), rollOver: advance('leaves') })
    expect([how(end).length, trust(end)]).toEqual([2, new Set([before.certificatePem])])
  })

  test('files are copies of some phase: only the new CA’s key is taken from them', async () => {
    const folder = newFolder()
    const changes = { caStorage: 'files' } as const
    const first = await run({ folder, changes })
    await writeCertificateTree(first, policyIn(folder, changes), edge(now))
    const both = await run({ folder, changes, state: stateAfter(first), rollOver: begin })
    await writeCertificateTree(both, policyIn(folder, changes), edge(now))
    expect(readFileSync(join(folder, 'ca/ca.key'), 'utf8')).toBe(both.authorityForFiles?.keyPem.reveal())
    const leaves = await run({ folder, changes, state: stateAfter(both), rollOver: advance('trust') })
    expect(how(leaves)).toEqual(['gateway issued another CA', 'OPA issued another CA'])
    const drop = await run({
      folder,
      changes,
      state: stateAfter(leaves),
      rollOver: { kind: 'advance', from: 'leaves' },
    })
    expect(trust(drop)).toEqual(new Set([both.authorityForFiles?.certificatePem]))
  })

  test('files that certs wrote under the CA of before bring it back neither in the change nor after it', async () => {
    const folder = newFolder()
    const changes = { authority: 'env' } as const
    const [before, after] = [await makeCa({ name: 'One', from: now }), await makeCa({ name: 'Two', from: now })]
    const environment = given(after)
    const first = await run({ folder, changes, environment: given(before) })
    await writeCertificateTree(first, policyIn(folder, changes), edge(now))
    let state = stateAfter(first)
    for (const order of [{ kind: 'begin' }, ...(['trust', 'leaves'] as const).map(advance)] as const) {
      const outcome = await run({ folder, changes, environment, state, rollOver: order })
      state = { ...stateAfter(outcome), ...keepCertificates(state, outcome) }
    }
    const { rollOver: _ended, ...over } = state
    expect(over.formerRoots).toHaveLength(1)
    for (const known of [environment, {}]) {
      const again = await run({ folder, changes, environment: known, state: over })
      expect([how(again), trust(again)]).toEqual([['gateway kept ', 'OPA kept '], new Set([after.certificatePem])])
      expect(again.problems.map(({ message }) => message)).toEqual([expect.stringMatching(/copy of an earlier CA/)])
      expect(keepCertificates(over, again).formerRoots).toEqual(over.formerRoots)
    }
    // Given again, it is the stack's CA as any other.
    const back = await run({ folder, changes, environment: given(before), state: over })
    expect([how(back)[0], keepCertificates(over, back).formerRoots]).toEqual([
      'gateway kept CA roll-over, phase 1 of 3',
      undefined,
    ])
  })

  test('a CA put into ca_path is changed to', async () => {
    const folder = newFolder()
    const first = await run({ folder })
    const pair = await issueCa(now)
    const io = edge(now)
    await io.files.write(join(folder, 'ca/ca.key'), pair.keyPem, 0o600)
    await io.files.write(join(folder, 'ca/ca.crt'), pair.certificatePem, 0o600)
    const outcome = await run({ folder, state: stateAfter(first) })
    expect(how(outcome)).toEqual(['gateway', 'OPA'].map((name) => `${name} kept CA roll-over, phase 1 of 3`))
    expect(outcome.authority?.certificatePem).toBe(pair.certificatePem)
  })
})

test('a CA renewed with its key and name: its certificate changes in three phases, no leaf does', async () => {
  const changes = { authority: 'env' } as const
  const before = await makeCa({ name: 'Company', from: new Date(now.getTime() - 800 * day) })
  const renewed = await makeCa({ name: 'Company', keyOf: before, from: new Date(now.getTime() - day) })
  const first = await run({ changes, environment: given(before) })
  const environment = given(renewed)
  let last = await run({ changes, environment, state: stateAfter(first) })
  for (const from of ['trust', 'leaves'] as const) {
    last = await run({ changes, environment, state: stateAfter(last), rollOver: { kind: 'advance', from } })
    expect(last.certificates.map(({ how: done }) => done)).toEqual(['kept', 'kept'])
  }
  const { rollOver: _ended, ...state } = stateAfter(last)
  const after = await run({ changes, environment, state })
  expect([how(after), trust(after)]).toEqual([['gateway kept ', 'OPA kept '], new Set([renewed.certificatePem])])
})

test('certs rotate issues those that are named', async () => {
  const state = stateAfter(await run())
  expect(how(await run({ state, renew: ['OPA'] }))).toEqual(['gateway kept ', 'OPA issued certs rotate'])
})

test('a stack that was destroyed in the middle of it, with its data kept, begins again', async () => {
  const rolling = stateAfter(await run({ state: stateAfter(await run()), rollOver: begin }))
  expect(rolling.rollOver?.phase).toBe('trust')
  const left = forgetStack({ ...rolling, namespaceCreated: true, generated: { DB: secret, JWT: secret } }, ['DB'])
  expect(left).toEqual({
    ...stateAfter({ certificates: [], problems: [] }),
    namespaceCreated: true,
    generated: { DB: secret },
  })
  const again = await run({ state: left })
  expect(how(again)).toEqual(['gateway issued missing', 'OPA issued missing'])
  expect(again.rollOver).toBeUndefined()
})
