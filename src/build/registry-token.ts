/** What a registry that lets nobody in yet says of how to ask. */
export interface Challenge {
  readonly scheme: string
  readonly realm?: string
  readonly service?: string
}

/** `Bearer realm="…",service="…"` of RFC 6750. */
export function readChallenge(header: string): Challenge {
  const scheme = header.split(' ', 1)[0]?.toLowerCase() ?? ''
  const values = new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
  const realm = values.get('realm')
  const service = values.get('service')
  return { scheme, ...(realm === undefined ? {} : { realm }), ...(service === undefined ? {} : { service }) }
}

/**
 * What a token of a registry allows, where it is a JWT that says so (the distribution project's token specification). It is
 * read for people only: the registry itself decides.
 */
export function grantedActions(token: string): readonly string[] | undefined {
  const [, payload] = token.split('.')
  if (payload === undefined) return undefined
  try {
    const claims: { access?: readonly { actions?: readonly string[] }[] | null } = Object(
      JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
    )
    return claims.access === undefined ? undefined : (claims.access ?? []).flatMap(({ actions }) => actions ?? [])
  } catch {
    return undefined
  }
}
