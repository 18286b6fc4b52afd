import type { Refusal } from '../finding.ts'

const allowHint = 'Use https:// or ssh; or, if you trust the way to it, list it in ci_cd.build.insecure_repos'

/**
 * Refuses repositories that git must not be given: options, unknown or unprotected transports, credentials in the URL, and
 * this machine's own addresses in every spelling.
 *
 * @param insecure  ci_cd.build.insecure_repos: whole addresses, or their beginning up to a `/`; lifts transport and loopback rules only.
 */
export function checkRepository(text: string, insecure: readonly string[]): Refusal | undefined {
  const message = 'is not a repository: write https://host/path.git or git@host:path.git'
  if (text === '') return { message: 'must not be empty' }
  if (text.length > 2000) return { message: 'is too long' }
  if (text.startsWith('-')) return { message: 'begins with "-", which git reads as an option' }
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[\s\u0000-\u001f\u007f]/.test(text)) return { message: 'holds a space or a control character' }
  if (/[?#]/.test(text)) {
    const hint = 'The branch goes into ref:, credentials to git: a credential helper, GIT_ASKPASS, or an SSH key'
    return { message: 'has a query or a fragment', hint }
  }
  if (/^[a-z][\w+.-]*::/i.test(text)) return { message: 'uses a remote helper of git, which can run any program' }
  if (/[\\`$|;&<>"'()]/.test(text)) return { message: 'holds a character that no repository address needs' }

  const trusted = insecure.some((entry) => text === entry || text.startsWith(entry.endsWith('/') ? entry : `${entry}/`))
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined) return checkScpForm(text, message, trusted)
  if (!['https', 'ssh', 'http', 'git', 'file'].includes(scheme)) {
    return { message: `uses the transport ${scheme}:, which is not allowed`, hint: 'Use https:// or ssh' }
  }
  if (scheme === 'file')
    return trusted ? undefined : { message: 'is a local file: path: is for local folders', hint: allowHint }
  return checkUrl(text, scheme, message, trusted)
}

function checkUrl(text: string, scheme: string, message: string, trusted: boolean): Refusal | undefined {
  // Read as http, so that the URL standard turns 2130706433, 0x7f.1 and 0177.1 into the 127.0.0.1 that would be dialled.
  const asHttp = text.replace(/^[^:]+/, 'http')
  if (!URL.canParse(asHttp)) return { message }
  const url = new URL(asHttp)
  const authority = /^[^:]+:\/\/([^/?#]*)/.exec(text)?.[1] ?? ''
  const user = authority.includes('@') ? authority.slice(0, authority.lastIndexOf('@')) : ''
  const credentials = user.includes(':') || (user !== '' && scheme !== 'ssh')
  if (credentials) {
    const secret = user.includes(':') ? user.slice(user.indexOf(':') + 1) : user
    return {
      message: 'carries credentials in the URL',
      hint: 'Give them to git instead: a credential helper, GIT_ASKPASS, or an SSH key',
      secret,
    }
  }
  if (user.startsWith('-') || url.hostname === '' || url.hostname.startsWith('-') || /^%2d/i.test(authority)) {
    return { message: 'has a host or user that begins with "-", which ssh reads as an option' }
  }
  if (url.pathname === '' || url.pathname === '/') return { message: 'names a host but no repository on it' }
  if (/\/-/.test(url.pathname) && scheme === 'ssh') return { message: 'has a path that begins with "-"' }
  if (trusted) return undefined
  if (isOwnMachine(url.hostname)) return { message: 'is an address of this machine (loopback)', hint: allowHint }
  if (scheme !== 'https' && scheme !== 'ssh')
    return { message: `uses the unprotected transport ${scheme}://`, hint: allowHint }
  return undefined
}

/** git's scp form, `[user@]host:path`. */
function checkScpForm(text: string, message: string, trusted: boolean): Refusal | undefined {
  const match = /^(?:([^@:/]+)@)?(\[[0-9a-fA-F:]+\]|[^@:/[\]]+):(.+)$/.exec(text)
  if (match === null) {
    if (trusted) return undefined
    return /^[./~]/.test(text)
      ? { message: 'is a local path', hint: 'Use path: for a folder beside this file' }
      : { message }
  }
  const [, user = '', host = '', path = ''] = match
  if (user.startsWith('-') || host.startsWith('-') || path.startsWith('-')) {
    return { message: 'has a part that begins with "-", which ssh and git read as an option' }
  }
  if (!/^[\w.-]*$/.test(user) || !/^(\[[0-9a-fA-F:]+\]|[\w.-]+)$/.test(host)) return { message }
  const name = URL.canParse(`http://${host}/`) ? new URL(`http://${host}/`).hostname : host
  if (!trusted && isOwnMachine(name)) return { message: 'is an address of this machine (loopback)', hint: allowHint }
  return undefined
}

/** Loopback and "any" addresses, as the URL standard writes them. */
function isOwnMachine(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  if (host === 'localhost' || host.endsWith('.localhost') || host === 'localhost.localdomain') return true
  if (host.startsWith('127.') || host === '0.0.0.0') return true
  return host === '[::1]' || host === '[::]' || /^\[::ffff:(7f[0-9a-f]{2}:|0:0\]|127\.)/.test(host)
}
