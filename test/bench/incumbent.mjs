import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { medianCpu } from './cpu.mjs'
import { largePinnedStack, smallStack } from './large-stack.mjs'

const distribution = 'mcp-contextforge-gateway'
/** Newest first: what the distribution runs on. */
const pythons = ['python3.13', 'python3.12', 'python3']

/** Both programs on the same files, in one run: CPU seconds of the process and its children, medians. */
export function compareWithIncumbent(program) {
  const { cforge, version } = installIncumbent()
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  // No engine for ours to ask: the incumbent asks none either.
  const env = { ...process.env, PATH: empty, API_KEY: 'not-a-real-key-of-anyone' }
  const options = { env, cwd: folder }
  writeFileSync(join(folder, 'small.yaml'), smallStack)
  writeFileSync(join(folder, 'large.yaml'), largePinnedStack(500))
  const ours = (runs, ...args) => medianCpu(runs, process.execPath, [program, ...args], options)
  const theirs = (runs, ...args) => medianCpu(runs, cforge, ['gateway', ...args], options)
  try {
    return {
      version,
      rows: [
        {
          what: 'validate, start',
          ours: ours(9, 'validate', 'small.yaml'),
          theirs: theirs(9, 'validate', 'small.yaml'),
        },
        {
          what: 'validate, 500 plugins',
          ours: ours(5, 'validate', 'large.yaml'),
          theirs: theirs(5, 'validate', 'large.yaml'),
        },
        {
          what: 'generate, 500 plugins',
          ours: ours(5, 'generate', 'large.yaml', '-o', 'ours'),
          theirs: theirs(5, 'generate', 'large.yaml', '-o', 'theirs'),
        },
        certificates(ours, cforge),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }

  /** Its `certs` calls make targets that are in a checkout of its sources and not in the distribution: CFORGE_CHECKOUT names one. */
  function certificates(measure, theirProgram) {
    writeFileSync(join(folder, 'twenty.yaml'), largePinnedStack(20))
    const what = 'certs, 20 plugins'
    const own = measure(3, 'certs', 'twenty.yaml')
    const checkout = process.env.CFORGE_CHECKOUT
    if (checkout === undefined) return { what, ours: own, note: 'needs CFORGE_CHECKOUT' }
    const args = ['gateway', 'certs', join(folder, 'twenty.yaml')]
    return { what, ours: own, theirs: medianCpu(1, theirProgram, args, { env: process.env, cwd: checkout }) }
  }
}

/** A virtual environment of its own in the cache folder, made once. */
function installIncumbent() {
  const cache = process.env.MCP_DEPLOY_CACHE ?? join(homedir(), '.cache/mcp-stack-deploy')
  const venv = join(cache, 'incumbent')
  const cforge = join(venv, 'bin/cforge')
  const pip = join(venv, 'bin/pip')
  if (!existsSync(cforge)) {
    mkdirSync(cache, { recursive: true })
    const python = process.env.PYTHON ?? pythons.find((name) => spawnSync(name, ['--version']).status === 0)
    if (python === undefined) throw new Error('no Python 3.12 or later: set PYTHON')
    run(python, '-m', 'venv', venv)
    run(pip, 'install', '--quiet', distribution)
  }
  const version = /^Version: (.+)$/m.exec(run(pip, 'show', distribution))?.[1] ?? 'unknown'
  return { cforge, version }
}

function run(program, ...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
  return stdout
}
