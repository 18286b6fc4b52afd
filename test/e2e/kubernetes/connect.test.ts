import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { StackError } from '../../../src/errors.ts'
import { connectCluster } from '../../../src/targets/kubernetes/connect.ts'
import { pathOf } from '../../../src/targets/kubernetes/paths.ts'
import { listen } from '../../io/listen.ts'
import { cluster, needCluster } from '../../support/cluster.ts'
import { newNamespace, openPlace, openRun, planIn, proxiesOf, removeNamespace } from '../../support/place.ts'

/** From the start of connecting to the first answer, on a machine that does nothing else: 0.15 s. */
const connectSeconds = 3

describe.skipIf(cluster === null)('the way to the cluster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'connect-'))
  let namespace: string
  beforeAll(() => {
    namespace = newNamespace()
  })
  afterAll(() => {
    removeNamespace(namespace)
    rmSync(folder, { recursive: true })
  })

  /** The administrator's kubeconfig with something changed. */
  const kubeconfigWith = (name: string, change: (config: KubeConfig) => object): string => {
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify(change(readConfig())), { mode: 0o600 })
    return path
  }
  const withServer = (port: number) =>
    kubeconfigWith(`kubeconfig-${port}`, (config) => ({
      ...config,
      clusters: config.clusters.map(({ name, cluster: one }) => ({
        name,
        cluster: { ...one, server: `https://127.0.0.1:${port}` },
      })),
    }))
  const attempt = (kubeconfig: string, changes = {}) => openPlace(namespace, changes, openRun(kubeconfig))

  test('one proxy, a moment, and nothing left behind', async () => {
    const from = performance.now()
    const opened = await openPlace(namespace)
    const seconds = (performance.now() - from) / 1000
    expect(seconds).toBeLessThan(connectSeconds)
    expect(proxiesOf(namespace)).toHaveLength(1)
    await opened.close()
    expect(proxiesOf(namespace)).toEqual([])
  })

  test('nothing of other namespaces goes through', async () => {
    const opened = await openPlace(namespace)
    const other = pathOf('v1', 'Secret', 'kube-system')
    await expect(opened.place.api.get(other)).rejects.toMatchObject({ code: 'BUG' })
    expect(await opened.place.api.get('/api/v1/nodes')).toMatchObject({ status: 200 })
    await opened.close()
  })

  test('after SIGTERM requests still work, only waiting stops', async () => {
    for (const kubectlProxy of [true, false]) {
      const stop = new AbortController()
      const opened = await openPlace(namespace, { kubectlProxy }, openRun(undefined, stop.signal))
      stop.abort(new StackError({ code: 'TERMINATED', message: 'stopped' }))
      expect(await opened.place.api.get(pathOf('v1', 'Secret', namespace))).toMatchObject({ status: 200 })
      await opened.close()
    }
  })

  test('a proxy that dies is started again, once', async () => {
    const opened = await openPlace(namespace)
    const path = pathOf('v1', 'ConfigMap', namespace)
    const kill = () => proxiesOf(namespace).forEach((pid) => process.kill(pid, 'SIGKILL'))
    kill()
    const answers = await Promise.all(Array.from({ length: 10 }, () => opened.place.api.get(path)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(opened.lines).toEqual(['kubectl proxy has ended: starting it again'])
    await opened.close()
    expect(proxiesOf(namespace)).toEqual([])
  })

  test('what is under way when it is closed fails at once, and nothing is started again', async () => {
    const opened = await openPlace(namespace)
    const from = performance.now()
    const asked = Array.from({ length: 30 }, () => opened.place.api.get(pathOf('v1', 'Secret', namespace)))
    const settled = Promise.allSettled(asked)
    await opened.close()
    expect((await settled).some(({ status }) => status === 'rejected')).toBe(true)
    expect((performance.now() - from) / 1000).toBeLessThan(connectSeconds)
    expect(opened.lines).toEqual([])
    expect(proxiesOf(namespace)).toEqual([])
  })

  test('an API server that is away for ten seconds is waited for', async () => {
    const door = await openDoor()
    const opened = await attempt(withServer(door.port))
    const path = pathOf('v1', 'ConfigMap', namespace, 'patient')
    const body = JSON.stringify({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'patient' },
      data: { a: '1' },
    })
    await door.shut()
    const back = setTimeout(() => void door.reopen(), 10_000)
    const [applied, read] = await Promise.all([
      opened.place.api.apply(path, body),
      opened.place.api.get(pathOf('v1', 'Secret', namespace)),
    ])
    clearTimeout(back)
    expect([200, 201]).toContain(applied.status)
    expect(read.status).toBe(200)
    expect(opened.lines).toEqual([
      expect.stringMatching(/^waiting up to 60 s: the API server does not answer: .*refused/),
    ])
    await opened.close()
    await door.shut()
  })

  test.each([
    ['the proxy', true],
    ['kubectl', false],
  ])('a server that does not answer is told, by %s', async (_name, kubectlProxy) => {
    const asked = attempt(withServer(1), { kubectlProxy })
    await expect(asked).rejects.toMatchObject({
      code: 'ENGINE_UNREACHABLE',
      message: expect.stringMatching(/^the API server https:\/\/127\.0\.0\.1:1 does not answer: .*refused/),
      hint: expect.stringMatching(/kubectl --context \S+ get --raw \/version$/),
    })
    expect(proxiesOf(namespace)).toEqual([])
  })

  test.each([true, false])('a login that is refused is told as such (proxy: %s)', async (kubectlProxy) => {
    const kubeconfig = kubeconfigWith('expired', (config) => ({
      ...config,
      users: config.users.map(({ name }) => ({ name, user: { token: 'expired' } })),
    }))
    await expect(attempt(kubeconfig, { kubectlProxy })).rejects.toMatchObject({
      code: 'ENGINE_UNREACHABLE',
      message: expect.stringContaining('(Unauthorized)'),
      hint: expect.stringContaining('Log in again'),
    })
  })

  test('a context that is not there is told with those that are', async () => {
    await expect(openPlace(namespace, { context: 'nowhere' })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringMatching(/^kubectl has no context nowhere; it has \S+/),
    })
    await expect(attempt('/dev/null')).rejects.toMatchObject({
      code: 'ENGINE_UNREACHABLE',
      message: expect.stringContaining('kubectl has no cluster to go to'),
    })
  })

  test('namespaces of Kubernetes itself are refused; so is a machine without kubectl', async () => {
    const { io } = openRun()
    await expect(connectCluster(planIn('kube-system'), io)).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    const without = openRun().io
    const run: typeof io.run = (command, options) => without.run({ ...command, program: 'kubectl-absent' }, options)
    await expect(connectCluster(planIn(namespace), { ...io, run })).rejects.toMatchObject({ code: 'TOOL_MISSING' })
  })

  test('a kubectl that may not be a proxy does the work itself', async () => {
    const program = join(folder, 'kubectl')
    writeFileSync(
      program,
      `#!/bin/sh\ncase " $* " in *" proxy "*) echo "error: unknown flag: --append-server-path" >&2; exit 1;; esac\nexec ${needCluster().kubectl} "$@"\n`,
    )
    chmodSync(program, 0o755)
    const run = openRun()
    const io = {
      ...run.io,
      run: ((command, options) => run.io.run({ ...command, program }, options)) as typeof run.io.run,
    }
    const place = await connectCluster(planIn(namespace), io)
    expect(run.lines).toEqual([expect.stringContaining('kubectl proxy cannot be used (error: unknown flag')])
    expect(await place.api.get(pathOf('v1', 'ConfigMap', namespace))).toMatchObject({ status: 200 })
    await place.api.close()
  })
})

interface KubeConfig {
  readonly clusters: readonly { readonly name: string; readonly cluster: { readonly server: string } }[]
  readonly users: readonly { readonly name: string }[]
}

const readConfig = (): KubeConfig => parse(readFileSync(needCluster().kubeconfig, 'utf8'))

/** A way to the API server that can be shut. */
async function openDoor() {
  const address = new URL(readConfig().clusters[0]?.cluster.server ?? '')
  const sockets = new Set<Socket>()
  const open = (): Server =>
    createServer((socket) => {
      const onward = connect(Number(address.port), address.hostname)
      for (const one of [socket, onward]) {
        sockets.add(one)
        one.on('error', () => undefined)
        one.on('close', () => sockets.delete(one))
      }
      socket.pipe(onward).pipe(socket)
    })
  let server = open()
  const port = await listen(server)
  return {
    port,
    shut: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    reopen: async () => {
      server = open()
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    },
  }
}
