import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Python 3.13 is strict by itself; an older one is told to be (handshake.py). */
export function python313(): string {
  const versions = join(homedir(), '.pyenv/versions')
  const built = existsSync(versions) ? readdirSync(versions).filter((name) => name.startsWith('3.13')) : []
  const candidates = [
    process.env['PYTHON313'] ?? '',
    ...built.map((name) => join(versions, name, 'bin/python3')),
    'python3.13',
    'python3',
  ]
  for (const candidate of candidates.filter((name) => name !== '')) {
    try {
      execFileSync(candidate, ['-c', 'import ssl, sys; sys.exit(sys.version_info < (3, 9))'], { stdio: 'pipe' })
      return candidate
    } catch {
      continue
    }
  }
  throw new Error('no Python 3.9 or later: set PYTHON313')
}
