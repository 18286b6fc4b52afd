import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { normalize } from 'node:path/posix'
import { pipeline } from 'node:stream/promises'
import { StackError } from '../errors.ts'

/**
 * One thing in a build context. This file reads the disk itself: the Files port knows neither modes nor links,
 * and contexts can hold files that are too big to be read as a whole.
 */
export interface Entry {
  /** Relative to the context, `/` between parts. */
  readonly path: string
  readonly kind: 'file' | 'folder' | 'link'
  readonly executable: boolean
  /** Where a link points. */
  readonly target?: string
}

/**
 * Lists what of a context goes to the builder, sorted by path.
 *
 * @param folder  Absolute.
 * @param ignore  Text of .dockerignore; empty when there is none.
 * @throws StackError SOURCE_INVALID for a link that leaves the context, a socket or a device.
 */
export async function readFolder(folder: string, ignore: string): Promise<readonly Entry[]> {
  const ignored = await ignoreRules(ignore)
  // An ignored folder can be skipped only when no rule may bring something in it back.
  const mayReturn = /^\s*!/m.test(ignore)
  const entries: Entry[] = []

  const walk = async (prefix: string): Promise<void> => {
    const names = (await readdir(join(folder, prefix))).sort()
    for (const name of names) {
      const path = prefix === '' ? name : `${prefix}/${name}`
      const status = await lstat(join(folder, path))
      const skipped = ignored(path)
      if (status.isDirectory()) {
        if (path === '.git') continue
        if (!skipped) entries.push({ path, kind: 'folder', executable: false })
        if (!skipped || mayReturn) await walk(path)
        continue
      }
      if (skipped) continue
      const executable = (status.mode & 0o100) !== 0
      if (status.isSymbolicLink()) entries.push(await readLink(folder, path))
      else if (status.isFile()) entries.push({ path, kind: 'file', executable })
      else throw invalid(`${path} in the build context is neither a file, a folder nor a link`)
    }
  }
  await walk('')
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/**
 * SHA-256 (hex) over names, executable bits and contents; times and owners do not count, so a new clone hashes the same.
 */
export async function hashEntries(folder: string, entries: readonly Entry[]): Promise<string> {
  const total = createHash('sha256')
  for (const entry of entries) {
    const content = entry.kind === 'file' ? await hashFile(join(folder, entry.path)) : (entry.target ?? '')
    total.update(JSON.stringify([entry.path, entry.kind, entry.executable, content]))
  }
  return total.digest('hex')
}

/** SHA-256 (hex) of a file's bytes. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function readLink(folder: string, path: string): Promise<Entry> {
  const target = await readlink(join(folder, path))
  const end = target.startsWith('/') ? '..' : normalize(`${path}/../${target}`)
  if (end === '..' || end.startsWith('../')) {
    throw invalid(`the link ${path} -> ${target} leaves the build context`)
  }
  return { path, kind: 'link', executable: false, target }
}

function invalid(message: string): StackError {
  return new StackError({
    code: 'SOURCE_INVALID',
    message,
    hint: 'Put the file itself there, or list the path in .dockerignore',
  })
}

async function ignoreRules(text: string): Promise<(path: string) => boolean> {
  const rules = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  if (rules.length === 0) return () => false
  const loaded = await import('@balena/dockerignore')
  const dockerignore = callable(loaded.default)
  const matcher = dockerignore({ ignorecase: false }).add(rules)
  return (path) => matcher.ignores(path)
}

/** Its types speak of a `default` in its export; at run time, bundled or not, the CommonJS export itself is the function. */
function callable<F>(exported: F | { readonly default: F }): F {
  return typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : exported
}
