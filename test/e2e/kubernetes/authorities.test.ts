import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needCluster } from '../../support/cluster.ts'
import { type ClusterStack, openClusterStack } from '../../support/cluster-stack.ts'
import { companyCa } from '../../support/company-ca.ts'
import { readMachine } from '../../support/machine.ts'
import { objectsIn } from '../../support/namespace.ts'
import { leavesOf, mustEnd, reportOf } from '../../support/tool.ts'
import { hasVault } from '../../support/vault.ts'
import { addPki, startVaultWorld, type VaultWorld } from '../../support/vault-world.ts'

// A real gateway and a real plugin on the cluster, first on certificates of a company's signer, then on those of a real Vault.

const cluster = readMachine().kubernetes

describe.skipIf(cluster === null || !hasVault)('authorities outside, on Kubernetes', () => {
  let stack: ClusterStack
  let vault: VaultWorld

  beforeAll(async () => {
    const { gateway, wordguard } = needCluster().images
    vault = await startVaultWorld(
      'path "secret/data/mcp" { capabilities = ["read"] } path "team/pki/sign/*" { capabilities = ["update"] }',
    )
    await addPki(vault)
    await vault.ask('sys/mounts/secret', { type: 'kv', options: { version: '2' } })
    await vault.ask('secret/data/mcp', { data: { token: 'value-that-vault-keeps' } })
    const env = {
      VAULT_ADDR: vault.address,
      VAULT_ROLE_ID: vault.roleId,
      VAULT_SECRET_ID: await vault.secretId(),
    }
    stack = await openClusterStack('authorities', {
      fill: (folder, namespace) =>
        writeFileSync(
          join(folder, 'mcp-stack.yaml'),
          `version: 1
deployment: {type: kubernetes, namespace: ${namespace}}
gateway: {image: "${gateway}", memory_limit: 1Gi}
plugins:
  - {name: WordGuard, image: "${wordguard}", port: 8000, memory_limit: 512Mi}
certificates: {authority: external}
ci_cd:
  deploy: {timeout: 300}
  vault_secrets:
    - {name: API_KEY, from: "vault:secret/data/mcp#token", to: [WordGuard]}
`,
        ),
      env: () => env,
    })
  })

  afterAll(async () => {
    stack?.close()
    await vault?.stop()
  })

  test('by ticket: nothing is deployed before the company has signed, and then every handshake is proven', async () => {
    const before = await objectsIn(stack.namespace)
    const waiting = reportOf(mustEnd(await stack.run('deploy', '--json'), 3))
    expect(waiting.status).toBe('pending')
    // The open requests are kept with the stack: one Secret, which no pod mounts.
    expect(
      (await objectsIn(stack.namespace)).filter((name) => !before.includes(name) && !name.startsWith('Secret/')),
    ).toEqual([])

    const requests = join(stack.folder, 'certs/mcp/requests')
    // An RSA company above ECDSA leaves, as many are.
    const ca = companyCa(stack.folder, 'Company', '', 'rsa')
    const names = readdirSync(requests).filter((name) => name.endsWith('.csr'))
    expect(names.toSorted()).toEqual(['WordGuard.csr', 'gateway.csr'])
    for (const name of names) {
      const leaf = ca.sign(readFileSync(join(requests, name), 'utf8'))
      writeFileSync(join(requests, name.replace('.csr', '.crt')), leaf + ca.intermediatePem)
    }
    writeFileSync(join(requests, 'ca.crt'), ca.rootPem)
    mustEnd(await stack.run('certs import'), 0)

    const report = reportOf(mustEnd(await stack.run('deploy', '--json'), 0))
    expect([report.status, report.verification?.outcome]).toEqual(['succeeded', 'passed'])
    expect(leavesOf(report).map(({ issuer }) => issuer)).toEqual([expect.any(String), expect.any(String)])
  })

  test('moved to Vault: its certificates and secrets, proven again; a second deploy has nothing to do', async () => {
    stack.change((file) => {
      file['certificates'] = {
        authority: 'vault',
        vault: { mount: 'team/pki', role: 'mcp', client_role: 'mcp-client' },
      }
    })
    const report = reportOf(mustEnd(await stack.run('deploy', '--json'), 0))
    expect([report.status, report.verification?.outcome]).toEqual(['succeeded', 'passed'])
    expect(leavesOf(report).map(({ how, issuer }) => [how, issuer])).toEqual([
      ['issued', expect.stringContaining('Team CA')],
      ['issued', expect.stringContaining('Team CA')],
    ])
    // Another root: it comes in phases, and in the end it alone is trusted.
    const told = stack.runs.map(({ stderr }) => stderr).join('\n')
    for (const phase of [1, 2, 3]) expect(told).toContain(`phase ${phase} of 3`)
    expect(leavesOf(reportOf(mustEnd(await stack.run('certs check', '--json'), 0))).length).toBe(2)
    expect(report.secrets['API_KEY']).toBe('vault:secret/data/mcp#token version 1')
    expect(reportOf(mustEnd(await stack.run('deploy', '--json'), 0)).status).toBe('unchanged')
    const said = stack.runs.map(({ stdout, stderr }) => stdout + stderr).join('\n')
    expect(said).not.toContain('value-that-vault-keeps')
  })
})
