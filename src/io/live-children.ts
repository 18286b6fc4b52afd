/** Process groups of children that run now: none of them may outlive us. */
const groups = new Set<number>()
let watching = false

/** Remembers a child's process group until `forget`; if we exit before, it is killed. */
export function rememberGroup(pid: number): void {
  if (!watching) process.once('exit', () => groups.forEach((group) => signalGroup(group, 'SIGKILL')))
  watching = true
  groups.add(pid)
}

export function forgetGroup(pid: number): void {
  groups.delete(pid)
}

/** Sends a signal to a child and everything it started; nothing happens when they are gone. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // ESRCH: already gone. EPERM: it gave up our user (setuid); it ends when its pipes close.
  }
}
