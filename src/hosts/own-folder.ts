import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** Whether a folder is where its name says, or not there yet; a link in a fork's checkout would have a job write elsewhere. */
export function isOwnFolder(folder: string): boolean {
  const path = resolve(folder)
  try {
    return realpathSync(path) === join(realpathSync(dirname(path)), basename(path))
  } catch {
    return true
  }
}
