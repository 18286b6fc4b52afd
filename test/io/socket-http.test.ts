import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createSocketHttp } from '../../src/io/socket-http.ts'
import type { SocketHttp } from '../../src/model/io.ts'
import { Secret } from '../../src/model/secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'socket-'))
const path = join(folder, 's')
const sockets = new Set<Socket>()
let server: Server
let http: SocketHttp

beforeAll(async () => {
  server = createServer((request, response) => {
    sockets.add(request.socket)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { url = '', method, headers } = request
      if (url === '/silent') return
      if (url === '/broken') response.socket?.destroy()
      else if (url === '/large') response.end(Buffer.alloc(33 * 1024 * 1024, 'x'))
      else if (url === '/too-large') response.end(Buffer.alloc(65 * 1024 * 1024, 'x'))
      else if (url.startsWith('/watch')) {
        // In the middle of a line, and of a character.
        const bytes = Buffer.from('{"a":"ä"}\n{"b":2}\n')
        response.write(bytes.subarray(0, 7))
        setTimeout(() => (url === '/watch' ? response.end(bytes.subarray(7)) : response.write(bytes.subarray(7))), 30)
      } else {
        response.writeHead(url === '/missing' ? 404 : 200, { 'Retry-After': '3' })
        response.end(JSON.stringify([method, headers.host, headers['content-type'], Buffer.concat(chunks).toString()]))
      }
    })
  }).listen(path)
  await once(server, 'listening')
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

afterEach(async () => await http.close())

const open = (connections = 4) => {
  sockets.clear()
  http = createSocketHttp(path, connections)
  return http
}

test('a request and its answer; a secret body arrives', async () => {
  const answer = await open().request({
    path: '/x?y=1',
    method: 'PATCH',
    headers: { 'content-type': 'application/apply-patch+yaml' },
    body: new Secret('body', '{"ä":1}'),
    timeoutSeconds: 5,
  })
  expect(answer).toMatchObject({ status: 200, headers: { 'retry-after': '3' } })
  expect(JSON.parse(answer.body)).toEqual(['PATCH', 'localhost', 'application/apply-patch+yaml', '{"ä":1}'])
  expect(await http.request({ path: '/missing', timeoutSeconds: 5 })).toMatchObject({ status: 404 })
})

test('connections are kept, and there are no more than were asked for', async () => {
  open(2)
  for (let round = 0; round < 3; round += 1)
    await Promise.all(Array.from({ length: 10 }, () => http.request({ path: '/x', timeoutSeconds: 5 })))
  expect(sockets.size).toBe(2)
})

test('a large answer comes whole, one without end does not', async () => {
  const answer = await open().request({ path: '/large', timeoutSeconds: 20 })
  expect(answer.body.length).toBe(33 * 1024 * 1024)
  await expect(http.request({ path: '/too-large', timeoutSeconds: 20 })).rejects.toThrow(/larger than/)
})

test("the network's reason is told", async () => {
  open()
  await expect(http.request({ path: '/silent', timeoutSeconds: 0.1 })).rejects.toThrow('no answer within 0.1 s')
  await expect(http.request({ path: '/broken', timeoutSeconds: 5 })).rejects.toThrow('other side closed')
  const absent = createSocketHttp(join(folder, 'absent'), 1)
  await expect(absent.request({ path: '/', timeoutSeconds: 5 })).rejects.toThrow(/ENOENT/)
  await absent.close()
})

test('lines come as they are written, until the server ends the stream', async () => {
  const lines: string[] = []
  const signal = new AbortController().signal
  expect(await open().lines({ path: '/watch', signal }, (line) => lines.push(line))).toBe(200)
  expect(lines).toEqual(['{"a":"ä"}', '{"b":2}'])
})

test('or until nobody wants more', async () => {
  const stop = new AbortController()
  const lines: string[] = []
  const ended = open().lines({ path: '/watch-for-ever', signal: stop.signal }, (line) => {
    lines.push(line)
    if (lines.length === 2) stop.abort()
  })
  await ended
  expect(lines).toHaveLength(2)
  await expect(http.lines({ path: '/watch', signal: AbortSignal.abort() }, () => undefined)).resolves.toBe(499)
})

test('closing ends what is under way', async () => {
  const silent = open().request({ path: '/silent', timeoutSeconds: 60 })
  const [ended] = await Promise.allSettled([silent, new Promise((go) => setTimeout(go, 50)).then(() => http.close())])
  expect(ended).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('destroyed') } })
})
