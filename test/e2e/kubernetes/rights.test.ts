import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { namingAllMissing } from '../../../src/targets/kubernetes/missing-rights.ts'
import { observeStack } from '../../../src/targets/kubernetes/observe.ts'
import { type Right, roleFor } from '../../../src/targets/kubernetes/rights.ts'
import { openStateStore } from '../../../src/targets/kubernetes/state-store.ts'
import { accountOf, applyForeign, cluster } from '../../support/cluster.ts'
import { newNamespace, openPlace, openRun, planIn, removeNamespace } from '../../support/place.ts'

interface Rule {
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
}

describe.skipIf(cluster === null)('rights that are missing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rights-'))
  let namespace: string
  beforeAll(() => {
    namespace = newNamespace()
  })
  afterAll(() => {
    removeNamespace(namespace)
    rmSync(folder, { recursive: true })
  })

  /** What an account sees that has the Role of a command, changed. */
  const observeAs = async (command: 'plan' | 'deploy', change: (rules: readonly Rule[]) => readonly Rule[]) => {
    const plan = planIn(namespace)
    const [account, role, binding] = await roleFor(plan, command)
    applyForeign(
      namespace,
      [account, { ...role, rules: change(role?.['rules'] as unknown as readonly Rule[]) }, binding]
        .map((object) => JSON.stringify(object))
        .join('\n---\n'),
    )
    const kubeconfig = join(folder, command)
    writeFileSync(kubeconfig, accountOf(namespace, `${plan.stack.name}-${command}`).kubeconfig, { mode: 0o600 })
    const opened = await openPlace(namespace, {}, openRun(kubeconfig))
    const from = performance.now()
    try {
      return await namingAllMissing(opened.place, plan, () => observeStack(opened.place, openStateStore(opened.place)))
    } finally {
      await opened.close()
      expect(opened.lines).toEqual([])
      expect((performance.now() - from) / 1000).toBeLessThan(5)
    }
  }
  const without = (resource: Right['resource'], verb?: string) => (rules: readonly Rule[]) =>
    rules.flatMap((rule) => {
      if (!rule.resources.includes(resource)) return [rule]
      return verb === undefined ? [] : [{ ...rule, verbs: rule.verbs.filter((one) => one !== verb) }]
    })

  test('what a plan needs is enough to look', async () => {
    await expect(observeAs('plan', (rules) => rules)).resolves.toMatchObject({ components: [] })
  })

  test('all are named at once, those of a deploy apart', async () => {
    const change = (rules: readonly Rule[]) => without('networkpolicies')(without('services', 'patch')(rules))
    await expect(observeAs('deploy', change)).rejects.toMatchObject({
      code: 'RIGHTS_MISSING',
      message: `rights are missing in namespace ${namespace}: get networkpolicies.networking.k8s.io, list networkpolicies.networking.k8s.io; and to deploy create networkpolicies.networking.k8s.io, delete networkpolicies.networking.k8s.io, patch networkpolicies.networking.k8s.io, patch services`,
      hint: 'Somebody who may give rights types: mcp-deploy rbac | kubectl apply -f - (an account that is there: --service-account NAMESPACE:NAME)',
    })
  })

  test('who has none is told so in a few words', async () => {
    await expect(observeAs('deploy', () => [])).rejects.toMatchObject({
      code: 'RIGHTS_MISSING',
      message: expect.stringMatching(/^you have no rights in namespace \S+, if there is one: \S+/),
      hint: expect.stringContaining(`kubectl create namespace ${namespace}`),
    })
  })
})
