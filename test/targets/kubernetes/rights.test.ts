import { expect, test } from 'vitest'
import type { StackConfig } from '../../../src/model/stack.ts'
import { planStack } from '../../../src/plan/plan-stack.ts'
import { toAnswer } from '../../../src/targets/kubernetes/answers.ts'
import type { Place } from '../../../src/targets/kubernetes/api.ts'
import { formerKindProblem } from '../../../src/targets/kubernetes/former-kinds.ts'
import { preflightStack } from '../../../src/targets/kubernetes/preflight.ts'
import { plannedRights } from '../../../src/targets/kubernetes/rights.ts'
import { stackConfig } from '../../plan/stack-config.ts'
import { kubeBundle, liveWith, object, releaseOf } from './values.ts'

/** `ingresses: get list delete`. */
async function rules(change: Partial<StackConfig>, command: 'deploy' | 'plan' = 'deploy') {
  const plan = planStack({ ...stackConfig({ type: 'kubernetes' }), ...change })
  const rights = await plannedRights(plan, command)
  return rights.map(
    ({ optional, resource, verbs }) => `${resource}: ${verbs.join(' ')}${optional ? ' (optional)' : ''}`,
  )
}

test('an Ingress of an earlier release is still found and removed, and no deploy is refused for it', async () => {
  expect(await rules({})).toContain('ingresses: get list delete (optional)')
  expect(await rules({}, 'plan')).toContain('ingresses: get list (optional)')
  expect((await rules({})).join()).not.toContain('routes')
})

test('kinds of the user’s own manifests are found in whatever form they are written', async () => {
  const texts = [
    '{"apiVersion": "batch/v1", "kind": "CronJob", "metadata": {"name": "a"}}',
    '---\nmetadata: {name: b}\nkind: "Ingress"\napiVersion: networking.k8s.io/v1\n--- # and\n{kind: Job, apiVersion: batch/v1}\n',
    'a: [',
  ]
  const found = await rules({ extraManifests: texts.map((text, at) => ({ file: `${at}.yaml`, text })) })
  const all = 'get list create patch delete'
  for (const resource of ['cronjobs', 'jobs', 'ingresses']) expect(found).toContain(`${resource}: ${all}`)
  expect(found).not.toContain('ingresses: get list delete (optional)')
})

const httpRoute = { apiVersion: 'gateway.networking.k8s.io/v1', key: 'gateway.networking.k8s.io/v1/HTTPRoute/a' }

test('a kind that only an earlier release had is named with the verb, and with what to grant', async () => {
  const [kept, gone] = [object('Service', 'a', 'gateway'), object('HTTPRoute', 'a', 'gateway', httpRoute)]
  const before = kubeBundle([], kept, gone)
  const live = liveWith([releaseOf(1, before)], before)
  const asked: string[] = []
  const create = (_path: string, body: unknown) => {
    const { resource, verb }: Record<string, string> = JSON.parse(String(body)).spec.resourceAttributes
    asked.push(`${verb} ${resource}`)
    return Promise.resolve(toAnswer(201, JSON.stringify({ status: { allowed: resource !== 'httproutes' } })))
  }
  const api: Partial<Place['api']> = { create, get: () => Promise.resolve(toAnswer(403, '{}')) }
  // Only what is asked of a place here.
  const place = { api, namespace: 'x', stack: 'demo' } as unknown as Place
  const changes = [{ component: 'gateway', service: 'a', action: 'update', wave: 1, pending: [], reasons: [] } as const]
  const found = await preflightStack(place, kubeBundle([], kept), changes, () => Promise.resolve(new Map()), live)
  expect(asked.filter((one) => one.endsWith('httproutes'))).toEqual(['delete httproutes'])
  expect(found).toEqual([formerKindProblem(place, { ...httpRoute, kind: 'HTTPRoute' }, ['delete'])])
  expect(found[0]?.message).toContain('you may not delete httproutes.gateway.networking.k8s.io in namespace x')
  expect(found[0]?.hint).toContain('--verb=get,list,delete --resource=httproutes.gateway.networking.k8s.io')
})
