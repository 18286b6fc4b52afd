import { gitCommand } from '../build/git-command.ts'
import { showRepository } from '../build/repository-url.ts'
import { StackError } from '../errors.ts'
import type { RunResult } from '../model/io.ts'
import type { Release } from '../model/live.ts'
import type { Problem } from '../model/problem.ts'
import type { RunFacts } from '../model/report.ts'
import { commandLine, runFacts, type Session } from './session.ts'

/** Which commit of which repository the configuration was read from; nothing where its folder is in none. */
export async function readSourceFacts(
  io: Session['io'],
  folder: string,
): Promise<Pick<RunFacts, 'commit' | 'repository'>> {
  try {
    const [head, origin] = await Promise.all([
      git(io, folder, ['rev-parse', 'HEAD']),
      git(io, folder, ['config', '--get', 'remote.origin.url']),
    ])
    if (head.exitCode !== 0) return {}
    const repository = origin.exitCode === 0 ? showRepository(origin.stdout.trim()) : ''
    return { commit: head.stdout.trim(), ...(repository === '' ? {} : { repository }) }
  } catch (error) {
    if (error instanceof StackError && error.code === 'TOOL_MISSING') return {}
    throw error
  }
}

/**
 * Refuses to take the stack back to an older state of its repository by accident (a job that waited, a re-run): our commit
 * is an ancestor of the one that is live. Where history cannot prove it either way, that is a warning.
 */
export async function findOlderCommit(
  session: Session,
  folder: string,
  live: Release | undefined,
): Promise<Problem | undefined> {
  const ours = runFacts(session)
  if (ours.commit === undefined || live?.commit === undefined || ours.commit === live.commit) return undefined
  if (ours.repository !== undefined && live.repository !== undefined && ours.repository !== live.repository)
    return undefined
  const age = await compareAge(session.io, folder, ours.commit, live.commit)
  if (age === 'other') return undefined
  const [short, liveShort] = [ours.commit.slice(0, 10), live.commit.slice(0, 10)]
  if (age === 'older') {
    return {
      severity: 'error',
      code: 'OLDER_COMMIT',
      message: `commit ${short} is older than ${liveShort}, which release ${live.revision} was made from`,
      hint: `Check out the newer commit; or, where going back is meant: ${commandLine(session, 'deploy')} --allow-older`,
    }
  }
  return {
    severity: 'warning',
    code: 'CONFIG_WARNING',
    message: `whether commit ${short} is older than the live ${liveShort} cannot be told: this clone does not have the history`,
    hint: 'Clone with history: fetch-depth: 0, GIT_DEPTH: 0 or git fetch --unshallow',
  }
}

type Age = 'older' | 'other' | 'unknown'

async function compareAge(io: Session['io'], folder: string, ours: string, live: string): Promise<Age> {
  const isAncestor = async (first: string, second: string) =>
    (await git(io, folder, ['merge-base', '--is-ancestor', first, second])).exitCode
  try {
    const exitCode = await isAncestor(ours, live)
    if (exitCode === 0) return 'older'
    if (exitCode !== 1) return 'unknown'
    const { stdout } = await git(io, folder, ['rev-parse', '--is-shallow-repository'])
    if (stdout.trim() === 'false') return 'other'
    // A history that is cut off says "no" too; only the opposite proves something.
    return (await isAncestor(live, ours)) === 0 ? 'other' : 'unknown'
  } catch (error) {
    if (error instanceof StackError && error.code === 'TOOL_MISSING') return 'unknown'
    throw error
  }
}

/** No call reaches a network: the objects that are here must do. */
function git(io: Session['io'], folder: string, args: readonly string[]): Promise<RunResult> {
  const command = gitCommand({ transport: 'https' }, args, folder)
  return io.run({ ...command, env: { ...command.env, GIT_NO_LAZY_FETCH: '1' } }, { timeoutSeconds: 20 })
}
