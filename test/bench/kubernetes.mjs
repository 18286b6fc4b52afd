/**
 * A deploy of 100 plugins beside kubectl and helm, with the very same objects on the same cluster: seconds from process start
 * to exit. The pods fit on no node, so that nothing but the API server works. Prints ratios, ends with 1 when one is above its budget.
 *
 * usage: node test/bench/kubernetes.mjs [--without-helm]     after: node scripts/setup.mjs e2e && node scripts/build.mjs
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { ensureHelm } from '../../scripts/setup/helm.mjs'

const root = join(import.meta.dirname, '../..')
const program = resolve(root, process.env.MCP_DEPLOY_DIST ?? 'dist', 'index.js')
const { kubernetes } = JSON.parse(readFileSync(join(root, 'build/machine.json'), 'utf8'))
if (kubernetes === null) throw new Error('no cluster in build/machine.json: node scripts/setup.mjs e2e')
const plugins = 100
const pauseMilliseconds = 4000

const run = Date.now().toString(36)
const folder = mkdtempSync(join(tmpdir(), 'bench-kubernetes-'))
const env = {
  ...process.env,
  KUBECONFIG: kubernetes.kubeconfig,
  PATH: `${dirname(kubernetes.kubectl)}:${process.env.PATH}`,
  API_KEY: 'a-key-of-the-bench-and-nobody-else',
}
const namespaces = []

try {
  bench()
} finally {
  for (const name of namespaces) execute('kubectl', ['delete', 'namespace', name, '--wait=false'])
  rmSync(folder, { recursive: true, force: true })
}

function bench() {
  const ours = namespace('ours')
  writeFileSync(join(folder, 'mcp-stack.yaml'), stack(ours))
  const deploy = ['deploy', '--no-wait', '--no-verify', '--json']
  const report = JSON.parse(execute(process.execPath, [program, ...deploy]).stdout)
  const objects = exportObjects(ours)
  const count = objects.length
  console.log(`${plugins} plugins, ${count} objects, ${kubernetes.kubectl}\n`)

  const noop = () => seconds(process.execPath, [program, ...deploy])
  const file = join(folder, 'objects.json')
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }))
  const apply = (where, ...flags) => ['--namespace', where, 'apply', ...flags, '-f', file]

  row('nothing changes', 'mcp-deploy', 'the other', 'ratio', 'budget')
  const serverSide = namespace('server-side')
  execute('kubectl', apply(serverSide, '--server-side'))
  compare(
    'kubectl apply --server-side',
    ...inTurn(5, noop, () => seconds('kubectl', apply(serverSide, '--server-side'))),
    1 / 3,
  )
  retire(serverSide)
  const clientSide = namespace('client-side')
  execute('kubectl', apply(clientSide))
  compare('kubectl apply', ...inTurn(1, noop, () => seconds('kubectl', apply(clientSide))), 1 / 25)
  retire(clientSide)
  if (!process.argv.includes('--without-helm')) {
    const helmed = namespace('helm')
    const upgrade = ['upgrade', '--install', 'bench', chart(objects), '--namespace', helmed]
    execute(ensureHelm(), upgrade)
    compare('helm upgrade', ...inTurn(1, noop, () => seconds(ensureHelm(), upgrade)), 1 / 15)
    retire(helmed)
  }
  retire(ours)

  console.log('')
  row(`first apply of ${count} objects`, 'mcp-deploy', 'the other', 'ratio', 'budget')
  const first = Array.from({ length: 3 }, (_, index) => firstApply(index, deploy, apply))
  const middle = (key) => median(first.map((one) => one[key]))
  compare('kubectl apply --server-side', middle('applied'), middle('kubectl'), 1 / 2)
  compare('… with plan, certificates, state', middle('whole'), middle('kubectl'))
  console.log(`\nstages of the first deploy: ${JSON.stringify(report.timings)}`)
}

/** Both into namespaces that are empty, one after the other. */
function firstApply(index, deploy, apply) {
  const [mine, theirs] = [namespace(`first-${index}`), namespace(`first-kubectl-${index}`)]
  writeFileSync(join(folder, 'mcp-stack.yaml'), stack(mine))
  const start = performance.now()
  const report = JSON.parse(execute(process.execPath, [program, ...deploy]).stdout)
  const whole = (performance.now() - start) / 1000
  const other = seconds('kubectl', apply(theirs, '--server-side'))
  retire(mine, theirs)
  return { whole, applied: report.timings.apply, kubectl: other }
}

function namespace(name) {
  const full = `mcp-bench-${name}-${run}`
  execute('kubectl', ['create', 'namespace', full])
  namespaces.push(full)
  return full
}

/** Removed before the next is measured: what a cluster keeps busy with the objects of one must not slow the other. */
function retire(...names) {
  execute('kubectl', ['delete', 'namespace', ...names])
  for (const name of names) namespaces.splice(namespaces.indexOf(name), 1)
}

/** Each plugin with certificates, plain and secret environment: a Deployment, a Service, two Secrets and a ConfigMap at least. */
function stack(name) {
  const { tiny } = kubernetes.images
  const common = `    image: ${tiny}
    node_selector: {mcp-bench: nowhere}
    memory_request: 16Mi
    memory_limit: 64Mi
`
  const each = Array.from(
    { length: plugins },
    (_, index) => `  - name: Plugin${index}
${common}    env_vars:
      LOG_LEVEL: INFO
      API_KEY: "\${API_KEY}"
`,
  )
  return `version: 1
deployment: {type: kubernetes, namespace: ${name}}
gateway:
${common.replaceAll(/^ {4}/gm, '  ')}plugins:
${each.join('')}ci_cd:
  vault_secrets: [API_KEY]
  # The pods never start: longer than the whole bench, lest a Deployment counts as failed meanwhile.
  deploy: {timeout: 7200}
`
}

/** What we wrote, as anybody would keep it in files: without what the server added. */
function exportObjects(name) {
  const kinds =
    'deployments,services,configmaps,secrets,serviceaccounts,networkpolicies,poddisruptionbudgets,persistentvolumeclaims'
  const list = JSON.parse(
    execute('kubectl', [
      '--namespace',
      name,
      'get',
      kinds,
      '-l',
      'mcp-stack.dev/stack',
      '--show-managed-fields',
      '-o',
      'json',
    ]).stdout,
  )
  return list.items
    .filter(
      ({ metadata }) => !metadata.name.startsWith('mcp-stack-state') && !metadata.name.startsWith('mcp-stack-history'),
    )
    .map((object) => {
      const managed = object.metadata.managedFields.find(({ manager }) => manager === 'mcp-stack-deploy')
      const { apiVersion, kind, type, immutable, metadata } = object
      const own = pick(object, managed.fieldsV1)
      return {
        ...own,
        apiVersion,
        kind,
        ...(type && { type }),
        ...(immutable && { immutable }),
        metadata: { ...own.metadata, name: metadata.name },
      }
    })
}

/** The fields of a value that a manager owns; https://kubernetes.io/docs/reference/using-api/server-side-apply has the format. */
function pick(value, fields) {
  const keys = Object.keys(fields).filter((key) => key !== '.')
  if (keys.length === 0 || typeof value !== 'object' || value === null) return value
  if (!Array.isArray(value)) {
    const named = keys.filter((key) => key.startsWith('f:') && value[key.slice(2)] !== undefined)
    return Object.fromEntries(named.map((key) => [key.slice(2), pick(value[key.slice(2)], fields[key])]))
  }
  return value.flatMap((item) => {
    const found = keys.find((key) => owns(key, item))
    if (found === undefined) return []
    const part = pick(item, fields[found])
    return [found.startsWith('k:') ? { ...JSON.parse(found.slice(2)), ...part } : part]
  })
}

function owns(key, item) {
  const wanted = JSON.parse(key.slice(2))
  if (key.startsWith('v:')) return JSON.stringify(wanted) === JSON.stringify(item)
  // `protocol: TCP` is in the key and often not in the object.
  return Object.entries(wanted).every(([name, value]) => item[name] === value)
}

/** The objects as a chart's templates, braces in them quoted. */
function chart(objects) {
  const place = join(folder, 'chart')
  mkdirSync(join(place, 'templates'), { recursive: true })
  writeFileSync(join(place, 'Chart.yaml'), 'apiVersion: v2\nname: bench\nversion: 1.0.0\n')
  for (const [index, object] of objects.entries()) {
    const text = JSON.stringify(object).replaceAll('{{', '{{"{{"}}')
    writeFileSync(join(place, 'templates', `${index}.yaml`), `${text}\n`)
  }
  return place
}

/** After a pause: the API server still cleans up after the program before, and that must not meet the next one. */
function seconds(command, args) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMilliseconds)
  const start = performance.now()
  execute(command, args)
  return (performance.now() - start) / 1000
}

/** Both one after the other, several times, ours before and after each of theirs: a busy moment meets both. Medians. */
function inTurn(runs, ours, theirs) {
  const [mine, others] = [[ours()], []]
  for (let turn = 0; turn < runs; turn++) {
    others.push(theirs())
    mine.push(ours())
  }
  return [median(mine), median(others)]
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

function execute(command, args) {
  const result = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  if (result.status === 0) return result
  throw new Error(
    `${command} ${args.join(' ')} ended with ${result.status}:\n${(result.stdout + result.stderr).slice(-2000)}`,
  )
}

function compare(what, ours, theirs, budget) {
  const ratio = ours / theirs
  const late = budget !== undefined && ratio > budget
  const limit = budget === undefined ? '' : `1/${Math.round(1 / budget)}`
  row(
    what,
    `${ours.toFixed(2)} s`,
    `${theirs.toFixed(2)} s`,
    `1/${(1 / ratio).toFixed(1)}`,
    limit,
    late ? 'TOO SLOW' : '',
  )
  if (late) process.exitCode = 1
}

function row(what, ...cells) {
  console.log(`${what.padEnd(36)}${cells.map((cell) => cell.padEnd(12)).join('')}`.trimEnd())
}
