import { type ChildProcess, spawn } from 'node:child_process'

/** Process groups of children that run now: none of them may outlive us. */
const groups = new Set<number>()
let guard: ChildProcess | undefined

/** Remembers a child's process group until `forgetGroup`; if we end before, however we end, it is ended too. */
export function rememberGroup(pid: number): void {
  guard ??= startGuard()
  groups.add(pid)
  guard.stdin?.write(`+ ${pid}\n`)
}

export function forgetGroup(pid: number): void {
  groups.delete(pid)
  guard?.stdin?.write(`- ${pid}\n`)
}

/** Sends a signal to a child and everything it started; nothing happens when they are gone. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // ESRCH: already gone. EPERM: it gave up our user (setuid); it ends when its pipes close.
  }
}

/**
 * Reads the groups that run on stdin. End of file means that we are gone: after SIGKILL nothing of ours runs any more
 * that could end a build or a `compose up` which would then work against the next run.
 */
const guardProgram = `
groups=
while read -r what group; do
  left=
  for other in $groups; do [ "$other" = "$group" ] || left="$left $other"; done
  groups=$left
  [ "$what" = + ] && groups="$groups $group"
done
[ -z "$groups" ] && exit
for group in $groups; do kill -s TERM -- "-$group"; done
sleep 5
for group in $groups; do kill -s KILL -- "-$group"; done
`

function startGuard(): ChildProcess {
  process.once('exit', () => groups.forEach((group) => signalGroup(group, 'SIGKILL')))
  // Detached: a Ctrl-C at the terminal must not end the guard before us. Its environment holds no secret.
  const child = spawn('/bin/sh', ['-c', guardProgram, 'mcp-deploy-guard'], {
    detached: true,
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Without a shell there is no guard; everything else works.
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  child.unref()
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref()
  return child
}
