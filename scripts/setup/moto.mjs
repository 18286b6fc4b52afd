// moto, an emulator of AWS, for the tests of AWS Secrets Manager: from PyPI at a pinned version, kept in the cache folder.
import { join } from 'node:path'
import { ensurePythonEnvironment } from './python-environment.mjs'
import { run, say } from './shell.mjs'

const version = '5.2.5'

/** The path of moto_server; undefined, and a line that says why, where Python cannot make environments. */
export function ensureMoto() {
  if (!run('python3', ['-c', 'import venv, ensurepip']).ok) {
    say('no emulator of AWS: python3 with venv is not installed; the tests that need one are skipped')
    return undefined
  }
  const bin = ensurePythonEnvironment(`moto-${version}`, 'the emulator of AWS', [`moto[server]==${version}`])
  return join(bin, 'moto_server')
}
