import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { issueCertificates } from '../../src/certificates/issue.ts'
import { openRequest } from '../../src/certificates/open-requests.ts'
import { checkObserved } from '../../src/commands/check-certs.ts'
import type { Live, StackState } from '../../src/model/live.ts'
import type { CertificatesConfig } from '../../src/model/stack.ts'
import { authorities } from '../../src/registry.ts'
import { clientRequest, day, edge, newFolder, policyIn, serverRequest, stateAfter } from '../certificates/fixtures.ts'
import { gateway, live, running, state } from '../targets/values.ts'
import { draft, idleConnection, session } from './draft-values.ts'

const now = new Date('2026-11-23T08:00:00Z')
const requests = [clientRequest(), serverRequest('OPA')]

/** `certs check --stored-only` of what is there; `at` in days from now. */
async function check(
  seen: Live,
  { at = 0, policy = {}, within, reached = true, folder = newFolder() }: Partial<Choice> = {},
) {
  // Without renew_before_days: the last third of the life.
  const { renewBeforeDays: _days, ...certificatePolicy } = policyIn(folder, policy)
  const wanted = requests.map(({ renewBeforeDays: _own, ...request }) => ({
    ...request,
    validityDays: certificatePolicy.validityDays,
  }))
  const plan = { ...draft().plan, certificates: wanted, certificatePolicy }
  const { session: own } = session(new Date(now.getTime() + at * day))
  const observed = { live: seen, ...(reached ? { connection: idleConnection } : {}) }
  return checkObserved(own, plan, observed, { storedOnly: true, ...(within === undefined ? {} : { within }) })
}

interface Choice {
  readonly at: number
  readonly folder: string
  readonly policy: Partial<CertificatesConfig>
  readonly reached: boolean
  readonly within: number
}

const base = { authorities, requests, state: undefined, dry: false, force: false, caFromEnv: false }

/** A stack that runs with certificates of this life, whatever validity_days says. */
async function issued(validityDays = 90, changes: Partial<StackState> = {}): Promise<Live> {
  const given = requests.map((request) => ({ ...request, validityDays }))
  const outcome = await issueCertificates({ ...base, requests: given, policy: policyIn(newFolder()) }, edge(now))
  return live({ ...stateAfter(outcome), ...changes }, running(gateway()))
}

const hows = ({ certificates }: Awaited<ReturnType<typeof check>>) =>
  certificates.map(({ how, reason }) => (reason === undefined ? how : `${how} ${reason}`))

test('a life that is shorter than validity_days is due when a deploy renews it, and with --within days', async () => {
  const week = await issued(7)
  const at = async (days: number) => (await check(week, { at: days })).exitCode
  expect([await at(0), await at(4.5), await at(4.8)]).toEqual([0, 0, 3])
  const asked = await check(week, { within: 30 })
  expect([asked.exitCode, hows(asked)[0]]).toEqual([3, 'expiring expires in 6 days'])
})

test('what ends together with its CA is not due, for a deploy could do no better; the CA is told', async () => {
  const report = await check(await issued(5000), { at: 3640, policy: { validityDays: 5000 } })
  expect(hows(report)).toEqual([
    'ok ends together with a CA above it',
    'ok ends together with a CA above it',
    'expiring expires in 9 days',
  ])
  expect(report).toMatchObject({
    exitCode: 3,
    next: 'mcp-deploy certs rotate stack.yaml -e prod --ca',
    problems: [{ code: 'CERTIFICATE_EXPIRING', hint: expect.stringContaining('certs rotate --ca') }],
  })
})

test('in the middle of a change of CAs it is never all good', async () => {
  const rollOver = { phase: 'leaves', oldTrustPem: '', newTrustPem: '', startedAt: now.toISOString() } as const
  const good = await issued()
  const trust = good.state.certificates[0]?.trustBundlePem ?? ''
  const report = await check(await issued(90, { rollOver: { ...rollOver, oldTrustPem: trust, newTrustPem: trust } }))
  const goOn = 'mcp-deploy certs rotate stack.yaml -e prod --ca'
  expect(report).toMatchObject({
    exitCode: 3,
    status: 'pending',
    next: goOn,
    problems: [
      {
        severity: 'warning',
        code: 'WORK_PENDING',
        message: 'CA roll-over, phase 2 of 3: the new CA issues every certificate; the change has not come to its end',
        hint: `To go on: ${goOn}`,
      },
    ],
  })
  expect(await check(good)).toMatchObject({ exitCode: 0, status: 'succeeded', problems: [] })
})

test('nothing was asked for: no certificates yet; a stack that runs without its certificates lacks them', async () => {
  await expect(check(live(state()))).rejects.toMatchObject({ code: 'USAGE', message: /has no certificates yet/ })
  const report = await check(live(state(), running(gateway())))
  expect(hows(report)).toEqual(['missing not issued yet', 'missing not issued yet'])
  expect(report).toMatchObject({ exitCode: 3, status: 'pending', next: 'mcp-deploy deploy stack.yaml -e prod' })
})

test.each(['the state', 'a file'])(
  'requests that wait for a signature in %s are told, with what to do',
  async (where) => {
    const folder = newFolder()
    const open = await Promise.all(requests.map(async (request) => (await openRequest(request, [], now)).openRequest))
    if (where === 'a file') {
      mkdirSync(join(folder, 'ca'))
      const stored = open.map((entry) => ({ ...entry, keyPem: entry.keyPem.reveal() }))
      writeFileSync(join(folder, 'ca/open-requests.json'), JSON.stringify(stored))
    }
    const kept = where === 'a file' ? state() : { ...state(), openRequests: open }
    const policy = { authority: 'external' } as const
    const report = await check(live(kept), { folder, policy, reached: where !== 'a file' })
    expect(hows(report)).toEqual(requests.map(() => 'missing its request waits for a signature'))
    const signed = `Have the requests in ${folder}/requests signed, then: mcp-deploy certs import ${folder}/requests stack.yaml -e prod`
    expect(report).toMatchObject({ exitCode: 3, status: 'pending', next: signed })
    expect(report.problems.map(({ code, hint }) => [code, hint])).toEqual(requests.map(() => ['WORK_PENDING', signed]))
  },
)
