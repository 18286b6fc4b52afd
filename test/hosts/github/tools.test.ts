import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getExecOutput } from '@actions/exec'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { neededTools } from '../../../src/commands/needed-tools.ts'
import { runBriefWith } from '../../../src/hosts/github/run-brief.ts'
import { toolProvider } from '../../../src/hosts/github/tools.ts'
import { stackConfig } from '../../plan/stack-config.ts'

// A server on loopback takes the publishers' place; the tool cache and the processes are real.

const program = '#!/bin/sh\necho "I am $0"\n'
const sum = createHash('sha256').update(program).digest('hex')
let wrong = false
const asked: string[] = []
const server = createServer((request, response) => {
  const path = request.url ?? ''
  asked.push(path)
  const named = wrong ? sum.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) : sum
  if (path.endsWith('kubectl.sha256')) response.end(named)
  else if (path.endsWith('.sha256')) response.end(`${named} *${path.split('/').at(-1)?.replace('.sha256', '')}\n`)
  else if (path.endsWith('checksums.txt'))
    response.end(['amd64', 'arm64'].map((go) => `${named} *buildx-v0.38.2.linux-${go}\n`).join(''))
  else response.end(program)
})
let base: string
let folder: string

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mcp-test-tools-'))
  for (const name of ['temp', 'tools', 'bin', 'step', 'home/.docker/cli-plugins', 'home/.docker/contexts'])
    mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'home/.docker/config.json'), '{"auths": {}}')
  writeFileSync(join(folder, 'home/.docker/cli-plugins/docker-scan'), 'own')
  const docker = 'p="${DOCKER_CONFIG:-$HOME/.docker}/cli-plugins/docker-$1"; [ -x "$p" ] && exec "$p"; exit 1'
  writeFileSync(join(folder, 'bin/docker'), `#!/bin/sh\n${docker}\n`, { mode: 0o755 })
  vi.stubEnv('RUNNER_TEMP', join(folder, 'temp'))
  vi.stubEnv('RUNNER_TOOL_CACHE', join(folder, 'tools'))
  vi.stubEnv('PATH', join(folder, 'bin'))
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy']) vi.stubEnv(name, undefined)
  wrong = false
  asked.length = 0
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

type Sums = NonNullable<Parameters<typeof toolProvider>[0]['sums']>

/** Without pinned sums the list of the publisher counts, which the server has. */
function provider(bin = 'bin', sums: Sums = {}) {
  vi.stubEnv('PATH', join(folder, bin))
  return toolProvider({
    environment: { PATH: join(folder, bin), HOME: join(folder, 'home') },
    folder: join(folder, 'step'),
    runBrief: runBriefWith(getExecOutput),
    toolCache: () => import('@actions/tool-cache'),
    publishers: { kubectl: `${base}/k`, buildx: `${base}/b`, compose: `${base}/c` },
    sums,
  })
}

const said = () => {
  const lines: string[] = []
  return { lines, progress: { line: (text: string) => lines.push(text) } }
}

test('what is missing is fetched once, by checksum, and put where it is found', async () => {
  const { lines, progress } = said()
  const added = await provider()(['kubectl', 'buildx', 'compose'], progress)
  const environment = { HOME: join(folder, 'home'), PATH: join(folder, 'bin'), ...added } as Record<string, string>
  expect(lines).toHaveLength(3)
  const run = async (...words: string[]) => {
    vi.stubEnv('PATH', environment.PATH)
    return (await runBriefWith(getExecOutput)({ program: words[0]!, args: words.slice(1) }, environment)).stdout
  }
  expect(await run('kubectl')).toMatch(/I am .*tools\/kubectl\/1\.34\.1\/.*\/kubectl/)
  expect(await run('docker', 'buildx')).toMatch(/I am .*step\/docker\/cli-plugins\/docker-buildx/)
  expect(await run('docker', 'compose')).toMatch(/I am .*docker-compose/)
  // Log-ins, contexts and plugins of the user's own are still there.
  expect(readFileSync(join(environment.DOCKER_CONFIG!, 'config.json'), 'utf8')).toBe('{"auths": {}}')
  expect(readFileSync(join(environment.DOCKER_CONFIG!, 'cli-plugins/docker-scan'), 'utf8')).toBe('own')

  const requests = asked.length
  rmSync(join(folder, 'step/docker'), { recursive: true })
  await provider()(['kubectl', 'buildx', 'compose'], progress)
  expect(asked).toHaveLength(requests)
})

test('a wrong checksum is refused and nothing is kept', async () => {
  wrong = true
  for (const name of ['kubectl', 'buildx', 'compose'] as const)
    await expect(provider()([name], said().progress)).rejects.toThrow(
      expect.objectContaining({ code: 'TOOL_MISSING', message: expect.stringContaining('does not have the checksum') }),
    )
  wrong = false
  await provider()(['kubectl'], said().progress)
  expect(asked.filter((path) => path.endsWith('/kubectl'))).toHaveLength(2)
})

test('the sum that is known here counts, whatever the server says of its own files', async () => {
  wrong = true
  await provider('bin', { kubectl: { amd64: sum, arm64: sum } })(['kubectl'], said().progress)
  expect(asked).toEqual([expect.stringMatching(/\/kubectl$/)])
  wrong = false
  const other = '0'.repeat(64)
  await expect(
    provider('bin', { compose: { amd64: other, arm64: other } })(['compose'], said().progress),
  ).rejects.toThrow('does not have the checksum that is known here')
})

test('a publisher that does not answer is said with the address', async () => {
  const closed = toolProvider({
    environment: {},
    folder: join(folder, 'step'),
    runBrief: runBriefWith(getExecOutput),
    toolCache: async () => ({
      find: () => '',
      cacheFile: () => Promise.reject(new Error('unused')),
      downloadTool: () => Promise.reject(new Error('connect ECONNREFUSED')),
    }),
  })
  await expect(closed(['kubectl'], said().progress)).rejects.toThrow(
    /kubectl is not here, and https:.*\/kubectl could not be fetched: connect ECONNREFUSED/,
  )
})

test('what is there is left alone, and plugins are nothing without docker', async () => {
  mkdirSync(join(folder, 'full'))
  for (const name of ['docker', 'kubectl']) writeFileSync(join(folder, 'full', name), '#!/bin/sh\n', { mode: 0o755 })
  expect(await provider('full')(['kubectl', 'buildx', 'compose'], said().progress)).toEqual({})
  expect(await provider('temp')(['buildx', 'compose'], said().progress)).toEqual({})
  expect(asked).toEqual([])
})

test('a run fetches what it needs and no more', () => {
  const config = stackConfig()
  const on = (type: 'compose' | 'kubernetes', engine?: string) => ({
    ...config,
    deployment: { ...config.deployment, type, ...(engine === undefined ? {} : { containerEngine: engine }) },
  })
  expect(neededTools('validate', on('compose'))).toEqual([])
  expect(neededTools('status', on('compose'))).toEqual(['compose'])
  expect(neededTools('deploy', on('compose', '/usr/bin/podman'))).toEqual([])
  expect(neededTools('plan', on('kubernetes'))).toEqual(['kubectl'])
  expect(neededTools('generate', on('kubernetes'))).toEqual([])
})
