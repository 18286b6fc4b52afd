import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Path → what changes when a file is written. */
export type FolderState = ReadonlyMap<string, string>

/** Every regular file below a folder; links are not followed, layers of images are left out. Empty where there is no folder. */
export async function readFolderState(folder: string): Promise<FolderState> {
  const state = new Map<string, string>()
  for (const path of await filesBelow(folder)) {
    const facts = await lstat(path).catch(() => undefined)
    if (facts?.isFile() === true) state.set(path, `${facts.ino} ${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}`)
  }
  return state
}

/** Files that are new or different. */
export async function changedFiles(folder: string, before: FolderState): Promise<readonly string[]> {
  const now = await readFolderState(folder)
  return [...now].filter(([path, state]) => before.get(path) !== state).map(([path]) => path)
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  // BuildKit's layers (`cache: local`): packed, and large.
  if (['blobs', 'index.json'].every((name) => entries.some((entry) => entry.name === name))) return []
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(path) : [path]
    }),
  )
  return nested.flat()
}
