// Where set-up keeps things: built tools in a cache keyed by version, and what it started in a folder for this boot.
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupError, waitUntil } from './shell.mjs'

/** The clone's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** `<cache>/<name>`, made when missing. Everything in it can be made again; names end in a version. */
export function cacheFolder(name) {
  const folder = join(process.env.MCP_DEPLOY_CACHE || join(homedir(), '.cache', 'mcp-stack-deploy'), name)
  mkdirSync(folder, { recursive: true })
  return folder
}

/**
 * A 0700 folder for pids, logs and what daemons serve. It does not depend on HOME or on the clone: a second clone finds
 * what the first one started.
 */
export function runFolder(name = '') {
  const uid = process.getuid?.() ?? 0
  const base =
    process.env.MCP_DEPLOY_RUN ||
    (uid === 0 && existsSync('/run')
      ? '/run/mcp-stack-deploy'
      : join(process.env.XDG_RUNTIME_DIR || tmpdir(), `mcp-stack-deploy-${uid}`))
  mkdirSync(base, { recursive: true, mode: 0o700 })
  const found = lstatSync(base)
  if (!found.isDirectory() || (process.getuid && found.uid !== uid)) {
    throw new SetupError(`${base} belongs to someone else: set MCP_DEPLOY_RUN to a folder of yours`)
  }
  const folder = join(base, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Notes that we started a daemon. The start time tells our process from a later one with the same pid. */
export function rememberDaemon(name, pid) {
  writeFileSync(join(runFolder(), `${name}.json`), JSON.stringify({ pid, started: startTime(pid) }))
}

/** The pid of a daemon that we started and that still runs. */
export function daemonPid(name) {
  try {
    const { pid, started } = JSON.parse(readFileSync(join(runFolder(), `${name}.json`), 'utf8'))
    return startTime(pid) === started && started !== undefined ? pid : undefined
  } catch {
    return undefined
  }
}

/** Ends a daemon that we started, and only that; false when there is none. */
export async function stopDaemon(name) {
  const pid = daemonPid(name)
  rmSync(join(runFolder(), `${name}.json`), { force: true })
  if (pid === undefined) return false
  process.kill(pid, 'SIGTERM')
  if (!(await waitUntil(20, () => startTime(pid) === undefined))) process.kill(pid, 'SIGKILL')
  return true
}

/** When a process started; undefined when it has ended. Where there is no /proc, only that it is alive. */
function startTime(pid) {
  try {
    // Field 22 of proc(5) stat; the name in field 2 may hold spaces and ends at the last bracket. Z is ended already.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[0] === 'Z' ? undefined : fields[19]
  } catch {
    if (existsSync('/proc/self/stat')) return undefined
  }
  try {
    process.kill(pid, 0)
    return 'alive'
  } catch {
    return undefined
  }
}
