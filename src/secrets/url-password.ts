/** A piece of a value: what it says, and the reference it came from. */
export interface RevealedPart {
  readonly text: string
  /** Name of the secret that was put in as it is; undefined for literals and encoded references. */
  readonly rawReference?: string
}

/**
 * Finds a user name or password in a URL with a character that ends it too early (`p@ss`, `a/b`): the client would dial another
 * host, or send half a password.
 *
 * @returns the name of the reference that must be encoded, `true` when it is not one reference's fault, else undefined.
 */
export function findUnencoded(parts: readonly RevealedPart[]): string | true | undefined {
  let before = ''
  for (const [index, part] of parts.entries()) {
    const after = parts
      .slice(index + 1)
      .map((next) => next.text)
      .join('')
    if (part.rawReference !== undefined && isInUserInfo(before, after)) {
      // In front of the first colon a whole `user:password` may stand.
      const reserved = before.endsWith('://') ? /[/?#[\]@\s]|%(?![0-9a-f]{2})/i : /[:/?#[\]@\s]|%(?![0-9a-f]{2})/i
      if (reserved.test(part.text)) return part.rawReference
    }
    before += part.text
  }
  return endsTooEarly(before) ? true : undefined
}

/** The password of a URL with user info, as written and decoded; both are secret in themselves. */
export function passwordsIn(text: string): readonly string[] {
  const written = /^[a-z][a-z0-9+.-]*:\/\/[^/?#@]*?:([^/?#@]+)@/i.exec(text)?.[1]
  if (written === undefined) return []
  try {
    return [...new Set([written, decodeURIComponent(written)])]
  } catch {
    return [written]
  }
}

function isInUserInfo(before: string, after: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#@]*$/i.test(before) && /^[^/?#]*@/.test(after)
}

function endsTooEarly(text: string): boolean {
  const [, rest] = /^[a-z][a-z0-9+.-]*:\/\/(\S*)$/i.exec(text) ?? []
  if (rest === undefined) return false
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? ''
  if (authority.split('@').length > 2) return true
  // `user:pa/ss@host`: what should be a port is none, and the @ comes too late.
  return !authority.includes('@') && rest.includes('@') && /:(?!\d*$)/.test(authority) && !authority.includes('[')
}
