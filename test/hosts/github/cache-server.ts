import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface CacheServer {
  readonly url: string
  /** Keys in the order they were saved. */
  readonly keys: readonly string[]
  close(): void
}

/** The first version of GitHub's cache service, which @actions/cache still speaks: entries in memory. */
export async function startCacheServer(isBroken: () => boolean): Promise<CacheServer> {
  const keys: string[] = []
  /** By id, which begins at 1: the library takes 0 for none. */
  const bodies: Buffer[] = []
  const server = createServer((request, response) => {
    const answer = (status: number, body?: object | Buffer) => {
      response.writeHead(status, Buffer.isBuffer(body) ? {} : { 'content-type': 'application/json' })
      response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body))
    }
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      const id = Number(/\/(\d+)$/.exec(url.pathname)?.[1] ?? -1)
      const body = await buffer(request)
      if (isBroken()) return answer(400, { message: 'broken' })
      if (request.method === 'GET' && id >= 0) return answer(200, bodies[id])
      if (request.method === 'GET') {
        const wanted = (url.searchParams.get('keys') ?? '').split(',')
        const found = wanted.map((word) => keys.findLastIndex((key) => key.startsWith(word))).find((at) => at >= 0)
        if (found === undefined) return answer(204)
        return answer(200, { cacheKey: keys[found], archiveLocation: new URL(`/blob/${found + 1}`, address()).href })
      }
      if (request.method === 'PATCH') {
        bodies[id] = Buffer.concat([bodies[id] ?? Buffer.alloc(0), body])
        return answer(204)
      }
      if (id >= 0) return answer(204)
      const { key }: { key: string } = JSON.parse(body.toString('utf8'))
      if (keys.includes(key)) return answer(409, { message: 'exists' })
      return answer(201, { cacheId: keys.push(key) })
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { url: address(), keys, close: () => void server.close() }
}
