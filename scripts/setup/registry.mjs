// The loopback image registry of the tests.
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { installPackages } from './packages.mjs'
import { daemonPid, rememberDaemon, runFolder, stopDaemon } from './places.mjs'
import { run, SetupError, startDaemon, waitUntil } from './shell.mjs'

const name = 'registry'

/**
 * A registry on loopback, which docker trusts without TLS; answers with its `host:port`. MCP_TEST_REGISTRY names one to
 * use; else one that answers on port 5000; else Debian's docker-registry is started, on 5000 when that port is free.
 */
export async function ensureRegistry() {
  const given = process.env.MCP_TEST_REGISTRY
  if (given) {
    if (await answers(given)) return given
    throw new SetupError(`no image registry answers at MCP_TEST_REGISTRY=${given}`)
  }
  if (await answers('localhost:5000')) return 'localhost:5000'
  if (run('docker-registry', ['--version']).missing)
    installPackages('an image registry for the tests', ['docker-registry'])
  await stopDaemon(name)
  const port = await freePort(5000)
  const folder = runFolder(name)
  mkdirSync(join(folder, 'data'), { recursive: true })
  const settings = {
    version: '0.1',
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
    http: { addr: `127.0.0.1:${port}` },
  }
  writeFileSync(join(folder, 'config.yml'), JSON.stringify(settings))
  rememberDaemon(name, startDaemon('docker-registry', ['serve', join(folder, 'config.yml')], join(folder, 'log')))
  if (await waitUntil(15, () => answers(`localhost:${port}`))) return `localhost:${port}`
  throw new SetupError(`docker-registry does not answer on port ${port}: see ${join(folder, 'log')}`)
}

export async function stopRegistry() {
  return daemonPid(name) !== undefined && (await stopDaemon(name))
    ? 'stopped the registry that set-up started'
    : undefined
}

/** True where the registry API answers without asking who we are. */
async function answers(host) {
  try {
    return (await fetch(`http://${host}/v2/`, { signal: AbortSignal.timeout(2000) })).status === 200
  } catch {
    return false
  }
}

/** The wanted loopback port, or any other when it is taken. */
async function freePort(wanted) {
  for (const port of [wanted, 0]) {
    const server = createServer()
    const bound = await new Promise((resolve) => {
      server.once('error', () => resolve(undefined))
      server.listen(port, '127.0.0.1', () => resolve(server.address().port))
    })
    if (bound === undefined) continue
    await new Promise((resolve) => server.close(resolve))
    return bound
  }
  throw new SetupError('no free port on loopback')
}
