// Tools that Debian does not have in a usable version, built from their Go modules at a pinned version.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { candidateVersion, cannotInstall, installPackages } from './packages.mjs'
import { cacheFolder } from './places.mjs'
import { atLeast, run, SetupError, work } from './shell.mjs'

/** From here on the go command fetches the toolchain that a module asks for. */
const oldestGo = '1.21'

/**
 * Builds a Go program into the cache, unless it is there; answers with its path.
 *
 * @param tool  `{name, module, version, folder, versionVariable}`: the main package's folder in the module, and the
 *              variable that holds the version. It must be linked in: Compose refuses a buildx that calls itself v0.0.0.
 */
export function buildGoTool(tool) {
  const file = join(cacheFolder(`${tool.name}-${tool.version}`), tool.name)
  if (existsSync(file)) return file
  const go = findGo(tool.name)
  const module = `${tool.module}@${tool.version}`
  const fetched = work(`fetching the Go module ${module}`, go, ['mod', 'download', '-json', module])
  const part = `${file}.${process.pid}`
  try {
    // In the module's own folder: its go.sum, its replace directives and so the versions its authors tested.
    work(
      `building ${tool.name} ${tool.version} (minutes the first time)`,
      go,
      [
        'build',
        '-trimpath',
        '-buildvcs=false',
        '-ldflags',
        `-s -w -X ${tool.versionVariable}=${tool.version}`,
        '-o',
        part,
        tool.folder,
      ],
      { cwd: JSON.parse(fetched.stdout).Dir, env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' } },
    )
    renameSync(part, file)
  } finally {
    rmSync(part, { force: true })
  }
  return file
}

function findGo(purpose) {
  const usable = ['go', '/usr/local/go/bin/go', '/usr/lib/go/bin/go'].find((program) =>
    atLeast(goVersion(program), oldestGo),
  )
  if (usable !== undefined) return usable
  const candidate = candidateVersion('golang-go')
  if (cannotInstall() === undefined && candidate !== undefined && atLeast(candidate, oldestGo)) {
    installPackages('Go', ['golang-go'])
    return 'go'
  }
  throw new SetupError(
    `${purpose} has to be built and there is no Go ${oldestGo} or later: install Go from your package manager or go.dev, or install ${purpose} itself`,
  )
}

function goVersion(program) {
  const result = run(program, ['env', 'GOVERSION'])
  return result.ok ? result.stdout.trim() : '0'
}
