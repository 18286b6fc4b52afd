import { expect, test } from 'vitest'
import { toAnswer } from '../../../src/targets/kubernetes/answers.ts'
import type { Place } from '../../../src/targets/kubernetes/api.ts'
import { findPluginEndpoints, openGatewayShells } from '../../../src/targets/kubernetes/doors.ts'
import { showLogs } from '../../../src/targets/kubernetes/logs.ts'
import { runOneOff } from '../../../src/targets/kubernetes/one-off.ts'
import { session } from '../../commands/draft-values.ts'

const pod = {
  metadata: { name: 'gw-1', uid: 'u' },
  spec: { containers: [{ name: 'main' }] },
  status: { phase: 'Running', podIPs: [{ ip: '10.0.0.1' }] },
}
const failing = [500, { message: 'etcdserver: leader changed' }] as const
const denied = [403, { message: 'forbidden' }] as const

type Says = readonly [status: number, body: object]

/** A server that lists one pod of everything, but for what it `says` of a kind; nobody may exec. */
function placeWhere(says: Readonly<Record<string, Says | readonly Says[]>>): Place {
  const { io } = session(new Date()).session
  const turns = new Map<string, number>()
  const get = (path: string) => {
    const kind = Object.keys(says).find((name) => path.includes(name))
    const all = kind === undefined ? [] : says[kind]!
    const turn = turns.get(kind ?? '') ?? 0
    turns.set(kind ?? '', turn + 1)
    const several = Array.isArray(all[0]) ? (all as readonly Says[]) : [all as Says]
    const [status = 200, body = { items: [pod] }] = several[Math.min(turn, several.length - 1)] ?? []
    return Promise.resolve(toAnswer(status, JSON.stringify(body)))
  }
  const create = (path: string) =>
    Promise.resolve(toAnswer(201, path.includes('selfsubject') ? '{"status":{"allowed":false}}' : '{}'))
  const remove = () => Promise.resolve(toAnswer(200, '{}'))
  const clock = { ...io.clock, sleep: () => Promise.resolve() }
  // Only what is asked of a place here.
  const place = { api: { get, create, remove }, io: { ...io, clock }, namespace: 'demo', stack: 'demo' }
  return place as unknown as Place
}

const plugins = [{ name: 'OPA', service: 'opa', port: 8000, url: 'https://opa:8000/mcp' }]
const logs = (place: Place) => showLogs(place, { components: [], follow: false, tail: 5, onLine: () => undefined })

test.each([
  [failing, 'ENGINE_UNREACHABLE'],
  [denied, 'RIGHTS_MISSING'],
] as const)('a list that could not be had is no empty one: %j', async (says, code) => {
  for (const kind of ['/pods', '/deployments'])
    await expect(openGatewayShells(placeWhere({ [kind]: says }))).rejects.toMatchObject({ code })
  for (const kind of ['/pods', '/services'])
    await expect(findPluginEndpoints(placeWhere({ [kind]: says }), plugins)).rejects.toMatchObject({ code })
  await expect(logs(placeWhere({ '/pods': says }))).rejects.toMatchObject({ code })
})

test('pods that are not there are an answer', async () => {
  const empty = placeWhere({ '/pods': [200, { items: [] }] })
  expect(await openGatewayShells(empty)).toEqual([])
  expect(await findPluginEndpoints(empty, plugins)).toEqual([])
  await logs(empty)
})

test('a pod made for a question is gone when it is gone, and not when one look at it fails', async () => {
  const ended = { ...pod, status: { containerStatuses: [{ name: 'main', state: { terminated: { exitCode: 0 } } }] } }
  const ask = (...says: Says[]) =>
    runOneOff(placeWhere({ 'pods/mcp-stack-run': says }), { spec: { containers: [] } }, 'pass', 5)
  expect(await ask(failing, [200, ended], [200, {}])).toMatchObject({ exitCode: 0 })
  await expect(ask([404, {}])).rejects.toThrow('it is gone')
})
