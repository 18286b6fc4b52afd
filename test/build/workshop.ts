import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createIo, type OpenIo } from '../../src/io/create-io.ts'
import type { Problem } from '../../src/model/problem.ts'

/** A temporary folder and a real Io whose commands, lines and problems can be read afterwards. */
export interface Workshop {
  readonly folder: string
  readonly io: OpenIo
  /** Every command as shown (`$ git …`). */
  readonly commands: string[]
  readonly lines: string[]
  readonly problems: Problem[]
  /** Writes files below the folder. */
  write(files: Readonly<Record<string, string>>): void
  close(): Promise<void>
}

export function openWorkshop(environment: Readonly<Record<string, string | undefined>> = {}): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-'))
  const commands: string[] = []
  const lines: string[] = []
  const problems: Problem[] = []
  const io = createIo({
    environment: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', ...environment },
    logsFolder: join(folder, 'logs'),
    signal: new AbortController().signal,
    progress: {
      step: () => undefined,
      task: (name) => ({
        update: () => undefined,
        done: (text) => void lines.push(`${name}: ${text}`),
        fail: (text) => void lines.push(`${name}: ${text}`),
      }),
      line: (text) => void lines.push(text),
      detail: (text) => void (text.startsWith('$ ') && commands.push(text.slice(2))),
      problem: (problem) => void problems.push(problem),
    },
  })
  return {
    folder,
    io,
    commands,
    lines,
    problems,
    write: (files) => writeFiles(folder, files),
    async close() {
      await io.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** Runs git in a folder as a fixed author, deaf to the configuration of whoever runs the tests. */
export function git(folder: string, ...args: readonly string[]): string {
  const identity = { NAME: 'Test', EMAIL: 'test@example.org', DATE: '2026-01-01T00:00:00Z' }
  const env = Object.fromEntries(
    Object.entries(identity).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value],
    ]),
  )
  return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', ...env },
  }).trim()
}

/** A repository with one commit on main, and its bare twin `<name>.git` beside it that a server can hand out. */
export interface Repository {
  readonly folder: string
  readonly bare: string
  /** Writes files, commits, publishes; answers with the commit. */
  commit(files: Readonly<Record<string, string>>): string
  /** Publishes branches and tags as they are now. */
  publish(): void
}

export function makeRepository(root: string, name: string, files: Readonly<Record<string, string>>): Repository {
  const folder = join(root, name)
  const bare = join(root, `${name}.git`)
  mkdirSync(folder, { recursive: true })
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', bare)
  git(bare, 'config', 'uploadpack.allowFilter', 'true')
  const publish = () => void git(folder, 'push', '--quiet', '--mirror', bare)
  const commit = (changes: Readonly<Record<string, string>>) => {
    writeFiles(folder, changes)
    git(folder, 'add', '--all')
    git(folder, 'commit', '--quiet', '--message=change')
    publish()
    return git(folder, 'rev-parse', 'HEAD')
  }
  commit(files)
  return { folder, bare, commit, publish }
}
