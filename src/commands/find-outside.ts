import { dirname, join, relative, resolve } from 'node:path'
import type { Files } from '../model/io.ts'

/** Looks where things are, and opens none of them. */
export type LinkReader = Pick<Files, 'exists' | 'list' | 'realpath'>

/**
 * The first path, of `path` and everything below it, whose real place is outside `folder`; undefined where there is none. A link
 * in a folder of certificates reaches as far as one in the folder's own name.
 */
export async function findOutside(path: string, folder: string, files: LinkReader): Promise<string | undefined> {
  const root = await files.realpath(folder)
  const seen = new Set<string>()
  const look = async (one: string): Promise<string | undefined> => {
    const real = await realPlace(one, files)
    if (isAbove(relative(root, real))) return one
    if (seen.has(real)) return undefined
    seen.add(real)
    for (const name of await namesIn(real, files)) {
      const outside = await look(join(one, name))
      if (outside !== undefined) return outside
    }
    return undefined
  }
  return isAbove(relative(folder, path)) ? path : look(path)
}

/** Whether a path itself, links followed, is outside `folder`. */
export async function isOutside(path: string, folder: string, files: LinkReader): Promise<boolean> {
  const [real, root] = await Promise.all([path, folder].map((one) => realPlace(resolve(one), files)))
  return isAbove(relative(root ?? '', real ?? ''))
}

function isAbove(path: string): boolean {
  return path === '..' || path.startsWith('../')
}

/** Of what is not there: where it would be made. */
async function realPlace(path: string, files: LinkReader): Promise<string> {
  if (await files.exists(path)) return files.realpath(path)
  const above = dirname(path)
  return above === path ? path : join(await realPlace(above, files), relative(above, path))
}

/** None for a file, and for a folder that nobody can read. */
async function namesIn(path: string, files: LinkReader): Promise<readonly string[]> {
  try {
    return await files.list(path)
  } catch {
    return []
  }
}
