// The Kubernetes cluster of the end-to-end tests: yours (KUBECONFIG), else one of kind, else one compiled from its Go modules.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureKind, stopKind } from './kind.mjs'
import { isRoot } from './packages.mjs'
import { cacheFolder, root, runFolder } from './places.mjs'
import { gist, run, SetupError, say, work } from './shell.mjs'

/** Scripts `build`, `up` and `down` beside the clone, on machines that have them. */
const scripts = join(root, '../shared/cluster')

/**
 * A cluster that answers, as facts for the tests: `{kubeconfig, kubectl, auditLog, ours}`; undefined, and a line that says
 * why, where there is none: the tests that need one are skipped then.
 *
 * @param registry  `localhost:<port>`: the cluster pulls from it.
 */
export async function ensureCluster(registry) {
  const given = process.env.KUBECONFIG
  if (given) return describe(given, programPath('kubectl'), false)
  if (!run('kind', ['version']).missing) {
    const { kubeconfig, ours } = await ensureKind(registry)
    return describe(kubeconfig, programPath('kubectl'), ours)
  }
  const reason = cannotCompile()
  if (reason === undefined) return await startCompiled(registry)
  say(
    `no Kubernetes cluster: KUBECONFIG is not set, kind is not installed, ${reason}; its end-to-end tests are skipped`,
  )
  return undefined
}

/** How the scripts of a compiled cluster that we started are called, `{scripts, env}`; undefined for any other cluster. */
export function compiledCluster({ ours, kubeconfig }) {
  const note = readNote()
  if (!ours || note === undefined) return undefined
  const env = clusterEnvironment(note.registry)
  return kubeconfig === join(settingsOf(env)[1], 'kubeconfig') ? { scripts: note.scripts, env } : undefined
}

/** Removes the cluster that we started, and no other; answers with what was done. */
export async function stopCluster() {
  if (await stopKind()) return 'removed the kind cluster that set-up made'
  const note = readNote()
  if (note === undefined) return undefined
  work('removing the Kubernetes cluster', join(note.scripts, 'down'), [], { env: clusterEnvironment(note.registry) })
  rmSync(noteFile(), { force: true })
  return 'removed the Kubernetes cluster that set-up started'
}

function cannotCompile() {
  if (!existsSync(join(scripts, 'up'))) return 'and there is no ../shared/cluster'
  return isRoot() ? undefined : 'and ../shared/cluster needs root'
}

async function startCompiled(registry) {
  const env = clusterEnvironment(registry)
  const [programs, state] = settingsOf(env)
  if (!existsSync(join(programs, '.complete')))
    work(
      'building Kubernetes from its Go modules (8 minutes of two cores the first time)',
      join(scripts, 'build'),
      [],
      { env },
    )

  const kubeconfig = join(state, 'kubeconfig')
  const kubectl = join(programs, 'kubectl')
  if (existsSync(kubeconfig) && !answers(kubectl, kubeconfig)) {
    if (readNote() !== undefined) await stopCluster()
    else if (hasProcesses(env)) {
      throw new SetupError(`a Kubernetes cluster in ${state} does not answer: ${join(scripts, 'down')} removes it`)
    } else work('removing what an ended Kubernetes cluster left', join(scripts, 'down'), [], { env })
  }
  if (!existsSync(kubeconfig)) {
    // Before it starts: a run that is cut short has to be cleaned up too.
    writeFileSync(noteFile(), JSON.stringify({ scripts, registry }))
    work('starting Kubernetes', join(scripts, 'up'), [], { env })
  }
  return describe(kubeconfig, kubectl, readNote() !== undefined)
}

/** The scripts' own variables: what is built goes into our cache, images come from our registry. */
function clusterEnvironment(registry) {
  return { ...process.env, E2E_K8S_HOME: cacheFolder('k8s'), E2E_K8S_REGISTRY_PORT: registry.split(':')[1] }
}

/** Where the programs of this version and where the cluster's state are: env.sh knows. */
function settingsOf(env) {
  const asked = run('bash', ['-euc', '. "$0" && printf "%s\\n%s\\n" "$BIN" "$S"', join(scripts, 'env.sh')], { env })
  if (!asked.ok) throw new SetupError(`${join(scripts, 'env.sh')} does not say its folders:\n${gist(asked.stderr)}`)
  return asked.stdout.trim().split('\n')
}

/** The scripts keep every process of a cluster below one control group. */
function hasProcesses(env) {
  const list = 'find "$CGROUP_FS$CGROUP" -name cgroup.procs -exec cat {} + 2> /dev/null | head -n 1'
  return run('bash', ['-euc', `. "$0"; ${list}`, join(scripts, 'env.sh')], { env }).stdout.trim() !== ''
}

function describe(kubeconfig, kubectl, ours) {
  if (!answers(kubectl, kubeconfig)) throw new SetupError(`no Kubernetes cluster answers with KUBECONFIG=${kubeconfig}`)
  // Only the compiled cluster keeps one where we can read it: one JSON line for each request.
  const auditLog = join(dirname(kubeconfig), 'log/audit.log')
  return { kubeconfig, kubectl, auditLog: existsSync(auditLog) ? auditLog : null, ours }
}

function answers(kubectl, kubeconfig) {
  return run(kubectl, ['--kubeconfig', kubeconfig, '--request-timeout=20s', 'get', '--raw', '/readyz']).ok
}

function programPath(name) {
  const found = run('sh', ['-c', 'command -v "$0"', name])
  if (!found.ok) throw new SetupError(`${name} is missing: install it to test on your cluster`)
  return found.stdout.trim()
}

function noteFile() {
  return join(runFolder(), 'cluster.json')
}

function readNote() {
  try {
    return JSON.parse(readFileSync(noteFile(), 'utf8'))
  } catch {
    return undefined
  }
}
