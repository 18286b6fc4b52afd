import { constants } from 'node:fs'
import { chmod, type FileHandle, mkdir, open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StackError } from '../errors.ts'
import type { Wrote } from '../model/leak.ts'

/** A log that has grown beyond this many bytes is put aside as `<name>.old.log` when a run opens it. */
const largestLog = 8 * 1024 * 1024

/** Logs of one run, `<folder>/<name>.log`, made when the first line comes. */
export interface Logs {
  append(name: string, line: string): void
  /** Where a log is, for messages. */
  pathOf(name: string): string
  /** Waits until what was appended is in the files, or could not be written. */
  flush(): Promise<void>
  /** Waits until everything is on the disk. @throws StackError FILE_UNWRITABLE when it could not be written. */
  close(): Promise<void>
}

/** Logs under `folder` (0700, files 0600). Lines are written in order; errors are kept until `close`. */
export function openLogs(folder: string, wrote: Wrote = () => undefined): Logs {
  const files = new Map<string, FileHandle>()
  const waiting = new Map<string, string[]>()
  let writing: Promise<void> | undefined
  let failure: Error | undefined
  const pathOf = (name: string) => join(folder, `${fileName(name)}.log`)

  /** Everything that came while the last write was under way goes out in one write per file. */
  const writeWaiting = async () => {
    try {
      while (waiting.size > 0) {
        for (const [name, lines] of waiting) {
          waiting.delete(name)
          const file = files.get(name) ?? (await openLog(folder, pathOf(name)))
          files.set(name, file)
          wrote(pathOf(name))
          await file.appendFile(`${lines.join('\n')}\n`)
        }
      }
    } catch (error) {
      failure ??= error instanceof Error ? error : new Error(String(error))
      waiting.clear()
    } finally {
      writing = undefined
    }
  }

  return {
    pathOf,

    append(name, line) {
      if (failure !== undefined) return
      const lines = waiting.get(name) ?? []
      lines.push(line)
      waiting.set(name, lines)
      writing ??= Promise.resolve().then(writeWaiting)
    },

    async flush() {
      await writing
    },

    async close() {
      await writing
      for (const file of files.values()) await file.close()
      files.clear()
      if (failure === undefined) return
      const cause = failure
      failure = undefined
      throw new StackError({
        code: 'FILE_UNWRITABLE',
        message: `logs under ${folder} could not be written: ${cause.message}`,
        hint: 'Make the folder writable for this user, or remove it',
        cause,
      })
    },
  }
}

async function openLog(folder: string, path: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const before = await stat(path).catch(() => undefined)
  if (before !== undefined && before.size > largestLog) await rename(path, path.replace(/\.log$/, '.old.log'))
  // O_NOFOLLOW: a link that somebody else put there must not be written through.
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants
  const handle = await open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0o600)
  await handle.chmod(0o600)
  await chmod(folder, 0o700)
  return handle
}

/** A component's name may be any text: only what is harmless in a file name stays. */
function fileName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^\.+/, '_')
  return safe === '' ? '_' : safe.slice(0, 100)
}
