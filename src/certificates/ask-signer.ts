import { StackError } from '../errors.ts'
import type { Io, RunResult } from '../model/io.ts'
import type { Problem } from '../model/problem.ts'
import { Secret } from '../model/secret.ts'
import type { ExternalConfig } from '../model/stack.ts'
import type { SigningRequest } from './csr.ts'

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
  const fail = (why: string): Problem => {
    task.fail(why)
    return {
      severity: 'error',
      code: 'AUTHORITY_FAILED',
      message: `certificates.external.command: ${program} did not sign for ${request.component}: ${why}`,
      hint: 'It gets the request on its stdin and answers with the chain as PEM on its stdout. Its output is in deploy/logs/sign.log',
    }
  }
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
      { timeoutSeconds, log: 'sign' },
    )
    if (result.exitCode !== 0 || result.timedOut) return fail(whyOf(result, timeoutSeconds, io))
    task.done(`signed by ${program}`)
    return result.stdout
  } catch (error) {
    if (error instanceof StackError && error.code === 'TOOL_MISSING') return fail(error.message)
    throw error
  }
}

const credential = /PASSWORD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|API_?KEY/i

/** What it says is shown, and it may say what it logs in with: `certs` itself asks for no secret, so none is known yet. */
function hideCredentials(io: Io): void {
  for (const [name, value] of Object.entries(io.environment)) {
    // A path is no secret, and hiding it would make errors unreadable.
    if (value !== undefined && value.length >= 8 && !value.startsWith('/') && credential.test(name))
      io.redactor.add(new Secret(name, value))
  }
}

/** Its last lines, without what is secret. */
function whyOf({ exitCode, stderr, timedOut }: RunResult, timeoutSeconds: number, io: Io): string {
  const lines = io.redactor.redact(stderr.trim()).split('\n').slice(-3).join(' / ')
  const how = timedOut ? `no answer in ${timeoutSeconds} s` : `it ended with ${exitCode}`
  return lines === '' ? how : `${how}: ${lines}`
}
