// Makes a fresh machine ready: node scripts/setup.mjs quickstart|test|cluster|e2e|stop
//
// Plain Node, no packages. Says in one line what it does, does nothing that is done already, and where it cannot help it
// says what to install. `stop` ends the daemons that it started.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePythonImage } from './setup/base-image.mjs'
import { ensureBuilderImage } from './setup/builder-image.mjs'
import { ensureCertManager } from './setup/cert-manager.mjs'
import { ensureBuildx, ensureCompose } from './setup/cli-plugins.mjs'
import { compiledCluster, ensureCluster, stopCluster } from './setup/cluster.mjs'
import { ensureClusterImages } from './setup/cluster-images.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureEngine, stopEngine } from './setup/engine.mjs'
import { ensureHelm } from './setup/helm.mjs'
import { ensureMoto } from './setup/moto.mjs'
import { ensurePipelineTools } from './setup/pipeline-tools.mjs'
import { root } from './setup/places.mjs'
import { ensureGit, ensureProgram, findPython313 } from './setup/programs.mjs'
import { ensureRegistry, stopRegistry } from './setup/registry.mjs'
import { SetupError, say } from './setup/shell.mjs'
import { ensureTestImages, testImages } from './setup/test-images.mjs'
import { ensureVault } from './setup/vault.mjs'

/** What the quickstart needs: dist runs without node_modules. */
async function prepareQuickstart() {
  return [ensureGit(), await ensureEngine(), ensureCompose(), `base image ${ensurePythonImage()}`]
}

/** What npm test needs; what was found is written down for test/support/machine.ts. */
async function prepareTests() {
  const { done, facts } = await prepareMachine()
  writeFacts({ ...facts, kubernetes: null, pipelines: null })
  return done
}

/** The same, what runs pipelines, and a cluster with its images, where there can be one. */
async function prepareEndToEnd() {
  const { done, facts } = await prepareMachine()
  const pipelines = ensurePipelineTools()
  const cluster = await ensureCluster(facts.registry)
  const builderImage = await ensureBuilderImage(facts, pipelines.node24, cluster?.kubectl)
  pipelines.builderImage = builderImage ?? null
  if (cluster === undefined) {
    writeFacts({ ...facts, kubernetes: null, pipelines })
    return done
  }
  ensureCertManager(cluster, compiledCluster(cluster))
  const images = await ensureClusterImages(facts.registry, facts.base)
  writeFacts({ ...facts, pipelines, kubernetes: { ...cluster, registry: facts.registry, images } })
  return [...done, `Kubernetes by ${cluster.kubeconfig}`]
}

/** What is dear to build the first time, so that a CI run shows how long it took: the cluster and what runs pipelines. */
async function prepareCluster() {
  ensurePipelineTools()
  ensureHelm()
  const cluster = await ensureCluster(await ensureRegistry())
  if (cluster === undefined) return ['no cluster']
  ensureCertManager(cluster, compiledCluster(cluster))
  return [`Kubernetes by ${cluster.kubeconfig}`]
}

async function prepareMachine() {
  const done = [
    ensureDependencies(),
    ensureGit(),
    ensureProgram('openssl', ['openssl'], ['version']),
    await ensureEngine(),
  ]
  done.push(ensureCompose(), ensureBuildx(), ensureProgram('podman', ['podman', 'buildah', 'crun', 'netavark']))
  const python313 = findPython313()
  const base = ensurePythonImage()
  const registry = await ensureRegistry()
  done.push(await ensureTestImages(registry, base), `registry ${registry}`)

  const vault = ensureVault() ?? null
  const moto = ensureMoto() ?? null
  return { done, facts: { registry, images: testImages(registry), base, python313: python313 ?? null, vault, moto } }
}

function writeFacts(facts) {
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(join(root, 'build/machine.json'), `${JSON.stringify(facts, null, 2)}\n`)
}

async function stop() {
  // The cluster first: it may hold containers of the engine, and pulls from the registry.
  return [await stopCluster(), await stopRegistry(), await stopEngine()].filter((line) => line !== undefined)
}

const modes = { quickstart: prepareQuickstart, test: prepareTests, cluster: prepareCluster, e2e: prepareEndToEnd, stop }
const mode = modes[process.argv[2] ?? '']
if (mode === undefined) {
  process.stderr.write(`usage: node scripts/setup.mjs ${Object.keys(modes).join('|')}\n`)
  process.exit(2)
}
const start = Date.now()
try {
  const done = await mode()
  say(`${done.length === 0 ? 'nothing to stop' : done.join(', ')} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  process.stderr.write(`set-up: ${error.message}\n`)
  process.exit(1)
}
