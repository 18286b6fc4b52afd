import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from './example.ts'

/** A server of the test's own on loopback. */
export interface ServerProcess {
  readonly port: number
  readonly pid: number
  /** Everything it has said so far, to show where a test fails. */
  output(): string
  stop(): Promise<void>
}

/**
 * Starts a program that serves on the port it is given, and waits until it answers. It ends with the test's process at the
 * latest.
 *
 * @param answers  Asked every 100 ms; throwing counts as "not yet".
 * @throws Error with what it said when it ends or is silent for `seconds`.
 */
export async function startServer(
  program: string,
  args: (port: number) => readonly string[],
  answers: (server: ServerProcess) => Promise<boolean>,
  seconds = 60,
): Promise<ServerProcess> {
  const port = await freePort()
  const child = spawn(program, args(port), { stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const closed = once(child, 'close')

  const server: ServerProcess = {
    port,
    pid: child.pid ?? -1,
    output: () => Buffer.concat(chunks).toString(),
    async stop() {
      process.off('exit', kill)
      kill()
      await closed
    },
  }
  const end = Date.now() + seconds * 1000
  while (Date.now() < end && child.exitCode === null) {
    if (await answers(server).catch(() => false)) return server
    await new Promise((resume) => setTimeout(resume, 100))
  }
  await server.stop()
  throw new Error(`${program} does not answer on port ${port}:\n${server.output()}`)
}
