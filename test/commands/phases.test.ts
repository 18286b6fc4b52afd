import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { issueCertificates } from '../../src/certificates/issue.ts'
import { issueCa } from '../../src/certificates/issue-ca.ts'
import { readCertificates } from '../../src/certificates/read-certificate.ts'
import { keepCertificates } from '../../src/commands/keep-leaves.ts'
import { type Deployed, goThroughPhases } from '../../src/commands/phases.ts'
import type { Certificate, RollOverOrder } from '../../src/model/certificate.ts'
import type { StackState } from '../../src/model/live.ts'
import type { Report } from '../../src/model/report.ts'
import type { Connection } from '../../src/model/target.ts'
import { authorities } from '../../src/registry.ts'
import { clientRequest, edge, newFolder, policyIn, serverRequest, stateAfter } from '../certificates/fixtures.ts'
import { sourceOf } from '../support/secret-source.ts'
import { idleConnection, session } from './draft-values.ts'

const now = new Date('2026-11-23T08:00:00Z')
const policy = policyIn(newFolder())
const requests = [serverRequest('OPA'), serverRequest('Pii'), clientRequest()]
const pairs = await Promise.all([1, 2, 3].map(() => issueCa(now)))
const ca = (index: number) => pairs[index]?.certificatePem ?? ''

class Killed extends Error {}

/** A stack whose pods are the certificates that they were started with; `steps` until a run is killed. */
function openStack(first: StackState) {
  const world = {
    state: first,
    pods: new Map<string, Certificate[]>(),
    steps: Number.POSITIVE_INFINITY,
    given: -1,
    begins: false,
  }
  for (const certificate of first.certificates) world.pods.set(certificate.component, [certificate])

  const step = () => {
    if (world.steps <= 0) throw new Killed()
    world.steps -= 1
  }
  const everyPairTrusts = () => {
    for (const client of world.pods.get('gateway') ?? []) {
      for (const server of [...world.pods.values()].flat().filter(({ kind }) => kind === 'server')) {
        expect(
          [accepts(client, server), accepts(server, client)],
          `${client.component} and ${server.component}`,
        ).toEqual([true, true])
      }
    }
  }
  /** As a deploy: state first, then plugins beside their old pods, then the gateway, then the old ones go. */
  const deployIn = async (order: RollOverOrder | undefined): Promise<Deployed> => {
    const pair = pairs[world.given]
    const environment = pair === undefined ? {} : { CA_CERT: pair.certificatePem, CA_KEY: pair.keyPem.reveal() }
    const io = edge(now, environment)
    const outcome = await issueCertificates(
      {
        authorities,
        secrets: sourceOf(io),
        requests,
        policy: { ...policy, authority: pair === undefined ? 'local' : 'env' },
        state: world.state,
        dry: false,
        force: false,
        caFromEnv: false,
        ...(order === undefined ? {} : { rollOver: order }),
      },
      io,
    )
    step()
    const { authority: _authority, rollOver: _rollOver, ...rest } = world.state
    world.state = { ...rest, ...keepCertificates(world.state, outcome) }
    for (const certificate of world.state.certificates) {
      step()
      const pods = world.pods.get(certificate.component) ?? []
      if (pods.some((pod) => isSame(pod, certificate))) continue
      world.pods.set(certificate.component, [...pods, certificate])
      everyPairTrusts()
    }
    step()
    for (const certificate of world.state.certificates) world.pods.set(certificate.component, [certificate])
    const phase = outcome.rollOver?.phase
    return { report: proven, ...(phase === undefined ? {} : { phase }) }
  }
  const connection: Connection = {
    ...idleConnection,
    lock: () => Promise.resolve({ release: () => Promise.resolve() }),
    observe: async () => ({ components: [], contents: [], state: world.state }),
    saveState: async (state) => {
      step()
      world.state = state
    },
  }
  /** One run of the program. @returns false when it was killed */
  const run = async (steps = Number.POSITIVE_INFINITY) => {
    world.steps = steps
    try {
      const done = await deployIn(world.begins ? { kind: 'begin' } : undefined)
      await goThroughPhases(session(now).session, connection, done, options, deployIn)
      return true
    } catch (error) {
      if (error instanceof Killed) return false
      throw error
    }
  }
  return {
    world,
    run,
    trusted: () => [...new Set([...world.pods.values()].flat().map(({ trustBundlePem }) => trustBundlePem))],
  }
}

const options = {
  dryRun: false,
  skipBuild: false,
  skipCertificates: false,
  caFromEnv: false,
  externalPki: false,
  frozen: false,
  requirePinned: false,
  wait: true,
  verify: true,
  timeoutSeconds: 60,
  permissions: {},
}
const proven = {
  status: 'succeeded',
  certificates: [],
  problems: [],
  verification: { outcome: 'passed', probes: [] },
} as unknown as Report

const isSame = (one: Certificate, other: Certificate) =>
  one.fingerprint === other.fingerprint && one.trustBundlePem === other.trustBundlePem

/** What TLS asks: the other's leaf was signed by a CA of our bundle. */
function accepts(own: Certificate, other: Certificate): boolean {
  const leaf = new X509Certificate(other.chainPem)
  return readCertificates(own.trustBundlePem, 'a bundle').some(
    (root) => leaf.checkIssued(root) && leaf.verify(root.publicKey),
  )
}

async function deployed(given = -1): Promise<StackState> {
  const pair = pairs[given]
  const environment = pair === undefined ? {} : { CA_CERT: pair.certificatePem, CA_KEY: pair.keyPem.reveal() }
  const io = edge(now, environment)
  const outcome = await issueCertificates(
    {
      authorities,
      secrets: sourceOf(io),
      requests,
      policy: { ...policy, authority: pair === undefined ? 'local' : 'env' },
      state: undefined,
      dry: false,
      force: false,
      caFromEnv: false,
    },
    io,
  )
  return stateAfter(outcome)
}

/** Numbers below `below` that are the same in every run (Park and Miller). */
function dice(seed: number) {
  let value = seed * 7919 + 1
  return (below: number) => {
    value = (value * 48271) % 2147483647
    return value % below
  }
}

describe('a CA rolls over', () => {
  test('of our own: founded, trusted, signing, alone; its predecessor’s key is gone', async () => {
    const first = await deployed()
    const { run, trusted, world } = openStack(first)
    world.begins = true
    expect(await run()).toBe(true)
    expect(world.state.rollOver).toBeUndefined()
    expect(trusted()).toEqual([world.state.authority?.certificatePem])
    expect(world.state.authority?.keyPem.reveal()).not.toBe(first.authority?.keyPem.reveal())
    // A later deploy has nothing to change.
    world.begins = false
    const before = world.state
    expect(await run()).toBe(true)
    expect(world.state).toEqual(before)
  })

  test('to one that is given, without being asked to; the key of our own is forgotten', async () => {
    const { run, trusted, world } = openStack(await deployed())
    world.given = 0
    expect(await run()).toBe(true)
    expect(trusted()).toEqual([ca(0)])
    expect([world.state.authority, world.state.rollOver]).toEqual([undefined, undefined])
    const again = world.state
    world.begins = true
    expect(await run()).toBe(true)
    expect(world.state).toEqual(again)
  })

  test('and waits where the new CA is not here to sign', async () => {
    const { run, trusted, world } = openStack(await deployed(0))
    world.given = 1
    // Killed in the first phase; then a deploy of somebody who has not got the CA.
    expect(await run(3)).toBe(false)
    const signed = world.state.certificates.map(({ fingerprint }) => fingerprint)
    Object.assign(world, { given: -1 })
    const outcome = await issueCertificates(
      {
        authorities,
        requests,
        policy: { ...policy, authority: 'env' },
        state: world.state,
        dry: false,
        force: false,
        caFromEnv: false,
        rollOver: { kind: 'advance', from: 'trust' },
      },
      edge(now),
    )
    expect(outcome.rollOver?.phase).toBe('trust')
    expect(outcome.certificates.map(({ certificate }) => certificate?.fingerprint)).toEqual(signed)
    world.given = 1
    expect(await run()).toBe(true)
    expect(trusted()).toEqual([ca(1)])
  })

  test('from wherever it was killed, and with whatever CA is given next, it comes to its end; every two pods trust one another', async () => {
    const first = [await deployed(), await deployed(0)]
    const phases = new Set<string | undefined>()
    for (let seed = 1; seed <= 10; seed += 1) {
      const roll = dice(seed)
      const { run, trusted, world } = openStack(first[roll(2)] ?? (await deployed()))
      for (let runs = roll(6); runs >= 0; runs -= 1) {
        world.given = roll(4) - 1
        world.begins = roll(2) === 0
        await run(roll(22)).catch((error: unknown) => {
          // Without the CA that a phase needs, or with a third one, a run may end; it has changed nothing.
          expect(error, `seed ${seed}`).toMatchObject({ code: 'AUTHORITY_FAILED' })
        })
        phases.add(world.state.rollOver?.phase)
      }
      Object.assign(world, { given: 2, begins: false })
      // One run ends what was begun, the next changes to the CA that is given now.
      for (const _ of [1, 2]) expect(await run(), `seed ${seed}`).toBe(true)
      expect([world.state.rollOver, trusted()], `seed ${seed}`).toEqual([undefined, [ca(2)]])
    }
    expect(phases).toEqual(new Set([undefined, 'trust', 'leaves', 'drop']))
  }, 120_000)
})
