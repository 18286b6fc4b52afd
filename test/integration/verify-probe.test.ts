import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { issueForeignClient } from '../../src/certificates/foreign.ts'
import { parseAnswers } from '../../src/verify/answers.ts'
import { judgeAnswers } from '../../src/verify/judge.ts'
import { writeProbeProgram } from '../../src/verify/probe-program.ts'
import type { Dial } from '../../src/verify/questions.ts'
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
  const env = {
    PATH: process.env['PATH'],
    PORT: String(gatewayPort),
    JWT_SECRET_KEY: 'a key for this test only',
    PLATFORM_ADMIN_EMAIL: 'root@example.com',
    PLUGINS_CLIENT_MTLS_CERTFILE: join(folder, 'client.crt'),
    PLUGINS_CLIENT_MTLS_KEYFILE: join(folder, 'client.key'),
    PLUGINS_CLIENT_MTLS_CA_BUNDLE: join(folder, 'ca.crt'),
  }
  const stdout = await new Promise<string>((resolve, reject) => {
    const child = execFile('python3', ['-'], { env }, (error, out, err) =>
      error ? reject(new Error(err)) : resolve(out),
    )
    child.stdin?.end(program)
  })
  const answers = parseAnswers(stdout)
  if (answers === undefined) throw new Error(`no answer in ${stdout}`)
  const expected = { gateway: 'gateway', plugins: [{ name: 'OPA', off: false }] }
  const probes = judgeAnswers('gateway-1', answers, expected)
  return Object.fromEntries(probes.map(({ kind, outcome, message, hint }) => [kind, { outcome, message, hint }]))
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
