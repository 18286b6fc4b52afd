import type { Command, Io, RunOptions, RunResult } from '../../model/io.ts'
import type { Kubectl } from './api.ts'

export interface KubectlOptions extends RunOptions {
  readonly stdin?: Command['stdin']
}

/** Runs the user's kubectl; a non-zero exit is an answer. @throws StackError TOOL_MISSING. */
export async function runKubectl(
  io: Pick<Io, 'run'>,
  kubectl: Kubectl,
  args: readonly string[],
  { stdin, ...options }: KubectlOptions = {},
): Promise<RunResult> {
  const command = { program: kubectl.program, args: [...kubectl.args, ...args] }
  return await io.run(stdin === undefined ? command : { ...command, stdin }, options)
}

/** What kubectl says it failed with: its lines without warnings and its own log. */
export function kubectlWords(stderr: string): readonly string[] {
  return stderr
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !/^(Warning:|[IWEF]\d{4} )/.test(line))
}
