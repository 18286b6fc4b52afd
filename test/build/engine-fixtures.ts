import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A small image with a shell, for builds that have to be fast. */
export const baseImage = process.env['TEST_BASE_IMAGE'] ?? 'localhost:5000/mcp-test/shell:1'

/** Runs a program and answers with its output. */
export function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}

export function hasProgram(program: string, ...args: readonly string[]): boolean {
  try {
    run(program, ...args)
    return true
  } catch {
    return false
  }
}

/** True when the registry has the tag. */
export async function inRegistry(path: string, tag: string): Promise<boolean> {
  const response = await fetch(`http://localhost:5000/v2/${path}/manifests/${tag}`, {
    method: 'HEAD',
    headers: {
      Accept: 'application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json',
    },
  })
  return response.status === 200
}

function answers(): Promise<boolean> {
  return fetch('http://localhost:5000/v2/').then(
    (response) => response.ok,
    () => false,
  )
}

/** Makes sure that a registry answers on localhost:5000; one that is started here ends with the answer's function. */
export async function ensureRegistry(): Promise<() => void> {
  if (await answers()) return () => undefined
  const folder = mkdtempSync(join(tmpdir(), 'registry-'))
  const config = join(folder, 'config.yml')
  writeFileSync(
    config,
    `version: 0.1\nlog: {level: error}\nstorage:\n  filesystem: {rootdirectory: ${folder}/data}\nhttp: {addr: "127.0.0.1:5000"}\n`,
  )
  const child = spawn('docker-registry', ['serve', config], { stdio: 'ignore' })
  for (let tries = 0; tries < 100 && !(await answers()); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  if (!(await answers())) throw new Error('no registry on localhost:5000, and docker-registry did not start')
  return () => {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Makes the base image from this machine's busybox and the libraries it is linked to, and pushes it. */
export async function ensureBaseImage(): Promise<void> {
  const [, path = '', tag = 'latest'] = /^localhost:5000\/(.*?)(?::([^:]*))?$/.exec(baseImage) ?? []
  if (path === '' || (await inRegistry(path, tag))) return
  if (!hasProgram('docker', 'image', 'inspect', baseImage)) {
    const root = mkdtempSync(join(tmpdir(), 'busybox-'))
    const busybox = run('sh', '-c', 'command -v busybox')
    const libraries = hasProgram('ldd', busybox)
      ? [...run('ldd', busybox).matchAll(/(\/\S+)/g)].map((match) => match[1] ?? '')
      : []
    for (const file of libraries) {
      mkdirSync(join(root, dirname(file)), { recursive: true })
      cpSync(file, join(root, file), { dereference: true })
    }
    for (const folder of ['bin', 'tmp', 'etc']) mkdirSync(join(root, folder), { recursive: true })
    cpSync(busybox, join(root, 'bin/busybox'), { dereference: true })
    for (const name of ['sh', 'cat', 'echo', 'sleep', 'ls', 'true', 'false'])
      symlinkSync('busybox', join(root, 'bin', name))
    const tar = join(root, '..', `${root.split('/').at(-1)}.tar`)
    run('tar', '--create', '--file', tar, '--directory', root, '.')
    run('docker', 'import', '--change', 'CMD ["/bin/sh"]', tar, baseImage)
    rmSync(root, { recursive: true })
    rmSync(tar)
  }
  run('docker', 'push', '--quiet', baseImage)
}
