import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cluster, needCluster } from '../../support/cluster.ts'
import { type ClusterStack, pluginIn } from '../../support/cluster-stack.ts'
import { openLightStack } from '../../support/light-stack.ts'
import { inNamespace, inPod, objectsIn, variableOf } from '../../support/namespace.ts'
import { lastScreen, mustEnd, reportOf } from '../../support/tool.ts'
import { podNames, rolled, workloadsOf } from '../../support/workloads.ts'

// One stack of light images that lives through what a week brings. In this order.

const [gateway, alpha, beta, gamma] = ['mcpgateway', 'mcp-plugin-alpha', 'mcp-plugin-beta', 'mcp-plugin-gamma'] as const

describe.skipIf(cluster === null)('a stack on Kubernetes', () => {
  let stack: ClusterStack
  let foreign: string

  beforeAll(async () => {
    stack = await openLightStack('change', ['Alpha', 'Beta', 'Gamma'])
    foreign = stack.foreign()
    mustEnd(await stack.run('deploy'), 0)
  })

  afterAll(() => {
    stack?.close()
  })

  /** Deploys and tells which workloads have other pods now; the run after it has nothing to do. */
  async function deploy(...flags: readonly string[]): Promise<readonly string[]> {
    const before = await podNames(stack.namespace)
    const report = reportOf(mustEnd(await stack.run('deploy', '--json', ...flags), 0))
    expect(report.status).toBe('succeeded')
    const after = await podNames(stack.namespace)
    expect(reportOf(mustEnd(await stack.run('deploy', '--json'), 0)).status).toBe('unchanged')
    return rolled(before, after)
  }

  test('the plan says context, server and namespace before anything else', async () => {
    const { stdout, stderr } = mustEnd(await stack.run('plan'), 0)
    const text = `${stderr}${stdout}`
    const where = text.indexOf('context e2e')
    expect(where).toBeGreaterThanOrEqual(0)
    const line = text.slice(text.lastIndexOf('\n', where) + 1).split('\n')[0]
    expect(line).toMatch(/https:\/\/\S+:6443/)
    expect(line).toContain(`namespace ${stack.namespace}`)
    expect(where).toBeLessThan(text.search(/unchanged|nothing to do/i))
  })

  test('a value of the gateway rolls the gateway only', async () => {
    stack.change((file) => {
      file.gateway.env_vars['LOG_LEVEL'] = 'DEBUG'
    })
    expect(await deploy()).toEqual([gateway])
    expect(await variableOf(stack.namespace, gateway, 'LOG_LEVEL')).toBe('DEBUG')
  })

  test('a value of a plugin rolls that plugin, then the gateway, nothing else', async () => {
    stack.change((file) => {
      pluginIn(file, 'Beta').env_vars['LOG_LEVEL'] = 'WARNING'
    })
    expect(await deploy()).toEqual([beta, gateway].sort())
    expect(await variableOf(stack.namespace, beta, 'LOG_LEVEL')).toBe('WARNING')
    const after = await workloadsOf(stack.namespace)
    expect(Date.parse(after[gateway]?.youngest ?? '')).toBeGreaterThanOrEqual(Date.parse(after[beta]?.youngest ?? ''))
  })

  test('an image rolls its plugin, then the gateway', async () => {
    stack.change((file) => {
      pluginIn(file, 'Alpha').image = needCluster().images.tiny2
    })
    expect(await deploy()).toEqual([alpha, gateway].sort())
    expect(await inPod(stack.namespace, alpha, 'cat', '/www/version')).toBe('2')
    expect((await workloadsOf(stack.namespace))[alpha]?.image).toMatch(/@sha256:[0-9a-f]{64}$/)
  })

  test('a secret rolls who uses it, then the gateway, and is shown nowhere', async () => {
    const value = `rotated-${Date.now()}-secret`
    stack.setEnv('API_KEY', value)
    expect(await deploy()).toEqual([alpha, gateway].sort())
    expect(await variableOf(stack.namespace, alpha, 'API_KEY')).toBe(value)
    expect(stack.runs.map(({ stdout, stderr }) => stdout + stderr).join('\n')).not.toContain(value)
    expect(inNamespace(stack.namespace, 'get', 'deployments,configmaps', '-o', 'json')).not.toContain(value)
  })

  test('certificates that are issued again roll nothing by themselves; the next deploy rolls who has them', async () => {
    const before = await podNames(stack.namespace)
    const check = reportOf(await stack.run('certs check', '--json'))
    expect(check.certificates).toHaveLength(5)
    mustEnd(await stack.run('certs', '--force'), 0)
    expect(rolled(before, await podNames(stack.namespace))).toEqual([])
    expect(await deploy()).toEqual([alpha, beta, gamma, gateway].sort())
  })

  test('what somebody scaled or set by hand is named as drift and repaired', async () => {
    inNamespace(stack.namespace, 'scale', 'deployment', gateway, '--replicas=1')
    inNamespace(stack.namespace, 'set', 'env', `deployment/${beta}`, 'LOG_LEVEL=TRACE')
    inNamespace(stack.namespace, 'rollout', 'status', `deployment/${beta}`, '--timeout=60s')
    const plan = mustEnd(await stack.run('plan'), 0)
    expect(plan.stdout + plan.stderr).toMatch(/drift/i)
    expect(plan.stdout + plan.stderr).toContain('replicas')
    mustEnd(await stack.run('plan', '--exit-code'), 3)
    mustEnd(await stack.run('deploy'), 0)
    const after = await workloadsOf(stack.namespace)
    expect(after[gateway]).toMatchObject({ replicas: 2, ready: 2 })
    expect(await variableOf(stack.namespace, beta, 'LOG_LEVEL')).toBe('WARNING')
    expect(reportOf(mustEnd(await stack.run('deploy', '--json'), 0)).status).toBe('unchanged')
  })

  test('what somebody deleted is made again, and nothing rolls for it', async () => {
    inNamespace(stack.namespace, 'delete', 'poddisruptionbudget', gateway)
    expect(await deploy()).toEqual([])
    expect(await objectsIn(stack.namespace)).toContain(`PodDisruptionBudget/${gateway}`)
  })

  test('a frozen plan does what it says; after a change by another hand it is refused and names the fence', async () => {
    stack.change((file) => {
      file.gateway.env_vars['LOG_LEVEL'] = 'ERROR'
    })
    mustEnd(await stack.run('plan', '-o', 'plan.json'), 0)
    mustEnd(await stack.run('deploy', '--plan', 'plan.json'), 0)
    expect(await variableOf(stack.namespace, gateway, 'LOG_LEVEL')).toBe('ERROR')

    stack.change((file) => {
      file.gateway.env_vars['LOG_LEVEL'] = 'INFO'
    })
    mustEnd(await stack.run('plan', '-o', 'plan.json'), 0)
    inNamespace(stack.namespace, 'scale', 'deployment', gamma, '--replicas=2')
    const before = await podNames(stack.namespace)
    const refused = mustEnd(await stack.run('deploy', '--plan', 'plan.json'), 1)
    expect(lastScreen(refused)).toMatch(/generation|live|moved|changed/i)
    expect(lastScreen(refused)).toContain('plan')
    expect(rolled(before, await podNames(stack.namespace)).filter((name) => name !== gamma)).toEqual([])
    mustEnd(await stack.run('deploy'), 0)
    expect((await workloadsOf(stack.namespace))[gamma]?.replicas).toBe(1)
  })

  test('a plugin that leaves the file is pruned, and the gateway rolls', async () => {
    stack.change((file) => {
      file.plugins = file.plugins.filter(({ name }) => name !== 'Gamma')
    })
    expect(await deploy()).toEqual([gamma, gateway].sort())
    const left = (await objectsIn(stack.namespace)).filter((name) => name.includes('gamma'))
    // Contents of the two releases before stay for a roll-back.
    expect(left.filter((name) => !/^(ConfigMap|Secret)\//.test(name))).toEqual([])
  })

  test('a roll-back brings the release before: the plugin is there again', async () => {
    mustEnd(await stack.run('rollback'), 0)
    const after = await workloadsOf(stack.namespace)
    expect(after[gamma]?.ready).toBe(1)
    expect(after[gateway]?.ready).toBe(2)
    const history: readonly { readonly status: string }[] = JSON.parse(
      mustEnd(await stack.run('history', '--json'), 0).stdout,
    )
    expect(history[0]?.status).toBe('live')
  })

  test('destroy leaves nothing of ours, and what is not ours as it was', async () => {
    mustEnd(await stack.run('destroy', '--force', '--volumes'), 0)
    const left = await objectsIn(stack.namespace)
    const foreignOnes = ['ConfigMap/foreign', 'ConfigMap/kube-root-ca.crt', 'Deployment/foreign']
    expect(left).toEqual([...foreignOnes, 'ServiceAccount/default', 'ServiceAccount/deployer'])
    expect(stack.foreign()).toBe(foreign)
  })
})
