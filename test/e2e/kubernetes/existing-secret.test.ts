import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyForeign, cluster, read } from '../../support/cluster.ts'
import type { ClusterStack } from '../../support/cluster-stack.ts'
import { companyCa } from '../../support/company-ca.ts'
import { openLightStack } from '../../support/light-stack.ts'
import { inNamespace, variableOf } from '../../support/namespace.ts'
import { mustEnd, reportOf } from '../../support/tool.ts'
import { type List, podNames, rolled } from '../../support/workloads.ts'

// Values that are in the namespace already: pods refer to them, nothing is copied. In this order.

const [gateway, alpha] = ['mcpgateway', 'mcp-plugin-alpha'] as const
const jwt = (count: number) => `Vq7-${count}-signing-key-of-somebody-else-Zt9xKw3LmP`
const apiKey = (count: number) => `api-key-${count}-of-somebody-else`

describe.skipIf(cluster === null)('secrets that are in the namespace', () => {
  let stack: ClusterStack
  let caKey: string
  const put = (keys: Readonly<Record<string, string>>, name = 'company') =>
    applyForeign(
      stack.namespace,
      JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData: keys }),
    )

  beforeAll(async () => {
    stack = await openLightStack('existing-secret', ['Alpha', 'Beta'])
    stack.change((file) => {
      file.ci_cd.vault_secrets = [
        { name: 'API_KEY', to: ['Alpha'], from: 'kubernetes:company#api.key' },
        { name: 'JWT_SECRET_KEY', to: ['gateway'], from: 'kubernetes:company#jwt' },
      ]
    })
  })
  afterAll(() => stack?.close())

  test('without the right to read it, it is referred to all the same, and a warning says what that costs', async () => {
    put({ 'api.key': apiKey(1), jwt: jwt(1) })
    const report = reportOf(mustEnd(await stack.run('plan', '--json'), 0))
    expect(report.problems).toContainEqual(
      expect.objectContaining({
        severity: 'warning',
        code: 'SECRET_FORBIDDEN',
        message: expect.stringContaining('the Secret company may not be read'),
      }),
    )
    const ca = companyCa(mkdtempSync(join(tmpdir(), 'existing-secret-')))
    caKey = readFileSync(join(ca.folder, 'intermediate.key'), 'utf8')
    put({ 'ca.crt': `${ca.intermediatePem}${ca.rootPem}`, 'ca.key': caKey }, 'company-ca')
    stack.change((file) => {
      const ca_secret = { certificate: 'kubernetes:company-ca#ca.crt', key: 'kubernetes:company-ca#ca.key' }
      file['certificates'] = { authority: 'env', ca_secret }
    })
    // The Role of the file as it is now has that right, for these Secrets and no other.
    const role = mustEnd(await stack.run('rbac', '--service-account', `${stack.namespace}:deployer`), 0).stdout
    applyForeign(stack.namespace, role)
  })

  test('a deploy names what is missing before it writes anything', async () => {
    inNamespace(stack.namespace, 'delete', 'secret', 'company')
    put({ 'api.kye': apiKey(1) })
    const report = reportOf(mustEnd(await stack.run('deploy', '--json'), 2))
    expect(report.problems.map(({ message }) => message)).toEqual([
      'secret API_KEY: the Secret company has no key api.key; it has api.kye',
      'secret JWT_SECRET_KEY: the Secret company has no key jwt; it has api.kye',
    ])
    expect(inNamespace(stack.namespace, 'get', 'deployments', '-o', 'name')).not.toContain(gateway)
  })

  test('pods have the values, and no object of ours has', async () => {
    put({ 'api.key': apiKey(1), jwt: jwt(1) })
    const report = reportOf(mustEnd(await stack.run('deploy', '--json'), 0))
    expect(report.secrets).toMatchObject({
      API_KEY: expect.stringMatching(/^kubernetes:company#api\.key version \d+$/),
    })
    expect(await variableOf(stack.namespace, alpha, 'API_KEY')).toBe(apiKey(1))
    expect(await variableOf(stack.namespace, gateway, 'JWT_SECRET_KEY')).toBe(jwt(1))
    expect(await holders(stack.namespace, apiKey(1))).toEqual(['Secret/company'])
    expect(await holders(stack.namespace, jwt(1))).toEqual(['Secret/company'])
    // The pair of the CA is read, used and not kept.
    expect(await holders(stack.namespace, caKey.split('\n')[1] ?? '')).toEqual(['Secret/company-ca'])
    const { items } = await read<List<Holder>>(stack.namespace, 'secrets', '--field-selector=type=kubernetes.io/tls')
    const issuers = items.map(({ data }) => new X509Certificate(Buffer.from(data?.['tls.crt'] ?? '', 'base64')).issuer)
    expect(issuers).toEqual(Array(3).fill(expect.stringContaining('Company Issuing')))
    expect(reportOf(mustEnd(await stack.run('deploy', '--json'), 0)).status).toBe('unchanged')
    expect(mustEnd(await stack.run('token'), 0).stdout).toMatch(/^ey[\w-]+\.[\w-]+\.[\w-]+$/m)
  })

  test('another value rolls its users: a plugin and the gateway after it, or the gateway alone', async () => {
    const deploy = async () => {
      const before = await podNames(stack.namespace)
      mustEnd(await stack.run('deploy'), 0)
      return rolled(before, await podNames(stack.namespace))
    }
    put({ 'api.key': apiKey(1), jwt: jwt(2) })
    expect(await deploy()).toEqual([gateway])
    put({ 'api.key': apiKey(2), jwt: jwt(2) })
    expect(await deploy()).toEqual([alpha, gateway].sort())
    expect(await variableOf(stack.namespace, alpha, 'API_KEY')).toBe(apiKey(2))

    // The release before comes back with the values of today.
    mustEnd(await stack.run('rollback'), 0)
    expect(await variableOf(stack.namespace, alpha, 'API_KEY')).toBe(apiKey(2))
    expect(reportOf(mustEnd(await stack.run('deploy', '--json'), 0)).status).toBe('unchanged')
  })

  test('nothing that was printed has a value', () => {
    const printed = stack.runs.map(({ stdout, stderr }) => stdout + stderr).join('\n')
    for (const value of [jwt(1), jwt(2), apiKey(1), apiKey(2), caKey.split('\n')[1] ?? '']) {
      expect(printed).not.toContain(value)
      expect(printed).not.toContain(Buffer.from(value).toString('base64'))
    }
  })
})

interface Holder {
  readonly kind: string
  readonly metadata: { readonly name: string; readonly annotations?: object }
  readonly data?: Readonly<Record<string, string>>
}

/** `Kind/name` of everything in the namespace that holds the text: as it is, in base64, or in what we packed. */
async function holders(namespace: string, text: string): Promise<readonly string[]> {
  const kinds = 'secrets,configmaps,deployments,replicasets,pods,leases'
  const { items } = await read<List<Holder>>(namespace, kinds)
  return items.flatMap((item) => {
    const { kind, metadata, data = {} } = item
    // What kubectl apply keeps of the Secret that the test itself made.
    const { annotations: _, ...rest } = metadata
    const packed = kind === 'Secret' ? Object.values(data).map(unpack) : []
    const shown = kind === 'Secret' ? JSON.stringify({ ...item, metadata: rest }) : JSON.stringify(item)
    return [shown, ...packed].some((one) => one.includes(text)) ? [`${kind}/${metadata.name}`] : []
  })
}

function unpack(base64: string): string {
  const bytes = Buffer.from(base64, 'base64')
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
}
