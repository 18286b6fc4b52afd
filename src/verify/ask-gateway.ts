import type { Io } from '../model/io.ts'
import type { GatewayShell } from '../model/verification.ts'
import { type Answers, parseAnswers } from './answers.ts'

/** How long one exec may take: the sockets' own time-outs end it long before. */
const execSeconds = 90

/** Runs the probe program in one gateway container. @returns what it answered, or a sentence that says why it did not. */
export async function askGateway(
  shell: GatewayShell,
  program: string,
  io: Pick<Io, 'redactor'>,
): Promise<Answers | string> {
  const { exitCode, stdout, stderr } = await shell.python(program, execSeconds)
  const answers = parseAnswers(stdout)
  if (answers !== undefined) return answers
  return `Python ended with ${exitCode} in the gateway: ${io.redactor.redact(stderr.trim().split('\n').at(-1) ?? '')}`
}
