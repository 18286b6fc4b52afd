import { relative, resolve } from 'node:path/posix'
import type { Io } from '../model/io.ts'
import type { Refusal } from './finding.ts'

export type Located =
  | { readonly ok: true; readonly path: string; readonly kind: 'file' | 'folder' }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Finds a file or folder that the config names, and refuses what is not there or, once links are followed, not inside `folder`.
 *
 * @param folder  Absolute.
 */
export async function findInside(io: Io, folder: string, text: string, within: string): Promise<Located> {
  const outside: Located = {
    ok: false,
    refusal: { message: `leaves ${within}`, hint: `Put it inside ${within}: links are followed` },
  }
  const absolute = resolve(folder, text)
  if (!isInside(folder, absolute)) return outside
  if (!(await io.files.exists(absolute)))
    return { ok: false, refusal: { message: `names ${text}, which does not exist` } }
  const real = await io.files.realpath(absolute)
  if (!isInside(await io.files.realpath(folder), real)) return outside
  return { ok: true, path: absolute, kind: (await isFolder(io, real)) ? 'folder' : 'file' }
}

/** True for a folder; a file cannot be listed. */
export async function isFolder(io: Io, path: string): Promise<boolean> {
  try {
    await io.files.list(path)
    return true
  } catch {
    return false
  }
}

/** True when `path` is `folder` or below it; both absolute. */
export function isInside(folder: string, path: string): boolean {
  const inner = relative(folder, path)
  return inner !== '..' && !inner.startsWith('../')
}
