import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cluster, kubectl } from '../../support/cluster.ts'
import { type ClusterStack, grantRole, openClusterStack, pluginIn } from '../../support/cluster-stack.ts'
import { lightStack } from '../../support/light-stack.ts'
import { inNamespace, objectsIn } from '../../support/namespace.ts'
import { mustEnd, reportOf, type ToolRun } from '../../support/tool.ts'
import { podNames, rolled, workloadsOf } from '../../support/workloads.ts'

// What is rendered only where it is asked for, all of it at once, on a cluster: it comes, stays and goes. In this order.

const alpha = 'mcp-plugin-alpha'
const pullToken = 'pull-token-of-nobody-4711'

/** JSON, since that is a form of YAML too, and a kind that no stack has by itself. */
const cronJob = JSON.stringify({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'clean-up' },
  spec: {
    suspend: true,
    schedule: '0 3 * * *',
    jobTemplate: {
      spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:1' }] } } },
    },
  },
})

/** Without a metrics server it still sees to its minimum. */
const autoscaler = (minReplicas: number) => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: alpha}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${alpha}}
  minReplicas: ${minReplicas}
  maxReplicas: 5
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]
`

const more = `expose: {via: ingress, host: mcp.example.test, class: nobody}
network_policy: {enabled: true}
patches:
  - target: {kind: Deployment, component: gateway}
    merge: {spec: {revisionHistoryLimit: 3}}
  - target: {kind: Service, name: ${alpha}}
    json6902: [{op: add, path: /metadata/annotations/patched, value: "yes"}]
extra_manifests: [./clean-up.json, ./autoscaler.yaml]
`

describe.skipIf(cluster === null)('everything that can be rendered', () => {
  let stack: ClusterStack
  const deploy = (...flags: readonly string[]) => stack.run('deploy', '--json', ...flags)
  const get = (...args: readonly string[]) => inNamespace(stack.namespace, 'get', ...args)

  beforeAll(async () => {
    stack = await openClusterStack('render', {
      env: () => ({ API_KEY: 'a-key-of-the-light-stack-1', PULL_TOKEN: pullToken }),
      fill: (folder, namespace) => {
        const text = lightStack(namespace, ['Alpha', 'Beta'], more)
        const deployment = `  pull_credentials: [{registry: registry.example.test, username: robot, password: "\${PULL_TOKEN}"}]\n`
        writeFileSync(
          join(folder, 'mcp-stack.yaml'),
          text
            .replace('gateway:\n', `${deployment}gateway:\n`)
            .replace('  - name: Alpha\n', '  - name: Alpha\n    replicas: 3\n'),
        )
        writeFileSync(join(folder, 'clean-up.json'), cronJob)
        writeFileSync(join(folder, 'autoscaler.yaml'), autoscaler(1))
      },
    })
  })
  afterAll(() => stack?.close())

  test('all of it arrives, and a second deploy does nothing', async () => {
    mustEnd(await deploy(), 0)
    expect(get('ingress', '-o', 'jsonpath={.items[*].spec.rules[*].host}')).toBe('mcp.example.test')
    expect(get('deployment', 'mcpgateway', '-o', 'jsonpath={.spec.revisionHistoryLimit}')).toBe('3')
    expect(get('service', alpha, '-o', 'jsonpath={.metadata.annotations.patched}')).toBe('yes')
    expect(get('cronjob,hpa', '-o', 'name')).toBe('cronjob.batch/clean-up\nhorizontalpodautoscaler.autoscaling/alpha')
    expect((await objectsIn(stack.namespace)).filter((one) => one.startsWith('NetworkPolicy/'))).toHaveLength(3)
    const [pull = ''] = get('deployment', alpha, '-o', 'jsonpath={.spec.template.spec.imagePullSecrets[*].name}').split(
      ' ',
    )
    const packed = get('secret', pull, '-o', 'jsonpath={.data.\\.dockerconfigjson}')
    expect(Buffer.from(packed, 'base64').toString()).toContain(pullToken)

    const before = await podNames(stack.namespace)
    expect(reportOf(mustEnd(await deploy(), 0)).status).toBe('unchanged')
    expect(rolled(before, await podNames(stack.namespace))).toEqual([])
  })

  test('the files for GitOps are what a cluster takes', async () => {
    mustEnd(await stack.run('generate', '--for', 'gitops', '--output', 'gitops'), 0)
    const applied = kubectl('apply', '-k', join(stack.folder, 'gitops'), '--dry-run=server', '-o', 'name')
    for (const one of ['ingress.networking.k8s.io/', 'cronjob.batch/clean-up', `deployment.apps/${alpha}`])
      expect(applied).toContain(one)
  })

  test('an autoscaler takes over without a pod less', async () => {
    const { pods = [] } = (await workloadsOf(stack.namespace))[alpha] ?? {}
    writeFileSync(join(stack.folder, 'autoscaler.yaml'), autoscaler(4))
    stack.change((file) => {
      const plugin = pluginIn(file, 'Alpha')
      delete plugin['replicas']
      plugin['autoscaling'] = true
    })
    mustEnd(await deploy(), 0)
    const four = () => get('deployment', alpha, '-o', 'jsonpath={.status.readyReplicas}') === '4'
    await expect.poll(four, { timeout: 60_000, interval: 1000 }).toBe(true)
    expect((await workloadsOf(stack.namespace))[alpha]?.pods).toEqual(expect.arrayContaining([...pods]))
    // Its number is its own from now on. The gateway rolls after a pod that is younger than itself, whoever made that.
    const later = changesOf(mustEnd(await deploy(), 0))
    expect(later.filter((one) => !one.startsWith('restart gateway'))).toEqual([])
    expect((await workloadsOf(stack.namespace))[alpha]?.replicas).toBe(4)
  })

  test('what is taken out of the file goes; the Role of the file as it is now names what else it takes', async () => {
    stack.change((file) => {
      for (const key of ['expose', 'network_policy', 'patches', 'extra_manifests']) delete file[key]
      delete file.deployment['pull_credentials']
    })
    await grantRole(stack.namespace, stack.folder, stack.env)
    const told = problemsOf(mustEnd(await deploy(), 1))
    expect(told).toMatch(/RIGHTS_MISSING you may not list (cronjobs\.batch|horizontalpodautoscalers\.autoscaling) in/)
    expect(told).toMatch(/create role \S+ --verb=get,list,delete --resource=/)
    for (const resource of ['cronjobs.batch', 'horizontalpodautoscalers.autoscaling']) {
      const account = `--serviceaccount=${stack.namespace}:deployer`
      inNamespace(stack.namespace, 'create', 'role', resource, '--verb=get,list,delete', `--resource=${resource}`)
      inNamespace(stack.namespace, 'create', 'rolebinding', resource, `--role=${resource}`, account)
    }
    mustEnd(await deploy(), 0)
    expect(get('ingress,networkpolicy,cronjob,hpa', '-o', 'name')).toBe('')
    expect(get('service', alpha, '-o', 'jsonpath={.metadata.annotations.patched}')).toBe('')
    expect(get('deployment', 'mcpgateway', '-o', 'jsonpath={.spec.revisionHistoryLimit}')).toBe('2')
    expect(changesOf(mustEnd(await deploy(), 0))).toEqual([])
  })

  test('a file that lacks most of the stack is refused, until somebody says so', async () => {
    writeFileSync(join(stack.folder, 'mcp-stack.yaml'), lightStack(stack.namespace, ['Gamma']))
    expect(problemsOf(mustEnd(await deploy(), 1))).toContain('MASS_DELETE 2 of the stack’s 2 plugins would be removed')
    expect(Object.keys(await workloadsOf(stack.namespace))).toContain(alpha)
    mustEnd(await deploy('--allow-mass-delete'), 0)
    expect(Object.keys(await workloadsOf(stack.namespace)).sort()).toEqual(['mcp-plugin-gamma', 'mcpgateway'])
  })
})

function problemsOf(run: ToolRun): string {
  return reportOf(run)
    .problems.map(({ code, hint = '', message }) => `${code} ${message} (${hint})`)
    .join('\n')
}

/** `update alpha: spec.replicas …`. */
function changesOf(run: ToolRun): readonly string[] {
  return reportOf(run).changes.flatMap(({ action, component, reasons }) =>
    action === 'unchanged' ? [] : [`${action} ${component}: ${JSON.stringify(reasons)}`],
  )
}
