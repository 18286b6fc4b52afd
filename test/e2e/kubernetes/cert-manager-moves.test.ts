import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certificateIn, certificatesIn, hasCertManager, makeIssuer } from '../../support/cert-manager.ts'
import { applyForeign } from '../../support/cluster.ts'
import { type ClusterStack, grantRole, openClusterStack } from '../../support/cluster-stack.ts'
import { lightStack } from '../../support/light-stack.ts'
import { inNamespace, objectsIn } from '../../support/namespace.ts'
import { leavesOf, mustEnd, reportOf } from '../../support/tool.ts'
import { podNames, rolled } from '../../support/workloads.ts'

// To cert-manager, back, and again; what an issuer does wrong. In this order.

const [gateway, alpha, beta] = ['mcpgateway', 'mcp-plugin-alpha', 'mcp-plugin-beta'] as const

describe.skipIf(!hasCertManager())('a stack that moves to cert-manager', () => {
  let stack: ClusterStack

  beforeAll(async () => {
    stack = await openClusterStack('certmoves', {
      fill: (folder, namespace) => writeFileSync(join(folder, 'mcp-stack.yaml'), lightStack(namespace)),
      env: () => ({ API_KEY: 'an-api-key-of-the-tests' }),
    })
    makeIssuer(stack.namespace, 'stack-ca')
    applyForeign(
      stack.namespace,
      'apiVersion: cert-manager.io/v1\nkind: Issuer\nmetadata: {name: broken}\nspec: {ca: {secretName: not-there}}\n',
    )
    mustEnd(await stack.run('deploy'), 0)
  })

  afterAll(() => {
    stack?.close()
  })

  const signedBy = async (issuer: string) => {
    stack.change((file) => {
      file['certificates'] = { use_cert_manager: true, cert_manager_issuer: issuer }
    })
    await grantRole(stack.namespace, stack.folder, stack.env)
  }

  test('an issuer that cannot sign is quoted, and what runs stays as it is', async () => {
    await signedBy('broken')
    const before = await podNames(stack.namespace)
    const { stdout } = mustEnd(await stack.run('deploy'), 1)
    expect(stdout).toMatch(/cert-manager did not issue .*Alpha: .*(?:not-there|Ready status condition)/)
    expect(await podNames(stack.namespace)).toEqual(before)
  })

  test('it moves, and a roll-back brings the certificates of before', async () => {
    await signedBy('stack-ca')
    mustEnd(await stack.run('deploy'), 0)
    expect(await mounted()).toEqual([alpha, beta, gateway, gateway].map((name) => `${name}-certs`))
    mustEnd(await stack.run('rollback'), 0)
    expect((await mounted()).every((name) => /-certs-[0-9a-f]{10}$/.test(name))).toBe(true)
    expect((await objectsIn(stack.namespace)).filter((name) => name.endsWith('-certs'))).toEqual([])
  })

  test('an attempt that failed is made again at once, and only its users roll', async () => {
    mustEnd(await stack.run('deploy'), 0)
    const before = { pods: await podNames(stack.namespace), leaf: certificateIn(stack.namespace, `${beta}-certs`) }
    fail(`${beta}-certs`)
    const plan = reportOf(mustEnd(await stack.run('plan', '--json'), 0))
    expect(plan.certificates.find(({ component }) => component === 'Beta')).toMatchObject({
      how: 'pending',
      reason: 'missing',
    })
    const report = reportOf(mustEnd(await stack.run('deploy', '--json'), 0))
    expect(leavesOf(report).map(({ component, how }) => `${component} ${how}`)).toEqual([
      'gateway kept',
      'Alpha kept',
      'Beta issued',
    ])
    expect(certificateIn(stack.namespace, `${beta}-certs`)).not.toBe(before.leaf)
    expect(rolled(before.pods, await podNames(stack.namespace))).toEqual([beta, gateway])
  })

  test('a plugin that goes takes its certificate and its key along', async () => {
    stack.change((file) => {
      file.plugins = file.plugins.filter(({ name }) => name !== 'Beta')
    })
    mustEnd(await stack.run('deploy'), 0)
    expect(await certificatesIn(stack.namespace)).toEqual([`${alpha}-certs`, `${gateway}-certs`, 'stack-ca'])
    expect(await objectsIn(stack.namespace)).not.toContain(`Secret/${beta}-certs`)
  })

  /** As after an issuer said no, an hour of rest before cert-manager tries again; and the Secret is gone. */
  function fail(name: string): void {
    const at = new Date().toISOString()
    const { conditions } = JSON.parse(inNamespace(stack.namespace, 'get', 'certificate', name, '-o', 'json')).status
    const failed = { type: 'Issuing', status: 'False', reason: 'Failed', message: 'no', lastTransitionTime: at }
    const status = { conditions: [...conditions, failed], lastFailureTime: at, failedIssuanceAttempts: 1 }
    inNamespace(
      stack.namespace,
      'patch',
      'certificate',
      name,
      '--subresource=status',
      '--type=merge',
      '-p',
      JSON.stringify({ status }),
    )
    inNamespace(stack.namespace, 'delete', 'secret', name)
  }

  /** Secrets with certificates, of every pod. */
  async function mounted(): Promise<readonly string[]> {
    const selector = 'mcp-stack.dev/stack'
    const path =
      'jsonpath={range .items[*]}{.metadata.deletionTimestamp},{.spec.volumes[?(@.name=="certs")].secret.secretName}{"\\n"}{end}'
    return inNamespace(stack.namespace, 'get', 'pods', '-l', selector, '-o', path)
      .split('\n')
      .flatMap((line) => (line.startsWith(',') ? [line.slice(1)] : []))
      .filter((name) => name !== '')
      .sort()
  }
})
