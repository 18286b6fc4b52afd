// Compares the pod templates of the golden stacks with those of the last release, or keeps them as the released ones.
//
//   node scripts/release/keep-golden.mjs --check    a change that is not in declared-changes.json fails
//   node scripts/release/keep-golden.mjs VERSION    at a release: keeps the hashes of now, and clears the declarations
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findUndeclared, hashTemplates } from './pod-templates.mjs'

const golden = resolve(process.env.GOLDEN ?? join(import.meta.dirname, '../../test/golden'))
const templatesFile = join(golden, 'released/pod-templates.json')
const declaredFile = join(golden, 'released/declared-changes.json')
const read = (file) => JSON.parse(readFileSync(file, 'utf8'))
const write = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)

const [version] = process.argv.slice(2)
if (version === undefined) {
  console.error('usage: keep-golden.mjs --check | VERSION')
  process.exit(2)
}

const now = hashTemplates(golden)
const released = existsSync(templatesFile) ? read(templatesFile) : { stacks: {} }
const problems = findUndeclared(released.stacks, now, read(declaredFile))
if (problems.length > 0) {
  console.error(`Since ${released.version}:\n${problems.map((line) => `  ${line}`).join('\n')}`)
  console.error(
    'A new version on an unchanged stack restarts these. If that must be, say so in test/golden/released/declared-changes.json:\n' +
      '  {"component": "…", "why": "one sentence for the changelog", "version": "the release that brings it"}',
  )
  process.exit(1)
}
if (version === '--check') {
  console.log(`${Object.keys(released.stacks).length} stacks as in ${released.version}, or declared`)
} else {
  write(templatesFile, { version, stacks: now })
  write(declaredFile, [])
}
