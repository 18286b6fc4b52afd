// Programs that are used as they are: from the package manager, or from where this machine has them.
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { installPackages } from './packages.mjs'
import { run, say } from './shell.mjs'

/** A program by name; `packages` are Debian's. */
export function ensureProgram(name, packages, versionArgs = ['--version']) {
  if (run(name, versionArgs).missing) installPackages(name, packages)
  return name
}

/** git with http-backend, which serves the example's plugins. */
export function ensureGit() {
  ensureProgram('git', ['git', 'ca-certificates'])
  return 'git'
}

/**
 * A Python 3.13, whose TLS is stricter than that of older ones; undefined where the machine has none: no package
 * manager of Debian 12 has it.
 */
export function findPython313() {
  const pyenv = [process.env.PYENV_ROOT, join(homedir(), '.pyenv'), '/opt/pyenv'].filter((folder) => folder)
  const candidates = ['python3.13', ...pyenv.flatMap((folder) => versionsIn(join(folder, 'versions')))]
  const found = candidates.find(
    (program) => run(program, ['-c', 'import sys, ssl; sys.exit(sys.version_info[:2] != (3, 13))']).ok,
  )
  if (found === undefined)
    say('no Python 3.13 here: install one (pyenv install 3.13) to run the strict TLS checks on it')
  return found
}

function versionsIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith('3.13'))
    .map((name) => join(folder, name, 'bin/python3'))
}
