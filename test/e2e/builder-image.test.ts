import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cluster } from '../support/cluster.ts'
import type { ClusterStack } from '../support/cluster-stack.ts'
import { containersOf, docker } from '../support/engine.ts'
import { openLightStack } from '../support/light-stack.ts'
import { readMachine } from '../support/machine.ts'
import { openSmallStack, type SmallStack } from '../support/small-stack.ts'
import { mustEnd, reportOf, startProgram, type ToolRun } from '../support/tool.ts'

// The feature request's own command, typed by an ordinary user whose kubeconfig is 0600. It works, or it ends with the one thing to add.

const image = readMachine().pipelines?.builderImage ?? null
/** Nobody's in particular; a member of the engine's group. */
const user = 4711
const socket = '/var/run/docker.sock'

/** A line as that user types it in a shell, in a folder. */
function type(line: string, folder: string, env: Readonly<Record<string, string>> = {}): Promise<ToolRun> {
  const groups = `--groups=${statSync(socket).gid}`
  const as = [`--reuid=${user}`, `--regid=${user}`, groups, 'sh', '-c', line]
  return startProgram('setpriv', as, { cwd: folder, env: { HOME: folder, PWD: folder, IMAGE: image ?? '', ...env } })
    .ended
}

/** The request's line, and what was added to it. */
const request = (added: string, words = 'deploy mcp-stack.yaml') =>
  `docker run --rm ${added} -v $PWD:/workspace -v ~/.kube:/root/.kube:ro -w /workspace $IMAGE ${words}`

/** What a person is left with. */
const hintOf = (run: ToolRun) =>
  /Add to docker run: .*/.exec(run.stdout.replaceAll(/\s+/g, ' '))?.[0] ?? run.stdout + run.stderr

test.skipIf(image === null)('every program in it answers, also where nothing can be written', () => {
  const line =
    'docker buildx version && docker compose version && kubectl version --client && helm version && openssl version && git --version && node --version && mcp-deploy version'
  const run = docker(
    'run',
    '--rm',
    '--read-only',
    '--tmpfs',
    '/tmp',
    '--user',
    '12345:12345',
    '--entrypoint',
    'sh',
    image ?? '',
    '-euc',
    line,
  )
  for (const words of [
    'buildx v0.',
    'Docker Compose version v2.',
    'Client Version: v1.',
    'version.BuildInfo{Version:"v3.',
    'OpenSSL 3',
    'git version 2',
    'v24.',
  ])
    expect(run.toLowerCase()).toContain(words.toLowerCase())
  const labels = JSON.parse(docker('image', 'inspect', '--format', '{{json .Config.Labels}}', image ?? ''))
  expect(labels['org.opencontainers.image.licenses']).toBe('Apache-2.0')
})

describe.skipIf(image === null || cluster === null)("the request's command on a cluster", () => {
  let stack: ClusterStack
  const API_KEY = 'a-key-of-the-light-stack-1'
  const isLocal = /server: https:\/\/(127\.|localhost)|"server":\s*"https:\/\/(127\.|localhost)/

  beforeAll(async () => {
    stack = await openLightStack('builder')
    const kube = join(stack.folder, '.kube')
    mkdirSync(kube, { mode: 0o700 })
    copyFileSync(join(stack.folder, '../kubeconfig'), join(kube, 'config'))
    chmodSync(join(kube, 'config'), 0o600)
    chmodSync(join(stack.folder, '..'), 0o755)
    for (const path of ['', '.kube', '.kube/config', 'mcp-stack.yaml']) chownSync(join(stack.folder, path), user, user)
  })
  afterAll(() => stack?.close())

  test('as it is written, it ends with the secret to pass', async () => {
    const run = mustEnd(await type(request(''), stack.folder, { API_KEY }), 2)
    expect(hintOf(run)).toContain('-e API_KEY')
  })

  test('with a cluster on this very machine, it ends with the network to use', async () => {
    if (!isLocal.test(readFileSync(join(stack.folder, '.kube/config'), 'utf8'))) return
    const run = mustEnd(await type(request('-e API_KEY'), stack.folder, { API_KEY }), 1)
    expect(hintOf(run)).toContain('--network host')
  })

  test('then it deploys', async () => {
    // --network host: the API server of the tests and their registry listen on loopback.
    const run = await type(request('-e API_KEY --network host', 'deploy mcp-stack.yaml --json'), stack.folder, {
      API_KEY,
    })
    expect(reportOf(mustEnd(run, 0)).status).toBe('succeeded')
  })

  test('as that user in the container too, with a root that cannot be written: nothing is left to do', async () => {
    execFileSync('chown', ['-R', `${user}:${user}`, stack.folder])
    const added = '-e API_KEY --network host --user "$(id -u):$(id -g)" --read-only --tmpfs /tmp'
    const run = await type(request(added, 'deploy mcp-stack.yaml --json'), stack.folder, { API_KEY })
    expect(reportOf(mustEnd(run, 0)).status).toBe('unchanged')
  })

  test('as somebody who may not read the kubeconfig, it ends with the user to be', async () => {
    const run = mustEnd(await type(request('-e API_KEY --network host --user 4712'), stack.folder, { API_KEY }), 1)
    expect(hintOf(run)).toContain('--user "$(id -u):$(id -g)"')
  })
})

describe.skipIf(image === null)('what is built', () => {
  let stack: SmallStack
  beforeAll(async () => {
    stack = await openSmallStack('builder-image')
    execFileSync('chown', ['-R', `${user}:${user}`, stack.folder])
    mkdirSync(join(stack.folder, '.kube'))
  })
  afterAll(() => stack?.close())

  test('without an engine it ends with the socket', async () => {
    const run = mustEnd(await type(request('-e API_KEY'), stack.folder, stack.env), 1)
    expect(hintOf(run)).toContain(`-v ${socket}:${socket}`)
  })

  test('with it, the stack is built and up; as an ordinary user of the engine the second run has nothing to do', async () => {
    const mounted = `-e API_KEY -v ${socket}:${socket}`
    const run = await type(request(mounted, 'deploy mcp-stack.yaml --json'), stack.folder, stack.env)
    expect(reportOf(mustEnd(run, 0)).status).toBe('succeeded')
    expect(containersOf(stack.project)['mcpgateway']?.running).toBe(true)
    execFileSync('chown', ['-R', `${user}:${user}`, stack.folder])
    const ordinary = `${mounted} --user "$(id -u):$(id -g)" --group-add "$(stat -c %g ${socket})"`
    const second = await type(request(ordinary, 'deploy mcp-stack.yaml --json'), stack.folder, stack.env)
    expect(reportOf(mustEnd(second, 0)).status).toBe('unchanged')
  })
})
