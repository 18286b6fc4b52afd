import { closest, distance } from 'fastest-levenshtein'
import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import { type GitSettings, gitCommand, gitReason } from './git-command.ts'
import { showRepository } from './repository-url.ts'

/** Full ref name → commit; an annotated tag's entry is the commit it points to. */
export type Refs = ReadonlyMap<string, string>

/** SHA-1 and SHA-256 repositories. */
const fullCommit = /^([0-9a-f]{40}|[0-9a-f]{64})$/

/** True when a ref needs no look-up: it is a whole commit already. */
export function isCommit(ref: string): boolean {
  return fullCommit.test(ref)
}

/**
 * Asks a repository for its branches and tags; reads only, keeps nothing on disk.
 *
 * @throws StackError SOURCE_UNREACHABLE with git's reason.
 */
export async function listRefs(repo: string, settings: GitSettings, io: Io): Promise<Refs> {
  // In the root folder, so that a repository around the working folder has no say.
  const command = gitCommand(settings, ['ls-remote', '--heads', '--tags', '--', repo], '/')
  const result = await io.run(command, { timeoutSeconds: 60 })
  if (result.exitCode !== 0)
    throw unreachable(repo, result.timedOut ? 'no answer in 60 seconds' : gitReason(result.stderr, io))
  return parseRefs(result.stdout)
}

/** `git ls-remote` output → refs, annotated tags peeled. */
export function parseRefs(output: string): Refs {
  const refs = new Map<string, string>()
  const peeled = new Map<string, string>()
  for (const line of output.split('\n')) {
    const [commit, name] = line.split('\t')
    if (commit === undefined || name === undefined || !fullCommit.test(commit)) continue
    if (name.endsWith('^{}')) peeled.set(name.slice(0, -3), commit)
    else refs.set(name, commit)
  }
  return new Map([...refs, ...peeled])
}

/**
 * The commit a user's word means: a branch, a tag (short or full name), or a whole commit.
 *
 * @throws StackError REF_AMBIGUOUS for a name that is a branch and a tag of different commits or of the same;
 *         REF_NOT_FOUND with the nearest name, or with the whole commit for a shortened one.
 */
export function chooseCommit(refs: Refs, ref: string, repo: string): string {
  if (isCommit(ref)) return ref
  const exact = ref.startsWith('refs/') ? refs.get(ref) : undefined
  if (exact !== undefined) return exact

  const branch = refs.get(`refs/heads/${ref}`)
  const tag = refs.get(`refs/tags/${ref}`)
  if (branch !== undefined && tag !== undefined) {
    throw new StackError({
      code: 'REF_AMBIGUOUS',
      message: `${ref} is both a branch (${branch.slice(0, 12)}) and a tag (${tag.slice(0, 12)}) of ${showRepository(repo)}`,
      hint: `Write which one: ref: refs/heads/${ref} or ref: refs/tags/${ref}`,
    })
  }
  const commit = branch ?? tag
  if (commit !== undefined) return commit
  throw new StackError({
    code: 'REF_NOT_FOUND',
    message: `${showRepository(repo)} has no branch or tag ${ref}`,
    hint: hintFor(refs, ref),
  })
}

function hintFor(refs: Refs, ref: string): string {
  if (/^[0-9a-f]{4,39}$/.test(ref)) {
    const whole = [...refs.values()].find((commit) => commit.startsWith(ref))
    return `A commit is given with all its digits: ref: ${whole ?? `the output of git rev-parse ${ref}`}`
  }
  const names = [...refs.keys()].map((name) => name.replace(/^refs\/(heads|tags)\//, ''))
  if (names.length === 0) return 'The repository is empty: push a branch first'
  const nearest = closest(ref, names)
  if (distance(ref, nearest) <= Math.max(2, ref.length / 3)) return `Did you mean ref: ${nearest}?`
  const shown = names.slice(0, 6).join(', ')
  return `It has: ${shown}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`
}

/** The error for a repository git could not talk to. */
export function unreachable(repo: string, reason: string): StackError {
  return new StackError({
    code: 'SOURCE_UNREACHABLE',
    message: `git cannot read ${showRepository(repo)}: ${reason}`,
    hint: `Try it by hand: git ls-remote -- ${showRepository(repo)}`,
  })
}
