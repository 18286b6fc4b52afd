import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, connect as dial, type Server } from 'node:net'
import { createIo, type OpenIo } from '../../src/io/create-io.ts'
import type { HttpRequest } from '../../src/model/io.ts'
import { Secret } from '../../src/model/secret.ts'
import { startVault, type Vault } from './vault.ts'

/** Claims of a job's identity token, as GitHub writes them. */
export const jobClaims = {
  iss: 'https://token.actions.githubusercontent.com',
  aud: 'https://vault.example.com',
  sub: 'repo:example/stack:ref:refs/heads/main',
  repository: 'example/stack',
}

/** A Vault with auth methods and a policy per role; the tests put in what they read. */
export interface VaultWorld extends Vault {
  readonly roleId: string
  /** A new one each time, as `vault write -f auth/approle/role/mcp/secret-id` gives it. */
  secretId(): Promise<string>
  /** A job's identity token, signed with the key that the method `jwt` knows. */
  identityToken(claims?: Partial<typeof jobClaims> & { readonly exp?: number }): Secret
  /** A token of one policy, made for the test. */
  token(policy: string, ttl?: string): Promise<string>
  /** Every token that is valid now, by accessor. */
  accessors(): Promise<readonly string[]>
}

/** @param policy  HCL of what the roles of AppRole and JWT may do. */
export async function startVaultWorld(policy: string): Promise<VaultWorld> {
  const vault = await startVault()
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  await vault.ask('sys/policies/acl/mcp', { policy })
  await vault.ask('sys/auth/approle', { type: 'approle' })
  await vault.ask('auth/approle/role/mcp', { token_policies: 'mcp', token_ttl: '5m' })
  await vault.ask('sys/auth/ci/github', { type: 'jwt' })
  await vault.ask('auth/ci/github/config', {
    jwt_validation_pubkeys: [publicKey.export({ type: 'spki', format: 'pem' })],
    bound_issuer: jobClaims.iss,
  })
  await vault.ask('auth/ci/github/role/mcp', {
    role_type: 'jwt',
    user_claim: 'sub',
    bound_audiences: [jobClaims.aud],
    bound_claims: { repository: jobClaims.repository },
    token_policies: 'mcp',
    token_ttl: '5m',
  })
  const role = await vault.ask('auth/approle/role/mcp/role-id')
  let policies = 0

  return {
    ...vault,
    roleId: role.data.role_id,
    secretId: async () => (await vault.ask('auth/approle/role/mcp/secret-id', {})).data.secret_id,
    identityToken(claims = {}) {
      const now = Math.floor(Date.now() / 1000)
      const payload = { ...jobClaims, iat: now, nbf: now, exp: now + 300, ...claims }
      const text = [{ alg: 'ES256', typ: 'JWT' }, payload]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.')
      const signature = createSign('sha256').update(text).sign({ key: privateKey, dsaEncoding: 'ieee-p1363' })
      return new Secret('identity token', `${text}.${signature.toString('base64url')}`)
    },
    accessors: async () => (await vault.ask('auth/token/accessors', undefined, { method: 'LIST' })).data.keys.sort(),
    async token(rules, ttl = '10m') {
      const name = `of-a-test-${++policies}`
      await vault.ask(`sys/policies/acl/${name}`, { policy: rules })
      return (await vault.ask('auth/token/create', { policies: [name], ttl })).auth.client_token
    },
  }
}

const ofRole = { allow_any_name: true, key_type: 'any', max_ttl: '2160h' }
/** A role of the PKI engine that signs for servers, as docs/vault.md has it. */
export const serverRole = { ...ofRole, server_flag: true, client_flag: false }
export const clientRole = { ...ofRole, server_flag: false, client_flag: true }

/** Two PKI engines with the roles mcp and mcp-client: at `root` a root, and an intermediate CA below it at `between`. */
export async function addPki(
  vault: Vault,
  { root, between, name }: { readonly root: string; readonly between: string; readonly name: string } = company,
): Promise<void> {
  for (const mount of [root, between]) {
    await vault.ask(`sys/mounts/${mount}`, { type: 'pki', config: { max_lease_ttl: '87600h' } })
    await vault.ask(`${mount}/roles/mcp`, serverRole)
    await vault.ask(`${mount}/roles/mcp-client`, clientRole)
  }
  const ofCa = { key_type: 'ec', ttl: '80000h' }
  const made = await vault.ask(`${root}/root/generate/internal`, { ...ofCa, common_name: `${name} Root` })
  const asked = await vault.ask(`${between}/intermediate/generate/internal`, { ...ofCa, common_name: 'Team CA' })
  const csr = asked.data.csr
  const signed = await vault.ask(`${root}/root/sign-intermediate`, { csr, format: 'pem_bundle', ttl: '40000h' })
  const certificate = `${signed.data.certificate}\n${made.data.certificate}`
  await vault.ask(`${between}/intermediate/set-signed`, { certificate })
}

const company = { root: 'root', between: 'team/pki', name: 'Company' }

/** The real edge, with pauses that are noted and not slept. */
export interface WatchedIo {
  readonly io: OpenIo
  /** Milliseconds. */
  readonly pauses: number[]
  /** Paths of all requests. */
  readonly asked: string[]
  /** Everything that a person would see. */
  readonly lines: string[]
}

/** @param onPause  What happens in the world meanwhile; its argument counts from 1. */
export function watchedIo(
  environment: Readonly<Record<string, string>>,
  onPause: (count: number) => Promise<void> | void = () => undefined,
  signal = new AbortController().signal,
): WatchedIo {
  const [pauses, asked, lines] = [[] as number[], [] as string[], [] as string[]]
  const say = (text: string) => void lines.push(text)
  const progress = {
    step: say,
    task: () => ({ update: say, done: say, fail: say }),
    line: say,
    detail: say,
    problem: ({ message }: { message: string }) => say(message),
  }
  const real = createIo({ environment, progress, signal })
  const io: OpenIo = {
    ...real,
    http: (request: HttpRequest) => {
      asked.push(new URL(request.url).pathname)
      return real.http(request)
    },
    clock: {
      ...real.clock,
      async sleep(milliseconds) {
        pauses.push(milliseconds)
        await onPause(pauses.length)
      },
    },
  }
  return { io, pauses, asked, lines }
}

/** Carries one loopback port to another: a server that is up from now on. */
export async function forward(from: number, to: number): Promise<Server> {
  const server = createServer((incoming) => {
    const outgoing = dial(to, '127.0.0.1')
    for (const socket of [incoming, outgoing]) socket.on('error', () => socket.destroy())
    incoming.pipe(outgoing).pipe(incoming)
  })
  await new Promise<void>((resolve) => {
    server.listen(from, '127.0.0.1', resolve)
  })
  return server
}
