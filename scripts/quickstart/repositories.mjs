// The example's plugins as git repositories: the same commit everywhere for the same content.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, SetupError } from '../setup/shell.mjs'

const when = '2026-01-01T00:00:00Z'
/** Nothing of this machine or user may get into the commit. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'mcp-stack-deploy',
  GIT_AUTHOR_EMAIL: 'example@example.com',
  GIT_AUTHOR_DATE: when,
  GIT_COMMITTER_NAME: 'mcp-stack-deploy',
  GIT_COMMITTER_EMAIL: 'example@example.com',
  GIT_COMMITTER_DATE: when,
}

/**
 * Makes or updates `<served>/<name>.git` for every folder in `sources`. `main` is one commit without a parent whose id
 * depends on the folder's content alone: a new clone on another machine gets the same.
 *
 * @returns name → commit
 */
export function publishRepositories(sources, served) {
  const names = readdirSync(sources, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return Object.fromEntries(names.map(({ name }) => [name, publish(join(sources, name), join(served, `${name}.git`))]))
}

function publish(folder, repository) {
  if (!existsSync(join(repository, 'HEAD'))) {
    mkdirSync(repository, { recursive: true })
    git(repository, 'init', '--quiet', '--bare')
    git(repository, 'symbolic-ref', 'HEAD', 'refs/heads/main')
    // Lets a client fetch trees without files, as hosting services do.
    git(repository, 'config', 'uploadpack.allowFilter', 'true')
  }
  writeFileSync(join(repository, 'info/exclude'), '__pycache__/\n')
  const index = join(repository, `index.${process.pid}`)
  const inTree = { GIT_INDEX_FILE: index, GIT_WORK_TREE: folder }
  try {
    gitWith(
      repository,
      inTree,
      '-c',
      'core.bare=false',
      '-c',
      'core.autocrlf=false',
      '-c',
      'core.fileMode=false',
      'add',
      '--all',
      '.',
    )
    const tree = gitWith(repository, inTree, 'write-tree')
    const commit = git(repository, 'commit-tree', '-m', 'The plugin as it is in the example', tree)
    git(repository, 'update-ref', 'refs/heads/main', commit)
    return commit
  } finally {
    rmSync(index, { force: true })
  }
}

function git(repository, ...args) {
  return gitWith(repository, {}, ...args)
}

function gitWith(repository, extra, ...args) {
  const cwd = extra.GIT_WORK_TREE ?? repository
  const result = run('git', args, { cwd, env: { ...environment, GIT_DIR: repository, ...extra } })
  if (!result.ok) throw new SetupError(`git ${args.join(' ')} failed in ${repository}: ${result.stderr.trim()}`)
  return result.stdout.trim()
}
