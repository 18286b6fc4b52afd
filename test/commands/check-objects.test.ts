import { expect, test } from 'vitest'
import { checkObjects } from '../../src/commands/check-objects.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { edge } from '../certificates/fixtures.ts'
import { pluginConfig } from '../plan/stack-config.ts'
import { kubernetesConfig } from '../render/kubernetes/kubernetes-input.ts'
import { session } from './draft-values.ts'

const at = new Date('2026-11-23T08:00:00.000Z')

function check(config: Parameters<typeof kubernetesConfig>[0], patches: readonly object[] = []) {
  const plan = planStack({ ...kubernetesConfig({ plugins: [pluginConfig('Guard')], ...config }), patches } as never)
  const made = session(at).session
  return checkObjects({ ...made, io: { ...made.io, ...edge(at, {}) } } as never, plan)
}

test('validate finds what only shows when objects are drawn, without a cluster', async () => {
  const named = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`
  await expect(check({ extraManifests: [{ file: 'm.yaml', text: named('fine') }] })).resolves.toBeUndefined()
  await expect(check({ extraManifests: [{ file: 'm.yaml', text: named('../x') }] })).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringContaining('m.yaml'),
  })
  const nowhere = { target: { kind: 'Deployment', name: 'nope' }, merge: { spec: { paused: true } } }
  await expect(check({}, [nowhere])).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
})
