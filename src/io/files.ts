import { randomBytes } from 'node:crypto'
import { constants, rmSync } from 'node:fs'
import { access, mkdir, mkdtemp, open, readdir, realpath, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { StackError } from '../errors.ts'
import type { Files } from '../model/io.ts'
import type { Wrote } from '../model/leak.ts'
import { Secret } from '../model/secret.ts'
import { removeAbandoned } from './abandoned-folders.ts'

/** The port's files, and their end. */
export interface RunFiles extends Files {
  /** Removes the temporary folders. */
  close(): Promise<void>
}

/**
 * Files as they are on this machine. Reading throws the system's own error (`code: 'ENOENT'` …), which the caller
 * knows how to word; writing throws StackError FILE_UNWRITABLE.
 *
 * @param temporaryRoot  Where temporary folders are made; the system's own place by default.
 * @param wrote  Hears of every file that was written; one whose content is a Secret is meant to hold one.
 * @param notePrivateFile  Host.notePrivateFile.
 */
export function createFiles(
  temporaryRoot: string = tmpdir(),
  wrote: Wrote = () => undefined,
  notePrivateFile?: (path: string) => void,
): RunFiles {
  const folders = new Set<string>()
  let watching = false
  const may = (path: string, mode: number) =>
    access(path, mode).then(
      () => true,
      () => false,
    )
  const exists = (path: string) => may(path, constants.F_OK)

  return {
    read: async (path) => (await readRegularFile(path)).toString('utf8'),
    readBytes: readRegularFile,
    exists,
    isExecutable: (path) => may(path, constants.X_OK),
    list: async (path) => (await readdir(path)).sort(),
    async write(path, content, mode) {
      const isPrivate = (mode & 0o077) === 0
      if (isPrivate && notePrivateFile !== undefined && !(await exists(path))) notePrivateFile(path)
      await writeFileAtomically(path, content, mode)
      wrote(path, content instanceof Secret ? { secret: true } : {})
    },
    remove: (path) => rm(path, { recursive: true, force: true }),
    realpath: (path) => realpath(path),

    async temporaryFolder(prefix) {
      const folder = await mkdtemp(join(temporaryRoot, `${prefix}-`))
      // An uncaught error ends the process without `close`.
      if (!watching)
        process.once('exit', () => folders.forEach((path) => rmSync(path, { recursive: true, force: true })))
      watching = true
      folders.add(folder)
      // Other prefixes are words that other programs use, too. Nobody waits for it.
      if (prefix.startsWith('mcp-')) void removeAbandoned(temporaryRoot, prefix)
      return folder
    },

    async close() {
      for (const folder of folders) await rm(folder, { recursive: true, force: true })
      folders.clear()
    },
  }
}

/** The longest file that is read whole, in bytes: everything we read was written by a person or by us. */
const longestFile = 256 * 1024 * 1024

/** Reads a file, never a pipe or a device: those may have no end. */
async function readRegularFile(path: string): Promise<Buffer> {
  // Without O_NONBLOCK opening a pipe that nobody writes to waits for ever, and no signal ends it.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const facts = await file.stat()
    if (!facts.isFile() && !facts.isDirectory()) throw new Error('it is a pipe or a device, not a file')
    if (facts.size > longestFile) throw new Error('it is longer than 256 MiB')
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/**
 * Writes a file so that a reader sees the old or the new content and never a part: a new file beside it, fsync,
 * rename. The mode is exact whatever the umask; a link at `path` is replaced, not followed.
 */
async function writeFileAtomically(path: string, content: string | Secret | Uint8Array, mode: number): Promise<void> {
  const folder = dirname(path)
  const fresh = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.new`)
  try {
    // Nobody else may even list a folder that is made for files nobody else may read.
    await mkdir(folder, { recursive: true, mode: (mode & 0o077) === 0 ? 0o700 : 0o755 })
    const file = await open(fresh, 'wx', mode)
    try {
      await file.writeFile(content instanceof Secret ? content.reveal() : content)
      await file.chmod(mode)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(fresh, path)
    await syncFolder(folder)
  } catch (cause) {
    await rm(fresh, { force: true }).catch(() => undefined)
    throw new StackError({
      code: 'FILE_UNWRITABLE',
      message: `${path} could not be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint: `Make ${folder} writable for this user`,
      cause,
    })
  }
}

/** The rename itself survives a power cut only when its folder is on the disk; not every file system can do that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
