import type { Variable } from '../component-env.ts'
import { type Finding, warn, wrong } from '../finding.ts'
import { dnsName, pluginPrefix } from '../grammar/names.ts'
import { flatten } from '../interpolate.ts'
import type { Subject } from '../subject.ts'
import { declarationsOf } from './secrets.ts'

/** Characters a URL's user info may hold as they are (RFC 3986, 3.2.1), and `:`. */
const userInfo = /^[A-Za-z0-9\-._~!$&'()*+,;=:%]*$/

/** A reserved character in a URL's password makes another URL of it. */
export function encodedUserInfo(stack: Subject): readonly Finding[] {
  return eachVariable(stack, (variable) => {
    const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(flatten(variable.text))?.[0]
    if (scheme === undefined) return []
    const rest = flatten(variable.text).slice(scheme.length)
    const authority = rest.split(/[/?#]/)[0] ?? ''
    const user = authority.slice(0, Math.max(0, authority.lastIndexOf('@')))
    // `user:pa/ss@host`: the authority ends too early, and what should be a port is none.
    const cut =
      !authority.includes('@') && /:[^,\]]*[^\d,\]]/.test(authority.replace(/^\[[^\]]*\]/, '')) && rest.includes('@')
    const badPercent = /%(?![0-9a-f]{2})/i.test(user)
    if (!cut && !badPercent && userInfo.test(user)) return []
    const reference = variable.text.find((piece) => piece.kind === 'variable' && piece.encoding === 'none')
    const hint =
      reference?.kind === 'variable'
        ? `Write \${${reference.name}:urlencode}`
        : 'Write %40 for @, %2F for /, %3A for :, %23 for #, %3F for ?, %25 for %'
    const message = 'is a URL whose user or password holds a reserved character that is not percent-encoded'
    return [wrong(variable.path, message, hint, { origin: variable.origin })]
  })
}

/** A URL whose host is a bare name that nothing here has: a service that was thought to come along. */
export function knownHosts(stack: Subject): readonly Finding[] {
  const { infrastructure, deployment } = stack.written
  if (deployment.networks.length > 0) return []
  const known = new Set(['mcpgateway', 'localhost'])
  for (const { name, plugin } of stack.components) {
    if (plugin === undefined) continue
    known.add(dnsName(name))
    known.add(`${pluginPrefix}${dnsName(name)}`)
  }
  for (const name of ['postgres', 'redis'] as const) if (infrastructure[name]?.enabled === true) known.add(name)
  return eachVariable(stack, (variable) => {
    const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#\s]+)/i.exec(flatten(variable.text))?.[1]
    const host = authority
      ?.slice(authority.lastIndexOf('@') + 1)
      .replace(/:\d+$/, '')
      .toLowerCase()
    if (host === undefined || !/^[a-z][a-z0-9_-]*$/.test(host) || known.has(host)) return []
    const isOurs = host === 'postgres' || host === 'redis'
    const hint = isOurs
      ? `Switch it on: infrastructure.${host}.enabled: true`
      : stack.target === 'compose'
        ? 'Name the network it is on in deployment.networks, or give the full host name'
        : `Give the full host name, or run it in the namespace ${deployment.namespace ?? 'mcp-gateway'}`
    return [
      warn(variable.path, `names the host ${host}, which this stack does not have`, hint, { origin: variable.origin }),
    ]
  })
}

/** SQLite lives in one container. What an existing Secret or a provider brings is not seen here; planRules refuses to deploy it. */
export function sharedDatabase(stack: Subject): readonly Finding[] {
  const { gateway, infrastructure } = stack.written
  const isOne = gateway.replicas < 2 && !gateway.autoscaling
  if (isOne || infrastructure.postgres?.enabled === true) return []
  const url = stack.variables.get('gateway')?.get('DATABASE_URL')
  if (url !== undefined && !flatten(url.text).startsWith('sqlite')) return []
  const isGiven = declarationsOf(stack).some(({ name, to }) => name === 'DATABASE_URL' && to.includes('gateway'))
  if (url === undefined && (isGiven || gateway.existing_secret !== undefined)) return []
  const path = ['gateway', gateway.replicas < 2 ? 'autoscaling' : 'replicas']
  const what = `is ${gateway.replicas < 2 ? 'true' : gateway.replicas}, and every gateway would have its own SQLite database`
  const hint = 'Set infrastructure.postgres.enabled: true, or DATABASE_URL of a PostgreSQL in gateway.env_vars'
  return [warn(path, what, hint)]
}

/** A cache that is reachable but switched off. */
export function cacheInUse(stack: Subject): readonly Finding[] {
  const variables = stack.variables.get('gateway')
  const type = variables?.get('CACHE_TYPE')
  if (variables?.has('REDIS_URL') !== true || type === undefined || flatten(type.text) === 'redis') return []
  return [
    warn(type.path, 'is not redis, so REDIS_URL is never used', 'Set it to redis, or remove REDIS_URL', {
      origin: type.origin,
    }),
  ]
}

/** Every name in plain_env and secret_env is a variable of the component. */
export function namedVariablesExist(stack: Subject): readonly Finding[] {
  return stack.components.flatMap(({ name, path, config }) =>
    (['secret_env', 'plain_env'] as const).flatMap((key) =>
      config[key].flatMap((variable, index) => {
        if (stack.variables.get(name)?.has(variable) === true) return []
        return [warn([...path, key, index], `names ${variable}, which this component does not set`)]
      }),
    ),
  )
}

/** No value that the kernel would cut. */
export function noNulCharacters(stack: Subject): readonly Finding[] {
  return eachVariable(stack, (variable) =>
    flatten(variable.text).includes('\0')
      ? [
          wrong(variable.path, 'holds a NUL character, which no environment can', undefined, {
            origin: variable.origin,
          }),
        ]
      : [],
  )
}

function eachVariable(stack: Subject, check: (variable: Variable) => readonly Finding[]): readonly Finding[] {
  return [...stack.variables.values()].flatMap((variables) => [...variables.values()].flatMap(check))
}
