// Makes a fresh machine ready: node scripts/setup.mjs quickstart|test|e2e|stop
//
// Plain Node, no packages. Says in one line what it does, does nothing that is done already, and where it cannot help it
// says what to install. `stop` ends the daemons that it started.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePythonImage } from './setup/base-image.mjs'
import { ensureBuildx, ensureCompose } from './setup/cli-plugins.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureEngine, stopEngine } from './setup/engine.mjs'
import { root } from './setup/places.mjs'
import { ensureGit, ensureProgram, findPython313 } from './setup/programs.mjs'
import { ensureRegistry, stopRegistry } from './setup/registry.mjs'
import { SetupError, say } from './setup/shell.mjs'
import { ensureTestImages, testImages } from './setup/test-images.mjs'

/** What the quickstart needs: dist runs without node_modules. */
async function prepareQuickstart() {
  return [ensureGit(), await ensureEngine(), ensureCompose(), `base image ${ensurePythonImage()}`]
}

/** What npm test and the end-to-end tests need; what was found is written down for test/support/machine.ts. */
async function prepareTests() {
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

  const facts = { registry, images: testImages(registry), base, python313: python313 ?? null }
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(join(root, 'build/machine.json'), `${JSON.stringify(facts, null, 2)}\n`)
  return done
}

async function stop() {
  return [await stopRegistry(), await stopEngine()].filter((line) => line !== undefined)
}

const modes = { quickstart: prepareQuickstart, test: prepareTests, e2e: prepareTests, stop }
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
