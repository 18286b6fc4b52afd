import { rootCertificates } from 'node:tls'
import type { Command, Io } from '../model/io.ts'
import type { Transport } from './repository-url.ts'

/** What every call of git in a run shares. */
export interface GitSettings {
  readonly transport: Transport
  /** PEM file git verifies servers with; absent: git's own. */
  readonly caBundle?: string
}

/** Variables that would point git at another repository or print what it sends. */
const removed = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
  'GIT_COMMON_DIR',
  'GIT_CEILING_DIRECTORIES',
  'GIT_TEMPLATE_DIR',
  'GIT_PROXY_COMMAND',
  'GIT_TRACE',
  'GIT_TRACE_CURL',
  'GIT_TRACE_PACKET',
  'GIT_CURL_VERBOSE',
]

/**
 * A call of git that trusts nothing it fetches: no hooks, no LFS or other large-file filter, no prompt, one transport.
 * The user's own configuration stays in force for credential helpers and `url.insteadOf`;
 * GIT_ALLOW_PROTOCOL overrides whatever it says of protocols, so a rewritten URL cannot run a command.
 */
export function gitCommand(settings: GitSettings, args: readonly string[], cwd: string): Command {
  const config = [
    'core.hooksPath=/dev/null',
    'core.fsmonitor=false',
    'core.autocrlf=false',
    'submodule.recurse=false',
    'filter.lfs.smudge=',
    'filter.lfs.process=',
    'filter.lfs.required=false',
    'advice.detachedHead=false',
    'gc.auto=0',
    'maintenance.auto=false',
    'credential.interactive=false',
  ]
  return {
    program: 'git',
    args: [...config.flatMap((entry) => ['-c', entry]), '--literal-pathspecs', ...args],
    cwd,
    env: {
      ...Object.fromEntries(removed.map((name) => [name, undefined])),
      GIT_ALLOW_PROTOCOL: allowedProtocols(settings.transport),
      GIT_PROTOCOL_FROM_USER: '0',
      GIT_TERMINAL_PROMPT: '0',
      GCM_INTERACTIVE: 'never',
      GIT_LFS_SKIP_SMUDGE: '1',
      LC_ALL: 'C',
      ...(settings.caBundle === undefined ? {} : { GIT_SSL_CAINFO: settings.caBundle }),
    },
  }
}

/** ssh stays allowed beside https because `url.insteadOf` commonly turns one into the other. */
function allowedProtocols(transport: Transport): string {
  return [...new Set(['https', 'ssh', transport])].join(':')
}

/**
 * Writes a bundle of the public roots and the company's CA: GIT_SSL_CAINFO replaces the system's roots, and a
 * company's file mostly holds only its own.
 *
 * @returns the path of a temporary file.
 */
export async function writeCaBundle(caFile: string, io: Io): Promise<string> {
  const own = await io.files.read(caFile)
  const path = `${await io.files.temporaryFolder('ca')}/bundle.pem`
  await io.files.write(path, `${rootCertificates.join('\n')}\n${own.trimEnd()}\n`, 0o600)
  return path
}

/** git's reason in one line, redacted: the first `fatal:` or `error:` line, else the last that says anything. */
export function gitReason(stderr: string, { redactor }: Pick<Io, 'redactor'>): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.replace(/^remote:\s*/, '').trim())
    .filter((line) => line !== '')
  const reason = lines.find((line) => /^(fatal|error|ERROR):/i.test(line)) ?? lines.at(-1) ?? 'git gave no reason'
  const bare = reason.replace(/^(fatal|error):\s*/i, '').replace(/(:\/\/)[^/@\s]*@/g, '$1')
  // What a server says is shown on a terminal: no control characters.
  return redactor.redact(bare.replace(/\p{Cc}/gu, ' '))
}
