// The container engine: used where one answers, installed and started as root on Debian, never touched when it is remote.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { candidateVersion, cannotInstall, installPackages } from './packages.mjs'
import { daemonPid, rememberDaemon, runFolder, stopDaemon } from './places.mjs'
import { gist, run, SetupError, say, startDaemon, waitUntil } from './shell.mjs'

const name = 'dockerd'

/** Makes sure that `docker` reaches an engine; answers with its version. */
export async function ensureEngine() {
  const found = serverVersion()
  if (found.version !== undefined) return `engine ${found.version}`

  if (!found.missing && isRemote()) {
    throw new SetupError(
      `the engine at ${process.env.DOCKER_HOST ?? 'the chosen docker context'} does not answer:\n${gist(found.reason)}`,
    )
  }
  if (!found.missing && /permission denied/i.test(found.reason)) {
    throw new SetupError('the container engine refuses this user: add yourself to the group "docker", or run as root')
  }
  if (cannotInstall() !== undefined) {
    throw new SetupError(
      `no container engine answers and ${cannotInstall()}: install Docker with Compose v2 (2.20 or later) and start it`,
    )
  }
  installEngine(found.missing)
  await startEngine()
  return `engine ${serverVersion().version}`
}

/** Ends the engine when we started it and nothing runs in it; answers with what was done. */
export async function stopEngine() {
  if (daemonPid(name) === undefined) return undefined
  const running = run('docker', ['ps', '--quiet']).stdout.trim()
  if (running !== '') return 'the container engine that set-up started stays: containers run in it'
  await stopDaemon(name)
  return 'stopped the container engine that set-up started'
}

function engineAnswers() {
  return serverVersion().version !== undefined
}

function serverVersion() {
  const result = run('docker', ['version', '--format', '{{.Server.Version}}'])
  const version = result.ok ? result.stdout.trim() : ''
  return { version: version === '' ? undefined : version, missing: result.missing, reason: result.stderr }
}

/** True when the user points docker somewhere: we neither start nor install anything then. */
function isRemote() {
  if (process.env.DOCKER_HOST) return !/^unix:\/\/(\/var)?\/run\/docker\.sock$/.test(process.env.DOCKER_HOST)
  const context = run('docker', ['context', 'show'])
  return context.ok && context.stdout.trim() !== 'default'
}

function installEngine(clientMissing) {
  if (!existsSync('/usr/sbin/dockerd') && run('dockerd', ['--version']).missing) {
    installPackages('the container engine', ['docker.io', 'iptables'])
  }
  // Newer Debian has the client in a package of its own.
  if (clientMissing && run('docker', ['--version']).missing) {
    installPackages('the docker client', [candidateVersion('docker-cli') === undefined ? 'docker.io' : 'docker-cli'])
  }
}

async function startEngine() {
  if (existsSync('/run/systemd/system')) {
    run('systemctl', ['start', 'docker'])
    if (await waitUntil(20, engineAnswers)) return
  }
  const log = join(runFolder(), 'dockerd.log')
  say(`starting the container engine (dockerd, log in ${log}) …`)
  rememberDaemon(name, startDaemon('dockerd', [], log))
  if (await waitUntil(60, engineAnswers)) return
  await stopDaemon(name)
  throw new SetupError(`dockerd does not answer after 60 s:\n${gist(run('cat', [log]).stdout)}`)
}
