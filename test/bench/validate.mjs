/**
 * CPU of `validate`: the start with a small file (budget: 0.25 s), and 500 plugins (budget: 1 s).
 *
 * usage: node test/bench/validate.mjs [program]     dist/index.js by default; prints JSON lines
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { medianCpu } from './cpu.mjs'
import { largeStack, smallStack } from './large-stack.mjs'

const program = resolve(process.argv[2] ?? 'dist/index.js')
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const env = { ...process.env, API_KEY: 'not-a-real-key-of-anyone' }
const cases = [
  { name: 'validate, start', text: smallStack, budget: 0.25, runs: 9 },
  { name: 'validate, 500 plugins', text: largeStack(500), budget: 1, runs: 5 },
]

try {
  const bare = medianCpu(9, process.execPath, ['-e', '0'])
  console.log(JSON.stringify({ name: 'node -e 0, for comparison', seconds: bare }))
  for (const { name, text, budget, runs } of cases) {
    const file = join(folder, 'mcp-stack.yaml')
    writeFileSync(file, text)
    const seconds = medianCpu(runs, process.execPath, [program, 'validate', file], { env })
    console.log(JSON.stringify({ name, seconds, budget }))
  }
} finally {
  rmSync(folder, { recursive: true })
}
