import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createHttp } from '../../src/io/http.ts'
import { RedirectRefused } from '../../src/model/redirect-refused.ts'
import { Secret } from '../../src/model/secret.ts'
import { listen } from './listen.ts'

interface Seen {
  readonly at: string
  readonly method: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const seen: Seen[] = []
const servers: Server[] = []
const folder = mkdtempSync(join(tmpdir(), 'redirects-'))
let [here, elsewhere, withTls] = ['', '', '']

/** Answers `/<status>?<location>` with that redirect, and everything else with 401 and a challenge. */
async function start(name: string, tls?: { readonly key: Buffer; readonly cert: Buffer }): Promise<string> {
  const server = tls === undefined ? createServer() : createTlsServer(tls)
  server.on('request', (request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      seen.push({ at: `${name}${request.url}`, method: request.method, headers: request.headers, body })
      const [, status, location] =
        /^\/(30\d)\?(.*)$/.exec(request.url === '/loop' ? '/302?/loop' : (request.url ?? '')) ?? []
      if (status === undefined) response.writeHead(401, { 'WWW-Authenticate': 'Bearer realm="x"' }).end('end')
      else response.writeHead(Number(status), { Location: decodeURIComponent(location ?? '') }).end('moved')
    })
  })
  servers.push(server)
  return `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${await listen(server)}`
}

beforeAll(async () => {
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']
  const names = ['-subj', '/CN=company', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync('openssl', [...args, ...names, '-keyout', 'key.pem', '-out', 'ca.pem'], { cwd: folder, stdio: 'ignore' })
  here = await start('here')
  elsewhere = await start('elsewhere')
  withTls = await start('tls', {
    key: readFileSync(join(folder, 'key.pem')),
    cert: readFileSync(join(folder, 'ca.pem')),
  })
})
beforeEach(() => void seen.splice(0))
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  rmSync(folder, { recursive: true, force: true })
})

const token = new Secret('TOKEN', 'token-of-this-test')
const headers = {
  'X-Vault-Token': token,
  Authorization: token,
  Accept: 'text/plain',
  'X-Amz-Security-Token': 'session',
}
// Node's own fetch, and undici's, which a CA file asks for.
const ways = [
  ['fetch', () => createHttp({ environment: {}, signal: new AbortController().signal })],
  [
    'undici',
    () => createHttp({ environment: {}, signal: new AbortController().signal, caFile: join(folder, 'ca.pem') }),
  ],
] as const

test.each(ways)('%s: within the origin with everything, to another origin with nothing', async (_name, open) => {
  const http = open()
  const body = new Secret('BODY', 'secret-of-the-body')
  const post = await http({ url: `${here}/307?/next`, method: 'POST', headers, body, timeoutSeconds: 5 })
  expect(post).toMatchObject({ status: 401, body: 'end', headers: { 'www-authenticate': 'Bearer realm="x"' } })
  expect(seen[1]).toMatchObject({ at: 'here/next', method: 'POST', body: 'secret-of-the-body' })
  expect(seen[1]?.headers['x-vault-token']).toBe('token-of-this-test')

  seen.splice(0)
  const away = `${here}/307?${encodeURIComponent(`${elsewhere}/stolen?q=1`)}`
  for (const request of [
    { url: away, headers },
    { url: away, method: 'POST', body },
    { url: away, method: 'POST', body, redirects: 'anonymous' },
  ] as const) {
    const refused = await http({ ...request, timeoutSeconds: 5 }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(RedirectRefused)
    expect(String(refused)).toContain(`${here} redirects to ${elsewhere}, which may not be given`)
  }
  expect(seen.map(({ at }) => at.replace(/\?.*/, ''))).toEqual(['here/307', 'here/307', 'here/307'])

  seen.splice(0)
  const blob = await http({ url: away, headers, redirects: 'anonymous', timeoutSeconds: 5 })
  // Its challenge would be answered with what is for the first server.
  expect(blob.headers).not.toHaveProperty('www-authenticate')
  expect(seen[1]).toMatchObject({ at: 'elsewhere/stolen?q=1', method: 'GET', headers: { accept: 'text/plain' } })
  expect(JSON.stringify(seen[1])).not.toMatch(/token-of-this-test|session/)
})

test('the one that does not answer is named, not the one that sent us there', async () => {
  const closed = createServer()
  const port = await listen(closed)
  await new Promise((resolve) => closed.close(resolve))
  const url = `${here}/307?${encodeURIComponent(`http://127.0.0.1:${port}/blob`)}`
  await expect(ways[0][1]()({ url, redirects: 'anonymous', timeoutSeconds: 5 })).rejects.toThrow(
    new RegExp(`^127\\.0\\.0\\.1:${port}: `),
  )
})

test('never from https to http; a loop ends; 303 after a POST is a GET without its body', async () => {
  const http = ways[1][1]()
  const down = `${withTls}/302?${encodeURIComponent(`${elsewhere}/x`)}`
  await expect(http({ url: down, redirects: 'anonymous', timeoutSeconds: 5 })).rejects.toThrow('which has no TLS')
  expect(seen.map(({ at }) => at.replace(/\?.*/, ''))).toEqual(['tls/302'])

  for (const address of ['ftp://files.example.com/x', 'file:///etc/passwd'])
    await expect(http({ url: `${withTls}/302?${encodeURIComponent(address)}`, timeoutSeconds: 5 })).rejects.toThrow(
      `redirects to ${new URL('/', address).href.slice(0, -1)}, which is not HTTP`,
    )

  await expect(http({ url: `${here}/loop`, timeoutSeconds: 5 })).rejects.toThrow('again and again')

  seen.splice(0)
  await http({ url: `${here}/303?/read`, method: 'POST', body: 'text', headers, timeoutSeconds: 5 })
  expect(seen[1]).toMatchObject({ at: 'here/read', method: 'GET', body: '' })
})
