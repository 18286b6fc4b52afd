// Compose v2 and buildx where docker looks for them, so that every docker of this machine or user has them.
import { chmodSync, copyFileSync, lstatSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildGoTool } from './go-tool.mjs'
import { candidateVersion, cannotInstall, installPackages, isRoot } from './packages.mjs'
import { atLeast, run, SetupError, say } from './shell.mjs'

const compose = {
  name: 'docker-compose',
  module: 'github.com/docker/compose/v2',
  version: 'v2.40.3',
  folder: './cmd',
  versionVariable: 'github.com/docker/compose/v2/internal.Version',
}
/** First with `up --wait` and the JSON of `ps` and `config` that the Compose target reads. */
const oldestCompose = '2.20'
/** Where distributions keep Compose v2; Debian's `docker-compose` was version 1 for long. */
const composePackages = ['docker-compose-plugin', 'docker-compose-v2', 'docker-compose']

const buildx = {
  name: 'docker-buildx',
  module: 'github.com/docker/buildx',
  version: 'v0.38.2',
  folder: './cmd/buildx',
  versionVariable: 'github.com/docker/buildx/version.Version',
}
const oldestBuildx = '0.13'

/** Compose v2 from the package manager where it has one, else built. */
export function ensureCompose() {
  if (composeVersion() !== undefined) return `Compose ${composeVersion()}`
  const packaged = composePackages.find((name) => atLeast(candidateVersion(name) ?? '0', oldestCompose))
  if (cannotInstall() === undefined && packaged !== undefined) installPackages('Compose v2', [packaged])
  if (composeVersion() === undefined) installPlugin(compose)
  const version = composeVersion()
  if (version === undefined) throw shadowed(compose, 'compose')
  return `Compose ${version}`
}

/** buildx: only the tests need it, to try every builder. */
export function ensureBuildx() {
  if (buildxVersion() === undefined) installPlugin(buildx)
  const version = buildxVersion()
  if (version === undefined) throw shadowed(buildx, 'buildx')
  return `buildx ${version}`
}

function composeVersion() {
  return pluginVersion(['compose', 'version', '--short'], oldestCompose)
}

function buildxVersion() {
  return pluginVersion(['buildx', 'version'], oldestBuildx)
}

function pluginVersion(args, oldest) {
  const result = run('docker', args)
  const version = result.ok ? /v?(\d+\.\d+(?:\.\d+)?)/.exec(result.stdout)?.[1] : undefined
  return version !== undefined && atLeast(version, oldest) ? version : undefined
}

/** An older plugin in the user's own folder wins over the one for all users. */
function shadowed(tool, command) {
  return new SetupError(
    `${tool.name} ${tool.version} was installed and \`docker ${command} version\` still answers with something older: ` +
      `remove ${tool.name} from ${process.env.DOCKER_CONFIG || '~/.docker'}/cli-plugins`,
  )
}

/**
 * Root: a copy in the folder for all users, so that it is there for an empty HOME too. Others: a link in their own
 * docker folder.
 */
function installPlugin(tool) {
  const built = buildGoTool(tool)
  const folder = isRoot()
    ? '/usr/local/lib/docker/cli-plugins'
    : join(process.env.DOCKER_CONFIG || join(homedir(), '.docker'), 'cli-plugins')
  const file = join(folder, tool.name)
  mkdirSync(dirname(file), { recursive: true })
  const part = `${file}.${process.pid}`
  if (isRoot()) {
    copyFileSync(built, part)
    chmodSync(part, 0o755)
  } else {
    symlinkSync(built, part)
  }
  if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) rmSync(file)
  renameSync(part, file)
  say(`installed ${tool.name} ${tool.version} as ${file}`)
}
