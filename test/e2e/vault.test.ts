import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { containersOf, docker } from '../support/engine.ts'
import { type Example, openExample } from '../support/example.ts'
import { watchCommandLines } from '../support/processes.ts'
import { leavesOf, mustEnd, reportOf } from '../support/tool.ts'
import { hasVault } from '../support/vault.ts'
import { addPki, startVaultWorld, type VaultWorld } from '../support/vault-world.ts'

// The real gateway and a real plugin, whose secrets and certificates come from a real Vault.

const value = 'e2e-from-Vault/0123456789'
const jwtKey = 'an-e2e-signing-key-that-is-only-in-Vault-0123456789'

let vault: VaultWorld
let example: Example

beforeAll(async () => {
  if (!hasVault) return
  vault = await startVaultWorld(
    'path "secret/data/mcp" { capabilities = ["read"] } path "team/pki/sign/*" { capabilities = ["update"] }',
  )
  await addPki(vault)
  await vault.ask('sys/mounts/secret', { type: 'kv', options: { version: '2' } })
  await vault.ask('secret/data/mcp', { data: { JWT_SECRET_KEY: jwtKey, token: value } })

  example = await openExample('vault', {
    VAULT_ADDR: vault.address,
    VAULT_ROLE_ID: vault.roleId,
    VAULT_SECRET_ID: await vault.secretId(),
  })
  // One plugin is enough here.
  example.edit('mcp-stack.yaml', / {2}# Masks e-mail[^]*?memory_limit: 256Mi\n/, '')
  example.edit(
    'mcp-stack.yaml',
    'ci_cd:\n',
    `certificates:
  authority: vault
  vault: {mount: team/pki, role: mcp, client_role: mcp-client}
ci_cd:
  secrets: {vault: {path: secret/data/mcp}}
  vault_secrets:
    - {name: API_KEY, from: "vault:secret/data/mcp#token", to: [WordGuard]}
`,
  )
})

afterAll(async () => {
  await example?.close()
  await vault?.stop()
})

describe.skipIf(!hasVault)('a stack on Vault', () => {
  test('deploys, proves mutual TLS, changes nothing the second time, and leaves no value and no log in behind', async () => {
    const before = await vault.accessors()
    const watch = watchCommandLines()
    // Verify asks the running gateway: each plugin accepts its certificate and refuses others.
    const report = reportOf(mustEnd(await example.run('deploy', '--json'), 0))
    expect(leavesOf(report).map(({ component, how }) => [component, how])).toEqual([
      ['gateway', 'issued'],
      ['WordGuard', 'issued'],
    ])
    expect(report.secrets).toMatchObject({
      API_KEY: 'vault:secret/data/mcp#token version 1',
      JWT_SECRET_KEY: 'vault:secret/data/mcp#JWT_SECRET_KEY version 1',
    })
    expect(report.verification?.probes.length).toBeGreaterThan(0)
    expect(report.verification?.probes.filter(({ outcome }) => outcome !== 'passed')).toEqual([])

    const again = reportOf(mustEnd(await example.run('deploy', '--json'), 0))
    expect(again.changes.filter(({ action }) => action !== 'unchanged')).toEqual([])
    expect(leavesOf(again).map(({ how }) => how)).toEqual(['kept', 'kept'])
    const commandLines = watch.stop()

    const { wordguard, mcpgateway } = containersOf(example.project)
    expect(wordguard?.env).toContain(`API_KEY=${value}`)
    const issuer = docker('exec', wordguard?.id ?? '', 'cat', '/app/certs/mcp/ca.crt')
    expect(execFileSync('openssl', ['x509', '-noout', '-subject'], { input: issuer }).toString()).toContain(
      'Company Root',
    )
    expect(await vault.accessors()).toEqual(before)

    const logs = [wordguard, mcpgateway].map((container) => docker('logs', container?.id ?? ''))
    const said = [
      ...example.runs.flatMap(({ stdout, stderr }) => [stdout, stderr]),
      ...commandLines,
      ...logs,
      ...written(),
    ]
    for (const secret of [value, jwtKey, example.env['VAULT_SECRET_ID'] ?? ''])
      for (const form of [secret, Buffer.from(secret).toString('base64').replace(/=+$/, '')])
        expect(said.filter((text) => text.includes(form))).toEqual([])
  })
})

/** Every file that the runs left in the stack's folder. */
function written(): readonly string[] {
  return readdirSync(example.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
}
