import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One temporary folder for all that a run's tests make, gone with the run. Its name is short: sockets lie in it, whose paths may have 107 bytes. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'u-'))
  process.env['TMPDIR'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
