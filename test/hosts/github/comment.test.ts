import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { jobSummary } from '../../../src/commands/views/job-summary.ts'
import { writeComment } from '../../../src/hosts/github/comment.ts'
import type { RunOrigin } from '../../../src/hosts/github/event.ts'
import type { Report } from '../../../src/model/report.ts'
import { Secret } from '../../../src/model/secret.ts'
import { exampleReport } from '../../commands/example-report.ts'

// GitHub itself cannot be run here: a server on loopback answers as its API does and keeps the comments.

let base: string
let refusal: number | undefined
let comments: readonly { readonly id: number; readonly body: string; readonly user?: { readonly type: string } }[] = []
const requests: { method: string; url: string; authorization: string }[] = []

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

const server = createServer((request, response) => {
  void (async () => {
    const { headers, method = '', url = '' } = request
    requests.push({ method, url, authorization: headers.authorization ?? '' })
    const text = await bodyOf(request)
    const answer = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    }
    if (refusal !== undefined) return answer(refusal, { message: 'Resource not accessible by integration' })
    if (method === 'GET') {
      const page = Number(new URL(url, base).searchParams.get('page'))
      return answer(200, comments.slice((page - 1) * 100, page * 100))
    }
    const { body } = JSON.parse(text) as { body: string }
    if (body.length > 65_536) return answer(422, { message: 'body is too long' })
    const id = Number(/comments\/(\d+)$/.exec(url)?.[1] ?? comments.length + 1000)
    comments = [...comments.filter((comment) => comment.id !== id), { id, body, user: { type: 'Bot' } }]
    answer(method === 'POST' ? 201 : 200, { id })
  })()
})

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  refusal = undefined
  comments = []
  requests.length = 0
})

const trusted: RunOrigin = {
  facts: { host: 'github', actor: 'ada', trusted: true, url: 'https://git.example/shop/stack/actions/runs/7' },
  pullRequest: 12,
}

async function write(report: Report, origin: RunOrigin = trusted, environment = 'staging'): Promise<readonly string[]> {
  const warnings: string[] = []
  await writeComment({
    report,
    origin,
    key: ['', 'mcp-stack.yaml', environment],
    token: new Secret('github-token', 'ghs_0123456789'),
    environment: { GITHUB_API_URL: base, GITHUB_REPOSITORY: 'shop/stack' },
    views: { summary: jobSummary },
    warn: (message) => warnings.push(message),
  })
  return warnings
}

test('a stack has one comment, which is written over', async () => {
  comments = Array.from({ length: 130 }, (_, id) => ({ id, body: `a person says ${id}` }))
  expect(await write(exampleReport)).toEqual([])
  expect(await write({ ...exampleReport, problems: [] })).toEqual([])
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /repos/shop/stack/issues/12/comments?per_page=100&page=1',
    'GET /repos/shop/stack/issues/12/comments?per_page=100&page=2',
    'POST /repos/shop/stack/issues/12/comments',
    'GET /repos/shop/stack/issues/12/comments?per_page=100&page=1',
    'GET /repos/shop/stack/issues/12/comments?per_page=100&page=2',
    'PATCH /repos/shop/stack/issues/comments/1130',
  ])
  expect(requests[0]?.authorization).toBe('Bearer ghs_0123456789')
  expect(comments).toHaveLength(131)
  const { body } = comments.at(-1)!
  expect(body).toMatch(/^<!-- mcp-stack-deploy \/mcp%2Dstack\.yaml\/staging -->\n### /)
  expect(body).toContain('(https://git.example/shop/stack/actions/runs/7)')
  expect(body).not.toContain('NOT')
})

test('a comment that somebody from outside began with our mark is not ours', async () => {
  await write(exampleReport)
  const [mine] = comments
  comments = [{ id: 1, body: mine?.body ?? '', user: { type: 'User' } }]
  await write(exampleReport)
  expect(requests.at(-1)?.method).toBe('POST')
})

test('another environment of it has its own', async () => {
  await write(exampleReport)
  await write(exampleReport, trusted, 'prod')
  expect(comments).toHaveLength(2)
})

test('it fits, whatever the stack is, and points to the run', async () => {
  const components = Array.from({ length: 900 }, (_, index) => ({
    ...exampleReport.components[0]!,
    name: `plugin-${index}-→→→→→→→→→→→→`,
  }))
  expect(await write({ ...exampleReport, components })).toEqual([])
  expect(comments[0]!.body.length).toBeLessThanOrEqual(64_000)
  expect(comments[0]!.body).toContain('did not fit')
  expect(comments[0]!.body.trimEnd().endsWith('(https://git.example/shop/stack/actions/runs/7)')).toBe(true)
})

test.each([
  [403, trusted, 'permissions: pull-requests: write'],
  [404, trusted, 'permissions: pull-requests: write'],
  [502, trusted, 'HTTP 502'],
  [undefined, { facts: { ...trusted.facts, trusted: false }, pullRequest: 12 }, 'a fork'],
  [undefined, { facts: trusted.facts }, 'no pull request'],
])('where it cannot be written (%s) that is a warning', async (status, origin, expected) => {
  refusal = status
  const warnings = await write(exampleReport, origin)
  expect(warnings).toEqual([expect.stringContaining(expected)])
  expect(warnings[0]).toContain('job summary')
  expect(comments).toEqual([])
})
