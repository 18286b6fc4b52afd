import { expect, test } from 'vitest'
import { createRedactor } from '../../../src/io/redact.ts'
import { toAnswer } from '../../../src/targets/kubernetes/answers.ts'
import type { KubeAnswer, KubeApi, Place } from '../../../src/targets/kubernetes/api.ts'
import { readDatabaseRevision } from '../../../src/targets/kubernetes/database-revision.ts'
import { kubernetesBundle, oneSecret } from '../../support/kubernetes-bundle.ts'
import { pods, recorded } from './recorded.ts'

// No gateway runs, and one of the new image cannot be asked either. What a real one answers is in test/e2e.

const bundle = kubernetesBundle({ namespace: 'demo', stack: 'demo' }, [
  { name: 'mcpgateway', role: 'gateway', image: 'localhost:5000/x:nope' },
])
const refused = toAnswer(403, JSON.stringify({ message: 'exceeded quota: small' }))
const made = toAnswer(201, '{}')
const stuck = (name: string) => toAnswer(200, JSON.stringify(recorded(pods, name)))

/** A cluster that says this to who makes a pod, and shows it like this. */
function ask(create: KubeAnswer, pod: KubeAnswer, { stopped = false } = {}) {
  const stop = new AbortController()
  const removed: string[] = []
  const isOne = (path: string) => /\/pods\/mcp-stack-run-/.test(path)
  const api: Partial<KubeApi> = {
    get: async (path) => (isOne(path) ? pod : toAnswer(200, '{"items":[]}')),
    apply: async () => made,
    create: async (path) => (path.endsWith('/pods') ? create : made),
    async remove(path) {
      removed.push(path.split('/').at(-2) ?? '')
      return made
    },
  }
  const io = {
    redactor: createRedactor(),
    random: (bytes: number) => new Uint8Array(bytes),
    signal: stop.signal,
    clock: {
      now: () => new Date(0),
      sleep: async () => {
        if (stopped) stop.abort('SIGTERM')
      },
    },
  }
  const place = { api, io, namespace: 'demo', stack: 'demo' } as unknown as Place
  return { answer: readDatabaseRevision(place, { bundle, secrets: oneSecret() }), removed }
}

test.each([
  ['its image cannot be pulled', made, stuck('bad-image')],
  ['the quota is used up', refused, toAnswer(404, '{}')],
  ['somebody removed the pod', made, toAnswer(404, '{}')],
])('nobody can say, and nothing is left: %s', async (_why, create, pod) => {
  const { answer, removed } = ask(create, pod)
  expect(await answer).toBeUndefined()
  expect(removed).toContain('pods')
  expect(removed).toContain('secrets')
})

test('who was stopped while it was asked is stopped', async () => {
  const { answer } = ask(made, stuck('not-ready'), { stopped: true })
  await expect(answer).rejects.toMatchObject({ code: 'TERMINATED' })
})
