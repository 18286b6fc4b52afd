import { StackError } from '../errors.ts'
import { isLoopback } from './image-reference.ts'

/** How git will talk to a repository; the word git itself uses for the transport. */
export type Transport = 'https' | 'ssh' | 'http' | 'git' | 'file'

interface Address {
  readonly transport: Transport
  readonly host: string
  readonly secret: boolean
}

/**
 * Decides whether git may be given this repository, and over which transport.
 *
 * @param insecure  `ci_cd.build.insecure_repos`: whole URLs, or beginnings of URLs up to a `/`.
 * @throws StackError SOURCE_INVALID; the message never shows the URL's user info.
 */
export function checkRepository(repo: string, insecure: readonly string[]): Transport {
  const address = readAddress(repo)
  if (address === undefined) {
    throw invalid(repo, 'is not a repository address', 'Write https://host/path.git or git@host:path.git')
  }
  if (address.secret) {
    throw invalid(
      repo,
      'carries credentials',
      'Take them out of the URL and give them to git: a credential helper, GIT_ASKPASS, or an SSH key',
    )
  }
  const allowed = insecure.some((entry) => repo === entry || repo.startsWith(entry.endsWith('/') ? entry : `${entry}/`))
  const safe = address.transport === 'https' || address.transport === 'ssh'
  if (!allowed && (!safe || isOwnMachine(address.host))) {
    throw invalid(
      repo,
      safe ? 'is on this machine' : `uses the unprotected transport ${address.transport}`,
      'Use https or ssh; or, if you trust the way to it, list it in ci_cd.build.insecure_repos',
    )
  }
  return address.transport
}

/** A repository's address without user name and password, for people and labels. */
export function showRepository(repo: string): string {
  return repo.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1')
}

function readAddress(repo: string): Address | undefined {
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  if (repo === '' || repo.startsWith('-') || /[\s\u0000-\u001f\u007f]/.test(repo) || repo.includes('::'))
    return undefined
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(repo)?.[1]?.toLowerCase()
  if (scheme === undefined) {
    // git's scp form, `user@host:path`; a host that starts with `-` would be an option of ssh.
    const host = /^(?:[\w.-]+@)?(?!-)([\w.-]+|\[[0-9a-f:]+\]):(?!-)[^:]/i.exec(repo)?.[1]
    if (host !== undefined && !/^[\w.-]*@?-/.test(repo)) return { transport: 'ssh', host, secret: false }
    return repo.startsWith('/') ? { transport: 'file', host: '', secret: false } : undefined
  }
  const transports: Record<string, Transport> = { https: 'https', ssh: 'ssh', http: 'http', git: 'git', file: 'file' }
  const transport = transports[scheme]
  if (transport === undefined) return undefined
  if (transport === 'file') return { transport, host: '', secret: false }
  // Read as http so that 2130706433 and 0x7f.1 become the 127.0.0.1 they are dialled as.
  const url = tryUrl(repo.replace(/^[^:]+/, 'http'))
  if (url === null || url.hostname.startsWith('-')) return undefined
  const secret = url.password !== '' || (url.username !== '' && transport !== 'ssh')
  return { transport, host: url.hostname, secret }
}

function tryUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

function isOwnMachine(host: string): boolean {
  return isLoopback(host) || host === '::1' || host === '0.0.0.0' || host === '[::]'
}

function invalid(repo: string, what: string, hint: string): StackError {
  return new StackError({ code: 'SOURCE_INVALID', message: `repository ${showRepository(repo)} ${what}`, hint })
}
