// The Python image that the example builds on: the public one, or one made here where no image registry answers.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cannotInstall, installPackages, osRelease } from './packages.mjs'
import { cacheFolder } from './places.mjs'
import { gist, lastLine, run, SetupError, say, work } from './shell.mjs'

export const publicPython = 'python:3.12-slim'

/** Raise it when the image below changes: an image with another number is made again. */
const recipe = '1'
const packages = ['ca-certificates', 'openssl', 'python3', 'python3-venv']
const certificates = '/etc/ssl/certs/ca-certificates.crt'
/** Programs with a trust list of their own are pointed to the system's. */
const imageConfig = [
  'ENV LANG=C.UTF-8',
  `ENV SSL_CERT_FILE=${certificates}`,
  `ENV REQUESTS_CA_BUNDLE=${certificates}`,
  `LABEL mcp-stack-deploy.recipe=${recipe}`,
]

/**
 * An image with Python 3.11 or later that is in the engine afterwards; answers with its name.
 * QUICKSTART_BASE wins; then what is there already, the public one first; then a pull; then our own.
 */
export function ensurePythonImage() {
  if (process.env.QUICKSTART_BASE) return process.env.QUICKSTART_BASE
  if (hasImage(publicPython)) return publicPython
  const own = ownPython()
  if (hasImage(own, recipe)) return own
  const pulled = run('docker', ['pull', '--quiet', publicPython], { timeout: 300_000 })
  if (pulled.ok) return publicPython

  if (cannotInstall() !== undefined) {
    throw new SetupError(
      `${publicPython} cannot be pulled (${lastLine(pulled.stderr)}) and ${cannotInstall()}, so no base image can be made here:\n` +
        'name one with Python 3.11 or later in QUICKSTART_BASE',
    )
  }
  say(`no image registry has ${publicPython}: making ${own} from Debian packages`)
  importImage(own)
  return own
}

/** The name of the image made here: `mcp-stack-base/python:bookworm`. */
export function ownPython() {
  return `mcp-stack-base/python:${osRelease().VERSION_CODENAME ?? 'debian'}`
}

/** True when the engine has the image, made by this recipe when one is named. */
export function hasImage(name, wantedRecipe) {
  const found = run('docker', [
    'image',
    'inspect',
    '--format',
    '{{index .Config.Labels "mcp-stack-deploy.recipe"}}',
    name,
  ])
  return found.ok && (wantedRecipe === undefined || found.stdout.trim() === wantedRecipe)
}

/**
 * Root file system (cached) + this host's trust and pip settings (never cached) → image. By create, cp and commit, which
 * every engine has and no builder is needed for.
 */
function importImage(name) {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-stack-base-'))
  writeHostSettings(folder)
  const bare = work(`importing ${name}`, 'docker', [
    'import',
    '--change',
    'CMD ["python3"]',
    makeRootfs(),
  ]).stdout.trim()
  const container = docker('create', bare)
  try {
    docker('cp', `${folder}/.`, `${container}:/`)
    docker('commit', ...imageConfig.flatMap((line) => ['--change', line]), container, name)
  } finally {
    docker('rm', container)
    rmSync(folder, { recursive: true, force: true })
  }
}

function docker(...args) {
  const result = run('docker', args)
  if (!result.ok) throw new SetupError(`docker ${args.join(' ')} failed: ${gist(result.stderr)}`)
  return result.stdout.trim()
}

function makeRootfs() {
  const suite = osRelease().VERSION_CODENAME
  const file = join(cacheFolder(`rootfs-${suite}-${recipe}`), 'rootfs.tar')
  if (existsSync(file)) return file
  if (run('mmdebstrap', ['--version']).missing) installPackages('mmdebstrap', ['mmdebstrap'])
  const part = `${file}.${process.pid}`
  try {
    work(`making a root file system of ${suite} (${packages.join(', ')})`, 'mmdebstrap', [
      '--quiet',
      '--format=tar',
      '--variant=minbase',
      '--skip=check/empty',
      `--include=${packages.join(',')}`,
      ...['man', 'doc', 'locale'].map((folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`),
      ...proxyOptions(),
      '--customize-hook=ln -sf python3 "$1/usr/bin/python"',
      suite,
      part,
      aptSources(),
    ])
    renameSync(part, file)
  } finally {
    rmSync(part, { force: true })
  }
  return file
}

/** The distribution's own entry, not what else the host has added. */
function aptSources() {
  const places = [`/etc/apt/sources.list.d/${osRelease().ID}.sources`, '/etc/apt/sources.list']
  const found = places.find((file) => existsSync(file) && readFileSync(file, 'utf8').trim() !== '')
  if (found === undefined) throw new SetupError(`no package sources in ${places.join(' or ')}`)
  return found
}

/** apt's proxy and trust settings, which mmdebstrap does not take over by itself. */
function proxyOptions() {
  const lines = run('apt-config', ['dump']).stdout.split('\n')
  return lines
    .filter((line) => /^Acquire::https?::(proxy|cainfo)\b.*"[^"]+";/i.test(line))
    .map((line) => `--aptopt=${line}`)
}

function writeHostSettings(folder) {
  mkdirSync(join(folder, 'etc/ssl/certs'), { recursive: true })
  if (existsSync(certificates)) copyFileSync(certificates, join(folder, certificates))
  const own = '/usr/local/share/ca-certificates'
  if (existsSync(own)) {
    mkdirSync(join(folder, own), { recursive: true })
    for (const name of readdirSync(own).filter((file) => file.endsWith('.crt')))
      copyFileSync(join(own, name), join(folder, own, name))
  }
  writeFileSync(join(folder, 'etc/pip.conf'), `[global]\n${pipSettings().join('\n')}\n`)
}

/** Where pip finds packages on this host, without what holds a password: an image is no place for one. */
function pipSettings() {
  const lines = run('python3', ['-m', 'pip', 'config', 'list']).stdout.split('\n')
  const wanted = lines.flatMap((line) => {
    const [, key, value] =
      /^(?:global|install|user|:env:)\.(index-url|extra-index-url|trusted-host)='(.*)'$/.exec(line) ?? []
    if (key === undefined) return []
    if (!/:\/\/[^/\s]*@/.test(value)) return [`${key} = ${value.replaceAll('\\n', ' ')}`]
    say(`pip's ${key} holds a password and is left out of the base image`)
    return []
  })
  return [...new Set(wanted), 'disable-pip-version-check = true', `cert = ${certificates}`]
}
