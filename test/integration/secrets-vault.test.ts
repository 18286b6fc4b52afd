import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { StackError } from '../../src/errors.ts'
import type { Secret } from '../../src/model/secret.ts'
import type { SecretAnswer, WantedSecret } from '../../src/model/secrets.ts'
import type { VaultSource } from '../../src/model/stack-secrets.ts'
import { vaultProvider } from '../../src/secrets/vault-provider.ts'
import { createVaultClient } from '../../src/vault/client.ts'
import { freePort } from '../support/example.ts'
import { hasVault } from '../support/vault.ts'
import {
  forward,
  jobClaims,
  startVaultWorld,
  type VaultWorld,
  type WatchedIo,
  watchedIo,
} from '../support/vault-world.ts'

const value = 'correct-horse-battery-staple-1'
const older = 'correct-horse-battery-staple-0'
const neighbour = 'another-secret-of-the-same-path'
const all = [value, older, neighbour]

let vault: VaultWorld
/** Everything that was said to a person or thrown, in the test that runs. */
const said: string[] = []

beforeAll(async () => {
  if (!hasVault) return
  vault = await startVaultWorld(
    'path "secret/data/*" { capabilities = ["read"] } path "old/*" { capabilities = ["read"] }',
  )
  await vault.ask('sys/mounts/secret', { type: 'kv', options: { version: '2' } })
  await vault.ask('sys/mounts/old', { type: 'kv', options: { version: '1' } })
  await vault.ask('secret/data/mcp', { data: { jwt: older } })
  await vault.ask('secret/data/mcp', { data: { jwt: value, 'database-password': neighbour, port: 5432 } })
  await vault.ask('secret/data/app/data/x', { data: { jwt: value } })
  await vault.ask('old/mcp', { jwt: value })
})
afterAll(async () => await vault?.stop())

// A secret anywhere in what was said fails the test that said it.
afterEach(() => {
  const text = said.splice(0).join('\n')
  const secrets = [...all, vault?.rootToken ?? '', ...credentials.splice(0)].filter((entry) => entry !== '')
  const forms = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString('base64').replace(/=+$/, '')])
  const leaked = forms.filter((form) => text.includes(form))
  if (leaked.length > 0) throw new Error(`${leaked.length} secrets were told:\n${text}`)
})

const terminated = new StackError({ code: 'TERMINATED', message: 'ended by SIGTERM' })

/** Passed to the tool in the test that runs. */
const credentials: string[] = []

function open(source: VaultSource, watched: WatchedIo, jwt?: Secret) {
  for (const name of ['VAULT_TOKEN', 'VAULT_ROLE_ID', 'VAULT_SECRET_ID'])
    credentials.push(watched.io.environment[name] ?? '')
  credentials.push(jwt?.reveal() ?? '')
  const opened = vaultProvider.open({
    io: watched.io,
    sources: { providers: ['vault'], envFiles: [], vault: source, aws: {}, kubernetes: {} },
    folder: '/',
    identityToken: async () => jwt,
  })
  return {
    async ask(...wanted: readonly (WantedSecret | string)[]): Promise<readonly SecretAnswer[]> {
      try {
        const answers = await opened.ask(
          wanted.map((entry) => (typeof entry === 'string' ? { name: 'JWT', at: entry } : entry)),
        )
        for (const answer of answers) said.push(JSON.stringify(answer))
        return answers
      } catch (error) {
        said.push(String(error), JSON.stringify(error), error instanceof Error ? String(error.stack) : '')
        throw error
      } finally {
        said.push(...watched.lines)
      }
    },
    close: async () => {
      await opened.close?.()
      said.push(...watched.lines)
    },
  }
}

const shown = (answers: readonly SecretAnswer[]) =>
  answers.map((answer) =>
    answer.kind === 'found' ? [answer.value.reveal(), answer.where, answer.version] : JSON.stringify(answer),
  )
const text = (answer: SecretAnswer | undefined) => JSON.stringify(answer)

describe.skipIf(!hasVault)('secrets in Vault', () => {
  test('every form of a place, each path once; a token that was passed in is left alone', async () => {
    const token = await vault.token(
      'path "secret/data/*" { capabilities = ["read"] } path "old/*" { capabilities = ["read"] }',
    )
    const watched = watchedIo({ VAULT_ADDR: `${vault.address}/`, VAULT_TOKEN: token })
    const opened = open({ path: 'secret/data/mcp' }, watched)
    const answers = await opened.ask(
      'secret/data/mcp#jwt',
      'secret/data/mcp#jwt?version=1',
      'secret/mcp#jwt',
      'old/mcp#jwt',
      'secret/app/data/x#jwt',
      'secret/data/mcp#port',
      { name: 'database-password' },
      { name: 'NOT_THERE' },
    )
    expect(shown(answers)).toEqual([
      [value, 'secret/data/mcp#jwt', '2'],
      [older, 'secret/data/mcp#jwt', '1'],
      [value, 'secret/data/mcp#jwt', '2'],
      [value, 'old/mcp#jwt', undefined],
      [value, 'secret/data/app/data/x#jwt', '1'],
      ['5432', 'secret/data/mcp#port', '2'],
      [neighbour, 'secret/data/mcp#database-password', '2'],
      '{"kind":"absent"}',
    ])
    await opened.ask('secret/data/mcp#jwt')
    // Once for the newest, once for version 1, once for secret/mcp, whose mount is not known before.
    expect(watched.asked.filter((path) => path === '/v1/secret/data/mcp')).toHaveLength(3)
    expect(watched.io.redactor.redact(`x ${neighbour} x`)).not.toContain(neighbour)
    // It may be plain configuration of the stack; who asks for a value makes it one that can leak.
    expect(watched.io.leaksIn([{ path: 'compose.yaml', text: neighbour }])).toEqual([])

    await opened.close()
    expect(watched.asked).not.toContain('/v1/auth/token/revoke-self')
    expect((await vault.ask('auth/token/lookup-self', undefined, { token })).data.policies).toContain('default')
  })

  test.each(['approle', 'jwt'] as const)('log in by %s; its token ends with the run', async (auth) => {
    const environment =
      auth === 'approle' ? { VAULT_ROLE_ID: vault.roleId, VAULT_SECRET_ID: await vault.secretId() } : undefined
    const watched = watchedIo({ VAULT_ADDR: vault.address, ...environment })
    const before = await vault.accessors()
    const opened = open(
      auth === 'approle' ? {} : { auth, role: 'mcp', mount: 'auth/ci/github', audience: jobClaims.aud },
      watched,
      auth === 'jwt' ? vault.identityToken() : undefined,
    )
    // Two questions at once, one log in.
    const answers = await Promise.all([opened.ask('secret/data/mcp#jwt'), opened.ask('old/mcp#jwt')])
    expect(shown(answers.flat()).map(([revealed]) => revealed)).toEqual([value, value])

    const [accessor, ...more] = (await vault.accessors()).filter((entry) => !before.includes(entry))
    expect(more).toEqual([])
    await vault.ask('auth/token/lookup-accessor', { accessor })
    await opened.close()
    await expect(vault.ask('auth/token/lookup-accessor', { accessor })).rejects.toThrow('invalid accessor')
  })

  test('a token is revoked after SIGTERM too', async () => {
    const stop = new AbortController()
    const watched = watchedIo(
      { VAULT_ADDR: vault.address, VAULT_ROLE_ID: vault.roleId, VAULT_SECRET_ID: await vault.secretId() },
      undefined,
      stop.signal,
    )
    const before = await vault.accessors()
    const opened = open({}, watched)
    await opened.ask('secret/data/mcp#jwt')
    stop.abort(terminated)
    await expect(opened.ask('old/mcp#jwt')).rejects.toBe(terminated)
    await opened.close()
    expect(await vault.accessors()).toEqual(before)
  })

  test('what is refused says why, and what would permit it', async () => {
    const token = await vault.token('path "secret/data/other" { capabilities = ["read"] }')
    const watched = watchedIo({ VAULT_ADDR: vault.address, VAULT_TOKEN: token })
    const [direct, byMount] = await open({}, watched).ask('secret/data/mcp#jwt', 'secret/mcp#jwt')
    for (const answer of [direct, byMount]) {
      expect(text(answer)).toContain('SECRET_FORBIDDEN')
      expect(text(answer)).toContain('does not let us read secret/data/mcp')
    }
    // The line that the hint gives is what a policy needs, word for word.
    const line = direct?.kind === 'failed' ? /path ".*\}/.exec(direct.problem.hint ?? '')?.[0] : undefined
    const better = await vault.token(String(line))
    const again = open({}, watchedIo({ VAULT_ADDR: vault.address, VAULT_TOKEN: better }))
    expect((await again.ask('secret/data/mcp#jwt', 'secret/mcp#jwt')).map(({ kind }) => kind)).toEqual([
      'found',
      'found',
    ])

    const brief = await vault.token(String(line), '1s')
    for (let valid = true; valid; )
      valid = await vault.ask('auth/token/lookup-self', undefined, { token: brief }).then(
        () => true,
        () => false,
      )
    const [expired] = await open({}, watchedIo({ VAULT_ADDR: vault.address, VAULT_TOKEN: brief })).ask(
      'secret/data/mcp#jwt',
    )
    expect(text(expired)).toContain('does not accept VAULT_TOKEN: it has expired or was revoked')
  })

  test('what is not there is named, with the keys that are', async () => {
    await vault.ask('secret/data/gone', { data: { jwt: value } })
    await vault.ask('secret/data/gone', undefined, { method: 'DELETE' })
    const token = await vault.token(
      'path "secret/data/*" { capabilities = ["read"] } path "old/*" { capabilities = ["read"] }',
    )
    const opened = open({}, watchedIo({ VAULT_ADDR: vault.address, VAULT_TOKEN: token }))
    const [key, path, gone, version, odd] = await opened.ask(
      'secret/data/mcp#JWT',
      'secret/data/mpc#jwt',
      'secret/data/gone#jwt',
      'old/mcp#jwt?version=2',
      'secret/data/../mcp#jwt',
    )
    expect(text(key)).toContain('secret JWT: secret/data/mcp has no key JWT; it has database-password, jwt, port')
    expect(text(path)).toContain('nothing is at secret/data/mpc')
    expect(text(gone)).toContain('version 1 of secret/data/gone was deleted')
    expect(text(version)).toContain('keeps no version 2')
    expect(text(odd)).toContain('is not a place in Vault')
  })

  test('a log in that is refused says why', async () => {
    const appRole = open(
      {},
      watchedIo({ VAULT_ADDR: vault.address, VAULT_ROLE_ID: vault.roleId, VAULT_SECRET_ID: 'not-a-secret-id' }),
    )
    await expect(appRole.ask('secret/data/mcp#jwt')).rejects.toThrow(
      /refuses VAULT_ROLE_ID and VAULT_SECRET_ID at auth\/approle: invalid .*secret.id/i,
    )
    const jwt = { auth: 'jwt', role: 'mcp', mount: 'ci/github' } as const
    const asking = (token: Secret | undefined, source: VaultSource = jwt) =>
      open(source, watchedIo({ VAULT_ADDR: vault.address }), token).ask('secret/data/mcp#jwt')
    await expect(asking(vault.identityToken({ aud: 'https://other.example.com' }))).rejects.toThrow(
      /refuses the identity token for the role mcp.*aud/,
    )
    await expect(asking(vault.identityToken({ repository: 'evil/fork' }))).rejects.toThrow(/claim.*repository/)
    const long = Math.floor(Date.now() / 1000) - 3600
    await expect(asking(vault.identityToken({ exp: long }), { ...jwt, audience: jobClaims.aud })).rejects.toMatchObject(
      {
        hint: expect.stringContaining('The token has expired'),
      },
    )
    await expect(asking(vault.identityToken(), { ...jwt, mount: 'nowhere' })).rejects.toThrow(/auth\/nowhere/)
    await expect(asking(undefined)).rejects.toThrow('there is no identity token here')
    await expect(
      open({ auth: 'token' }, watchedIo({ VAULT_ADDR: vault.address })).ask('secret/data/mcp#jwt'),
    ).rejects.toThrow('VAULT_TOKEN is not set')
    await expect(
      open({}, watchedIo({ VAULT_TOKEN: 'some-token-of-nobody' })).ask('secret/data/mcp#jwt'),
    ).rejects.toThrow('its address is not known')
  })

  test('a server that is down is waited for; one that stays down ends the wait', async () => {
    const port = await freePort()
    const environment = {
      VAULT_ADDR: `http://127.0.0.1:${port}`,
      VAULT_TOKEN: await vault.token('path "secret/data/mcp" { capabilities = ["read"] }'),
    }
    const down = watchedIo(environment)
    const answers = await open({}, down).ask('secret/data/mcp#jwt', 'secret/data/other#jwt')
    expect(answers.map(({ kind }) => kind)).toEqual(['failed', 'failed'])
    expect(text(answers[0])).toMatch(/SECRET_UNREACHABLE.*cannot be reached \(asked 5 times\): .*ECONNREFUSED/)
    expect([...down.pauses].sort((a, b) => a - b)).toEqual([500, 500, 1000, 1000, 2000, 2000, 4000, 4000])

    let bridge: { close(): unknown } | undefined
    const back = watchedIo(environment, async (count) => {
      if (count === 3) bridge = await forward(port, vault.port)
    })
    expect(shown(await open({}, back).ask('secret/data/mcp#jwt'))).toEqual([[value, 'secret/data/mcp#jwt', '2']])
    expect(back.pauses).toEqual([500, 1000, 2000])
    bridge?.close()

    const stop = new AbortController()
    const ended = watchedIo(
      { ...environment, VAULT_ADDR: `http://127.0.0.1:${await freePort()}` },
      () => stop.abort(terminated),
      stop.signal,
    )
    await expect(open({}, ended).ask('secret/data/mcp#jwt')).rejects.toBe(terminated)
    expect(ended.asked).toHaveLength(1)
  })

  test('many places of a server that is down, or with a token that is not valid: told once, with all names', async () => {
    const many = Array.from({ length: 16 }, (_, index) => ({ name: `S${index}`, at: `secret/data/place-${index}#jwt` }))
    const names = many.map(({ name }) => name).join(', ')
    const down = watchedIo({ VAULT_ADDR: `http://127.0.0.1:${await freePort()}`, VAULT_TOKEN: 'token-of-nobody-here' })
    const away = new Set((await open({}, down).ask(...many)).map(text))
    expect([...away].join('\n')).toContain(`secrets ${names}: Vault at ${down.io.environment['VAULT_ADDR']} cannot be`)
    expect(away.size).toBe(1)
    // Of the first four only.
    expect(down.asked).toHaveLength(20)

    const invalid = watchedIo({ VAULT_ADDR: vault.address, VAULT_TOKEN: 'token-of-nobody-here' })
    const refused = new Set((await open({}, invalid).ask(...many)).map(text))
    expect([...refused].join('\n')).toContain(`secrets ${names}: Vault at ${vault.address} does not accept VAULT_TOKEN`)
    expect(refused.size).toBe(1)
    expect(invalid.asked.filter((path) => path.includes('place-8'))).toEqual([])

    // Looks the same to Vault, but reads what its policy names.
    const bare = await vault.ask('auth/token/create', { policies: ['mcp'], no_default_policy: true, ttl: '5m' })
    const able = watchedIo({ VAULT_ADDR: vault.address, VAULT_TOKEN: bare.auth.client_token })
    credentials.push(bare.auth.client_token)
    const answers = await open({}, able).ask('secret/data/mcp#jwt', 'kv3/x#y', 'old/mcp#jwt', 'kv3/z#y', 'old/mcp#jwt')
    expect(answers.map(({ kind }) => kind)).toEqual(['found', 'failed', 'found', 'failed', 'found'])
  })

  test('a PKI issuer that it does not know: at once, with the command that lists them', async () => {
    await vault.ask('sys/mounts/team/pki', { type: 'pki' })
    const watched = watchedIo({})
    const error = await createVaultClient(
      { address: vault.address },
      watched.io,
    )({
      path: 'team/pki/issuer/nope/json',
    }).catch((thrown: unknown) => thrown)
    expect(String(error)).toMatch(/HTTP 500: unable to find PKI issuer.*nope/)
    expect(error).toMatchObject({ hint: expect.stringContaining('vault list team/pki/issuers') })
    expect(watched.pauses).toEqual([])
  })

  // The last one: nobody has the key to open it again.
  test('a sealed Vault is called so', async () => {
    const environment = {
      VAULT_ADDR: vault.address,
      VAULT_TOKEN: await vault.token('path "secret/data/mcp" { capabilities = ["read"] }'),
    }
    await vault.ask('sys/seal', {}, { method: 'PUT' })
    const [answer] = await open({}, watchedIo(environment)).ask('secret/data/mcp#jwt')
    expect(text(answer)).toMatch(/SECRET_UNREACHABLE.*is sealed \(asked 5 times\).*unseal/)
  })
})
