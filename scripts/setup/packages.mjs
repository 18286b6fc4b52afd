// The package manager: Debian and its children as root, nothing else; elsewhere the caller says what is missing.
import { existsSync, readFileSync } from 'node:fs'
import { gist, run, SetupError, work } from './shell.mjs'

const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }

/** The fields of /etc/os-release; empty where there is none. */
export function osRelease() {
  if (!existsSync('/etc/os-release')) return {}
  const lines = readFileSync('/etc/os-release', 'utf8').split('\n')
  return Object.fromEntries(lines.filter((line) => line.includes('=')).map((line) => splitField(line)))
}

function splitField(line) {
  const at = line.indexOf('=')
  return [line.slice(0, at), line.slice(at + 1).replace(/^"(.*)"$/, '$1')]
}

export function isDebian() {
  const { ID = '', ID_LIKE = '' } = osRelease()
  return `${ID} ${ID_LIKE}`.split(' ').includes('debian') && existsSync('/usr/bin/apt-get')
}

export function isRoot() {
  return process.getuid?.() === 0
}

/** Why we cannot install packages here, or undefined. */
export function cannotInstall() {
  if (!isDebian()) return 'this is not a Debian system'
  if (!isRoot()) return 'not root'
  return undefined
}

/**
 * Installs Debian packages; the lists are fetched when a package is not found in the ones at hand.
 *
 * @throws SetupError naming what the user must install where we cannot.
 */
export function installPackages(purpose, names) {
  const reason = cannotInstall()
  if (reason !== undefined)
    throw new SetupError(
      `${purpose} is missing and ${reason}: install it (on Debian: apt-get install ${names.join(' ')})`,
    )
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...names]
  const known = names.every((name) => candidateVersion(name) !== undefined)
  if (known && run('apt-get', ['install', '--simulate', '-qq', ...names], { env: environment }).ok) {
    const title = `installing ${purpose} with apt (${names.join(', ')})`
    try {
      work(title, 'apt-get', install, { env: environment })
      return
    } catch {
      // Old lists name packages that the archive has replaced: fetch them and try once more.
    }
  }
  updateLists()
  work(`installing ${purpose} with apt (${names.join(', ')})`, 'apt-get', install, { env: environment })
}

/** The version apt would install; undefined for an unknown package. */
export function candidateVersion(name) {
  const version = /Candidate: (?:\d+:)?(\S+)/.exec(
    run('apt-cache', ['policy', name], { env: { ...environment, LC_ALL: 'C' } }).stdout,
  )?.[1]
  return version === undefined || version === '(none)' ? undefined : version
}

/** Fetches the package lists, once per run. */
export function updateLists() {
  if (updateLists.done) return
  updateLists.done = true
  const result = run('apt-get', ['update', '-qq'], { env: environment })
  if (!result.ok) throw new SetupError(`apt-get update failed:\n${gist(result.stderr)}`)
}
