// Downloads kubectl and helm for the builder image, each checked against the SHA-256 that its publisher keeps beside it.
// usage: node fetch-tools.mjs FOLDER kubectl=v1.34.4 helm=v3.19.2
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { arch, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Go's names of what Node runs on. */
const architectures = { x64: 'amd64', arm64: 'arm64', s390x: 's390x', ppc64: 'ppc64le' }

/** Where a version of a tool is, and the file of it that holds its SHA-256. */
export const sources = {
  kubectl: (version, cpu) => {
    const url = `https://dl.k8s.io/release/${version}/bin/linux/${cpu}/kubectl`
    return { url, checksum: `${url}.sha256` }
  },
  helm: (version, cpu) => {
    const url = `https://get.helm.sh/helm-${version}-linux-${cpu}.tar.gz`
    return { url, checksum: `${url}.sha256sum`, member: `linux-${cpu}/helm` }
  },
}

/** @throws Error when the bytes are not those that the publisher's file names: `<64 hex digits>[  <name>]`. */
export function checkSum(name, bytes, text) {
  const [wanted] = /^[0-9a-f]{64}\b/.exec(text.trim()) ?? []
  if (wanted === undefined) throw new Error(`no SHA-256 of ${name}: ${JSON.stringify(text.slice(0, 80))}`)
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== wanted) throw new Error(`${name} has the SHA-256 ${found}, its publisher says ${wanted}`)
}

async function fetchBytes(url) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(300_000) })
  if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}

async function fetchTool(folder, name, version) {
  const cpu = architectures[arch()]
  if (cpu === undefined || sources[name] === undefined) throw new Error(`no ${name} for ${arch()}`)
  const { url, checksum, member } = sources[name](version, cpu)
  const bytes = await fetchBytes(url)
  checkSum(url, bytes, (await fetchBytes(checksum)).toString())
  const file = join(folder, name)
  writeFileSync(file, member === undefined ? bytes : unpack(bytes, member))
  chmodSync(file, 0o755)
  console.log(`${name} ${version} for ${cpu}: ${bytes.length} bytes, SHA-256 as published`)
}

function unpack(archive, member) {
  const place = mkdtempSync(join(tmpdir(), 'fetch-tools-'))
  try {
    writeFileSync(join(place, 'archive'), archive)
    return execFileSync('tar', ['-xzOf', join(place, 'archive'), member], { maxBuffer: 1024 ** 3 })
  } finally {
    rmSync(place, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, ...tools] = process.argv.slice(2)
  mkdirSync(folder, { recursive: true })
  for (const tool of tools) await fetchTool(folder, ...tool.split('='))
}
