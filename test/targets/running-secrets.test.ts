import { expect, test } from 'vitest'
import { runningSecrets } from '../../src/targets/compose/running-secrets.ts'
import { toAnswer } from '../../src/targets/kubernetes/answers.ts'
import type { Place } from '../../src/targets/kubernetes/api.ts'
import { readRunningSecrets } from '../../src/targets/kubernetes/running-secrets.ts'
import { edge } from '../secrets/fixtures.ts'

test('Compose: the environment of the containers, as far as it is secret', () => {
  const container = {
    Id: 'id',
    Name: '/a',
    State: { Status: 'running' },
    Config: { Image: 'a', Labels: { 'mcp-stack.dev/component': 'A' }, Env: ['TOKEN=a=b', 'PATH=/bin', 'EMPTY'] },
  }
  const { values, unread } = runningSecrets([container], (component, name) => component === 'A' && name !== 'PATH')
  expect(values.map(({ component, variable, value }) => [component, variable, value.reveal()])).toEqual([
    ['A', 'TOKEN', 'a=b'],
  ])
  expect(unread).toEqual([])
})

const started = '2026-11-26T12:00:00Z'
const pod = {
  metadata: { name: 'a-1', annotations: { 'mcp-stack.dev/name': 'A' } },
  spec: {
    containers: [
      {
        name: 'main',
        envFrom: [{ configMapRef: { name: 'a-env' } }, { secretRef: { name: 'a-env-0123456789' } }],
        env: [
          { name: 'JWT', valueFrom: { secretKeyRef: { name: 'theirs', key: 'jwt' } } },
          { name: 'PLAIN', value: 'x' },
        ],
      },
    ],
  },
  status: { startTime: started },
}

/** What is said of the one pod, where the cluster has these Secrets; `403` for one that may not be read. */
async function read(secrets: Readonly<Record<string, object | 403>>) {
  const get = async (path: string) => {
    if (path.includes('/pods')) return toAnswer(200, JSON.stringify({ items: [pod] }))
    const found = secrets[path.split('/').at(-1) ?? '']
    if (found === undefined || found === 403) return toAnswer(found ?? 404, '{}')
    return toAnswer(200, JSON.stringify({ metadata: { name: 'x' }, ...found }))
  }
  // Only what is asked of a place here.
  const place = { api: { get }, io: edge(), namespace: 'demo', stack: 'demo' } as unknown as Place
  const { values, unread } = await readRunningSecrets(place)
  return { values: values.map(({ variable, value }) => `${variable}=${value.reveal()}`), unread }
}

const data = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([key, text]) => [key, Buffer.from(text).toString('base64')]))
const ours = { immutable: true, metadata: { creationTimestamp: '2026-11-26T13:00:00Z' }, data: data({ TOKEN: 'one' }) }
const theirs = (time: string) => ({
  metadata: { creationTimestamp: '2026-11-01T00:00:00Z', managedFields: [{ time }] },
  data: data({ jwt: 'two', other: 'three' }),
})

test('Kubernetes: what the pods take from Secrets, ours and others', async () => {
  expect(await read({ 'a-env-0123456789': ours, theirs: theirs(started) })).toEqual({
    values: ['TOKEN=one', 'JWT=two'],
    unread: [],
  })
})

test('Kubernetes: one that may not be read, is gone, or was changed since the pod started, is told of', async () => {
  const jwt = { component: 'A', secret: 'theirs', variable: 'JWT' }
  const own = { component: 'A', secret: 'a-env-0123456789' }
  expect((await read({ 'a-env-0123456789': 403 })).unread).toEqual([own, jwt])
  const changed = await read({ 'a-env-0123456789': ours, theirs: theirs('2026-11-26T12:00:01Z') })
  expect(changed).toEqual({ values: ['TOKEN=one', 'JWT=two'], unread: [jwt] })
})
