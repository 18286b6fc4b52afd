import { StackError } from '../errors.ts'
import type { Io, RunResult } from '../model/io.ts'
import type { Problem } from '../model/problem.ts'
import { Secret } from '../model/secret.ts'
import type { SecretAnswer, SecretProvider, WantedSecret } from '../model/secrets.ts'

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
      const answers: SecretAnswer[] = []
      for (let start = 0; start < wanted.length; start += atOnce) {
        const group = wanted.slice(start, start + atOnce)
        answers.push(...(await Promise.all(group.map((secret) => askOne(secret, sources.command, folder, io)))))
      }
      return answers
    },
  }),
}

async function askOne(
  { name, at }: WantedSecret,
  general: readonly string[] | undefined,
  folder: string,
  io: Io,
): Promise<SecretAnswer> {
  const [program, ...args] = wordsFor(name, at, general)
  if (program === undefined) throw noCommand
  let result: RunResult
  try {
    result = await io.run({ program, args, cwd: folder }, { timeoutSeconds })
  } catch (error) {
    if (error instanceof StackError && error.code === 'TOOL_MISSING') return failed(name, error.message)
    throw error
  }
  if (result.timedOut) return failed(name, `${program} did not answer in ${timeoutSeconds} s`)
  if (result.exitCode !== 0)
    return failed(name, `${program} ended with code ${result.exitCode}${lastWords(result, io)}`)
  return { kind: 'found', value: new Secret(name, result.stdout.replace(/\r?\n$/, '')), where: program }
}

/** What it says last on stderr; never of stdout, where values are. */
function lastWords({ stderr }: RunResult, io: Io): string {
  const line = stderr.trim().split('\n').at(-1)?.trim() ?? ''
  return line === '' ? '' : `: ${io.redactor.redact(line.slice(0, mostShown))}`
}

/** Characters. */
const mostShown = 300

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

const noCommand = new StackError({
  code: 'CONFIG_INVALID',
  message: 'the provider command is asked for names, and no command is given',
  hint: 'Write ci_cd.secrets.command: [doppler, secrets, get, "{name}", --plain]',
})
