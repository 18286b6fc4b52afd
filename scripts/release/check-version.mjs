// A tag, package.json, package-lock.json, src/model/version.ts, the released pod templates and the changelog must name one version.
// usage: node scripts/release/check-version.mjs v1.2.3 [FOLDER]     prints the changelog's section, which is the release's text
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const [tag = '', folder = join(import.meta.dirname, '../..')] = process.argv.slice(2)
const read = (path) => readFileSync(resolve(folder, path), 'utf8')

const version = /^v(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/.exec(tag)?.[1]
if (version === undefined) fail([`${JSON.stringify(tag)} is no version tag: v1.2.3`])

const lock = JSON.parse(read('package-lock.json'))
const found = {
  'package.json': JSON.parse(read('package.json')).version,
  'package-lock.json': lock.version,
  'package-lock.json, its own package': lock.packages[''].version,
  'src/model/version.ts': /toolVersion = '([^']+)'/.exec(read('src/model/version.ts'))?.[1],
  'test/golden/released/pod-templates.json (keep-golden.mjs)': JSON.parse(
    read('test/golden/released/pod-templates.json'),
  ).version,
}
const section = sectionOf(read('CHANGELOG.md'), version)
fail([
  ...Object.entries(found)
    .filter(([, one]) => one !== version)
    .map(([file, one]) => `${file} has ${one}`),
  ...(section === undefined ? [`CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD" with something in it`] : []),
])
process.stdout.write(`${section}\n`)

/** What stands between this version's heading and the next one. */
function sectionOf(changelog, wanted) {
  const [, ...sections] = changelog.split(/^## /m)
  for (const text of sections) {
    const [heading, ...lines] = text.split('\n')
    const body = lines.join('\n').trim()
    if (heading.startsWith(`[${wanted}] - `) && /\d{4}-\d{2}-\d{2}$/.test(heading) && body !== '') return body
  }
  return undefined
}

function fail(problems) {
  if (problems.length === 0) return
  console.error(`The tag ${tag} does not fit:\n${problems.map((line) => `  ${line}`).join('\n')}`)
  process.exit(1)
}
