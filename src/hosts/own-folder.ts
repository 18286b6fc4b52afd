import { realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'

/**
 * Whether a folder may get the reports of a run from outside: it is in the checkout, and where its name says or not there yet. A
 * link in a fork's checkout would have a job write elsewhere.
 */
export function isOwnFolder(folder: string, checkout: string): boolean {
  const path = resolve(folder)
  return liesIn(path, checkout) && realPlace(path) === join(realPlace(dirname(path)), basename(path))
}

/** Whether a path, links followed, is in a folder or is that folder. */
export function liesIn(path: string, folder: string): boolean {
  const way = relative(realPlace(resolve(folder)), realPlace(resolve(path)))
  return way !== '..' && !way.startsWith('../')
}

/** Of what is not there: where it would be made. */
function realPlace(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(realPlace(above), basename(path))
  }
}
