import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/model/stack.ts'
import { roleFor } from '../../../src/targets/kubernetes/rights.ts'
import { accountOf, applyForeign, cluster, kubectl, needCluster } from '../../support/cluster.ts'
import { examine, foundBy, openSilence, statesOf } from '../../support/doctor.ts'
import { newNamespace, planIn, proxiesOf, removeNamespace } from '../../support/place.ts'

describe.skipIf(cluster === null)('doctor and a cluster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'))
  let namespace: string
  beforeAll(() => {
    namespace = newNamespace()
  })
  afterAll(() => {
    removeNamespace(namespace)
    rmSync(folder, { recursive: true })
  })

  const run = async (kubeconfig: string, where: string = namespace) => {
    const { images, kubectl: program } = needCluster()
    const file = join(folder, 'mcp-stack.yaml')
    writeFileSync(
      file,
      `deployment: {type: kubernetes, namespace: ${where}}\ngateway: {image: "${images.tiny}"}\nplugins: []\n`,
    )
    const PATH = `${dirname(program)}:${process.env['PATH'] ?? ''}`
    const report = await examine({ file, environment: { ...process.env, PATH, KUBECONFIG: kubeconfig } })
    expect(proxiesOf(where)).toEqual([])
    return report
  }

  /** A kubeconfig of the account that has the Role of a deploy, changed. */
  const accountWith = async (name: string, change: (rules: JsonObject[]) => JsonObject[]) => {
    const plan = planIn(namespace)
    const [account, role, binding] = await roleFor(plan, 'deploy')
    const rules = change(role?.['rules'] as unknown as JsonObject[])
    applyForeign(namespace, [account, { ...role, rules }, binding].map((one) => JSON.stringify(one)).join('\n---\n'))
    const file = join(folder, name)
    writeFileSync(file, accountOf(namespace, `${plan.stack.name}-deploy`).kubeconfig, { mode: 0o600 })
    return file
  }

  test('an administrator: nothing in the way', async () => {
    const report = await run(needCluster().kubeconfig)
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(report.exitCode).toBe(0)
    expect(statesOf(report)).toMatchObject({
      engine: 'skipped',
      kubectl: 'good',
      cluster: 'good',
      namespace: 'good',
      rights: 'good',
      nodes: 'good',
      clock: 'good',
    })
    expect(foundBy(report, 'rights')?.found).toMatch(/^all \d+ that deploy uses$/)
    expect(foundBy(report, 'nodes')?.found).toMatch(/linux\//)
  })

  test('a namespace that deploy would make', async () => {
    const report = await run(needCluster().kubeconfig, `${namespace}-absent`)
    expect(foundBy(report, 'namespace')).toMatchObject({ state: 'good', found: expect.stringContaining('makes it') })
  })

  test('an account that lacks some rights: all that are missing, at once', async () => {
    const kubeconfig = await accountWith('few', (rules) =>
      rules.flatMap((rule) => {
        const resources = rule['resources'] as readonly string[]
        if (resources.includes('networkpolicies')) return []
        const verbs = (rule['verbs'] as readonly string[]).filter((verb) => verb !== 'patch')
        return [resources.includes('services') ? { ...rule, verbs } : rule]
      }),
    )
    const report = await run(kubeconfig)
    expect(report.exitCode).toBe(1)
    const { fix, found, state } = foundBy(report, 'rights') ?? {}
    expect(state).toBe('bad')
    for (const right of ['list networkpolicies.networking.k8s.io', 'patch services']) expect(found).toContain(right)
    expect(fix).toContain('mcp-deploy rbac | kubectl apply -f -')
    expect(statesOf(report)).toMatchObject({ cluster: 'good', nodes: 'skipped' })
    expect(report.problems).toContainEqual(expect.objectContaining({ code: 'RIGHTS_MISSING' }))
  })

  test('with exactly the rights of rbac nothing is in the way', async () => {
    const report = await run(await accountWith('enough', (rules) => rules))
    expect([report.exitCode, foundBy(report, 'rights')?.state]).toEqual([0, 'good'])
  })

  test('a cluster that is silent is not waited for, and no proxy stays', async () => {
    const silence = await openSilence()
    try {
      const file = join(folder, 'silent')
      const text = kubectl('config', 'view', '--raw', '--minify', '-o', 'json')
      const server = `https://127.0.0.1:${silence.port}`
      writeFileSync(file, text.replace(/"server":\s*"[^"]*"/, `"server": "${server}"`), { mode: 0o600 })
      const report = await run(file)
      expect(foundBy(report, 'cluster')).toMatchObject({
        state: 'bad',
        found: expect.stringContaining(server),
        fix: expect.stringContaining('kubectl'),
      })
    } finally {
      silence.close()
    }
  })
})
