/**
 * CPU of `validate`: the start with a small file, and 500 plugins. Give the built program as the argument (dist/index.js by default).
 * Prints one JSON line per case: {name, cpuMilliseconds, limitMilliseconds}; ends with 1 when a limit is not kept.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { largeStack } from './large-stack.mjs'

const program = resolve(process.argv[2] ?? 'dist/index.js')
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const small = 'deployment: {type: compose}\ngateway: {image: "registry.example.test/gateway:1.0.0"}\n'

const cases = [
  { name: 'validate, small file', text: small, limit: 250 },
  { name: 'validate, 500 plugins', text: largeStack(500), limit: 1000 },
]

try {
  for (const { name, text, limit } of cases) {
    const file = join(folder, 'mcp-stack.yaml')
    writeFileSync(file, text)
    const used = Math.min(...Array.from({ length: 5 }, () => cpuOf(file)))
    console.log(JSON.stringify({ name, cpuMilliseconds: Math.round(used), limitMilliseconds: limit }))
    if (used > limit) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true })
}

/** User and system time of one run, in milliseconds, told by the kernel about ended children. */
function cpuOf(file) {
  const before = childSeconds()
  const run = spawnSync(process.execPath, [program, 'validate', file], {
    env: { ...process.env, API_KEY: 'not-a-real-key-of-anyone' },
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`validate ended with ${run.status}: ${run.stdout}${run.stderr}`)
  return (childSeconds() - before) * 1000
}

/** Fields 16 and 17 of /proc/self/stat: cutime and cstime in hundredths of a second. */
function childSeconds() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}
