import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import type { GatewayShell } from '../model/verification.ts'
import { type Answers, parseAnswers } from './answers.ts'

/** How long one exec may take: the sockets' own time-outs end it long before. */
const execSeconds = 90

/** Why a gateway container answered nothing: a sentence, and what to do where somebody knows. */
export interface Silence {
  readonly silent: string
  readonly hint?: string | undefined
}

/**
 * Runs the probe program in one gateway container. That the container cannot be entered, or no pod be made for the question, is
 * an answer too.
 */
export async function askGateway(
  shell: GatewayShell,
  program: string,
  io: Pick<Io, 'redactor' | 'signal'>,
): Promise<Answers | Silence> {
  try {
    const { exitCode, stdout, stderr } = await shell.python(program, execSeconds)
    const answers = parseAnswers(stdout)
    if (answers !== undefined) return answers
    const words = io.redactor.redact(stderr.trim().split('\n').at(-1) ?? '')
    return { silent: `Python ended with ${exitCode} in the gateway: ${words}` }
  } catch (error) {
    const { hint, message } = asStackError(error, io)
    return { silent: message, hint }
  }
}

/** What was found out by failing. @throws what is a bug, and everything once the run was told to stop. */
export function asStackError(error: unknown, io: Pick<Io, 'signal'>): StackError {
  if (!(error instanceof StackError) || io.signal.aborted) throw error
  return error
}
