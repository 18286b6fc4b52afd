/**
 * CPU for the certificates of a stack with 200 plugins, modules included (budget: 1 s). Runs what tsc made in build/js
 * (BENCH_BUILD names another folder).
 *
 * usage: node test/bench/certificates.mjs [plugins]     prints one JSON line
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const plugins = Number(process.argv[2] ?? 200)
const quiet = () => undefined
const folder = mkdtempSync(join(tmpdir(), 'mcp-bench-'))

try {
  const seconds = await measure(plugins)
  console.log(JSON.stringify({ name: `certificates, ${plugins} plugins`, seconds, budget: 1 }))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Loading the modules counts: it is part of what a user waits for. */
async function measure(count) {
  const build = resolve(process.env.BENCH_BUILD ?? join(import.meta.dirname, '../../build/js'))
  const load = (file) => import(pathToFileURL(join(build, file)).href)
  const { createIo } = await load('io/create-io.js')
  const task = () => ({ update: quiet, done: quiet, fail: quiet })
  const io = createIo({
    environment: { PATH: process.env.PATH },
    progress: { step: quiet, task, line: quiet, detail: quiet, problem: quiet },
    signal: new AbortController().signal,
  })

  const before = process.cpuUsage()
  const { issueCertificates } = await load('certificates/issue.js')
  const { authorities } = await load('registry.js')
  const outcome = await issueCertificates(
    {
      authorities,
      requests: requestsFor(count),
      policy: policy(),
      state: undefined,
      dry: false,
      force: false,
      caFromEnv: false,
    },
    io,
  )
  const used = process.cpuUsage(before)
  const issued = outcome.certificates.filter((entry) => entry.how === 'issued').length
  if (issued !== count + 1) throw new Error(`${issued} of ${count + 1} certificates were issued`)
  return (used.user + used.system) / 1e6
}

function requestsFor(count) {
  const life = { keyAlgorithm: 'ecdsa-p256', validityDays: 90, renewBeforeDays: 30 }
  const servers = Array.from({ length: count }, (_, index) => {
    const service = `mcp-plugin-bench${index}`
    const names = [
      `bench${index}`,
      service,
      ...['', '.svc', '.svc.cluster.local'].map((end) => `${service}.mcp-gateway${end}`),
    ]
    return {
      component: `Bench${index}`,
      kind: 'server',
      commonName: service,
      dnsNames: [...names, 'localhost', `Bench${index}`],
      ...life,
    }
  })
  return [
    { component: 'gateway', kind: 'client', commonName: 'mcpgateway', dnsNames: ['mcpgateway'], ...life },
    ...servers,
  ]
}

function policy() {
  return {
    authority: 'local',
    autoGenerate: true,
    validityDays: 90,
    renewBeforeDays: 30,
    keyAlgorithm: 'ecdsa-p256',
    caStorage: 'target',
    caPath: join(folder, 'ca'),
    gatewayPath: join(folder, 'gateway'),
    pluginsPath: join(folder, 'plugins'),
  }
}
