/**
 * CPU for the certificates of a stack with 200 plugins (budget: 1 s), beside the incumbent where it can be had.
 *
 * usage: node test/bench/certificates.mjs [plugins]
 *
 * It runs what `tsc -p tsconfig.build.json` made (BENCH_BUILD names another folder). The incumbent is a program of the PyPI
 * package mcp-contextforge-gateway whose `certs` calls make in a checkout of its sources: set CFORGE to the program and
 * CFORGE_CHECKOUT to that folder. Its time grows with every plugin, so it gets a tenth of ours.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const plugins = Number(process.argv[2] ?? 200)
const budgetSeconds = 1
const quiet = () => undefined
const folder = mkdtempSync(join(tmpdir(), 'mcp-bench-'))

try {
  const seconds = await measureOurs(plugins)
  print(`mcp-deploy, ${plugins} plugins`, `${seconds.toFixed(2)} s CPU`, `budget ${budgetSeconds} s`)
  measureIncumbent(Math.max(1, Math.round(plugins / 10)))
  if (plugins <= 200 && seconds > budgetSeconds) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Loading the modules counts: it is part of what a user waits for. */
async function measureOurs(count) {
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
  const outcome = await issueCertificates(
    { requests: requestsFor(count), policy: policy(), state: undefined, dry: false, force: false, caFromEnv: false },
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

function measureIncumbent(count) {
  const { CFORGE, CFORGE_CHECKOUT } = process.env
  if (!CFORGE || !CFORGE_CHECKOUT) {
    print('cforge gateway certs', 'skipped', 'set CFORGE=/path/to/cforge and CFORGE_CHECKOUT=/path/to/its/sources')
    return
  }
  const file = join(folder, 'mcp-stack.yaml')
  const names = Array.from(
    { length: count },
    (_, index) => `  - name: Bench${index}\n    image: bench:1\n    mtls_enabled: true\n`,
  )
  writeFileSync(
    file,
    `deployment:\n  type: compose\n  project_name: bench\ngateway:\n  image: gateway:1\n  mtls_enabled: true\nplugins:\n${names.join('')}certificates:\n  validity_days: 90\n`,
  )
  const start = performance.now()
  const { status, stderr } = spawnSync(CFORGE, ['gateway', 'certs', file], { cwd: CFORGE_CHECKOUT, encoding: 'utf8' })
  const seconds = (performance.now() - start) / 1000
  if (status === 0) print(`cforge gateway certs, ${count} plugins`, `${seconds.toFixed(2)} s wall`, '')
  else print(`cforge gateway certs, ${count} plugins`, 'failed', stderr.trim().split('\n').at(-1) ?? '')
}

function print(what, value, note) {
  console.log(`${what.padEnd(40)} ${value.padEnd(14)} ${note}`.trimEnd())
}
