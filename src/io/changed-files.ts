import { createHash } from 'node:crypto'
import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'

/** What tells that a file was written; its content where that is short enough to be read beforehand. */
interface FileState {
  readonly facts: string
  readonly size: number
  readonly content?: string
}

/** Path → its state. */
export type FolderState = ReadonlyMap<string, FileState>

export interface ChangedFile {
  readonly path: string
  /** It was there before, whoever made it. */
  readonly existed: boolean
}

/** A longer file is compared by its size and times alone, in bytes. */
const longestCompared = 4 * 1024 * 1024

/**
 * Every regular file below a folder; links are not followed, layers of images are left out. Empty where there is no folder, or
 * where it is a link that leads out of the folder it stands in: what is there is somebody else's.
 */
export async function readFolderState(folder: string): Promise<FolderState> {
  const state = new Map<string, FileState>()
  for (const [path, { facts, size }] of await readFacts(folder)) {
    const content = size > longestCompared ? undefined : await contentOf(path)
    state.set(path, { facts, size, ...(content === undefined ? {} : { content }) })
  }
  return state
}

/** Files that are new or hold something else. */
export async function changedFiles(folder: string, before: FolderState): Promise<readonly ChangedFile[]> {
  const changed: ChangedFile[] = []
  for (const [path, now] of await readFacts(folder)) {
    const known = before.get(path)
    if (known === undefined) changed.push({ path, existed: false })
    else if (!(await isSame(path, known, now))) changed.push({ path, existed: true })
  }
  return changed
}

/** Whoever only touches a file, moves it back or sets its mode has not written it. */
async function isSame(path: string, before: FileState, now: FileState): Promise<boolean> {
  if (before.facts === now.facts) return true
  return before.size === now.size && before.content !== undefined && before.content === (await contentOf(path))
}

async function readFacts(folder: string): Promise<FolderState> {
  const state = new Map<string, FileState>()
  if (await leadsOut(folder)) return state
  for (const path of await filesBelow(folder)) {
    const facts = await lstat(path).catch(() => undefined)
    if (facts?.isFile() !== true) continue
    state.set(path, { facts: `${facts.ino} ${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}`, size: facts.size })
  }
  return state
}

async function leadsOut(folder: string): Promise<boolean> {
  try {
    const way = relative(await realpath(dirname(folder)), await realpath(folder))
    return way === '..' || way.startsWith('../') || isAbsolute(way)
  } catch {
    // There is none yet.
    return false
  }
}

/** Kept in memory only, and of no use to who does not know the content. undefined where it cannot be read. */
async function contentOf(path: string): Promise<string | undefined> {
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('base64')
  } catch {
    return undefined
  }
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
