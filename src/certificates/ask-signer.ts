import { resolve } from 'node:path'
import { StackError } from '../errors.ts'
import { hideCredentials } from '../model/hide-credentials.ts'
import type { Io, RunResult } from '../model/io.ts'
import { lastWords } from '../model/last-words.ts'
import type { Problem } from '../model/problem.ts'
import type { ExternalConfig } from '../model/stack.ts'
import type { SigningRequest } from './csr.ts'
import { holdsPrivateKey } from './key.ts'

/**
 * Runs `certificates.external.command` for one request: the CSR on stdin, what it is for in the environment, the chain on stdout.
 *
 * @returns PEM as it was answered, or why there is none.
 */
export async function askSigner(
  { request, csrPem }: SigningRequest,
  {
    command: [program, ...args],
    commandFolder,
    timeoutSeconds,
  }: ExternalConfig & {
    readonly command: readonly [string, ...string[]]
  },
  io: Io,
): Promise<string | Problem> {
  const task = io.progress.task(`certificate of ${request.component}`)
  const fail = (why: string, hint = says): Problem => {
    task.fail(why)
    return {
      severity: 'error',
      code: 'AUTHORITY_FAILED',
      message: `certificates.external.command: ${program} did not sign for ${request.component}: ${why}`,
      hint,
    }
  }
  // `certs` itself asks for no secret, so none is known yet.
  hideCredentials(io)
  try {
    const result = await io.run(
      {
        program,
        args,
        cwd: commandFolder,
        stdin: csrPem,
        env: {
          MCP_CERT_COMPONENT: request.component,
          MCP_CERT_KIND: request.kind,
          MCP_CERT_COMMON_NAME: request.commonName,
          MCP_CERT_DNS_NAMES: request.dnsNames.join(','),
          MCP_CERT_DAYS: String(request.validityDays),
        },
      },
      { timeoutSeconds, log: 'sign', answerBytes: mostBytes },
    )
    const why = whyNot(result, timeoutSeconds, io)
    if (why !== undefined) return fail(why)
    task.done(`signed by ${program}`)
    return result.stdout
  } catch (error) {
    if (!(error instanceof StackError) || error.code !== 'TOOL_MISSING') throw error
    const [why, hint] = await whyNotStarted(program, commandFolder, error, io)
    return fail(why, hint)
  }
}

const says =
  'It gets the request on its stdin and answers with the chain as PEM on its stdout. What it writes to stderr is in deploy/logs/sign.log'

/** It never ran, so no log has a word of it. A path is not looked for on PATH. */
async function whyNotStarted(
  program: string,
  folder: string,
  missing: StackError,
  { files }: Pick<Io, 'files'>,
): Promise<readonly [why: string, hint: string]> {
  const place = resolve(folder, program)
  const isThere = program.includes('/') && (await files.exists(place))
  if (!program.includes('/') || (isThere && !(await files.isExecutable(place))))
    return [missing.message, missing.hint ?? `Install ${program}`]
  return isThere
    ? ['the interpreter that its first line names does not exist', `Compare the #! of ${place} with this machine`]
    : ['it does not exist', `It is looked for at ${place}`]
}

/** Bytes of an answer: a chain has a few thousand. */
const mostBytes = 1024 * 1024

/** Why an answer is none; undefined where it may hold certificates. Never in its own words: it may hold anything. */
function whyNot({ exitCode, stdout, stderr, timedOut, tooLong }: RunResult, timeoutSeconds: number, io: Io) {
  if (tooLong === true) return 'it printed more than 1 MiB'
  if (exitCode !== 0 || timedOut) {
    const lines = lastWords(stderr, io.redactor, 3)
    const how = timedOut ? `no answer in ${timeoutSeconds} s` : `it ended with ${exitCode}`
    return lines === '' ? how : `${how}: ${lines}`
  }
  if (stdout.trim() === '') return 'it printed nothing'
  if (holdsPrivateKey(stdout))
    return 'it printed a private key; the key is ours and stays here, it is to sign the request and to print certificates only'
  return undefined
}
