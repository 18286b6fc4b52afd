import { expect, test } from 'vitest'
import { issueOnTarget } from '../../src/commands/issue-on-target.ts'
import type { Connection } from '../../src/model/target.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { targets } from '../../src/registry.ts'
import { loadTemplates } from '../../src/render/templates.ts'
import { pluginConfig, stackConfig } from '../plan/stack-config.ts'
import { state } from '../targets/values.ts'
import { clusterLive } from './cluster-values.ts'
import { idleConnection, session } from './draft-values.ts'

/** What happens, in order, to a stack whose certificates cert-manager has still to make. */
async function issue(mtls: boolean, before: () => Promise<void>) {
  const order: string[] = []
  const { session: run } = session(new Date('2026-11-26T08:00:00.000Z'))
  const config = stackConfig({
    type: 'kubernetes',
    gateway: { mtls },
    plugins: [pluginConfig('OPA', { mtls })],
  })
  const issuer = { kind: 'Issuer', name: 'stack-ca', group: 'cert-manager.io' } as const
  const plan = planStack({
    ...config,
    certificates: { ...config.certificates, authority: 'cert-manager', issuer },
  })
  const live = { ...clusterLive([]), state: state() }
  const connection: Connection = {
    ...idleConnection,
    observe: () => Promise.resolve(live),
    issueCertificates: async (objects) => void order.push(...objects.map(({ name }) => name)),
  }
  const { templates } = await loadTemplates('kubernetes', undefined, run.io)
  const images = ['gateway', 'OPA'].map((component) => ({
    component,
    reference: `r.example/${component.toLowerCase()}@sha256:${'a'.repeat(64)}`,
    tag: '1',
    how: 'resolved' as const,
    seconds: 0,
  }))
  const input = { plan, live, target: targets.kubernetes, images, templates, dry: true }
  const done = issueOnTarget(run, connection, input, 60, async () => {
    order.push('before')
    await before()
  })
  return { done, order }
}

test('the backup comes before the first Certificate', async () => {
  const { done, order } = await issue(true, async () => undefined)
  await done
  expect(order[0]).toBe('before')
  expect(order.slice(1).toSorted()).toEqual(['mcp-plugin-opa-certs', 'mcpgateway-certs'])
})

test('where it fails nothing is asked for', async () => {
  const { done, order } = await issue(true, () => Promise.reject(new Error('no backup')))
  await expect(done).rejects.toThrow('no backup')
  expect(order).toEqual(['before'])
})

test('it does not run where nothing is asked for', async () => {
  const { done, order } = await issue(false, async () => undefined)
  await done
  expect(order).toEqual([])
})
