import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  certificateIn,
  certificatesIn,
  certManagerStack,
  copyLeaf,
  hasCertManager,
  makeIssuer,
  renew,
} from '../../support/cert-manager.ts'
import { applyForeign } from '../../support/cluster.ts'
import { type ClusterStack, grantRole, openClusterStack } from '../../support/cluster-stack.ts'
import { readMachine, root } from '../../support/machine.ts'
import { inNamespace, objectsIn } from '../../support/namespace.ts'
import { leavesOf, mustEnd, reportOf } from '../../support/tool.ts'
import { type List, podNames, rolled } from '../../support/workloads.ts'

// The genuine controllers sign, a real gateway and two real plugins use it: from nothing to nothing. In this order.

const [gateway, wordguard, mailmask] = ['mcpgateway', 'mcp-plugin-wordguard', 'mcp-plugin-mailmask'] as const
const secrets = [gateway, wordguard, mailmask].map((service) => `${service}-certs`)

describe.skipIf(!hasCertManager())('certificates by cert-manager', () => {
  let stack: ClusterStack
  const issuer = (name: string) =>
    stack.change((file) => {
      Object.assign(file['certificates'] as object, { cert_manager_issuer: name })
    })

  beforeAll(async () => {
    stack = await openClusterStack('certmanager', {
      fill: (folder, namespace) =>
        writeFileSync(join(folder, 'mcp-stack.yaml'), certManagerStack(namespace, 'nowhere')),
      env: () => ({}),
    })
    makeIssuer(stack.namespace, 'stack-ca')
  })

  afterAll(() => {
    stack?.close()
  })

  test('an issuer that is not there is named before anything is written', async () => {
    const { stdout } = mustEnd(await stack.run('deploy'), 1)
    issuer('stack-ca')
    expect(stdout).toContain(`cert-manager has no Issuer nowhere in namespace ${stack.namespace}`)
    expect(await certificatesIn(stack.namespace)).toEqual(['stack-ca'])
    expect(await objectsIn(stack.namespace)).not.toContain('Lease/mcp-stack-lock')
  })

  test('rights that are missing are named before anything is written', async () => {
    removeRights(stack.namespace)
    const { stdout } = mustEnd(await stack.run('deploy'), 1)
    expect(stdout).toContain('create certificates.cert-manager.io')
    expect(stdout).toContain(`get secrets ${secrets[1]}`)
    expect(await certificatesIn(stack.namespace)).toEqual(['stack-ca'])
  })

  test('the plan asks for nothing, and says what it will ask for', async () => {
    await grantRole(stack.namespace, stack.folder, stack.env)
    const report = reportOf(mustEnd(await stack.run('plan', '--json'), 0))
    expect(report.certificates.map(({ how, reason }) => `${how} ${reason}`)).toEqual(Array(3).fill('pending missing'))
    expect(await certificatesIn(stack.namespace)).toEqual(['stack-ca'])
  })

  test('one deploy: cert-manager signs, the gateway proves mutual TLS to every plugin', async () => {
    const report = reportOf(mustEnd(await stack.run('deploy', '--json'), 0))
    expect(report.verification?.outcome).toBe('passed')
    expect(report.verification?.probes.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
    expect(leavesOf(report).map(({ how }) => how)).toEqual(['issued', 'issued', 'issued'])
    expect(await certificatesIn(stack.namespace)).toEqual([...secrets, 'stack-ca'].sort())
    // One Secret for each, cert-manager's own: no copy of ours, and the CA's key is mounted nowhere.
    const mounted = inNamespace(
      stack.namespace,
      'get',
      'pods',
      '-o',
      'jsonpath={.items[*].spec.volumes[*].secret.secretName}',
    )
    expect(mounted.split(' ').sort()).toEqual([...secrets].sort())
    expect((await objectsIn(stack.namespace)).filter((name) => /Secret\/.*-certs-/.test(name))).toEqual([])
  })

  test('its chains are accepted by openssl and by Python 3.13, both strict', () => {
    const [client, server] = ['client', 'server'].map((name) => join(stack.folder, name)) as [string, string]
    for (const folder of [client, server]) mkdirSync(folder)
    copyLeaf(stack.namespace, `${gateway}-certs`, 'client', client)
    copyLeaf(stack.namespace, `${wordguard}-certs`, 'server', server)
    const verify = (folder: string, ...flags: string[]) =>
      execFileSync('openssl', ['verify', '-x509_strict', '-CAfile', 'ca.crt', ...flags], {
        cwd: folder,
        stdio: 'pipe',
      }).toString()
    const host = `${wordguard}.${stack.namespace}.svc`
    expect(verify(server, '-purpose', 'sslserver', '-verify_hostname', host, 'server.crt')).toContain('OK')
    expect(verify(client, '-purpose', 'sslclient', '-verify_hostname', gateway, 'client.crt')).toContain('OK')
    expect(() => verify(server, '-purpose', 'sslclient', 'server.crt')).toThrow(/certificate purpose/i)
    const handshake = execFileSync(
      readMachine().python313 ?? 'python3',
      [join(root, 'test/certificates/handshake.py'), server, client, host],
      { encoding: 'utf8' },
    )
    expect(JSON.parse(handshake)).toEqual({ strict: true, client: 'ok TLSv1.3', server: 'ok' })
    const leaf = new X509Certificate(certificateIn(stack.namespace, `${wordguard}-certs`))
    expect(leaf.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' })
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  })

  test('a second deploy has nothing to do', async () => {
    const before = await podNames(stack.namespace)
    const report = reportOf(mustEnd(await stack.run('deploy', '--json', '--no-verify'), 0))
    expect(report.status).toBe('unchanged')
    expect(leavesOf(report).map(({ how }) => how)).toEqual(['kept', 'kept', 'kept'])
    expect(await podNames(stack.namespace)).toEqual(before)
    const checked = reportOf(mustEnd(await stack.run('certs check', '--json'), 0))
    expect(checked.certificates.map(({ kind }) => kind)).toEqual(['client', 'server', 'server', 'ca'])
  })

  test('what cert-manager renewed in between rolls its users only, and the gateway that called them', async () => {
    renew(stack.namespace, `${mailmask}-certs`)
    const before = await podNames(stack.namespace)
    const plan = reportOf(mustEnd(await stack.run('plan', '--json'), 0))
    const changed = plan.changes.filter(({ action }) => action !== 'unchanged')
    expect(changed.map(({ component }) => component)).toEqual(['MailMask', 'gateway'])
    expect(changed[0]?.reasons.map(({ field }) => field)).toEqual(['certificates'])

    const report = reportOf(mustEnd(await stack.run('deploy', '--json'), 0))
    expect(report.verification?.outcome).toBe('passed')
    expect(rolled(before, await podNames(stack.namespace))).toEqual([mailmask, gateway].sort())
    expect(reportOf(mustEnd(await stack.run('deploy', '--json', '--no-verify'), 0)).status).toBe('unchanged')
  })

  test('no key of cert-manager was ever printed or written', async () => {
    const key = certificateIn(stack.namespace, `${gateway}-certs`, 'tls.key')
    const line = key.split('\n')[1] ?? ''
    expect(line.length).toBeGreaterThan(40)
    for (const { stderr, stdout } of stack.runs) expect(stdout + stderr).not.toContain(line)
    const state = JSON.parse(inNamespace(stack.namespace, 'get', 'secret', 'mcp-stack-state', '-o', 'json'))
    const body = JSON.parse(brotliDecompressSync(Buffer.from(state.data.body, 'base64')).toString())
    expect(body.certificates).toEqual([])
    expect(JSON.stringify(body)).not.toContain(line)
  })

  test('destroy removes certificates and keys, and nothing of the issuer', async () => {
    mustEnd(await stack.run('destroy', '--force', '--volumes'), 0)
    expect(await certificatesIn(stack.namespace)).toEqual(['stack-ca'])
    const left = (await objectsIn(stack.namespace)).filter((name) => name.startsWith('Secret/'))
    expect(left).toEqual(['Secret/stack-ca'])
  })
})

interface Role {
  readonly metadata: { readonly name: string }
  readonly rules: readonly { readonly apiGroups: readonly string[]; readonly resourceNames?: readonly string[] }[]
}

/** The deployer's Role without what cert-manager needs. */
function removeRights(namespace: string): void {
  const { items }: List<Role> = JSON.parse(inNamespace(namespace, 'get', 'roles', '-o', 'json'))
  const roles = items.map(({ metadata: { name }, rules }) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name },
    rules: rules.filter(
      ({ apiGroups, resourceNames = [] }) =>
        !apiGroups.includes('cert-manager.io') && !resourceNames.some((one) => secrets.includes(one)),
    ),
  }))
  applyForeign(namespace, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: roles }))
}
