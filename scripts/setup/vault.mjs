// A real HashiCorp Vault for the tests, compiled from its Go module once for each version and kept in the cache folder.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, root } from './places.mjs'
import { lastLine, say, work } from './shell.mjs'

/** A script beside the clone, on machines that have it; prints the program's path. */
const build = join(root, '../shared/vault/build')

/**
 * The path of a program that serves a Vault at the address it is given; undefined, and a line that says why, where there is
 * none: the tests that need one are skipped then.
 */
export function ensureVault() {
  if (!existsSync(build)) {
    say('no Vault: there is no ../shared/vault; the tests that need one are skipped')
    return undefined
  }
  // The script names what it builds by the hash of its sources: one folder holds all versions.
  const env = { ...process.env, E2E_HOME: cacheFolder('vault') }
  return lastLine(work('finding Vault (built in 5 minutes of CPU the first time)', build, [], { env }).stdout)
}
