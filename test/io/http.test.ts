import { createServer, request as httpRequest, type Server } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttp } from '../../src/io/http.ts'
import { Secret } from '../../src/model/secret.ts'
import { listen } from './listen.ts'

const signal = new AbortController().signal
let origin: Server
let proxy: Server
let originUrl: string
let proxyUrl: string
const throughProxy: string[] = []

const serve = async (server: Server) => `http://127.0.0.1:${await listen(server)}`

beforeAll(async () => {
  origin = createServer((request, response) => {
    if (request.url === '/slow') return
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.writeHead(request.url === '/missing' ? 404 : 200, { 'X-Seen': 'Yes' })
      response.end(JSON.stringify([request.method, request.headers.authorization, Buffer.concat(chunks).toString()]))
    })
  })
  originUrl = await serve(origin)

  proxy = createServer((request, response) => {
    throughProxy.push(request.url ?? '')
    const onward = httpRequest(request.url ?? '', { method: request.method, headers: request.headers }, (answer) =>
      answer.pipe(response),
    )
    request.pipe(onward)
  })
  proxy.on('connect', (request, socket, head) => {
    throughProxy.push(request.url ?? '')
    const [host, port] = (request.url ?? '').split(':')
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      onward.write(head)
      onward.pipe(socket)
      socket.pipe(onward)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  proxyUrl = await serve(proxy)
})

afterAll(() => {
  for (const server of [origin, proxy]) {
    server.closeAllConnections()
    server.close()
  }
})

test('a request and its answer', async () => {
  const http = createHttp({ environment: {}, signal })
  const answer = await http({
    url: `${originUrl}/x`,
    method: 'POST',
    headers: { authorization: new Secret('TOKEN', 'Bearer t') },
    body: new Secret('BODY', 'text'),
    timeoutSeconds: 5,
  })
  expect(answer).toMatchObject({ status: 200, headers: { 'x-seen': 'Yes' } })
  expect(JSON.parse(answer.body)).toEqual(['POST', 'Bearer t', 'text'])
  expect(await http({ url: `${originUrl}/missing`, timeoutSeconds: 5 })).toMatchObject({ status: 404 })
})

test.each([
  ['HTTP_PROXY', true],
  ['http_proxy', true],
  ['HTTPS_PROXY', false],
] as const)('%s carries http: %s', async (name, carried) => {
  throughProxy.length = 0
  const http = createHttp({ environment: { [name]: proxyUrl }, signal })
  expect((await http({ url: `${originUrl}/p`, timeoutSeconds: 5 })).status).toBe(200)
  expect(throughProxy.length > 0).toBe(carried)
})

test('NO_PROXY goes straight', async () => {
  throughProxy.length = 0
  const http = createHttp({ environment: { HTTP_PROXY: proxyUrl, NO_PROXY: 'example.org,127.0.0.1' }, signal })
  expect((await http({ url: `${originUrl}/p`, timeoutSeconds: 5 })).status).toBe(200)
  expect(throughProxy).toEqual([])
})

test("the network's reason is told, the query is not", async () => {
  const http = createHttp({ environment: {}, signal })
  const closed = createServer()
  const closedUrl = await serve(closed)
  await new Promise((resolve) => closed.close(resolve))
  const refused = http({ url: `${closedUrl}/?token=abc`, timeoutSeconds: 5 })
  await expect(refused).rejects.toThrow(/^127\.0\.0\.1:\d+: connect ECONNREFUSED \S+$/)
  const slow = http({ url: `${originUrl}/slow`, timeoutSeconds: 0.1 })
  await expect(slow).rejects.toThrow(/did not answer within 0\.1 s$/)
})
