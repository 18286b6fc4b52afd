// npm run quickstart [-- down]: deploys examples/quickstart with the tool itself and shows that its plugins work.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { showPlugins } from './quickstart/gateway.mjs'
import { publishRepositories } from './quickstart/repositories.mjs'
import { ensurePythonImage, publicPython } from './setup/base-image.mjs'
import { stopEngine } from './setup/engine.mjs'
import { daemonPid, rememberDaemon, root, runFolder, stopDaemon } from './setup/places.mjs'
import { SetupError, say, startDaemon, waitUntil } from './setup/shell.mjs'

const file = 'examples/quickstart/mcp-stack.yaml'
const gitPort = process.env.QUICKSTART_GIT_PORT || '19418'
const gatewayUrl = `http://127.0.0.1:${process.env.QUICKSTART_PORT || '24480'}`
const gitServer = `quickstart-git-${gitPort}`

try {
  const [word, ...more] = process.argv.slice(2)
  const isKnown = word === undefined || word === 'down'
  if (!isKnown || more.length > 0) throw new SetupError('usage: npm run quickstart, or: npm run quickstart -- down')
  process.exitCode = word === 'down' ? await takeDown() : await bringUp()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  process.stderr.write(`quickstart: ${error.message}\n`)
  process.exitCode = 1
}

async function bringUp() {
  const base = ensurePythonImage()
  await serveRepositories()
  const exitCode = await deployTool(base, ['deploy', file])
  if (exitCode !== 0) return exitCode

  const token = await deployTool(base, ['token', file], { output: true })
  if (typeof token !== 'string') return token
  console.log('\nTwo calls through the gateway:')
  const calls = await showPlugins(gatewayUrl, token).catch((error) => {
    throw new SetupError(`the gateway at ${gatewayUrl} does not answer as it should: ${error.message}`)
  })
  for (const { what, asked, status, answer, passed } of calls) {
    console.log(
      `  ${passed ? '✓' : '✗'} HTTP ${status}  ${what}\n      asked:  Write a letter to ${asked}.\n      answer: ${answer}`,
    )
  }
  printNext(base)
  return calls.every(({ passed }) => passed) ? 0 : 4
}

/** Removes the stack with its volumes, and what the quickstart and its set-up started. */
async function takeDown() {
  const base = ensurePythonImage()
  await serveRepositories()
  const exitCode = await deployTool(base, ['destroy', file, '--force', '--volumes'])
  if (await stopDaemon(gitServer)) say('stopped the git server')
  const engine = await stopEngine()
  if (engine !== undefined) say(engine)
  else say('its images stay for the next time; docker image ls "mcp-stack/*/*" lists them')
  return exitCode
}

/** The plugins' repositories on loopback, by a server that stays until `down`: plan, build and deploy by hand work too. */
async function serveRepositories() {
  const folder = join(runFolder(gitServer), 'served')
  mkdirSync(folder, { recursive: true })
  publishRepositories(join(root, 'examples/quickstart/plugins'), folder)
  if (daemonPid(gitServer) !== undefined && (await servedFolder()) === folder) return
  await stopDaemon(gitServer)
  const log = join(runFolder(gitServer), 'log')
  const script = join(root, 'scripts/quickstart/git-server.mjs')
  // A folder that stays, whatever becomes of this clone.
  rememberDaemon(gitServer, startDaemon(process.execPath, [script, folder, gitPort], log, { cwd: folder }))
  if (await waitUntil(5, async () => (await servedFolder()) === folder)) {
    say(`serving the example's plugins as git repositories on 127.0.0.1:${gitPort} until "npm run quickstart -- down"`)
    return
  }
  await stopDaemon(gitServer)
  throw new SetupError(
    `port ${gitPort} on loopback is taken by something else: choose another with QUICKSTART_GIT_PORT`,
  )
}

/** The folder that the server on our port serves; undefined when it is not ours. */
async function servedFolder() {
  try {
    const answer = await fetch(`http://127.0.0.1:${gitPort}/`, { signal: AbortSignal.timeout(2000) })
    return (await answer.json()).folder
  } catch {
    return undefined
  }
}

/**
 * Runs this clone's own tool; answers with its exit code, or with its standard output where that is asked for. A signal
 * reaches the tool, which stops cleanly; we end after it.
 */
async function deployTool(base, args, { output = false } = {}) {
  const program = join(root, 'dist/index.js')
  if (!existsSync(program)) throw new SetupError('dist/ is missing: npm ci && npm run build')
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: { ...process.env, ...variables(base) },
    stdio: ['inherit', output ? 'pipe' : 'inherit', 'inherit'],
  })
  // Ctrl-C goes to the whole terminal group, the tool has it already; a SIGTERM came to us alone.
  const forward = () => child.kill('SIGTERM')
  process.on('SIGINT', ignoreSignal).on('SIGTERM', forward)
  const text = []
  child.stdout?.on('data', (chunk) => text.push(chunk))
  const [code, signal] = await once(child, 'close')
  process.off('SIGINT', ignoreSignal).off('SIGTERM', forward)
  if (signal !== null) return 143
  return output && code === 0 ? Buffer.concat(text).toString().trim() : code
}

function ignoreSignal() {}

/** What the stack's file reads from the environment and is not its default. */
function variables(base) {
  return base === publicPython ? {} : { QUICKSTART_BASE: base }
}

function printNext(base) {
  const chosen = Object.entries(process.env).filter(([name]) => name.startsWith('QUICKSTART_'))
  const settings = Object.entries({ ...Object.fromEntries(chosen), ...variables(base) }).map(
    ([name, value]) => `  export ${name}=${value}\n`,
  )
  console.log(`
The gateway is at ${gatewayUrl}. To go on by hand:
${settings.join('')}  export TOKEN=$(node dist/index.js token ${file})
  curl -H "Authorization: Bearer $TOKEN" ${gatewayUrl}/admin/plugins
  node dist/index.js status ${file}
Change something in examples/quickstart/plugins and run "npm run quickstart" again: only that plugin is built and rolled.
To remove it: npm run quickstart -- down`)
}
