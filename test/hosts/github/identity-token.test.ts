import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { requestIdentityToken } from '../../../src/hosts/github/identity-token.ts'

let close: (() => void) | undefined
afterEach(() => close?.())

/** GitHub's service as its reference describes it: one answer after the other. */
async function serve(...answers: readonly (readonly [status: number, body: string])[]) {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    const [status, body] = answers[asked.length] ?? [500, '']
    asked.push(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // As a proxy it gives every tunnel to itself.
  server.on('connect', (_request, socket) => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    server.emit('connection', socket)
  })
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  const { port } = server.address() as AddressInfo
  const environment = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer-of-the-job',
  }
  return { asked, environment, proxy: `http://127.0.0.1:${port}` }
}

test('a job without the permission has none', async () => {
  expect(await requestIdentityToken('x', {})).toBeUndefined()
})

test('asks with its bearer for the audience, again after a hiccup, and keeps the answer secret', async () => {
  const { asked, environment } = await serve([502, ''], [200, '{"count": 1, "value": "eyJh.eyJi.c"}'])
  const token = await requestIdentityToken('https://vault.example.com', environment)
  expect(token?.reveal()).toBe('eyJh.eyJi.c')
  expect(JSON.stringify({ token })).not.toContain('eyJh')
  expect(asked.map(({ url, headers }) => [url, headers.authorization])).toEqual(
    Array.from({ length: 2 }, () => [
      '/token?api-version=2.0&audience=https%3A%2F%2Fvault.example.com',
      'Bearer bearer-of-the-job',
    ]),
  )
})

test('a runner behind a proxy asks through it', async () => {
  const { asked, environment, proxy } = await serve([200, '{"value": "eyJh.eyJi.c"}'])
  const far = { ...environment, ACTIONS_ID_TOKEN_REQUEST_URL: 'http://token.actions.invalid/token', HTTP_PROXY: proxy }
  expect((await requestIdentityToken('x', far))?.reveal()).toBe('eyJh.eyJi.c')
  expect(asked[0]?.headers.host).toBe('token.actions.invalid')
})

test('a refusal is told once, with the permission that the job needs, and without the bearer', async () => {
  const { asked, environment } = await serve([403, '{"message": "no"}'])
  const error: unknown = await requestIdentityToken(undefined, environment).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'HOST_FAILED', message: expect.stringContaining('HTTP 403') })
  expect(error).toMatchObject({ hint: expect.stringContaining('id-token: write') })
  expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('bearer-of-the-job')
  expect(asked).toHaveLength(1)
})
