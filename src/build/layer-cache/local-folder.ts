import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What every OCI layout has; BuildKit writes it last. */
const indexFile = 'index.json'

/** A folder of layers that a build may read; false where nothing was ever written. */
export async function hasLayers(folder: string): Promise<boolean> {
  return (await stat(join(folder, indexFile)).catch(() => undefined)) !== undefined
}

/**
 * A new empty folder beside the one of a scope. BuildKit only ever adds to a folder: written into the old one, layers that
 * nobody uses would pile up.
 *
 * @throws the system's error. BuildKit would fail the build for it, ignore-error or not.
 */
export async function makeFreshFolder(cacheFolder: string, scope: string, unique: string): Promise<string> {
  const fresh = join(cacheFolder, `.${scope}.${unique}.new`)
  await mkdir(fresh, { recursive: true, mode: 0o700 })
  return fresh
}

/** Puts what was written in the place of what was there; false when nothing was written. */
export async function swapFolder(fresh: string, folder: string): Promise<boolean> {
  if (!(await hasLayers(fresh))) {
    await rm(fresh, { recursive: true, force: true })
    return false
  }
  await rm(folder, { recursive: true, force: true })
  await rename(fresh, folder)
  return true
}

/** What a killed run left is removed when it is this old. */
const abandonedMilliseconds = 24 * 3_600_000

/** Removes the scopes that were not written for longest until all together keep to `maxBytes`; answers with their names. */
export async function pruneFolders(cacheFolder: string, maxBytes: number, now: Date): Promise<readonly string[]> {
  const names = await readdir(cacheFolder)
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(cacheFolder, name)
      const { mtimeMs } = await stat(path)
      return { name, path, mtimeMs, bytes: await bytesBelow(path) }
    }),
  )
  const abandoned = found.filter(
    ({ name, mtimeMs }) => name.startsWith('.') && now.getTime() - mtimeMs > abandonedMilliseconds,
  )
  for (const { path } of abandoned) await rm(path, { recursive: true, force: true })

  const oldestFirst = found.filter(({ name }) => !name.startsWith('.')).toSorted((a, b) => a.mtimeMs - b.mtimeMs)
  let total = oldestFirst.reduce((sum, { bytes }) => sum + bytes, 0)
  const removed: string[] = []
  for (const { name, path, bytes } of oldestFirst) {
    if (total <= maxBytes) break
    await rm(path, { recursive: true, force: true })
    total -= bytes
    removed.push(name)
  }
  return removed
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
