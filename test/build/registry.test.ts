import { createHash } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findAbsent } from '../../src/build/absent-images.ts'
import { resolvePrebuilt } from '../../src/build/prebuilt.ts'
import { openRegistry } from '../../src/build/registry.ts'
import { readChallenge } from '../../src/build/registry-token.ts'
import type { Io } from '../../src/model/io.ts'
import type { ImagePlan } from '../../src/model/plan.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

const manifest = JSON.stringify({ schemaVersion: 2, config: { digest: 'sha256:config' } })
const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`
/** As buildx pushes several platforms: a build record stands in the list, too. */
const index = JSON.stringify({
  manifests: [
    { digest, platform: { os: 'linux', architecture: 'amd64' } },
    { digest, platform: { os: 'linux', architecture: 'arm64' } },
    { digest, platform: { os: 'unknown', architecture: 'unknown' } },
  ],
})
const password = 'registry-password-1'
const basic = Buffer.from(`robot:${password}`).toString('base64')

let server: Server
let host: string
let workshop: Workshop
let seen: string[]
let delay = 0
let store = ''

/** A registry with a token service, as the distribution specification describes them. */
beforeEach(async () => {
  seen = []
  delay = 0
  workshop = openWorkshop()
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`)
    const url = new URL(request.url ?? '', 'http://x')
    if (url.pathname === '/token') {
      const known = request.headers.authorization === `Basic ${basic}`
      const scope = url.searchParams.get('scope') ?? ''
      // A repository whose tokens are JWTs, and which may only be read.
      const claims = Buffer.from(JSON.stringify({ access: [{ actions: ['pull'] }] })).toString('base64url')
      const token = `token-for-${scope}${scope.includes('team/jwt') ? `.${claims}.x` : ''}`
      response.writeHead(known ? 200 : 401).end(JSON.stringify({ token }))
      return
    }
    if (!(request.headers.authorization ?? '').startsWith('Bearer token-for-repository:')) {
      const realm = `Bearer realm="http://${host}/token",service="registry"`
      response.writeHead(401, { 'WWW-Authenticate': realm }).end()
      return
    }
    if (url.pathname.endsWith('/blobs/sha256:config')) {
      response.end(JSON.stringify({ os: 'linux', architecture: 'arm64', config: { Labels: { a: 'b' } } }))
      return
    }
    if (url.pathname === '/v2/') {
      response.end('{}')
      return
    }
    if (url.pathname === '/v2/team/x/manifests/moved') {
      response.writeHead(307, { Location: store }).end()
      return
    }
    if (url.pathname === '/v2/team/x/manifests/index') {
      response.end(index)
      return
    }
    const found = url.pathname === '/v2/team/x/manifests/1' || url.pathname.endsWith(digest)
    setTimeout(() => {
      response.writeHead(found ? 200 : 404, found ? { 'Docker-Content-Digest': digest } : {})
      response.end(found && request.method === 'GET' ? manifest : undefined)
    }, delay)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})

afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await workshop.close()
})

const reference = (tag: string) => ({ registry: host, path: 'team/x', tag })
const logIn = (config: object): Io => {
  workshop.write({ 'docker/config.json': JSON.stringify(config) })
  return {
    ...workshop.io,
    environment: {
      HOME: workshop.folder,
      DOCKER_CONFIG: join(workshop.folder, 'docker'),
      PATH: `${workshop.folder}:${process.env['PATH']}`,
    },
  }
}
const login = (config: object) => openRegistry(logIn(config))

test('with the credentials of docker login a tag is its digest; an unknown one is absent', async () => {
  const registry = login({ auths: { [host]: { auth: basic } } })
  expect(await registry.look(reference('1'))).toEqual({ kind: 'found', digest })
  expect(await registry.look(reference('2'))).toEqual({ kind: 'absent' })
  expect(seen.filter((line) => line.includes('/token'))).toHaveLength(1)
})

test('what it keeps elsewhere is fetched there without credentials', async () => {
  const asked: (string | undefined)[] = []
  const other = createServer((request, response) => {
    asked.push(request.method, request.headers.authorization)
    response.writeHead(200, { 'Docker-Content-Digest': digest }).end()
  })
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve)
  })
  const address = other.address()
  store = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/signed?q=1`
  const registry = login({ auths: { [host]: { auth: basic } } })
  expect(await registry.look(reference('moved'))).toEqual({ kind: 'found', digest })
  expect(asked).toEqual(['HEAD', undefined])
  other.closeAllConnections()
  other.close()
})

test('entering asks for a token to push, writes nothing, and tells what it allows where it says so', async () => {
  const registry = login({ auths: { [host]: { auth: basic } } })
  const entry = { status: 200, credentials: true, date: expect.stringContaining('GMT') }
  expect(await registry.enter(host, 'team/x', 'pull,push')).toEqual(entry)
  expect(await registry.enter(host, 'team/jwt', 'pull,push')).toEqual({ ...entry, granted: ['pull'] })
  expect(await login({}).enter(host, 'team/x', 'pull,push')).toMatchObject({ status: 401, credentials: false })
  expect(seen.filter((line) => !line.startsWith('GET '))).toEqual([])
  expect(seen.some((line) => line.includes('scope=repository%3Ateam%2Fjwt%3Apull%2Cpush'))).toBe(true)
})

test('one question is asked once', async () => {
  const registry = login({ auths: { [host]: { auth: basic } } })
  await Promise.all([registry.look(reference('1')), registry.look(reference('1'))])
  expect(seen.filter((line) => line.startsWith('HEAD') && line.includes('Bearer'))).toHaveLength(1)
})

test('without credentials it is refused, and that is not "absent"', async () => {
  expect(await login({}).look(reference('1'))).toEqual({ kind: 'refused', reason: 'HTTP 401' })
})

test('only what a registry says it has not is absent', async () => {
  const there = `${host}/team/x@${digest}`
  const gone = `${host}/team/x@sha256:${'0'.repeat(64)}`
  const silent = `127.0.0.1:9/team/x@${digest}`
  const all = [there, gone, gone, silent, digest]
  expect(await findAbsent(logIn({ auths: { [host]: { auth: basic } } }))(all)).toEqual(new Set([gone]))
  expect(await findAbsent(logIn({}))(all)).toEqual(new Set())
})

test('a credential helper is asked, and what it says is known to the redactor', async () => {
  const helper = join(workshop.folder, 'docker-credential-test')
  workshop.write({
    'docker-credential-test': `#!/bin/sh\nread -r host\n[ "$host" = "${host}" ] && echo '{"Username": "robot", "Secret": "${password}"}'\n`,
  })
  chmodSync(helper, 0o755)
  const io = { ...workshop.io, environment: { DOCKER_CONFIG: join(workshop.folder, 'docker') } }
  workshop.write({ 'docker/config.json': JSON.stringify({ credHelpers: { [host]: 'test' } }) })
  const run: typeof io.run = (command, options) =>
    io.run({ ...command, program: join(workshop.folder, command.program) }, options)
  expect(await openRegistry({ ...io, run }).look(reference('1'))).toEqual({ kind: 'found', digest })
  expect(workshop.io.redactor.redact(`x ${password} y`)).not.toContain(password)
})

test('labels are read from the image configuration', async () => {
  const registry = login({ auths: { [host]: { auth: basic } } })
  expect(await registry.labels(reference('1'))).toEqual({ a: 'b' })
  expect(await registry.labels(reference('2'))).toBeUndefined()
})

test('silence is unreachable after five seconds', async () => {
  delay = 20_000
  const start = Date.now()
  const registry = login({ auths: { [host]: { auth: basic } } })
  expect(await registry.look(reference('1'))).toMatchObject({ kind: 'unreachable' })
  expect(Date.now() - start).toBeLessThan(7000)
})

const plan = (text: string): ImagePlan => ({
  component: 'x',
  source: { kind: 'image', reference: text },
  repository: '',
  pullPolicy: 'IfNotPresent',
})

test('a prebuilt image gets its digest; where its registry is gone it keeps the tag, or is an error when pinned', async () => {
  const registry = login({ auths: { [host]: { auth: basic } } })
  const resolve = (text: string, requirePinned = false) =>
    resolvePrebuilt(plan(text), text, { registry, engine: undefined, requirePinned }, workshop.io)

  expect(await resolve(`${host}/team/x:1`)).toMatchObject({ reference: `${host}/team/x@${digest}`, how: 'resolved' })
  expect(await resolve(`${host}/team/x:1@${digest}`)).toMatchObject({ reference: `${host}/team/x@${digest}` })
  await expect(resolve(`${host}/team/x:2`)).rejects.toMatchObject({ code: 'IMAGE_NOT_FOUND' })
  await expect(resolve('not an image')).rejects.toMatchObject({ code: 'SOURCE_INVALID' })

  expect(workshop.problems).toEqual([])
  const gone = '127.0.0.1:1/team/x:1'
  expect(await resolve(gone)).toMatchObject({ reference: gone, how: 'unresolved' })
  expect(workshop.problems).toMatchObject([{ severity: 'warning', code: 'NOT_PINNED' }])
  await expect(resolve(gone, true)).rejects.toMatchObject({ code: 'NOT_PINNED' })
})

test('a challenge is taken apart', () => {
  expect(readChallenge('Bearer realm="https://a/t",service="s",scope="x"')).toEqual({
    scheme: 'bearer',
    realm: 'https://a/t',
    service: 's',
  })
  expect(readChallenge('Basic realm="x"').scheme).toBe('basic')
})

test('the platforms of an image: of an index, of a single image, of one that is not there', async () => {
  const registry = login({ auths: { [host]: { auth: basic } } })
  expect(await registry.platforms(reference('index'))).toEqual(['linux/amd64', 'linux/arm64'])
  expect(await registry.platforms(reference('1'))).toEqual(['linux/arm64'])
  expect(await registry.platforms(reference('gone'))).toEqual([])
})
