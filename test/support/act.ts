import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { readMachine, root } from './machine.ts'
import { startProgram, type ToolRun } from './tool.ts'

export interface ActRun {
  /** A home of its own for act. */
  readonly home: string
  /** What a job gets beside what act gives it; it inherits nothing of ours. */
  readonly environment: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  /** A folder with the action, for workflows that name it as everybody does: `ibm/mcp-stack-deploy@v1`. */
  readonly released?: string
  /** An image that jobs run in; absent: they run on this machine. */
  readonly image?: string
}

/** Puts the action into a folder: action.yml and the bundle that is tested. */
export function copyAction(folder: string): void {
  cpSync(join(root, 'action.yml'), join(folder, 'action.yml'))
  cpSync(resolve(root, process.env['MCP_DEPLOY_DIST'] ?? 'dist'), join(folder, 'dist'), { recursive: true })
}

/** Makes a folder a repository, as act wants one. */
export function commitStack(folder: string): void {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com', ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  git('init', '--quiet', '--initial-branch', 'main')
  git('remote', 'add', 'origin', 'https://github.com/shop/stack')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'A stack')
}

/** Runs the folder's workflow as a push, by act. */
export function runAct(
  folder: string,
  workflow: string,
  { environment, home, image, released, secrets }: ActRun,
): Promise<ToolRun> {
  mkdirSync(join(folder, '.github/workflows'), { recursive: true })
  writeFileSync(join(folder, '.github/workflows/deploy.yml'), workflow)
  const docker = { DOCKER_CONFIG: process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker') }
  const host = process.env['DOCKER_HOST']
  const given = {
    ...environment,
    ...(image === undefined ? docker : {}),
    ...(host === undefined ? {} : { DOCKER_HOST: host }),
  }
  const words = [
    'push',
    '--pull=false',
    '--action-offline-mode',
    '--rm',
    `-P=ubuntu-latest=${image ?? '-self-hosted'}`,
    ...(released === undefined ? [] : [`--local-repository=ibm/mcp-stack-deploy@v1=${released}`]),
    // What a job leaves is seen from here, too.
    ...(image === undefined ? [] : [`--container-options=-v ${home}:${home}`]),
    `--secret-file=${secretFile(home, secrets)}`,
    ...Object.entries(given).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ]
  return startProgram(needPipelines().act, words, { cwd: folder, env: environmentOfAct(home) }).ended
}

function needPipelines() {
  const { pipelines } = readMachine()
  if (pipelines === null) throw new Error('no pipeline tools: run node scripts/setup.mjs e2e')
  return pipelines
}

/** act writes line breaks as a shell's double quotes have them. */
function secretFile(home: string, secrets: ActRun['secrets']): string {
  const file = join(home, 'secrets.env')
  const lines = Object.entries(secrets).map(([name, value]) => `${name}="${value.replaceAll('\n', '\\n')}"\n`)
  writeFileSync(file, lines.join(''), { mode: 0o600 })
  return file
}

/** A home in which act was told all that it asks a newcomer. */
function environmentOfAct(home: string): Readonly<Record<string, string>> {
  mkdirSync(join(home, 'config/act'), { recursive: true })
  if (!existsSync(join(home, 'config/act/actrc'))) writeFileSync(join(home, 'config/act/actrc'), '')
  return {
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    PATH: [needPipelines().node24, process.env['PATH'] ?? ''].join(delimiter),
  }
}
