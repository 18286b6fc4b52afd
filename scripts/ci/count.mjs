// Adds up a CI run: node scripts/ci/count.mjs FOLDER
//
// FOLDER holds `<check>.passed` and `<check>.failed` (one each) and vitest's `<tier>.json`. Failures are listed, the
// last line is the total; the exit code is 1 unless something passed and nothing failed.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const folder = process.argv[2]
const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []

for (const name of readdirSync(folder).sort()) {
  const text = readFileSync(join(folder, name), 'utf8')
  const counted = name.endsWith('.json') ? countTier(basename(name, '.json'), text) : countCheck(name, text)
  for (const key of Object.keys(total)) total[key] += counted[key]
}

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`)
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

function countCheck(name, text) {
  const failed = name.endsWith('.failed')
  if (failed) failures.push(text.trim())
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, skipped: 0 }
}

function countTier(tier, text) {
  const counted = { passed: 0, failed: 0, skipped: 0 }
  const files = readFiles(text)
  for (const file of files) {
    const tests = file.assertionResults ?? []
    for (const { status, fullName } of tests) {
      counted[status === 'passed' || status === 'failed' ? status : 'skipped']++
      if (status === 'failed') failures.push(`${tier}: ${fullName}`)
    }
    // A file that does not load, or whose hooks throw, fails without a failed test in it.
    if (file.status === 'failed' && !tests.some(({ status }) => status === 'failed')) {
      counted.failed++
      failures.push(`${tier}: ${file.name}: ${file.message.split('\n')[0] || 'a hook failed'}`)
    }
  }
  if (counted.passed === 0 && counted.failed === 0) {
    counted.failed++
    failures.push(`${tier}: nothing ran`)
  }
  return counted
}

function readFiles(text) {
  try {
    return JSON.parse(text).testResults
  } catch {
    return []
  }
}
