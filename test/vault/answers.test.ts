import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { HttpRequest, Io } from '../../src/model/io.ts'
import { Secret } from '../../src/model/secret.ts'
import type { SecretAnswer, WantedSecret } from '../../src/model/secrets.ts'
import type { VaultSource } from '../../src/model/stack-secrets.ts'
import { vaultProvider } from '../../src/secrets/vault-provider.ts'
import { listen } from '../io/listen.ts'
import { watchedIo } from '../support/vault-world.ts'

/** What stands where Vault should be, or between. Bodies are those that Vault, proxies and Go's HTTP server write. */
let answer: (response: ServerResponse, url: string) => void = (response) => response.end()
const seen: string[] = []
let stolen = 0
const vault = createServer((request, response) => {
  seen.push(request.url ?? '')
  answer(response, request.url ?? '')
})
const other = createServer((_request, response) => void (stolen++, response.end('{}')))
let [address, elsewhere] = ['', '']

beforeAll(async () => {
  const start = async (server: Server) => `http://127.0.0.1:${await listen(server)}`
  address = await start(vault)
  elsewhere = await start(other)
})
beforeEach(() => void seen.splice(0))
afterAll(() => {
  for (const server of [vault, other]) {
    server.closeAllConnections()
    server.close()
  }
})

const token = 'token-of-this-very-test'
const places = ['secret/data/a#x', 'secret/data/b#x'].map((at, index) => ({ name: `S${index}`, at }))

async function ask(
  environment: Readonly<Record<string, string>> = {},
  changes: (io: Io) => Partial<Io> = () => ({}),
  wanted: readonly WantedSecret[] = places,
  source: VaultSource = {},
) {
  const watched = watchedIo({ VAULT_ADDR: address, VAULT_TOKEN: token, ...environment })
  const io = { ...watched.io, ...changes(watched.io) }
  const opened = vaultProvider.open({
    io,
    sources: { providers: ['vault'], envFiles: [], vault: source, aws: {}, kubernetes: {} },
    folder: '/',
    identityToken: async () => new Secret('identity token', 'header.payload.signature'),
  })
  const answers = await opened.ask(wanted)
  return { ...watched, answers, said: [...new Set(answers.map(show))].join('\n') }
}

function show(given: SecretAnswer): string {
  return given.kind === 'failed' ? `${given.problem.code} ${given.problem.message} | ${given.problem.hint}` : given.kind
}

test('a redirect is followed on the same server; to another one neither token nor secret id goes, and both are named', async () => {
  answer = (response, url) =>
    url.startsWith('/moved')
      ? response.end('{"data":{"data":{"x":"value-of-x"},"metadata":{"version":3}}}')
      : response.writeHead(307, { location: `/moved${url}` }).end()
  expect((await ask()).answers).toMatchObject([{ kind: 'found', version: '3' }, { kind: 'found' }])

  answer = (response, url) => response.writeHead(307, { location: `${elsewhere}${url}` }).end()
  const { said, pauses } = await ask()
  expect(said).toContain(`SECRET_UNREACHABLE secrets S0, S1: Vault at ${address}: ${address} redirects to ${elsewhere}`)
  expect(pauses).toEqual([])
  const logIn = ask({ VAULT_TOKEN: '', VAULT_ROLE_ID: 'role-id-of-it', VAULT_SECRET_ID: 'secret-id-of-it' })
  await expect(logIn).rejects.toThrow(`redirects to ${elsewhere}`)
  expect(stolen).toBe(0)
})

test.each([
  [200, 'text/html; charset=utf-8', '<html>Welcome</html>', /is not Vault \(HTTP 200, text\/html\) \| Look at/],
  [404, 'text/plain', 'page not found', /is not Vault \(HTTP 404, text\/plain\)/],
  [400, '', 'Client sent an HTTP request to an HTTPS server.\n', /wants TLS \| Write https:/],
])('%i %s: what answers is not Vault', async (status, type, body, expected) => {
  answer = (response) => response.writeHead(status, type === '' ? {} : { 'content-type': type }).end(body)
  expect((await ask()).said).toMatch(expected)
})

test('https where plain HTTP is spoken: at once, and what to write', async () => {
  const { said, pauses } = await ask({ VAULT_ADDR: address.replace('http:', 'https:') })
  expect(said).toContain(`${address.replace('http:', 'https:')} does not speak TLS | Is it ${address}? Look at`)
  expect(pauses).toEqual([])
})

test.each([
  ['invalid audience (aud) claim', /\(vault read auth\/ci\/github\/role\/mcp\) with/],
  [
    'error validating token: invalid expiration time (exp) claim: token is expired',
    /^The token has expired: run the job/,
  ],
])('a log in by identity token is refused: %s', async (reason, hint) => {
  answer = (response) => response.writeHead(400).end(JSON.stringify({ errors: [reason] }))
  const source = { auth: 'jwt', mount: 'ci/github', role: 'mcp' } as const
  await expect(ask({ VAULT_TOKEN: '' }, undefined, places, source)).rejects.toMatchObject({
    message: expect.stringContaining(reason),
    hint: expect.stringMatching(hint),
  })
})

test("Vault's reason is told with 5xx, redacted; how long it wants to be left alone too", async () => {
  answer = (response) =>
    response.writeHead(500).end(JSON.stringify({ errors: [`1 error occurred:\n\t* no storage for ${token}\n\n`] }))
  const broken = (await ask()).said
  expect(broken).toMatch(/answers with HTTP 500 \(asked 5 times\): no storage for /)
  expect(broken).not.toContain(token)

  answer = (response) => response.writeHead(503, { 'retry-after': '99999' }).end('{"errors":["busy"]}')
  expect((await ask()).said).toContain('HTTP 503 (asked once; it says to come back in 99999 s): busy')
})

test('a KV document without a version has none', async () => {
  answer = (response) => response.end('{"data":{"data":{"x":"value-of-x"},"metadata":{}}}')
  const { answers } = await ask()
  expect(answers[0]).toMatchObject({ kind: 'found', where: 'secret/data/a#x' })
  expect(answers[0]).not.toHaveProperty('version')
})

test('numbers are texts as they are written; null, a list and an object are no values', async () => {
  const data =
    '{"x":12345678901234567890,"f":1.10,"e":1e21,"t":true,"no":null,"list":["deep-in-a-list"],"o":{"b":"","a":1}}'
  answer = (response) => response.end(`{"data":{"data":${data},"metadata":{"version":3}}}`)
  const at = (key: string) => ({ name: key, at: `secret/data/a#${key}` })
  const { io, answers } = await ask({}, undefined, [...'xfet', 'no', 'list', 'o'].map(at))
  const shown = answers.map((one) => (one.kind === 'found' ? one.value.reveal() : show(one)))
  expect(shown.slice(0, 4)).toEqual(['12345678901234567890', '1.10', '1e21', 'true'])
  expect(shown.slice(4).map((text) => text.replace(/ \|.*/, ''))).toEqual([
    'SECRET_INVALID secret no: secret/data/a#no holds null, not one value',
    'SECRET_INVALID secret list: secret/data/a#list holds a list, not one value',
    'SECRET_INVALID secret o: secret/data/a#o holds an object with the keys a, b, not one value',
  ])
  expect(io.redactor.redact('deep-in-a-list 12345678901234567890')).not.toMatch(/deep|123/)
})

test.each(['first-line\nsecond-line-of-it', 'tøken…with-more'])(
  'a token that no header can carry: %j',
  async (value) => {
    const refused = await ask({ VAULT_TOKEN: value }).catch((error: unknown) => error)
    expect(String(refused)).toContain('VAULT_TOKEN holds a line end')
    expect(String(refused)).not.toMatch(/second|with-more/)
    await expect(ask({ VAULT_NAMESPACE: 'a\nb' })).rejects.toThrow('the namespace of Vault holds')
    expect(seen).toEqual([])
  },
)

test.each([
  ['http://vault.example.com:8200', 1],
  ['http://127.0.0.2:8200', 0],
  ['http://localhost:8200', 0],
  ['https://vault.example.com:8200', 0],
])('%s: warned of clear text %i times', async (there, count) => {
  const body = '{"data":{"data":{"x":"value-of-x"}}}'
  const http = async (_request: HttpRequest) => ({ status: 200, headers: {}, body })
  const { lines } = await ask({ VAULT_ADDR: there }, () => ({ http }))
  expect(lines.filter((line) => line.includes(`${there} is asked without TLS`))).toHaveLength(count)
})
