/**
 * Runs every bench and prints one table of CPU seconds; ends with 1 when a budget is not kept.
 *
 * usage: node test/bench/run.mjs [--with-incumbent] [--with-cluster]     after: node scripts/build.mjs
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compareWithIncumbent } from './incumbent.mjs'

const root = join(import.meta.dirname, '../..')
const benches = ['validate', 'render', 'certificates', 'redact']

for (const path of ['dist/index.js', 'build/js/start.js']) {
  if (existsSync(join(root, path))) continue
  console.error(`${path} is not there: run node scripts/build.mjs first`)
  process.exit(2)
}

row('what', 'CPU', 'budget')
for (const name of benches) {
  for (const { name: what, seconds, budget } of measure(name)) {
    const late = budget !== undefined && seconds > budget
    row(what, `${seconds.toFixed(2)} s`, budget === undefined ? '' : `${budget} s`, late ? 'TOO SLOW' : '')
    if (late) process.exitCode = 1
  }
}

if (process.argv.includes('--with-incumbent')) {
  const { version, rows } = compareWithIncumbent(join(root, 'dist/index.js'))
  console.log('')
  row(`beside mcp-contextforge-gateway ${version}`, 'mcp-deploy', 'cforge', 'ratio')
  for (const { what, ours, theirs, note } of rows) {
    const ratio = theirs === undefined ? note : `${(theirs / ours).toFixed(1)} times`
    row(what, `${ours.toFixed(2)} s`, theirs === undefined ? '-' : `${theirs.toFixed(2)} s`, ratio)
  }
}

if (process.argv.includes('--with-cluster')) {
  console.log('')
  const beside = spawnSync(process.execPath, [join(import.meta.dirname, 'kubernetes.mjs')], {
    cwd: root,
    stdio: 'inherit',
  })
  if (beside.status !== 0) process.exitCode = 1
}

/** A bench is a program that prints one JSON line per measure: {name, seconds, budget?}. */
function measure(name) {
  const file = join(import.meta.dirname, `${name}.mjs`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stdout}${stderr}`)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function row(what, ...cells) {
  console.log(`${what.padEnd(44)}${cells.map((cell) => cell.padEnd(12)).join('')}`.trimEnd())
}
