import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cluster, kubectl, needCluster } from '../../support/cluster.ts'
import { type ClusterStack, openClusterStack } from '../../support/cluster-stack.ts'
import { lightStack } from '../../support/light-stack.ts'
import { objectsIn } from '../../support/namespace.ts'
import { lastScreen, mustEnd } from '../../support/tool.ts'

// With the rights of an administrator the namespace is made, and only what was made is removed.

describe.skipIf(cluster === null)('a namespace on Kubernetes', () => {
  let stack: ClusterStack
  /** Not there: the stack's own fixture only lends its folder and account. */
  let namespace: string

  beforeAll(async () => {
    stack = await openClusterStack('namespace', {
      env: () => ({ API_KEY: 'a-key-of-the-light-stack-1' }),
      fill: (folder, own) => writeFileSync(join(folder, 'mcp-stack.yaml'), lightStack(own, ['Alpha'])),
    })
    namespace = `${stack.namespace}-made`
    stack.change((file) => {
      file.deployment['namespace'] = namespace
    })
  })

  afterAll(() => {
    if (stack === undefined) return
    kubectl('delete', 'namespace', namespace, '--ignore-not-found', '--wait=false')
    stack.close()
  })

  test('who may not make it is told so, with the command that makes it', async () => {
    const run = mustEnd(await stack.run('deploy'), 1)
    expect(lastScreen(run)).toContain(namespace)
    expect(lastScreen(run)).toMatch(/kubectl create namespace|mcp-deploy rbac/)
    expect(lastScreen(run)).not.toMatch(/starting it again|waiting up to/)
    expect(run.seconds).toBeLessThan(10)
  })

  test('an administrator makes it on the way', async () => {
    mustEnd(await stack.runAs(needCluster().kubeconfig, 'deploy'), 0)
    expect(kubectl('get', 'namespace', namespace, '-o', 'jsonpath={.status.phase}')).toBe('Active')
    expect(await objectsIn(namespace)).toContain('Deployment/mcpgateway')
  })

  test('destroy --volumes removes the namespace that it made', async () => {
    mustEnd(await stack.runAs(needCluster().kubeconfig, 'destroy', '--force', '--volumes'), 0)
    const phase = kubectl('get', 'namespace', namespace, '--ignore-not-found', '-o', 'jsonpath={.status.phase}')
    expect(['', 'Terminating']).toContain(phase)
  })

  test('kube-system and its like are refused before anything is asked', async () => {
    stack.change((file) => {
      file.deployment['namespace'] = 'kube-public'
    })
    const run = await stack.runAs(needCluster().kubeconfig, 'deploy')
    expect([1, 2]).toContain(run.exitCode)
    expect(lastScreen(run)).toContain('kube-public')
    expect(await objectsIn('kube-public')).not.toContain('Deployment/mcpgateway')
  })

  test('a context that is not there is refused by name', async () => {
    stack.change((file) => {
      file.deployment['namespace'] = namespace
      file.deployment['context'] = 'production'
    })
    const run = mustEnd(await stack.runAs(needCluster().kubeconfig, 'deploy'), 2)
    expect(lastScreen(run)).toContain('production')
  })
})
