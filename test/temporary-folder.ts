import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One temporary folder for all that a run's tests make, gone with the run. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-unit-'))
  process.env['TMPDIR'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
