import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** A BuildKit daemon of the test, as a buildx builder. */
export interface Buildkit {
  /** The builder's name. */
  readonly builder: string
  /** Forgets every layer, as a new machine would. */
  forget(): void
  close(): Promise<void>
}

const buildx = (...args: readonly string[]) =>
  execFileSync('docker', ['buildx', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** Starts a daemon and names it to buildx. It has to be root: rootless needs more than a program. */
export async function startBuildkit(buildkitd: string, registry: string): Promise<Buildkit> {
  const folder = mkdtempSync(join(tmpdir(), 'buildkit-'))
  const builder = `mcp-test-${process.pid}`
  const socket = join(folder, 'socket')
  const config = join(folder, 'buildkitd.toml')
  writeFileSync(
    config,
    `root = "${folder}/root"
[grpc]
  address = ["unix://${socket}"]
[worker.containerd]
  enabled = false
[registry."${registry}"]
  http = true
`,
  )
  const child = spawn(buildkitd, ['--config', config], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  const close = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (let tries = 0; tries < 200 && !existsSync(socket) && child.exitCode === null; tries += 1) await setTimeout(100)
  if (!existsSync(socket)) {
    await close()
    throw new Error(`buildkitd does not start: ${buildkitd} --config ${config}`)
  }
  buildx('create', '--name', builder, '--driver', 'remote', `unix://${socket}`)
  return {
    builder,
    forget: () => void buildx('prune', '--builder', builder, '--all', '--force'),
    async close() {
      buildx('rm', builder)
      await close()
    },
  }
}
