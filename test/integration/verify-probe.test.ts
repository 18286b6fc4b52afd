import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { issueForeignClient } from '../../src/certificates/foreign.ts'
import type { GatewayShell } from '../../src/model/verification.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { parseAnswers } from '../../src/verify/answers.ts'
import { judgeAnswers } from '../../src/verify/judge.ts'
import { lookAtCertificates } from '../../src/verify/look-at-certificates.ts'
import { writeProbeProgram } from '../../src/verify/probe-program.ts'
import type { Dial } from '../../src/verify/questions.ts'
import { readSeen } from '../../src/verify/seen-certificates.ts'
import { session } from '../commands/draft-values.ts'
import { pluginConfig, stackConfig } from '../plan/stack-config.ts'
import { issueTestCertificates, type TestCertificates } from './verify-world.ts'

let certificates: TestCertificates
let foreign: Awaited<ReturnType<typeof issueForeignClient>>
let folder: string
const servers: Server[] = []

beforeAll(async () => {
  certificates = await issueTestCertificates()
  foreign = await issueForeignClient(new Date())
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'))
  writeFileSync(join(folder, 'client.crt'), certificates.client.chainPem)
  writeFileSync(join(folder, 'client.key'), certificates.client.keyPem)
  writeFileSync(join(folder, 'ca.crt'), certificates.caPem)
})
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
  rmSync(folder, { recursive: true })
})

/** The plugin runtime as far as the probes go: MCP over one POST per message, answers as events. */
const mcp: RequestListener = (request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString()
  })
  request.on('end', () => {
    const message: { id?: number; method?: string } = body === '' ? {} : JSON.parse(body)
    if (message.id === undefined) {
      response.writeHead(request.method === 'GET' ? 200 : 202).end()
      return
    }
    const result =
      message.method === 'initialize' ? { serverInfo: { name: 'a plugin' } } : { tools: [{ name: 'invoke_hook' }] }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'mcp-session-id': 's1' })
    response.end(`event: message\ndata: ${JSON.stringify({ jsonrpc: '2.0', id: message.id, result })}\n\n`)
  })
}

async function listen(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}

async function startPlugin(options: { readonly askForCertificate: boolean }): Promise<number> {
  const { server, caPem } = certificates
  const { askForCertificate } = options
  return await listen(
    createHttpsServer(
      {
        cert: server.chainPem,
        key: server.keyPem,
        ca: caPem,
        requestCert: askForCertificate,
        rejectUnauthorized: askForCertificate,
      },
      mcp,
    ),
  )
}

async function startGateway(plugins: RequestListener): Promise<number> {
  return await listen(
    createHttpServer((request, response) => {
      if (request.url === '/admin/plugins') plugins(request, response)
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ready"}')
    }),
  )
}

const page: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Change the password</html>')
}

const listing: RequestListener = (request, response) => {
  const [, claims = ''] = (request.headers.authorization ?? '').split('.')
  const { sub, exp, iat }: { sub: string; exp: number; iat: number } = JSON.parse(
    Buffer.from(claims, 'base64url').toString(),
  )
  const allowed = sub === 'root@example.com' && exp - iat === 60
  response.writeHead(allowed ? 200 : 401, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ plugins_globally_enabled: true, plugins: [{ name: 'OPA', status: 'enabled' }] }))
}

async function probe(gatewayPort: number, dials: readonly Dial[]) {
  const program = writeProbeProgram({ dials, foreignCertificate: foreign.certificatePem }, foreign.keyPem.reveal())
  const stdout = await runProgram(program, gatewayPort)
  const answers = parseAnswers(stdout)
  if (answers === undefined) throw new Error(`no answer in ${stdout}`)
  const expected = { gateway: 'gateway', plugins: [{ name: 'OPA', off: false }] }
  const probes = judgeAnswers('gateway-1', answers, expected)
  return Object.fromEntries(probes.map(({ kind, outcome, message, hint }) => [kind, { outcome, message, hint }]))
}

/** As the gateway's container would, with its variables. */
function runProgram(program: string, gatewayPort: number): Promise<string> {
  const env = {
    PATH: process.env['PATH'],
    PORT: String(gatewayPort),
    JWT_SECRET_KEY: 'a key for this test only',
    PLATFORM_ADMIN_EMAIL: 'root@example.com',
    PLUGINS_CLIENT_MTLS_CERTFILE: join(folder, 'client.crt'),
    PLUGINS_CLIENT_MTLS_KEYFILE: join(folder, 'client.key'),
    PLUGINS_CLIENT_MTLS_CA_BUNDLE: join(folder, 'ca.crt'),
  }
  return new Promise<string>((resolve, reject) => {
    const child = execFile('python3', ['-'], { env }, (error, out, err) =>
      error ? reject(new Error(err)) : resolve(out),
    )
    child.stdin?.end(program)
  })
}

function dial(port: number): readonly Dial[] {
  const common = { component: 'OPA', to: '127.0.0.1', port, serverName: 'opa', tls: true, seconds: 5 }
  return (['own', 'none', 'foreign'] as const).map((certificate) => ({ ...common, with: certificate }))
}

test('a plugin that asks for certificates proves all of it', async () => {
  const port = await startPlugin({ askForCertificate: true })
  expect(await probe(await startGateway(listing), dial(port))).toMatchObject({
    'gateway-ready': { outcome: 'passed' },
    handshake: { outcome: 'passed', message: expect.stringMatching(/^TLSv1\.3, CN=/) },
    'mcp-initialize': { outcome: 'passed', message: 'HTTP 200, tools: invoke_hook' },
    'refused-without-certificate': { outcome: 'passed' },
    'refused-foreign-certificate': { outcome: 'passed' },
    'plugin-enabled': { outcome: 'passed' },
  })
})

test('a plugin that talks to anybody fails, although everything works', async () => {
  const port = await startPlugin({ askForCertificate: false })
  expect(await probe(await startGateway(listing), dial(port))).toMatchObject({
    'mcp-initialize': { outcome: 'passed' },
    'refused-without-certificate': { outcome: 'failed', hint: expect.stringContaining('server_settings') },
    'refused-foreign-certificate': { outcome: 'failed' },
  })
})

test('a plugin under another name, or none at all, proves nothing about refusals', async () => {
  const port = await startPlugin({ askForCertificate: true })
  const other = dial(port).map((one) => ({ ...one, serverName: 'somebody-else' }))
  expect(await probe(await startGateway(listing), other)).toMatchObject({
    handshake: { outcome: 'failed', message: expect.stringContaining('untrusted') },
    'refused-without-certificate': { outcome: 'inconclusive' },
  })
  expect(await probe(await startGateway(listing), dial(1))).toMatchObject({
    handshake: { outcome: 'failed', message: expect.stringContaining('unreachable') },
    'refused-without-certificate': { outcome: 'inconclusive' },
    'refused-foreign-certificate': { outcome: 'inconclusive' },
  })
})

test('a page where the list of plugins should be names the cause', async () => {
  expect(await probe(await startGateway(page), [])).toMatchObject({
    'plugin-enabled': {
      outcome: 'inconclusive',
      hint: expect.stringContaining('ADMIN_REQUIRE_PASSWORD_CHANGE_ON_BOOTSTRAP'),
    },
  })
})

test('a plugin without TLS is asked over HTTP', async () => {
  const port = await listen(createHttpServer(mcp))
  const plain = {
    component: 'OPA',
    to: '127.0.0.1',
    port,
    serverName: 'opa',
    tls: false,
    seconds: 5,
    with: 'own' as const,
  }
  const answers = await probe(await startGateway(listing), [plain])
  expect(answers['mcp-initialize']).toMatchObject({ outcome: 'passed' })
  expect(answers).not.toHaveProperty('handshake')
})

test('a look tells which certificate runs, whoever signed it, and which one the gateway has', async () => {
  const running = await startPlugin({ askForCertificate: true })
  const own = certificates
  // The plugin goes on with what it was started with; the gateway has the next ones already, of another CA.
  certificates = await issueTestCertificates()
  writeFileSync(join(folder, 'client.crt'), `${certificates.client.keyPem}${certificates.client.chainPem}`)
  writeFileSync(join(folder, 'client.key'), certificates.client.keyPem)
  writeFileSync(join(folder, 'ca.crt'), certificates.caPem)
  const shell: GatewayShell = {
    name: 'gw-1',
    // Nobody listens on the port of the gateway: it is asked nothing.
    python: async (program) => ({ exitCode: 0, stdout: await runProgram(program, 1), stderr: '' }),
  }
  const plan = planStack(stackConfig({ plugins: [pluginConfig('OPA')] }))
  const endpoint = { component: 'OPA', address: '127.0.0.1', serverName: 'opa' }
  const endpoints = [running, 1].map((port) => ({ ...endpoint, port }))
  const seen = await lookAtCertificates(
    { plan, shells: [shell], endpoints: endpoints.slice(0, 1) },
    session(new Date()).session.io,
  )
  const facts = (pem: string) => {
    const { fingerprint256, issuer, validTo } = new X509Certificate(pem)
    const fingerprint = fingerprint256.replaceAll(':', '').toLowerCase()
    return { fingerprint, issuer, notAfter: new Date(validTo).toISOString() }
  }
  expect(seen).toEqual([
    { component: 'gateway', kind: 'client', at: 'gw-1', ...facts(certificates.client.chainPem) },
    { component: 'OPA', kind: 'server', at: '127.0.0.1', ...facts(own.server.chainPem) },
  ])
  const nobody = await lookAtCertificates(
    { plan, shells: [shell], endpoints: endpoints.slice(1) },
    session(new Date()).session.io,
  )
  expect(nobody[1]).toMatchObject({ component: 'OPA', message: expect.stringMatching(/^unreachable: /) })
  expect(nobody[1]).not.toHaveProperty('fingerprint')
})

test('verify keeps what it saw, for the report', async () => {
  const port = await startPlugin({ askForCertificate: true })
  const program = writeProbeProgram(
    { dials: dial(port), foreignCertificate: foreign.certificatePem },
    foreign.keyPem.reveal(),
  )
  const answers = parseAnswers(await runProgram(program, await startGateway(listing)))
  const { fingerprint256 } = new X509Certificate(certificates.server.chainPem)
  expect(
    readSeen('gw-1', answers!, 'gateway').map(({ component, fingerprint }) => [component, fingerprint]),
  ).toContainEqual(['OPA', fingerprint256.replaceAll(':', '').toLowerCase()])
})
