import { expect, test } from 'vitest'
import { issueCertificates } from '../../src/certificates/issue.ts'
import { keptInPhase, noteRollOver, refuseAcrossPhase } from '../../src/commands/note-roll-over.ts'
import type { StackState } from '../../src/model/live.ts'
import { authorities } from '../../src/registry.ts'
import { clientRequest, edge, newFolder, policyIn, serverRequest, stateAfter } from '../certificates/fixtures.ts'
import { component, gateway, release } from '../targets/values.ts'
import { draft } from './draft-values.ts'

const now = new Date('2026-11-23T08:00:00Z')
const rollOver = { phase: 'leaves', oldTrustPem: 'CA', newTrustPem: 'CA 2', startedAt: now.toISOString() } as const

async function stackOf(): Promise<StackState> {
  const requests = [clientRequest(), serverRequest('OPA')]
  const options = { authorities, requests, policy: policyIn(newFolder()), state: undefined, dry: false, force: false }
  return stateAfter(await issueCertificates({ ...options, caFromEnv: false }, edge(now)))
}

test('what rolls in place says so, and what that means', () => {
  const { plan, changes } = draft()
  const certificates = { certificates: [], problems: [], rollOver }
  const [told] = noteRollOver({ plan, certificates, changes })
  expect(told).toMatchObject({ severity: 'warning', message: expect.stringMatching(/phase 2 of 3.*calls fail closed/) })
  const parallel = {
    ...plan,
    stack: { ...plan.stack, target: 'kubernetes' },
    deploy: { ...plan.deploy, rolling: 'parallel' },
    gateway: { ...plan.gateway, dataPaths: {} },
  } as const
  const [note] = noteRollOver({ plan: parallel, certificates, changes })
  expect(note).toMatchObject({ severity: 'note', message: expect.not.stringContaining('fail') })
  // SQLite in a volume: its pod ends before the next one starts.
  const alone = { ...parallel, gateway: { ...parallel.gateway, dataPaths: { '/data': 'gateway-data' } } }
  expect(noteRollOver({ plan: alone, certificates, changes })).toEqual([
    expect.objectContaining({ severity: 'warning', hint: expect.stringContaining('infrastructure.postgres') }),
  ])
  expect(noteRollOver({ plan, certificates, changes: [] })).toEqual([
    expect.objectContaining({ severity: 'note', message: expect.stringContaining('it changes nothing that runs') }),
  ])
  expect(noteRollOver({ plan, certificates: { certificates: [], problems: [] }, changes })).toEqual([])
})

test('no roll-back in the middle of a change of CAs, by hand or by itself', async () => {
  const state = await stackOf()
  const wanted = release(1, [gateway(), component('OPA')])
  expect(() => refuseAcrossPhase({ ...state, rollOver }, wanted)).toThrow(
    expect.objectContaining({ code: 'ROLL_BACK_REFUSED', message: expect.stringContaining('phase 2 of 3') }),
  )
  expect(() => refuseAcrossPhase(state, wanted)).not.toThrow()
  expect(keptInPhase({ ...state, rollOver })).toMatchObject({ hint: expect.stringContaining('certs rotate --ca') })
  expect(keptInPhase(state)).toBeUndefined()
})

test('no roll-back to a component that was gone while the CA changed', async () => {
  const [before, after] = [await stackOf(), await stackOf()]
  const certificates = [
    ...after.certificates,
    ...before.certificates.slice(1).map((one) => ({ ...one, component: 'Old' })),
  ]
  const state = { ...after, certificates }
  expect(() => refuseAcrossPhase(state, release(1, [gateway(), component('Old')]))).toThrow(
    /certificate of Old is of the old/,
  )
  expect(() => refuseAcrossPhase(state, release(2, [gateway(), component('OPA')]))).not.toThrow()
})
