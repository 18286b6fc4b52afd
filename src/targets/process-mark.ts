import type { Io } from '../model/io.ts'

/**
 * A process so that another one on the same machine can tell whether it is still there: the boot, the process namespace
 * (containers share the boot and count their own pids), the user (others' processes may be hidden), pid and start.
 */
export interface ProcessMark {
  readonly boot: string
  readonly namespace: string
  readonly uid: string
  readonly pid: string
  /** Clock ticks after the boot: a pid is given away again. */
  readonly start: string
}

/** This process; undefined where the system has no /proc that counts as this process does. */
export async function markOfSelf({ files, run }: Pick<Io, 'files' | 'run'>): Promise<ProcessMark | undefined> {
  const self = await readSelf({ files })
  if (self === undefined || !self.ownNamespace) return undefined
  const boot = await files.read('/proc/sys/kernel/random/boot_id').catch(() => '')
  const stat = parseStat(await files.read(`/proc/${self.pid}/stat`).catch(() => ''))
  // The child is in our namespace. It cannot be read as a file: the link leads nowhere.
  const link = await run({ program: 'readlink', args: ['/proc/self/ns/pid'] }).catch(() => undefined)
  const namespace = link?.exitCode === 0 ? link.stdout.trim() : ''
  if (boot.trim() === '' || namespace === '' || stat === undefined) return undefined
  return { boot: boot.trim(), namespace, uid: self.uid, pid: self.pid, start: stat.start }
}

/** Whether the other process is certainly not there any more; false where we cannot know. */
export async function isGone(
  other: ProcessMark,
  self: ProcessMark | undefined,
  { files }: Pick<Io, 'files'>,
): Promise<boolean> {
  if (self === undefined || other.boot !== self.boot) return false
  if (other.namespace !== self.namespace || other.uid !== self.uid) return false
  const text = await files.read(`/proc/${other.pid}/stat`).catch((error: unknown) => (isAbsent(error) ? 'gone' : ''))
  if (text === 'gone') return true
  const stat = parseStat(text)
  // A zombie has ended, and nobody has asked how: common in containers whose first process is no init.
  return stat !== undefined && (stat.start !== other.start || stat.state === 'Z' || stat.state === 'X')
}

const markOrder = ['boot', 'namespace', 'uid', 'pid', 'start'] as const

export function formatMark(mark: ProcessMark): string {
  return markOrder.map((key) => mark[key]).join(' ')
}

export function parseMark(text: string): ProcessMark | undefined {
  const [boot, namespace, uid, pid, start, ...rest] = text.split(' ')
  if (boot === undefined || namespace === undefined || uid === undefined || rest.length > 0) return undefined
  if (pid === undefined || start === undefined || !/^\d+$/.test(pid) || !/^\d+$/.test(start)) return undefined
  return { boot, namespace, uid, pid, start }
}

/** Who this process is, as /proc has it; undefined where there is none. */
export async function readSelf({ files }: Pick<Io, 'files'>) {
  const status = await files.read('/proc/self/status').catch(() => '')
  const [pid] = fieldOf(status, 'Pid')
  const [uid] = fieldOf(status, 'Uid')
  if (pid === undefined || uid === undefined) return undefined
  // One number for each namespace from that of /proc down to ours: two, and /proc counts differently than we do.
  return { pid, uid, ownNamespace: fieldOf(status, 'NSpid').length === 1 }
}

function fieldOf(status: string, name: string): readonly string[] {
  const line = status.split('\n').find((one) => one.startsWith(`${name}:`)) ?? ''
  return line
    .slice(name.length + 1)
    .trim()
    .split(/\s+/)
    .filter(Boolean)
}

/** The program's name in the parentheses may hold anything, spaces and parentheses too. */
function parseStat(text: string): { readonly state: string; readonly start: string } | undefined {
  const fields = text
    .slice(text.lastIndexOf(')') + 1)
    .trim()
    .split(' ')
  const [state, start] = [fields[0], fields[19]]
  return state === undefined || start === undefined ? undefined : { state, start }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')
}
