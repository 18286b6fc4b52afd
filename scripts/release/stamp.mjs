// Writes what a release is made of into gitlab/release.json; `npm run docs` puts it into the component's template.
// usage: node scripts/release/stamp.mjs VERSION IMAGE@sha256:DIGEST PACKAGE.tgz [FILE]
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const [version = '', image = '', archive = '', file = join(import.meta.dirname, '../../gitlab/release.json')] =
  process.argv.slice(2)
const problems = [
  ...(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version) ? [] : [`no version: ${JSON.stringify(version)}`]),
  // A tag could be moved: nothing but the digest is let into the template.
  ...(/^[a-z0-9.:-]+(\/[a-z0-9._-]+)+@sha256:(?!0{64})[0-9a-f]{64}$/.test(image)
    ? []
    : [`no image by digest: ${JSON.stringify(image)}`]),
  ...(basename(archive) === `mcp-stack-deploy-${version}.tgz`
    ? []
    : [`the package is not of this version: ${JSON.stringify(archive)}`]),
]
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
const release = {
  version,
  image,
  asset: `https://github.com/ibm/mcp-stack-deploy/releases/download/v${version}/${basename(archive)}`,
  assetSha256: createHash('sha256').update(readFileSync(archive)).digest('hex'),
}
writeFileSync(file, `${JSON.stringify(release, null, 2)}\n`)
