import { lstat, readdir, rm, rmdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'

const [socketSeconds, emptySeconds] = [10 * 60, 24 * 60 * 60]

/**
 * Removes what killed runs left of their temporary folders: those of our own user with a socket `s` that nobody listens on, kubeconfigs, and
 * empty ones. Only old ones, and best effort: it never throws.
 */
export async function removeAbandoned(root: string, prefix: string): Promise<void> {
  const names = await readdir(root).catch(() => [])
  for (const folder of names.filter((name) => name.startsWith(`${prefix}-`)).map((name) => join(root, name))) {
    const facts = await lstat(folder).catch(() => undefined)
    const seconds = (Date.now() - (facts?.mtimeMs ?? Date.now())) / 1000
    if (seconds < socketSeconds || facts?.uid !== process.getuid?.()) continue
    if (await isDead(join(folder, 's'))) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    // A kubeconfig of a job that was killed; none runs for a day.
    else if (prefix === 'mcp-kubeconfig' && seconds > emptySeconds)
      await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    // It fails where anything is in it.
    else if (seconds > emptySeconds) await rmdir(folder).catch(() => undefined)
  }
}

/** A socket whose process is gone refuses; one that is busy does not. */
function isDead(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => resolve(!socket.destroy()))
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'))
  })
}
