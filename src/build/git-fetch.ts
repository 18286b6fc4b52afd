import { StackError } from '../errors.ts'
import type { Io, RunResult } from '../model/io.ts'
import { type GitSettings, gitCommand, gitReason } from './git-command.ts'
import { unreachable } from './git-refs.ts'
import { showRepository } from './repository-url.ts'
import { normalPath } from './source-key.ts'

/** A commit that was fetched without file contents; files come with `checkOut`. */
export interface Clone {
  readonly repo: string
  readonly commit: string
  /** Absolute temporary folder for the files, removed at the end of the run; git keeps its own beside it. */
  readonly folder: string
  readonly gitFolder: string
  readonly settings: GitSettings
}

/** The most a fetch or a checkout may take. */
const timeoutSeconds = 600

/**
 * Fetches exactly one commit: its trees, no history, no blobs. A server that cannot filter or hand out single commits
 * gives more, down to everything; the result is the same.
 *
 * @throws StackError SOURCE_UNREACHABLE, or REF_NOT_FOUND when the repository answers and has no such commit.
 */
export async function fetchCommit(repo: string, commit: string, settings: GitSettings, io: Io): Promise<Clone> {
  // Apart from the files, so that nothing of git ends in an image.
  const gitFolder = await io.files.temporaryFolder('git')
  const folder = await io.files.temporaryFolder('source')
  const clone: Clone = { repo, commit, folder, gitFolder, settings }
  const format = commit.length === 64 ? ['--object-format=sha256'] : []
  await must(clone, ['init', '--quiet', '--template=', ...format], io)
  await must(clone, ['config', 'remote.origin.url', repo], io)

  const shallow = ['fetch', '--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', '--filter=blob:none']
  const first = await git(clone, [...shallow, 'origin', commit], io)
  if (first.exitCode !== 0) {
    const everything = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', 'origin']
    const second = await git(
      clone,
      [...everything, '+refs/heads/*:refs/all/heads/*', '+refs/tags/*:refs/all/tags/*'],
      io,
    )
    if (second.exitCode !== 0) throw unreachable(repo, gitReason(second.stderr, io))
  }
  const present = await git(clone, ['cat-file', '-e', `${commit}^{commit}`], io)
  if (present.exitCode !== 0) {
    throw new StackError({
      code: 'REF_NOT_FOUND',
      message: `${showRepository(repo)} has no commit ${commit}`,
      hint: 'It may have been rewritten or never pushed: push it, or name a branch or tag',
    })
  }
  return clone
}

/**
 * The id of a folder's tree or a file's blob in the commit; undefined when there is no such path.
 *
 * @param path  Relative to the repository's top; empty for the top itself.
 */
export async function readObjectId(clone: Clone, path: string, io: Io): Promise<string | undefined> {
  const object = `${clone.commit}:${normalPath(path)}`
  const result = await git(clone, ['rev-parse', '--verify', '--quiet', '--end-of-options', object], io)
  // Before 2.30 rev-parse prints the marker itself, so only the last line is the answer.
  return result.exitCode === 0 ? result.stdout.trim().split('\n').at(-1) : undefined
}

/**
 * Puts the commit's files into the clone's folder, submodules only when told.
 *
 * @throws StackError SOURCE_UNREACHABLE
 */
export async function checkOut(clone: Clone, submodules: boolean, io: Io): Promise<void> {
  await must(clone, ['checkout', '--quiet', '--detach', '--force', clone.commit], io)
  if (!submodules) return
  await must(clone, ['submodule', '--quiet', 'update', '--init', '--recursive', '--depth=1'], io)
}

async function must(clone: Clone, args: readonly string[], io: Io): Promise<RunResult> {
  const result = await git(clone, args, io)
  if (result.exitCode === 0) return result
  throw unreachable(
    clone.repo,
    result.timedOut ? `no end after ${timeoutSeconds} seconds` : gitReason(result.stderr, io),
  )
}

function git(clone: Clone, args: readonly string[], io: Io): Promise<RunResult> {
  const where = [`--git-dir=${clone.gitFolder}`, `--work-tree=${clone.folder}`]
  return io.run(gitCommand(clone.settings, [...where, ...args], clone.folder), { timeoutSeconds })
}
