import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { issueCertificates } from '../../src/certificates/issue.ts'
import { vaultAuthority } from '../../src/certificates/vault-authority.ts'
import { StackError } from '../../src/errors.ts'
import type { CertificateOutcome, RollOverOrder } from '../../src/model/certificate.ts'
import type { CertificateRequest } from '../../src/model/plan.ts'
import type { VaultAuthorityConfig } from '../../src/model/stack.ts'
import { clientRequest, day, newFolder, policyIn, serverRequest, stateAfter } from '../certificates/fixtures.ts'
import { freePort } from '../support/example.ts'
import { python313 } from '../support/python313.ts'
import { hasVault } from '../support/vault.ts'
import { addPki, serverRole, startVaultWorld, type VaultWorld, watchedIo } from '../support/vault-world.ts'

const settings: VaultAuthorityConfig = { mount: 'team/pki', role: 'mcp', clientRole: 'mcp-client' }
const requests = [clientRequest(), serverRequest('OPA')]

let vault: VaultWorld
/** Everything that a person was told in the test that runs. */
const said: string[] = []
const keys: string[] = []

beforeAll(async () => {
  if (!hasVault) return
  const mayUse = (mount: string) =>
    `path "${mount}/sign/mcp*" { capabilities = ["update"] } path "${mount}/issuer/+/sign/mcp*" { capabilities = ["update"] }`
  vault = await startVaultWorld(['team/pki', 'root', 'apart/team'].map(mayUse).join(' '))
  await addPki(vault)
  await addPki(vault, { root: 'apart/root', between: 'apart/team', name: 'Apart' })
})
afterAll(async () => await vault?.stop())

// A secret anywhere in what was said fails the test that said it.
afterEach(() => {
  const text = said.splice(0).join('\n')
  const leaked = [vault?.rootToken ?? '-', 'PRIVATE KEY', ...keys.splice(0)].filter((secret) => text.includes(secret))
  if (leaked.length > 0) throw new Error(`${leaked.length} secrets were told:\n${text}`)
})

interface Run {
  readonly requests?: readonly CertificateRequest[]
  readonly vault?: Partial<VaultAuthorityConfig>
  readonly environment?: Readonly<Record<string, string>>
  readonly before?: CertificateOutcome
  readonly now?: Date
  readonly rollOver?: RollOverOrder
}

async function issue(run: Run = {}): Promise<CertificateOutcome> {
  const secretId = await vault.secretId()
  const watched = watchedIo({
    VAULT_ADDR: vault.address,
    VAULT_ROLE_ID: vault.roleId,
    VAULT_SECRET_ID: secretId,
    ...run.environment,
  })
  keys.push(secretId)
  const io = { ...watched.io, clock: { ...watched.io.clock, now: () => run.now ?? new Date() } }
  try {
    const outcome = await issueCertificates(
      {
        requests: run.requests ?? requests,
        policy: policyIn(newFolder(), { authority: 'vault', vault: { ...settings, ...run.vault } }),
        state: run.before === undefined ? undefined : stateAfter(run.before),
        dry: false,
        force: false,
        caFromEnv: false,
        ...(run.rollOver === undefined ? {} : { rollOver: run.rollOver }),
        authorities: [vaultAuthority],
        vault: { source: {}, identityToken: async () => undefined },
      },
      io,
    )
    said.push(JSON.stringify(outcome))
    keys.push(...outcome.certificates.flatMap(({ certificate }) => certificate?.keyPem.reveal().split('\n')[1] ?? []))
    return outcome
  } catch (error) {
    said.push(String(error), JSON.stringify(error))
    throw error
  } finally {
    said.push(...watched.lines)
  }
}

async function failure(run: Run): Promise<string> {
  const error = await issue(run).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof StackError)) throw new Error(`no StackError: ${String(error)}`)
  return error.problems.map(({ code, message, hint }) => `${code} ${message} -> ${hint}`).join('\n')
}

/** The judge of CONTRACT §4: openssl, one word for each. */
function verify(outcome: CertificateOutcome): readonly string[] {
  const folder = write(outcome)
  return outcome.certificates.map(({ request }) => {
    const kind = request.kind
    const name = request.dnsNames[1] ?? request.commonName
    const trust = ['-CAfile', 'ca.crt', '-untrusted', `${kind}.crt`]
    const words = [
      'verify',
      '-x509_strict',
      ...trust,
      '-purpose',
      `ssl${kind}`,
      '-verify_hostname',
      name,
      `${kind}.crt`,
    ]
    return execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' }).toString().trim()
  })
}

/** Mutual TLS between the two, by Python's strict default context. */
function shakeHands(outcome: CertificateOutcome): unknown {
  const folder = write(outcome)
  const script = join(import.meta.dirname, '../certificates/handshake.py')
  return JSON.parse(execFileSync(python313(), [script, folder, folder, 'mcp-plugin-opa']).toString())
}

function write({ certificates }: CertificateOutcome): string {
  const folder = newFolder()
  for (const { request, certificate } of certificates) {
    writeFileSync(join(folder, 'ca.crt'), certificate?.trustBundlePem ?? '')
    writeFileSync(join(folder, `${request.kind}.crt`), certificate?.chainPem ?? '')
    writeFileSync(join(folder, `${request.kind}.key`), certificate?.keyPem.reveal() ?? '', { mode: 0o600 })
  }
  return folder
}

const how = ({ certificates }: CertificateOutcome) =>
  certificates.map((state) => [state.request.component, state.how, state.reason])

describe.skipIf(!hasVault)('certificates by Vault', () => {
  test('first use: the chain ends at the root; a second deploy keeps all; the log in ends with the signing', async () => {
    const before = await vault.accessors()
    const first = await issue()
    expect(how(first)).toEqual([
      ['gateway', 'issued', 'missing'],
      ['OPA', 'issued', 'missing'],
    ])
    expect(verify(first)).toEqual(['client.crt: OK', 'server.crt: OK'])
    expect(shakeHands(first)).toEqual({ strict: true, client: 'ok TLSv1.3', server: 'ok' })
    expect(first.problems).toEqual([])
    expect(first.certificates[1]?.certificate?.issuer).toContain('Team CA')
    expect(first.certificates[1]?.certificate?.chainPem.match(/BEGIN/g)).toHaveLength(2)
    expect(first.certificates[1]?.certificate?.trustBundlePem.match(/BEGIN/g)).toHaveLength(1)
    expect([...(first.certificates[1]?.certificate?.dnsNames ?? [])].sort()).toEqual(
      [...(requests[1]?.dnsNames ?? [])].sort(),
    )
    expect(await vault.accessors()).toEqual(before)

    const second = await issue({ before: first, environment: { VAULT_SECRET_ID: 'is-not-needed' } })
    expect(how(second).map(([, kind]) => kind)).toEqual(['kept', 'kept'])

    const atRoot = await issue({ vault: { mount: 'root' } })
    expect(verify(atRoot)).toEqual(['client.crt: OK', 'server.crt: OK'])
    expect(atRoot.certificates[0]?.certificate?.chainPem.match(/BEGIN/g)).toHaveLength(1)
  })

  test('renewed in its window, and only that; a role that gives less life is not asked each time', async () => {
    const brief = await issue({ requests: [clientRequest()], vault: { ttlSeconds: 3 * 86_400 } })
    const all = await issue({ before: brief })
    expect(how(all)).toEqual([
      ['gateway', 'kept', undefined],
      ['OPA', 'issued', 'missing'],
    ])
    const later = await issue({ before: all, now: new Date(Date.now() + 2.5 * day) })
    expect(how(later)).toEqual([
      ['gateway', 'issued', 'expires today'],
      ['OPA', 'kept', undefined],
    ])

    await vault.ask('team/pki/roles/mcp-brief', { ...serverRole, max_ttl: '72h', use_csr_sans: false })
    const capped = await issue({ requests: [serverRequest('OPA')], vault: { role: 'mcp-brief' } })
    expect(verify(capped)).toEqual(['server.crt: OK'])
    expect(JSON.stringify(capped.problems)).toContain('max_ttl')
    expect(
      how(await issue({ requests: [serverRequest('OPA')], vault: { role: 'mcp-brief' }, before: capped })),
    ).toEqual([['OPA', 'kept', undefined]])
  })

  test('a wrong certificate is never taken; the error names the setting of the role', async () => {
    const roles: Readonly<Record<string, object>> = {
      'mcp-both': { ...serverRole, client_flag: true },
      'mcp-narrow': { ...serverRole, allow_any_name: false, allowed_domains: ['example.com'] },
      'mcp-rsa': { ...serverRole, key_type: 'rsa', key_bits: 2048 },
      'mcp-usage': { ...serverRole, key_usage: ['KeyEncipherment'] },
    }
    for (const [name, role] of Object.entries(roles)) await vault.ask(`team/pki/roles/${name}`, role)
    const refused = (role: string) => failure({ requests: [serverRequest('OPA')], vault: { role } })
    expect(await refused('mcp-both')).toMatch(
      /of OPA.*clientAuth too.*vault patch team\/pki\/roles\/mcp-both server_flag=true client_flag=false/,
    )
    expect(await refused('mcp-narrow')).toMatch(
      /not allowed by this role -> vault patch team\/pki\/roles\/mcp-narrow allow_any_name=true/,
    )
    expect(await refused('mcp-rsa')).toMatch(/key.* -> vault patch team\/pki\/roles\/mcp-rsa key_type=any/)
    expect(await refused('mcp-usage')).toMatch(
      /digitalSignature.* -> vault patch team\/pki\/roles\/mcp-usage key_usage=DigitalSignature/,
    )
    expect(await refused('mcp-nowhere')).toMatch(/AUTHORITY_FAILED.*unknown role.*mcp-nowhere/)
    expect(await failure({ vault: { mount: 'nowhere' } })).toMatch(
      /AUTHORITY_FAILED Vault has no CA at nowhere\/cert\/ca/,
    )
    // One role for both kinds: the gateway's certificate could pass as a server's.
    expect(await failure({ vault: { clientRole: 'mcp' } })).toMatch(
      /of gateway.*server_flag=false client_flag=true; certificates.vault.client_role/,
    )
  })

  test('who may not sign is told the policy that permits it', async () => {
    const token = await vault.token('path "team/pki/other" { capabilities = ["read"] }')
    const refused = await failure({ requests: [serverRequest('OPA')], environment: { VAULT_TOKEN: token } })
    const line = /path ".*\}/.exec(refused)?.[0] ?? ''
    expect(refused).toContain('does not let us write to team/pki/sign/mcp')
    const outcome = await issue({
      requests: [serverRequest('OPA')],
      environment: { VAULT_TOKEN: await vault.token(line) },
    })
    expect(how(outcome)).toEqual([['OPA', 'issued', 'missing']])
  })

  test('a Vault that is away stops only who needs it', async () => {
    const before = await issue()
    const environment = { VAULT_ADDR: `http://127.0.0.1:${await freePort()}` }
    const kept = await issue({ before, environment })
    expect(how(kept).map(([, kind]) => kind)).toEqual(['kept', 'kept'])
    expect(kept.problems.map(({ severity, message }) => `${severity} ${message}`).join()).toMatch(
      /warning .*cannot be reached/,
    )
    expect(await failure({ environment })).toMatch(/AUTHORITY_FAILED .*cannot be reached \(asked 5 times\)/)
  })

  test('to an intermediate below another root in phases, by its default issuer and by name; below the same root at once', async () => {
    const count = (outcome: CertificateOutcome) =>
      outcome.certificates.map(({ certificate }) => certificate?.trustBundlePem.match(/BEGIN/g)?.length)
    const atRoot = await issue({ vault: { mount: 'root' } })
    const before = await issue({ before: atRoot })
    expect(how(before).map(([, kind, reason]) => `${kind} ${reason}`)).toEqual(Array(2).fill('issued another CA'))
    expect(before.rollOver).toBeUndefined()

    for (const issuer of [undefined, 'default']) {
      const there = { mount: 'apart/team', ...(issuer === undefined ? {} : { issuer }) }
      const both = await issue({ vault: there, before })
      expect(how(both).map(([, kind, reason]) => `${kind} ${reason}`)).toEqual(
        Array(2).fill('kept CA roll-over, phase 1 of 3'),
      )
      expect(count(both)).toEqual([2, 2])
      const leaves = await issue({ vault: there, before: both, rollOver: { kind: 'advance', from: 'trust' } })
      expect(how(leaves).map(([, kind, reason]) => `${kind} ${reason}`)).toEqual(Array(2).fill('issued another CA'))
      expect(leaves.certificates[0]?.certificate?.chainPem.match(/BEGIN/g)).toHaveLength(2)
      const end = await issue({ vault: there, before: leaves, rollOver: { kind: 'advance', from: 'leaves' } })
      expect([count(end), verify(end)]).toEqual([
        [1, 1],
        ['client.crt: OK', 'server.crt: OK'],
      ])
    }
  })

  test('a new default issuer signs everything anew; a named one stays; a role with another one is found out', async () => {
    const before = await issue({ vault: { mount: 'root' } })
    const [old] = (await vault.ask('root/issuers', undefined, { method: 'LIST' })).data.keys
    const made = await vault.ask('root/root/generate/internal', {
      common_name: 'Company Root 2',
      key_type: 'ec',
      issuer_name: 'second',
    })
    await vault.ask('root/config/issuers', { default: made.data.issuer_id })

    const pinned = await issue({ vault: { mount: 'root', issuer: old }, before })
    expect(how(pinned).map(([, kind]) => kind)).toEqual(['kept', 'kept'])
    // One after the other: first everything trusts both.
    const both = await issue({ vault: { mount: 'root' }, before })
    expect(how(both).map(([, kind, reason]) => `${kind} ${reason}`)).toEqual(
      [1, 2].map(() => 'kept CA roll-over, phase 1 of 3'),
    )
    const anew = await issue({ vault: { mount: 'root' }, before: both, rollOver: { kind: 'advance', from: 'trust' } })
    expect(how(anew)).toEqual([
      ['gateway', 'issued', 'another CA'],
      ['OPA', 'issued', 'another CA'],
    ])
    expect(verify(anew)).toEqual(['client.crt: OK', 'server.crt: OK'])

    await vault.ask('root/roles/mcp', { ...serverRole, issuer_ref: old })
    expect(await failure({ requests: [serverRequest('OPA')], vault: { mount: 'root' } })).toMatch(
      /root\/sign\/mcp signs with CN=Company Root, which is not the mount's default issuer -> .*certificates.vault.issuer/,
    )
    const named = await issue({ requests: [serverRequest('OPA')], vault: { mount: 'root', issuer: old } })
    expect(verify(named)).toEqual(['server.crt: OK'])
  })
})
