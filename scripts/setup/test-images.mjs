// The small images that integration tests build on and deploy, in the loopback registry.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasImage } from './base-image.mjs'
import { cannotInstall, installPackages, updateLists } from './packages.mjs'
import { lastLine, run, SetupError, work } from './shell.mjs'

/** Names under `<registry>/base/`; the tests know them by these. */
export function testImages(registry) {
  return { busybox: `${registry}/base/busybox:1`, python: `${registry}/base/python:3.11` }
}

/** Makes sure that the engine and the registry have every test image. */
export async function ensureTestImages(registry, pythonImage) {
  const names = testImages(registry)
  if (!hasImage(names.busybox)) makeBusybox(names.busybox)
  if (!hasImage(names.python)) work(`naming ${names.python}`, 'docker', ['tag', pythonImage, names.python])
  for (const name of Object.values(names)) {
    if (!(await isPushed(name))) work(`pushing ${name}`, 'docker', ['push', '--quiet', name])
  }
  return 'test images'
}

/** True when the registry has the image under this tag. */
export async function isPushed(name) {
  const [, host, repository, tag] = /^([^/]+)\/(.+):([^:]+)$/.exec(name)
  const answer = await fetch(`http://${host}/v2/${repository}/manifests/${tag}`, {
    method: 'HEAD',
    headers: {
      accept: 'application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json',
    },
  })
  return answer.status === 200
}

/** The public image, else one from Debian's static busybox: a megabyte with a shell, httpd and wget. */
function makeBusybox(name) {
  const pulled = run('docker', ['pull', '--quiet', 'busybox:1'], { timeout: 120_000 })
  if (pulled.ok) {
    work(`naming ${name}`, 'docker', ['tag', 'busybox:1', name])
    return
  }
  if (cannotInstall() !== undefined)
    throw new SetupError(
      `busybox:1 cannot be pulled (${lastLine(pulled.stderr)}) and ${cannotInstall()}: tag one as ${name}`,
    )
  const folder = mkdtempSync(join(tmpdir(), 'mcp-stack-busybox-'))
  try {
    importBusybox(folder, name)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function importBusybox(folder, name) {
  const fetch = () => run('apt-get', ['download', '-qq', 'busybox-static'], { cwd: folder })
  if (!fetch().ok) {
    updateLists()
    work('fetching the package busybox-static', 'apt-get', ['download', '-qq', 'busybox-static'], { cwd: folder })
  }
  if (run('dpkg-deb', ['--version']).missing) installPackages('dpkg-deb', ['dpkg'])
  const files = join(folder, 'files')
  const root = join(folder, 'root')
  run('dpkg-deb', [
    '-x',
    join(
      folder,
      readdirSync(folder).find((file) => file.endsWith('.deb')),
    ),
    files,
  ])
  for (const path of ['bin', 'etc', 'tmp']) mkdirSync(join(root, path), { recursive: true })
  run('cp', [
    run('find', [files, '-path', '*/bin/busybox', '-type', 'f']).stdout.trim().split('\n')[0],
    join(root, 'bin/busybox'),
  ])
  const applets = run(join(root, 'bin/busybox'), ['--list']).stdout.trim().split('\n')
  for (const applet of applets.filter((other) => other !== 'busybox')) symlinkSync('busybox', join(root, 'bin', applet))
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0:root:/:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n')
  run('chmod', ['1777', join(root, 'tmp')])
  work(`packing ${name}`, 'tar', [
    '--create',
    '--file',
    join(folder, 'root.tar'),
    '--directory',
    root,
    '--owner=0',
    '--group=0',
    '.',
  ])
  work(`importing ${name}`, 'docker', [
    'import',
    '--change',
    'CMD ["sh"]',
    '--change',
    'ENV PATH=/bin',
    join(folder, 'root.tar'),
    name,
  ])
}
