import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeProject } from './engine.ts'
import { readMachine, root } from './machine.ts'
import { type RunningTool, startTool, type ToolRun } from './tool.ts'

/** The quickstart's example as a project of its own: own folder, own repositories, own ports. */
export interface Example {
  readonly project: string
  /** The copy of examples/quickstart; tests may change it. */
  readonly folder: string
  readonly gatewayUrl: string
  readonly env: Readonly<Record<string, string>>
  /** All that the tool has said in this example, in order. */
  readonly runs: ToolRun[]
  /** Runs the tool on the example's file. */
  run(command: string, ...flags: readonly string[]): Promise<ToolRun>
  start(command: string, ...flags: readonly string[]): RunningTool
  /** Changes a file of the example; @throws Error when the text to replace is not in it. */
  edit(path: string, before: string | RegExp, after: string): void
  /** Commits the plugins' folders as they are now. */
  publish(): Readonly<Record<string, string>>
  /** Removes the stack and stops the git server. */
  close(): Promise<void>
}

/**
 * Copies the example and serves its plugins. What an earlier run of the same project left is removed first.
 *
 * @param name   Last part of the project's name, unique among the test files.
 * @param extra  Further environment of every run.
 */
export async function openExample(name: string, extra: Readonly<Record<string, string>> = {}): Promise<Example> {
  const project = `mcp-e2e-${name}`
  removeProject(project)
  const folder = mkdtempSync(join(tmpdir(), `${project}-`))
  const served = join(folder, 'served')
  const stack = join(folder, 'stack')
  mkdirSync(served)
  cpSync(join(root, 'examples/quickstart'), stack, { recursive: true })
  const plugins = join(stack, 'plugins')
  const publish = () => publishPlugins(plugins, served)
  publish()
  const git = await serve(served)
  const gatewayPort = await freePort()
  const env = {
    QUICKSTART_PROJECT: project,
    QUICKSTART_GIT_PORT: String(git.port),
    QUICKSTART_PORT: String(gatewayPort),
    QUICKSTART_BASE: readMachine().base,
    ...extra,
  }
  const runs: ToolRun[] = []
  const start = (command: string, ...flags: readonly string[]) => {
    const running = startTool([...command.split(' '), 'mcp-stack.yaml', ...flags], { cwd: stack, env })
    return { ...running, ended: keep(running.ended, runs) }
  }
  return {
    project,
    folder: stack,
    gatewayUrl: `http://127.0.0.1:${gatewayPort}`,
    env,
    runs,
    start,
    run: (command, ...flags) => start(command, ...flags).ended,
    edit: (path, before, after) => editFile(join(stack, path), before, after),
    publish,
    close: async () => {
      removeProject(project)
      await git.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function keep(ended: Promise<ToolRun>, runs: ToolRun[]): Promise<ToolRun> {
  const run = await ended
  runs.push(run)
  return run
}

function publishPlugins(plugins: string, served: string): Readonly<Record<string, string>> {
  const script = join(root, 'scripts/quickstart/publish.mjs')
  return JSON.parse(execFileSync(process.execPath, [script, plugins, served], { encoding: 'utf8' }))
}

/** The quickstart's own git server on a free port. */
async function serve(served: string): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const script = join(root, 'scripts/quickstart/git-server.mjs')
  const child = spawn(process.execPath, [script, served, '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data')
  return {
    port: Number(String(line).trim()),
    stop: async () => {
      child.kill()
      await once(child, 'exit')
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

function editFile(file: string, before: string | RegExp, after: string): void {
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(before, () => after)
  if (changed === text) throw new Error(`${file} does not hold ${before}`)
  writeFileSync(file, changed)
}
