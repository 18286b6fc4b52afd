// node_modules as package-lock.json wants it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'
import { work } from './shell.mjs'

/** Runs `npm ci` when node_modules is missing or was installed from another lock file. */
export function ensureDependencies() {
  if (!isFresh()) work('installing the npm packages (npm ci)', 'npm', ['ci', '--no-audit', '--no-fund'], { cwd: root })
  return 'npm packages'
}

/** npm's own note of what it installed against what the lock file wants; packages for other platforms may be absent. */
function isFresh() {
  const note = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(note)) return false
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      (installed[path] === undefined ? entry.optional === true : installed[path].version === entry.version),
  )
}
