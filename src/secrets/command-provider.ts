import { StackError } from '../errors.ts'
import { hideCredentials } from '../model/hide-credentials.ts'
import type { Io, RunResult } from '../model/io.ts'
import { lastWords } from '../model/last-words.ts'
import type { Problem } from '../model/problem.ts'
import { runLimited } from '../model/run-limited.ts'
import { Secret } from '../model/secret.ts'
import type { SecretAnswer, SecretProvider, WantedSecret } from '../model/secrets.ts'
import { mostBytes, toSecretText } from './secret-text.ts'

/** Programs ask a server far away, or a person for a finger. */
const timeoutSeconds = 60

/** Each may hold a session of its own with its service. */
const atOnce = 4

/**
 * A program that prints one value: sops, op, gcloud, az, doppler, pass. Started without a shell; what it prints on stdout,
 * without the last line end, is the value.
 */
export const commandProvider: SecretProvider = {
  name: 'command',

  open: ({ io, sources, folder }) => ({
    async ask(wanted) {
      if (wanted.length > 0) hideCredentials(io)
      return runLimited(wanted, atOnce, (secret) => askOne(secret, sources.command, folder, io))
    },
  }),
}

async function askOne(
  { name, at, unwritten }: WantedSecret,
  general: readonly string[] | undefined,
  folder: string,
  io: Io,
): Promise<SecretAnswer> {
  const [program, ...args] = wordsFor(name, at, general)
  if (program === undefined) throw noCommand
  // Most programs end with an error for a name that they do not know; nobody put there what the stack makes itself.
  if (unwritten === true) return { kind: 'absent' }
  let result: RunResult
  try {
    result = await io.run({ program, args, cwd: folder }, { timeoutSeconds, answerBytes: mostBytes })
  } catch (error) {
    if (error instanceof StackError && error.code === 'TOOL_MISSING') return failed(name, error.message)
    throw error
  }
  if (result.tooLong === true)
    return invalid(name, program, 'printed more than 1 MiB', 'It is to print the one value only')
  if (result.timedOut) return failed(name, `${program} did not answer in ${timeoutSeconds} s`)
  if (result.exitCode !== 0) {
    // It may have the value already, and repeat it on stderr. What is shorter is not searched for.
    if (result.stdoutBytes.length >= 8) io.redactor.add(new Secret(name, result.stdout))
    const words = lastWords(result.stderr, io.redactor)
    return failed(name, `${program} ended with code ${result.exitCode}${words === '' ? '' : `: ${words}`}`)
  }
  const value = toSecretText(result.stdoutBytes)
  if ('why' in value) return invalid(name, program, `printed what ${value.why}`, value.hint)
  return { kind: 'found', value: new Secret(name, value.text), where: program }
}

function wordsFor(name: string, at: WantedSecret['at'], general: readonly string[] | undefined): readonly string[] {
  if (at !== undefined) return typeof at === 'string' ? [at] : at
  return (general ?? []).map((word) => word.replaceAll('{name}', name))
}

function failed(name: string, why: string): SecretAnswer {
  const problem: Problem = {
    severity: 'error',
    code: 'SECRET_UNREACHABLE',
    message: `secret ${name}: ${why}`,
    hint: 'Run the same words by hand, on the same machine as the same user',
  }
  return { kind: 'failed', problem }
}

function invalid(name: string, program: string, why: string, hint: string): SecretAnswer {
  const message = `secret ${name}: ${program} ${why}`
  return { kind: 'failed', problem: { severity: 'error', code: 'SECRET_INVALID', message, hint } }
}

const noCommand = new StackError({
  code: 'CONFIG_INVALID',
  message: 'the provider command is asked for names, and no command is given',
  hint: 'Write ci_cd.secrets.command: [doppler, secrets, get, "{name}", --plain]',
})
