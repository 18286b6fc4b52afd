import { beforeAll, expect, test } from 'vitest'
import { issueForeignClient } from '../../src/certificates/foreign.ts'
import { StackError } from '../../src/errors.ts'
import type { GatewayShell, PluginEndpoint, Probe } from '../../src/model/verification.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import type { DialAnswer } from '../../src/verify/answers.ts'
import { answerMark } from '../../src/verify/probe-program.ts'
import type { Questions } from '../../src/verify/questions.ts'
import { verifyStack } from '../../src/verify/verify-stack.ts'
import { session } from '../commands/draft-values.ts'
import { pluginConfig, stackConfig } from '../plan/stack-config.ts'

const plan = planStack(stackConfig({ plugins: [pluginConfig('OPA')] }))
let foreign: Awaited<ReturnType<typeof issueForeignClient>>
beforeAll(async () => {
  foreign = await issueForeignClient(new Date())
})

const away = new StackError({ code: 'ENGINE_UNREACHABLE', message: 'the API server does not answer: leader changed' })
const forbidden = new StackError({ code: 'COMMAND_FAILED', message: 'exceeded quota: small', hint: 'allow exec' })
const stopped = new StackError({ code: 'TERMINATED', message: 'told to stop' })

/** What is found in one round: gateways, addresses of the plugin, how it takes our certificate; or why nobody could look. */
interface Found {
  readonly gateways?: readonly (string | StackError)[]
  readonly addresses?: readonly string[]
  readonly seen?: DialAnswer['seen']
}

/** @param asked  Where what the gateways were asked is written: `gw-1: 10.0.0.1 opa`, once for each of them. */
function world(rounds: readonly (Found | StackError)[], asked: string[] = [], stop = new AbortController()) {
  let looks = 0
  const now = (): Found => {
    const found = rounds[Math.min(looks, rounds.length) - 1] ?? {}
    if (found instanceof StackError) throw found
    return found
  }
  const shell = (given: string | StackError, { seen = 'response' }: Found): GatewayShell => ({
    name: typeof given === 'string' ? given : 'gw-1',
    async python(program) {
      if (given instanceof StackError) throw given
      const dials = dialsIn(program)
      asked.push(`${given}: ${[...new Set(dials.map(({ to }) => to))].join(' ')}`)
      const answer = ({ component, to, with: certificate }: (typeof dials)[number]) => ({
        component,
        to,
        with: certificate,
        seen: certificate === 'own' ? seen : 'dropped',
        tls: 'TLSv1.3',
        mcp: 'ok',
        milliseconds: 1,
      })
      const ready = { seen: 'response', status: 200, milliseconds: 1 }
      const plugins = { ...ready, enabled: true, plugins: { OPA: 'enabled' } }
      return {
        exitCode: 0,
        stderr: '',
        stdout: `${answerMark}${JSON.stringify({ ready, plugins, dials: dials.map(answer) })}`,
      }
    },
  })
  const doors = {
    async gatewayShells() {
      looks += 1
      const found = now()
      return (found.gateways ?? ['gw-1']).map((given) => shell(given, found))
    },
    async pluginEndpoints() {
      const { addresses = ['10.0.0.1'] } = now()
      return addresses.map((address): PluginEndpoint => ({ component: 'OPA', address, port: 8000, serverName: 'opa' }))
    },
  }
  const { io } = session(new Date()).session
  const clock = { ...io.clock, sleep: () => Promise.resolve() }
  return verifyStack({ plan, doors, foreign }, { ...io, clock, signal: stop.signal })
}

function dialsIn(program: string): Questions['dials'] {
  const questions: Questions = JSON.parse(Buffer.from(/b64decode\("(.*?)"\)/.exec(program)![1]!, 'base64').toString())
  return questions.dials
}

const short = ({ component, kind, from, to, outcome }: Probe) => `${outcome} ${component} ${kind} ${from} ${to}`
const notPassed = (probes: readonly Probe[]) => probes.filter(({ outcome }) => outcome !== 'passed').map(short)

test('a read that fails once is no verdict', async () => {
  expect(await world([away, {}])).toMatchObject({ outcome: 'passed' })
  expect(await world([{ gateways: [], addresses: [] }, {}])).toMatchObject({ outcome: 'passed' })
})

test('what cannot be looked at to the end is not proven, in the words of whoever said so', async () => {
  const { outcome, probes } = await world([{ seen: 'dropped' }, { seen: 'dropped' }, away])
  expect(outcome).toBe('inconclusive')
  expect(probes).toContainEqual(expect.objectContaining({ component: 'gateway', message: away.message }))
  expect(await world([away])).toMatchObject({ outcome: 'inconclusive', probes: [{ outcome: 'inconclusive' }] })
})

test('what is not there three times has failed', async () => {
  const { outcome, probes } = await world([{ addresses: [] }])
  expect(outcome).toBe('failed')
  expect(notPassed(probes)[0]).toBe('failed OPA mcp-initialize the engine OPA')
  expect((await world([{ addresses: [] }, away, { addresses: [] }])).outcome).toBe('inconclusive')
})

test('a pod that goes meanwhile does not count, the one that takes its place is asked', async () => {
  const asked: string[] = []
  const rounds = [{ seen: 'unreachable' as const }, { addresses: ['10.0.0.2'] }]
  const { outcome, probes } = await world(rounds, asked)
  expect(outcome).toBe('passed')
  expect(probes.map(({ to }) => to)).not.toContain('10.0.0.1')
  expect(asked).toEqual(['gw-1: 10.0.0.1 opa', 'gw-1: 10.0.0.2 opa'])
})

test('a gateway that comes in later is asked everything, the other one nothing twice', async () => {
  const asked: string[] = []
  expect(await world([{ gateways: ['gw-2', forbidden] }, { gateways: ['gw-2', 'gw-1'] }], asked)).toMatchObject({
    outcome: 'passed',
  })
  expect(asked).toEqual(['gw-2: 10.0.0.1 opa', 'gw-2: ', 'gw-1: 10.0.0.1 opa'])
})

test('one dial that is dropped, in the one round that could be asked, does not fail', async () => {
  const silent = { gateways: [forbidden] }
  expect(await world([silent, silent, { seen: 'dropped' }])).toMatchObject({ outcome: 'inconclusive' })
  expect(await world([{ seen: 'dropped' }])).toMatchObject({ outcome: 'failed' })
})

test('a gateway that nobody may enter proves nothing; a run that was told to stop stops', async () => {
  const { outcome, probes } = await world([{ gateways: [forbidden] }])
  expect(outcome).toBe('inconclusive')
  expect(probes).toContainEqual(expect.objectContaining({ message: forbidden.message, hint: forbidden.hint }))
  const stop = new AbortController()
  stop.abort(stopped)
  await expect(world([{ gateways: [stopped] }], [], stop)).rejects.toBe(stopped)
  await expect(world([stopped], [], stop)).rejects.toBe(stopped)
})
