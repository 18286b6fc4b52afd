import type { Io } from '../model/io.ts'
import { readSelf } from './process-mark.ts'

/** Who runs this, as others know it: the job's address, else user, machine and process. */
export async function describeHolder({
  environment,
  files,
  run,
}: Pick<Io, 'environment' | 'files' | 'run'>): Promise<string> {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, CI_JOB_URL, USER, LOGNAME, HOSTNAME } = environment
  if (GITHUB_RUN_ID !== undefined)
    return `${GITHUB_SERVER_URL ?? ''}/${GITHUB_REPOSITORY ?? ''}/actions/runs/${GITHUB_RUN_ID}`
  if (CI_JOB_URL !== undefined) return CI_JOB_URL
  const self = await readSelf({ files })
  const user = USER || LOGNAME || (self === undefined ? 'somebody' : `uid ${self.uid}`)
  const machine = (await readMachine({ files, run })) || HOSTNAME || 'this machine'
  return `${user}@${machine}${self === undefined ? '' : ` (pid ${self.pid})`}`
}

async function readMachine({ files, run }: Pick<Io, 'files' | 'run'>): Promise<string> {
  const known = await files.read('/proc/sys/kernel/hostname').catch(() => '')
  if (known.trim() !== '') return known.trim()
  const { stdout } = await run({ program: 'uname', args: ['-n'] }).catch(() => ({ stdout: '' }))
  return stdout.trim()
}
