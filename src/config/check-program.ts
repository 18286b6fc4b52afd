import { resolve } from 'node:path/posix'
import type { Io } from '../model/io.ts'
import { isFolder } from './files.ts'
import { type Finding, wrong } from './finding.ts'
import type { Path } from './node.ts'

/**
 * A program that is named by its path is there and may be executed. One that is named alone is looked for on PATH when it runs,
 * which may be on another machine.
 *
 * @param folder  Where it runs; absolute.
 */
export async function checkProgram(
  path: Path,
  program: string | undefined,
  folder: string,
  io: Io,
): Promise<readonly Finding[]> {
  if (program?.includes('/') !== true) return []
  const place = resolve(folder, program)
  if (!(await io.files.exists(place)))
    return [wrong(path, `names ${program}, which does not exist`, `It is looked for at ${place}`)]
  if (await isFolder(io, place)) return [wrong(path, `names ${program}, which is a folder and no program`)]
  if (await io.files.isExecutable(place)) return []
  return [wrong(path, `names ${program}, which is not executable`, `chmod +x ${program}, and commit that`)]
}
