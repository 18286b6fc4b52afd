// A cluster of kind that pulls from the registry on this machine's loopback, as https://kind.sigs.k8s.io/docs/user/local-registry.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { daemonPid, rememberDaemon, root, runFolder, stopDaemon } from './places.mjs'
import { gist, run, SetupError, startDaemon, work } from './shell.mjs'

const cluster = 'mcp-e2e'
const forwarder = 'kind-registry'

/** Makes the cluster unless it is there; answers with `{kubeconfig, ours}`. */
export async function ensureKind(registry) {
  const kubeconfig = kubeconfigFile()
  const known = run('kind', ['get', 'clusters']).stdout.split('\n').includes(cluster)
  if (!known)
    work('making a cluster with kind', 'kind', ['create', 'cluster', '--name', cluster, '--kubeconfig', kubeconfig])
  else if (!existsSync(kubeconfig))
    work('finding the kind cluster', 'kind', ['export', 'kubeconfig', '--name', cluster, '--kubeconfig', kubeconfig])
  await trustRegistry(registry)
  return { kubeconfig, ours: true }
}

/** False when there is none of ours. */
export async function stopKind() {
  if (!existsSync(kubeconfigFile())) return false
  work('removing the kind cluster', 'kind', ['delete', 'cluster', '--name', cluster])
  rmSync(kubeconfigFile(), { force: true })
  await stopDaemon(forwarder)
  return true
}

/** The nodes reach this machine at the gateway of their network; the registry listens on loopback only. */
async function trustRegistry(registry) {
  const [, port] = registry.split(':')
  const gateway = docker('network', 'inspect', '--format', '{{range .IPAM.Config}}{{println .Gateway}}{{end}}', 'kind')
    .split('\n')
    .find((address) => /^\d+(\.\d+){3}$/.test(address))
  if (gateway === undefined) throw new SetupError('the network of kind has no IPv4 gateway')
  if (daemonPid(forwarder) === undefined) {
    const script = join(root, 'scripts/setup/forward.mjs')
    rememberDaemon(forwarder, startDaemon(process.execPath, [script, gateway, port], join(runFolder(), 'forward.log')))
  }
  const folder = `/etc/containerd/certs.d/${registry}`
  const hosts = `[host."http://${gateway}:${port}"]`
  for (const node of run('kind', ['get', 'nodes', '--name', cluster]).stdout.trim().split('\n'))
    docker('exec', node, 'sh', '-c', 'mkdir -p "$0" && printf "%s\\n" "$1" > "$0/hosts.toml"', folder, hosts)
}

function docker(...args) {
  const result = run('docker', args)
  if (!result.ok) throw new SetupError(`docker ${args.join(' ')} failed: ${gist(result.stderr)}`)
  return result.stdout.trim()
}

function kubeconfigFile() {
  return join(runFolder(), 'kind.kubeconfig')
}
