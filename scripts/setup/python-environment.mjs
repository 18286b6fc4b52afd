// Programs from PyPI in a virtual environment of their own in the cache folder.
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './places.mjs'
import { work } from './shell.mjs'

/**
 * Makes the environment, unless it is there whole; answers with its folder of programs.
 *
 * @param name      Of the cache folder; ends in the versions.
 * @param purpose   `the pipeline tools`
 * @param packages  `name==version` each.
 */
export function ensurePythonEnvironment(name, purpose, packages) {
  const folder = join(cacheFolder(name), 'environment')
  const bin = join(folder, 'bin')
  if (existsSync(join(folder, 'complete'))) return bin
  rmSync(folder, { recursive: true, force: true })
  work(`making a Python environment for ${purpose}`, 'python3', ['-m', 'venv', folder])
  work(`installing ${packages.join(', ')}`, join(bin, 'pip'), ['install', '--quiet', ...packages])
  writeFileSync(join(folder, 'complete'), '')
  return bin
}
